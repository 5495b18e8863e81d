import Analysis
import Geometry
import Shapes

extension AirCircleReport {
  /// The page: the rings, airports and seats within them.
  public func resultPage() -> ResultPage {
    let words = PageWords(language)
    let minutes = answer.question.minutes.map { Figures.short($0, places: 2) }
      .joined(separator: language("、", ", "))
    let said = sentences().map { words.typeset($0) }
    var page = ResultPage(
      title: language("\(names)航空圈", "By air from \(names)"),
      kicker: language(
        "腹地 Hinterland · 航空圈 · \(minutes) 分钟", "Hinterland · air circle · \(minutes) min"),
      headline: said.last ?? "",
      on: ground.page)
    page.figures = figures
    page.map = map
    page.sections =
      (said.count > 1 ? [PageSection(language("要点", "In short"), [.list(said)])] : [])
      + [ringSection, airportSection]
    page.method = [words.typeset(caution)]
    page.parameters = [
      (language("分钟", "Minutes"), minutes),
      (language("固定分钟（假定）", "Fixed minutes (assumed)"), Figures.short(answer.fixed, places: 1)),
      (language("速度km/h（假定）", "Speed, km/h (assumed)"), Figures.short(answer.speed, places: 1)),
    ]
    return page
  }

  /// The groups, each once.
  private var groups: [PlaceGroup] {
    answer.rings.reduce(into: []) { if !$0.contains($1.group) { $0.append($1.group) } }
  }

  private var names: String {
    groups.map { language($0.name) }.joined(separator: language("、", ", "))
  }

  private var figures: [PageFigure] {
    let figures = Figures(language: language)
    return answer.rings.filter { $0.minutes == answer.question.minutes.last }.flatMap { ring in
      [
        PageFigure(
          language(ring.group.name), ring.radius.fixed(0), unit: "km",
          remark: language(
            "\(figures.minutes(ring.minutes)) 分钟航空圈半径",
            "radius of \(figures.minutes(ring.minutes)) minutes")),
        PageFigure(
          language("圈内县城", "Seats within"), "\(ring.counties.count)",
          remark: figures.people(ring.people) + language("人", " people")),
        PageFigure(language("圈内机场", "Airports within"), "\(ring.airports.count)"),
      ]
    }
  }

  private var map: ResultMap {
    let figures = Figures(language: language)
    let unit = language(" 分钟", " min")
    var soonest: [Int: Double] = [:]
    for ring in answer.rings {
      for county in ring.counties {
        soonest[county] = min(soonest[county] ?? .infinity, ring.minutes)
      }
    }
    let seats = MapVariable(
      language("县城在几分钟内", "Seats within"),
      scale: .bands(upTo: answer.question.minutes, unit: unit),
      ofCounties: soonest.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    ) { "≤ " + figures.minutes($0) + unit }
    let rings = MapLayer(
      language("航空圈", "Rings"), symbol: .line(.accent, width: 2.2, isCased: true),
      features: answer.rings.reversed().compactMap { ring in
        ring.polygon.map { polygon in
          .init(
            .lines(polygon.rings.map { $0 + [$0[0]] }),
            lines: [
              language(ring.group.name), figures.minutes(ring.minutes) + unit,
              ring.radius.fixed(0) + " km",
            ])
        }
      })
    let reached = MapLayer(
      language("圈内机场", "Airports within"), symbol: .point(PageColor.distinct[0], radius: 4),
      features: answer.rings.filter { $0.minutes == answer.question.minutes.last }.flatMap { ring in
        ring.airports.map { index, minutes in
          let airport = answer.question.airports[index]
          return .init(
            .point(airport.position),
            lines: [language(airport.name), figures.minutes(minutes) + unit])
        }
      })
    let homes = MapLayer(
      language("起飞机场", "Airports to start from"), symbol: .point(PageColor.distinct[1], radius: 6),
      features: groups.compactMap { group in
        answer.rings.first { $0.group == group }.map { ring in
          let airport = answer.question.airports[ring.airport]
          return .init(
            .point(airport.position), label: language(airport.name),
            lines: [language(airport.name), language(group.name)])
        }
      })
    var map = ResultMap(
      variables: soonest.isEmpty ? [] : [seats], layers: [rings, reached, homes])
    map.focus = focus(of: region)
    return map
  }

  /// The rings, as far as the dataset goes: beyond it the map is empty.
  private func focus(of region: Region) -> GeoBounds {
    var rings = GeoBounds(
      answer.rings.map { answer.question.airports[$0.airport].position })
    for ring in answer.rings {
      if let polygon = ring.polygon { rings.formUnion([polygon].bounds) }
    }
    var ground = GeoBounds()
    for county in region.counties { ground.formUnion(county.polygons.bounds) }
    guard !ground.isEmpty, ground.intersects(rings) else { return rings }
    return GeoBounds(
      west: max(rings.west, ground.west), south: max(rings.south, ground.south),
      east: min(rings.east, ground.east), north: min(rings.north, ground.north))
  }

  private var ringSection: PageSection {
    let figures = Figures(language: language)
    var table = PageTable(
      language("各圈", "Rings"),
      columns: [
        .words(language("自", "From")), .words(language("机场", "Airport")),
        .number(language("分钟", "Minutes")), .number(language("半径km", "Radius km")),
        .number(language("机场", "Airports")), .number(language("县城", "Seats")),
        .number(language("这些县人口", "People of those counties")),
      ])
    for ring in answer.rings {
      table.append([
        .words(language(ring.group.name)),
        .words(language(answer.question.airports[ring.airport].name)),
        .figure(figures.minutes(ring.minutes), value: ring.minutes),
        .number(ring.radius, decimals: 0), .number(Double(ring.airports.count)),
        .number(Double(ring.counties.count)),
        .figure(figures.people(ring.people), value: Double(ring.people)),
      ])
    }
    return PageSection(language("各圈", "Rings"), [.table(table)])
  }

  private var airportSection: PageSection {
    var table = PageTable(
      language("最大一圈内的机场", "Airports within the widest ring"),
      columns: [
        .words(language("自", "From")), .words(language("机场", "Airport")),
        .number(language("分钟", "Minutes")),
      ])
    for ring in answer.rings where ring.minutes == answer.question.minutes.last {
      for (index, minutes) in ring.airports {
        table.append([
          .words(language(ring.group.name)),
          .words(language(answer.question.airports[index].name)), .number(minutes, decimals: 1),
        ])
      }
    }
    return PageSection(language("机场", "Airports"), [.table(table)])
  }
}
