import Analysis
import Geometry
import Shapes

extension StructureReport {
  /// The answer as a page.
  public func resultPage() -> ResultPage {
    var page = ResultPage(
      title: language("路网结构", "Structure of the roads"),
      kicker: language("腹地 Hinterland · 可达性", "Hinterland · access"), headline: sentence,
      on: ground.page)
    let region = ground.region
    func share(_ name: String, _ value: (StructurePlace) -> Double) -> MapVariable {
      let units = answer.places.compactMap { place in
        place.unit.map { (unit: $0, value: Optional(value(place) * 100)) }
      }
      let breaks = ClassScale.quantiles(of: units.compactMap(\.value).filter { $0 > 0 }, classes: 6)
      return MapVariable(
        name, scale: .sequential(breaks.isEmpty ? [1] : breaks, unit: " %", ramp: .violet),
        of: units, in: region
      ) { $0.fixed(2) + " %" }
    }
    let routes = MapVariable(
      language("互不共用路段的出路", "Ways out that share no road"),
      categories: [
        language("无", "none"), language("一条", "one"), language("两条或更多", "two or more"),
      ], colors: [PageColor(0x8C8C8C), PageColor(0xD55E00), PageColor(0xCBD5E1)],
      ofCounties: answer.places.flatMap { place in
        (place.unit.map { region.counties(of: $0) } ?? []).map { ($0, place.routes) }
      })
    page.map = ResultMap(variables: [
      share(language("捷径经过占比", "Share of fastest ways through"), \.betweenness),
      share(language("跨省捷径经过占比", "Share of ways across borders"), \.borderBetweenness), routes,
    ])
    page.sections = [rankSection, networkSection, tableSection]
    page.method = methodSentences
    page.warnings = warningSentences(in: language)
    return page
  }

  private var rankSection: PageSection {
    func bars(_ title: String, _ value: (StructurePlace) -> Double) -> PageSection.Block {
      let rows = order(by: value).prefix(15)
      return .chart(
        BarChart(
          title, names: rows.map { language(answer.places[$0].group.name) },
          series: [.init("", rows.map { value(answer.places[$0]) * 100 })], xTitle: "%"))
    }
    return PageSection(
      language("谁在别人之间", "Who lies between others"),
      [
        bars(language("捷径经过最多", "Most on others' ways"), \.betweenness),
        bars(language("跨省捷径经过最多", "Most on ways across borders"), \.borderBetweenness),
      ])
  }

  private var networkSection: PageSection {
    var table = PageTable(
      language("各省路网", "Roads by province"),
      columns: [
        .words(language("范围", "of")), .number("km"), .number(language("桥km", "bridges km")),
        .number(language("断头", "dead ends")), .number(language("节点", "junctions")),
        .number("μ"), .number("α"), .number("β"), .number("γ"),
      ])
    for network in answer.networks {
      table.append([
        .words(
          network.province.map { language(ground.region.provinces[$0].name) }
            ?? language("全部", "all")),
        .number(network.kilometers), .number(network.bridgeKilometers),
        .number(Double(network.deadEnds)), .number(Double(network.junctions)),
        .number(Double(network.cyclomaticNumber)), .number(network.alpha, decimals: 3),
        .number(network.beta, decimals: 3), .number(network.gamma, decimals: 3),
      ])
    }
    return PageSection(language("各省路网", "Roads by province"), [.table(table)])
  }

  private var tableSection: PageSection {
    var table = PageTable(
      language("各地", "All places"),
      columns: [
        .words(language("地区", "place")), .words(language("省", "province")),
        .number(language("出路", "ways out")), .number(language("断路后受困人口", "people behind one road")),
        .number(language("断头", "dead ends")), .number(language("直接联系", "links")),
        .number(language("捷径经过", "on others' ways")),
        .number(language("跨省捷径", "across borders")),
      ])
    for place in answer.places {
      let county = place.unit.flatMap { $0.level == .county ? $0.index : nil }
      let province = place.unit.flatMap(ground.region.provinceIndex)
        .map { language(ground.region.provinces[$0].name) }
      table.append([
        .words(language(place.group.name), county: county), .words(province ?? ""),
        .number(Double(place.routes)), .number(place.peopleBehind.map { Double($0) }),
        .number(place.deadEnds.map { Double($0) }), .number(Double(place.links)),
        .share(place.betweenness), .share(place.borderBetweenness),
      ])
    }
    return PageSection(language("各地", "All places"), [.table(table)])
  }
}
