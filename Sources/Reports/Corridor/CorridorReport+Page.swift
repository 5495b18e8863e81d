import Analysis
import Geometry
import Shapes

extension CorridorReport {
  /// The answer as one self-contained HTML page.
  ///
  /// - Throws: a `ShapeError` where borders cannot be drawn.
  public func resultPage() -> ResultPage {
    let words = PageWords(language)
    let said = sentences().map { words.typeset($0) }
    var page = ResultPage(
      title: list(answer.belts.map { language($0.line.name) })
        + language("的辐射范围", ": reach"),
      kicker: language("腹地 Hinterland · 走廊", "Hinterland · corridors"),
      headline: (answer.belts.count > 1
        ? answer.shares.last.map { words.typeset(sentence(of: $0)) } : nil)
        ?? said.first ?? "",
      on: ground.page)
    page.figures = pageFigures
    page.map = pageMap
    page.sections =
      [PageSection(language("要点", "In short"), [.list(said)])]
      + [reachSection, profileSection, lineSection] + shareSections + gainSections
      + [countySection]
    page.method = methodWords().map { words.typeset($0) }
    page.parameters = [
      (
        language("分钟", "minutes"),
        answer.question.minutes.map { figures.minutes($0) }.joined(separator: ", ")
      ), (language("方式", "mode"), PageWords(language).mode(answer.question.mode)),
      (language("参数", "profile"), answer.profile.name),
      (language("断面步长km", "step km"), number(answer.question.step, 0)),
    ]
    page.warnings = warningSentences(in: language)
    return page
  }

  private func color(_ line: Int) -> PageColor {
    PageColor.distinct[line % PageColor.distinct.count]
  }

  private var pageFigures: [PageFigure] {
    answer.belts.compactMap { belt in
      belt.circles.last.map { circle in
        PageFigure(
          language(belt.line.name), figures.people(circle.extent.people),
          unit: language("人", "people"),
          remark: language(
            "\(figures.minutes(circle.minutes))分钟,\(figures.area(circle.extent.area))km²",
            "\(figures.minutes(circle.minutes)) min, \(figures.area(circle.extent.area)) km²"))
      }
    }
  }

  private var pageMap: ResultMap {
    var map = ResultMap()
    map.variables = [nearestVariable].compactMap { $0 }
    for (index, belt) in answer.belts.enumerated() {
      let name = language(belt.line.name)
      var layer = MapLayer(
        name + language(" 范围", ": reach"), symbol: .reach(color(index), rank: 0),
        features: belt.circles.enumerated().reversed().map { rank, circle in
          MapLayer.Feature(
            .areas(circle.polygons),
            lines: [
              reachWords(name, circle),
              figures.people(circle.extent.people) + language("人", " people"),
              provinceWords(of: circle),
            ], symbol: .reach(color(index), rank: rank))
        })
      layer.keys = belt.circles.enumerated().map { rank, circle in
        MapLayer.Key(reachWords(name, circle), .reach(color(index), rank: rank))
      }
      map.layers.append(layer)
    }
    for (index, belt) in answer.belts.enumerated() {
      let name = language(belt.line.name)
      var layer = MapLayer(
        name, symbol: .line(color(index), width: 3, isCased: true),
        features: [MapLayer.Feature(.lines(belt.line.lines), lines: [name])]
          + belt.shape.stops.map { stop in
            MapLayer.Feature(
              .point(stop.gate.point),
              lines: [
                stopName(stop), "\(name) \(number(stop.along, 0)) km",
              ], symbol: .point(color(index), radius: belt.line.kind == .expressway ? 2.5 : 4))
          })
      layer.keys = [
        MapLayer.Key(name, .line(color(index), width: 3, isCased: true)),
        MapLayer.Key(
          name + language("", " ") + gateWords(belt.line.kind), .point(color(index), radius: 4)),
      ]
      map.layers.append(layer)
    }
    return map
  }

  private func reachWords(_ name: String, _ circle: Circle) -> String {
    "\(name) \(figures.minutes(circle.minutes))" + language("分钟", " min")
  }

  func stopName(_ stop: CorridorShape.Stop) -> String {
    let name = language(stop.gate.name)
    if !name.isEmpty { return name }
    return stop.county.map { language(region.counties[$0].name) } ?? "–"
  }

