public import Geometry
public import Routing
import Shapes

/// What a dataset holds, for a terminal.
public struct DatasetReport: Sendable {
  public let notes: DatasetNotes
  public let region: Region
  public let roads: RoadNetwork
  public let corridors: [Corridor]
  /// How many towns and villages are known by name alone.
  public let places: Int
  /// How many nodes of the roads are known by their ids.
  public let namedNodes: Int
  public let language: Language

  public init(
    notes: DatasetNotes, region: Region, roads: RoadNetwork, corridors: [Corridor], places: Int = 0,
    namedNodes: Int = 0, language: Language
  ) {
    self.notes = notes
    self.region = region
    self.roads = roads
    self.corridors = corridors
    self.places = places
    self.namedNodes = namedNodes
    self.language = language
  }

  public func text() -> String {
    var text = language(notes.title)
    text += language(
      "(版本\(notes.version),摘要\(notes.digest))\n",
      " (version \(notes.version), digest \(notes.digest))\n")
    text += language("年份:", "Vintage: ") + language(notes.vintage) + "\n\n"
    text += counts().text + "\n"
    text += people()
    text += weights()
    text += language("每100公里互通数:\n", "Interchanges per 100 km:\n")
    text += interchanges().text + "\n"
    text += language("许可与署名:\n", "Licences and attribution:\n")
    for line in notes.attribution { text += "  " + line + "\n" }
    text += language("局限:", "Limits: ") + language(notes.limits) + "\n"
    return text
  }

  private func counts() -> TextTable {
    var table = TextTable([
      .init(title: language("内容", "holds"), isNumber: false),
      .init(title: language("数量", "count"), isNumber: true),
    ])
    let controlled = (0..<roads.edgeCount).filter { roads.roadClass[$0].isControlledAccess }
    let kilometers = roads.length.reduce(0, +) / 1_000
    let controlledKilometers = controlled.reduce(0) { $0 + roads.length[$1] } / 1_000
    let rows: [(String, String)] = [
      (language("省", "provinces"), "\(region.provinces.count)"),
      (language("地级单位", "prefectures"), "\(region.prefectures.count)"),
      (language("县级单位", "counties"), "\(region.counties.count)"),
      (language("人口", "people"), "\(region.people)"),
      (language("居民点", "settlements"), "\(region.settlements.count)"),
      (language("水体", "waters"), "\(region.waters.count)"),
      (language("名称体系", "named systems"), "\(region.systems.count)"),
      (language("管理区", "management zones"), "\(region.zones.count)"),
      (language("道路节点", "road nodes"), "\(roads.nodes.count)"),
      (language("道路边", "road edges"), "\(roads.edgeCount)"),
      (language("道路公里", "road km"), kilometers.fixed(0)),
      (language("其中高速公里", "of them expressway km"), controlledKilometers.fixed(0)),
      (
        language("铁路线", "rail lines"), "\(corridors.count { $0.kind == .rail })"
      ),
    ]
    for row in rows { table.append([row.0, row.1]) }
    if places > 0 { table.append([language("地名(点)", "named places (points)"), "\(places)"]) }
    if namedNodes > 0 {
      table.append([language("按 id 可查的节点", "nodes found by their ids"), "\(namedNodes)"])
    }
    return table
  }

  /// Columns of the user's tables, by the names that `--weight` knows.
  private func weights() -> String {
    guard !region.figures.isEmpty else { return "" }
    let names = region.figures.map { figures in
      let count = figures.values.count { $0 != nil }
      return language("\(figures.name)(\(count) 个单位)", "\(figures.name) (\(count) units)")
    }
    return language("权重(--weight):", "Weights (--weight): ")
      + names.joined(separator: language("、", ", ")) + "\n\n"
  }

  private func people() -> String {
    let without = region.counties.filter { $0.people == nil }.map { language($0.name) }
    guard !without.isEmpty else { return "" }
    let names = without.joined(separator: language("、", ", "))
    return language("没有人口数(空缺,不是零):", "No figure of people (empty, not zero): ") + names + "\n\n"
  }

  private func interchanges() -> TextTable {
    var table = TextTable([
      .init(title: language("路线", "route"), isNumber: false),
      .init(title: language("名称", "name"), isNumber: false),
      .init(title: "km", isNumber: true),
      .init(title: language("互通", "interchanges"), isNumber: true),
      .init(title: language("每100km", "per 100 km"), isNumber: true),
    ])
    for density in roads.interchangeDensities() {
      let name = corridors.first { $0.kind == .expressway && $0.code == density.route }
      table.append([
        density.route, name.map { language($0.name) } ?? "", density.kilometers.fixed(0),
        "\(density.interchanges)", density.per100Kilometers.fixed(1),
      ])
    }
    return table
  }
}
