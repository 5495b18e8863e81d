import Analysis
import Geometry
import Shapes

extension LifeCircleReport {
  /// Units listed by name before the page says how many more there are.
  private static let mostNamed = 60

  /// The page: rings a kind on the map, people per ring, the share of each
  /// region served, regions with none.
  public func resultPage() -> ResultPage {
    let words = PageWords(language)
    let minutes = answer.question.minutes.map { Figures.short($0, places: 2) }
      .joined(separator: language("、", ", "))
    let said = sentences().map { words.typeset($0) }
    var page = ResultPage(
      title: kinds.joined(separator: language("、", ", ")) + language("步行圈", " on foot"),
      kicker: language(
        "腹地 Hinterland · 步行圈 · \(minutes) 分钟", "Hinterland · on foot · \(minutes) min"),
      headline: said.first ?? "",
      on: ground.page)
    page.figures = figures
    page.map = map
    page.sections =
      (said.count > 1 ? [PageSection(language("要点", "In short"), [.list(said)])] : [])
      + [ringSection, serviceSection, missingSection]
    page.method = [
      words.typeset(
        language(
          "每个格网角点的时间，等于到最近一处同类设施的步行时间；时间不超过所问分钟数的地面即为圈。人口为模拟分布，网格\(answer.cellSize.fixed(0))米。",
          "The time of each grid corner is that of the walk from the nearest facility of the kind; "
            + "ground whose time is at most the minutes asked for is the ring. People are "
            + "modelled, in cells of \(answer.cellSize.fixed(0)) m."))
    ]
    page.parameters = [
      (language("分钟", "Minutes"), minutes),
      (language("格网", "Grid"), "\(answer.cellSize.fixed(0)) m"),
    ]
    page.warnings = warnings
    return page
  }

  private func color(_ kind: Int) -> PageColor {
    PageColor.distinct[kind % PageColor.distinct.count]
  }

  private func rings(_ kind: String) -> [LifeCircleAnswer.Ring] {
    answer.rings.filter { $0.kind == kind }
  }

  private var figures: [PageFigure] {
    let figures = Figures(language: language)
    return kinds.compactMap { kind in
      rings(kind).last.map { ring in
        PageFigure(
          kind, figures.people(ring.people), unit: language("人", "people"),
          remark: language(
            "\(figures.minutes(ring.minutes)) 分钟内，\(ring.facilities) 处",
            "within \(figures.minutes(ring.minutes)) min of \(ring.facilities)"))
      }
    }
  }

  // MARK: The map

  private var map: ResultMap {
    let layers = kinds.enumerated().flatMap { index, kind in
      [ringLayer(index, kind), pointLayer(index, kind)]
    }
    var map = ResultMap(variables: kinds.map(variable), layers: layers)
    let points = answer.question.facilities.map(\.position)
    var focus = GeoBounds(points)
    for ring in answer.rings { focus.formUnion(ring.polygons.bounds) }
    map.focus = focus
    return map
  }

  /// Counties by the share of their people within the most minutes.
  private func variable(_ kind: String) -> MapVariable {
    let most = answer.question.minutes.last
    let served = answer.services.filter { $0.kind == kind && $0.minutes == most }
    let minutes = Figures.short(most ?? 0, places: 2)
    return MapVariable(
      language("\(kind)：\(minutes) 分钟内人口占比", "\(kind): people within \(minutes) min"),
      scale: .sequential([1, 5, 10, 25, 50, 75], unit: "%"),
      of: served.map { ($0.unit, $0.peopleShare.map { $0 * 100 }) }, in: region
    ) { $0.fixed(1) + "%" }
  }

  /// The nearest ring is the darkest, for it lies on the wider ones.
  private func ringLayer(_ index: Int, _ kind: String) -> MapLayer {
    let figures = Figures(language: language)
    let symbol = MapLayer.Symbol.area(color(index), fill: 0.22, width: 1.2)
    return MapLayer(
      language("\(kind)：各圈", "\(kind): rings"), symbol: symbol,
      features: rings(kind).reversed().map { ring in
        .init(
          .areas(ring.polygons),
          lines: [
            language(
              "\(kind) \(figures.minutes(ring.minutes)) 分钟",
              "\(kind), \(figures.minutes(ring.minutes)) min"),
            figures.people(ring.people) + language("人", " people"),
            figures.area(ring.area) + " km²",
          ])
      })
  }

  private func pointLayer(_ index: Int, _ kind: String) -> MapLayer {
    MapLayer(
      kind, symbol: .point(color(index), radius: 3.5),
      features: answer.question.facilities.filter { $0.kind == kind }.map { facility in
        .init(.point(facility.position), lines: [language(facility.name), kind])
      })
  }

  // MARK: The tables

  private var ringSection: PageSection {
    let figures = Figures(language: language)
    var table = PageTable(
      language("各圈人口与面积", "People and ground of each ring"),
      columns: [
        .words(language("设施", "Kind")), .number(language("处数", "Facilities")),
        .number(language("分钟", "Minutes")), .number(language("人口", "People")),
        .number(language("面积km²", "Area km²")),
      ])
    for ring in answer.rings {
      table.append([
        .words(ring.kind), .number(Double(ring.facilities)),
        .figure(figures.minutes(ring.minutes), value: ring.minutes),
        .number(Double(ring.people)), .number(ring.area, decimals: 2),
      ])
    }
    let chart = BarChart(
      language("各圈内人口（千人）", "People within each ring, thousand"), names: kinds,
      series: answer.question.minutes.map { minutes in
        .init(
          figures.minutes(minutes) + language(" 分钟", " min"),
          kinds.map { kind in
            rings(kind).first { $0.minutes == minutes }.map { Double($0.people) / 1_000 }
          })
      }, xTitle: language("千人", "thousand people"))
    return PageSection(language("各圈", "Rings"), [.chart(chart), .table(table)])
  }

  private var serviceSection: PageSection {
    let figures = Figures(language: language)
    var table = PageTable(
      language("各单元被服务的人口", "People served in each region"),
      columns: [
        .words(language("单元", "Unit")), .words(language("设施", "Kind")),
        .number(language("处数", "Facilities")), .number(language("分钟", "Minutes")),
        .number(language("人口", "People")), .number(language("圈内人口", "People inside")),
        .number(language("占比", "Share")),
      ])
    for service in answer.services {
      let county = service.unit.level == .county ? service.unit.index : nil
      table.append([
        .words(language(region.name(of: service.unit)), county: county), .words(service.kind),
        .number(Double(service.facilities)),
        .figure(figures.minutes(service.minutes), value: service.minutes),
        .number(service.people.map(Double.init)), .number(service.peopleInside.map(Double.init)),
        .share(service.peopleShare),
      ])
    }
    return PageSection(language("各单元", "Units"), [.table(table)])
  }

  /// Units that lack a kind: a plan wants at least one a unit.
  private var missingSection: PageSection {
    let items = kinds.map { kind -> String in
      let none = unitsWithout(kind)
      guard !none.isEmpty else {
        return language("\(kind)：各单元均至少有一处。", "\(kind): every unit has at least one.")
      }
      let names = none.prefix(Self.mostNamed).map { language(region.name(of: $0)) }
        .joined(separator: language("、", ", "))
      let more =
        none.count > Self.mostNamed
        ? language(" 等 \(none.count) 个", " and \(none.count - Self.mostNamed) more") : ""
      return language("\(kind)：\(names)\(more)。", "\(kind): \(names)\(more).")
    }
    return PageSection(language("一处也没有的单元", "Units with none"), [.list(items)])
  }
}