  /// People inside by county, in the widest circle of any line.
  private var nearestVariable: MapVariable? {
    var best: [Int: Double] = [:]
    for belt in answer.belts {
      for row in belt.circles.last?.coverage ?? [] where row.unit.level == .county {
        guard let share = row.peopleShare else { continue }
        best[row.unit.index] = max(best[row.unit.index] ?? 0, share)
      }
    }
    guard !best.isEmpty, let widest = answer.question.minutes.max() else { return nil }
    let minutes = figures.minutes(widest)
    return MapVariable(
      answer.belts.count > 1
        ? language("\(minutes)分钟内人口占比(最高的一条线)", "People within \(minutes) min, best line")
        : language("\(minutes)分钟内人口占比", "People within \(minutes) min"),
      scale: .sequential([1, 25, 50, 75, 95], unit: "%"),
      ofCounties: best.sorted { $0.key < $1.key }.map { (county: $0.key, value: $0.value * 100) }
    ) { $0.fixed(1) + "%" }
  }

  private var reachSection: PageSection {
    var table = PageTable(
      language("分省", "By province"),
      columns: [
        .words(language("线", "Line")), .number(language("分钟", "Minutes")),
        .words(language("省份", "Province")), .number(language("人口", "People")),
        .number(language("占该省人口", "Of its people")),
        .number(language("占该省面积", "Of its area")),
      ])
    for belt in answer.belts {
      for circle in belt.circles {
        for row in provinces(of: circle) {
          table.append([
            .words(language(belt.line.name)), .number(circle.minutes),
            .words(language(region.name(of: row.unit))),
            .figure(figures.people(row.peopleInside), value: row.peopleInside.map(Double.init)),
            .share(row.peopleShare), .share(row.areaShare),
          ])
        }
      }
    }
    return PageSection(language("辐射人口", "People within reach"), [.table(table)])
  }

  private var profileSection: PageSection {
    var blocks: [PageSection.Block] = []
    for belt in answer.belts where !(belt.profiles.first?.stretches.isEmpty ?? true) {
      var chart = LineChart(
        language(belt.line.name)
          + language(":沿线各段圈内人口", ": people within reach along the line"),
        series: belt.profiles.map { profile in
          .init(
            figures.minutes(profile.minutes) + language("分钟", " min"),
            profile.stretches.map { stretch in
              let length = max(1e-6, stretch.to - stretch.from)
              return (
                x: (stretch.from + stretch.to) / 2, y: Double(stretch.people) / 10_000 / length
              )
            })
        },
        xTitle: language("距起点km", "km from the start"),
        yTitle: language("每公里线路的圈内人口,万人", "10,000 people a km of line"))
      chart.marks = marks(of: belt)
      blocks.append(.chart(chart))
    }
    blocks.append(
      .note(
        language(
          "圈内每个格网归于最近的一段线路;起点在西端或南端。",
          "Each cell within reach counts with the nearest stretch; the start is the western or "
            + "southern end.")))
    return PageSection(language("沿线断面", "Along the lines"), blocks)
  }

  /// Stations by name; of interchanges the first in each county.
  private func marks(of belt: CorridorBelt) -> [(x: Double, name: String)] {
    var last: String?
    let isByCounty = belt.line.kind == .expressway || belt.line.kind == .mixed
    return belt.shape.stops.compactMap { stop in
      let name =
        isByCounty
        ? stop.county.map { language(region.counties[$0].name) } ?? "–" : stopName(stop)
      guard name != last, name != "–" else { return nil }
      last = name
      return (stop.along, name)
    }
  }

  private var lineSection: PageSection {
    var table = PageTable(
      language("线路", "Lines"),
      columns: [
        .words(language("线", "Line")), .number(language("长km", "km")),
        .number(language("绕行系数", "Circuity")), .number(language("出入点", "Gates")),
        .number(language("处", "Places")), .number(language("平均间距km", "Mean spacing km")),
        .number(language("最大间距km", "Longest km")),
        .number(language("每处人口", "People a place")),
      ])
    for belt in answer.belts {
      let places = belt.shape.places.count
      let people = belt.circles.last?.extent.people.flatMap { places > 0 ? $0 / places : nil }
      table.append([
        .words(language(belt.line.name)), .number(belt.shape.kilometers),
        .number(belt.shape.circuity, decimals: 2), .number(Double(belt.shape.stops.count)),
        .number(Double(places)), .number(belt.shape.meanSpacing, decimals: 1),
        .number(belt.shape.spacings.max(), decimals: 1),
        .figure(figures.people(people), value: people.map(Double.init)),
      ])
    }
    var gates = PageTable(
      language("出入点", "Gates"),
      columns: [
        .words(language("线", "Line")), .number("km"),
        .words(language("名称或相接道路", "Name or roads met")),
        .words(language("所在县", "County")), .number(language("距道路km", "To a road km")),
      ])
    for belt in answer.belts {
      for stop in belt.shape.stops {
        gates.append([
          .words(language(belt.line.name)), .number(stop.along, decimals: 1),
          .words(language(stop.gate.name)),
          .words(
            stop.county.map { language(region.counties[$0].name) } ?? "–", county: stop.county),
          .number(stop.toRoad, decimals: 2),
        ])
      }
    }
    return PageSection(language("线路与出入点", "Lines and gates"), [.table(table), .table(gates)])
  }

  private var shareSections: [PageSection] {
    guard let widest = answer.shares.last else { return [] }
    let names = answer.belts.map { language($0.line.name) }
    var table = PageTable(
      language("两线共同可达", "Reached from both of two lines"),
      columns: [
        .number(language("分钟", "Minutes")), .words(language("两线", "Lines")),
        .number(language("人口", "People")), .number("km²"),
      ])
    for share in answer.shares {
      for part in share.common {
        table.append([
          .number(share.minutes), .words(part.lines.map { names[$0] }.joined(separator: "–")),
          .figure(figures.people(part.people), value: Double(part.people)), .number(part.area),
        ])
      }
    }
    let chart = BarChart(
      language("各线可达与最近归属", "Reached from, and nearest to, each line"), names: names,
      series: [
        .init(
          language("可达,万人", "reached, 10,000"),
          answer.belts.map { Double($0.circles.last?.extent.people ?? 0) / 10_000 }),
        .init(
          language("最近,万人", "nearest, 10,000"),
          widest.nearest.map { Double($0.people) / 10_000 }),
      ], xTitle: language("万人", "10,000 people"))
    return [PageSection(language("重叠", "Overlaps"), [.chart(chart), .table(table)])]
  }

  private var gainSections: [PageSection] {
    guard !answer.gains.isEmpty else { return [] }
    let title = language("边际辐射", "Marginal reach")
    // A line that changes nothing has no rows: said in words, or the table would be heads alone.
    let unchanged = answer.gains.filter(\.changes.isEmpty)
      .map { PageSection.Block.note(PageWords(language).typeset(sentence($0))) }
    guard unchanged.count < answer.gains.count else { return [PageSection(title, unchanged)] }
    var table = PageTable(
      language("因它而更近枢纽的县", "Counties nearer to a hub because of it"),
      columns: [
        .words(language("线", "Line")), .words(language("县", "County")),
        .words(language("枢纽", "Hub")), .number(language("分钟", "Minutes")),
        .number(language("没有它", "Without it")), .number(language("节省", "Saved")),
        .number(language("人口", "People")),
      ])
    for gain in answer.gains {
      for change in gain.changes {
        let county = region.counties[change.county]
        table.append([
          .words(language(answer.belts[gain.line].line.name)),
          .words(language(county.name), county: change.county),
          .words(language(answer.question.hubs[change.hub].name)),
          .number(change.with, decimals: 1), .number(change.without, decimals: 1),
          .number(change.without.map { $0 - change.with }, decimals: 1),
          .figure(figures.people(county.people), value: county.people.map(Double.init)),
        ])
      }
    }
    return [PageSection(title, [.table(table)] + unchanged)]
  }

  private var countySection: PageSection {
    var table = PageTable(
      language("各县", "Counties"),
      columns: [
        .words(language("县", "County")), .words(language("省份", "Province")),
        .words(language("线", "Line")), .number(language("分钟", "Minutes")),
        .number(language("人口占比", "People")), .number(language("面积占比", "Area")),
        .number(language("圈内人口", "People inside")),
      ])
    for belt in answer.belts {
      guard let circle = belt.circles.last else { continue }
      for row in circle.coverage where row.unit.level == .county && row.areaInside > 0 {
        let county = region.counties[row.unit.index]
        table.append([
          .words(language(county.name), county: row.unit.index),
          .words(language(region.provinces[county.province].name)),
          .words(language(belt.line.name)), .number(circle.minutes), .share(row.peopleShare),
          .share(row.areaShare),
          .figure(figures.people(row.peopleInside), value: row.peopleInside.map(Double.init)),
        ])
      }
    }
    return PageSection(language("各县覆盖", "Coverage by county"), [.table(table)])
  }
}
