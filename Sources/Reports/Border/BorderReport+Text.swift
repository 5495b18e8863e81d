import Analysis
import Geometry
import Routing
import Shapes

extension BorderReport {
  /// Clusters, walls, and rivals of a cluster that the terminal lists; files hold all.
  private static let shownClusters = 30
  private static let shownWalls = 15
  private static let shownRivals = 8

  private struct TitledTable {
    let title: String
    let table: TextTable
    /// A line on what the table leaves to files; empty where it is whole.
    var rest = ""
  }

  /// The answer for a terminal: sentences, tables, warnings, and where the figures come from.
  public func text() -> String {
    var text = sentences().joined(separator: "\n") + "\n\n"
    let tables = [borderText(), clusterText(), wallText(), rivalText(), reachText(), groupText()]
    for titled in tables.compactMap({ $0 }) where !titled.table.isEmpty {
      text += titled.title + "\n" + titled.table.text + titled.rest + "\n"
    }
    return text
      + ground.closing(
        warnings: answer.warnings.map(words(for:)), method: methodWords().joined(separator: "\n"))
  }

  /// Says how many rows a table leaves to files, if any: `chinese` with its measure word.
  private func rest(_ hidden: Int, _ chinese: String, _ one: String, _ many: String) -> String {
    guard hidden > 0 else { return "" }
    return language(
      "另有\(hidden)\(chinese)未列出;用-o写出的网页和图层文件中是全部。\n",
      "\(hidden) more \(hidden == 1 ? one : many); a page or layers written with -o hold all.\n")
  }

  private func borderText() -> TitledTable? {
    guard !answer.borders.isEmpty else { return nil }
    let classes = shownClasses
    var table = TextTable(
      [
        .init(title: language("省界", "border"), isNumber: false),
        .init(title: "km", isNumber: true),
        .init(title: language("两侧县数", "counties"), isNumber: true),
        .init(title: language("跨越处", "crossings"), isNumber: true),
        .init(title: language("每百公里", "per 100 km"), isNumber: true),
      ]
        + classes.map { .init(title: language($0.name), isNumber: true) } + [
          .init(title: language("最长断口km", "longest gap km"), isNumber: true),
          .init(title: language("在", "between"), isNumber: false),
        ])
    for profile in answer.borders {
      let (border, crossings) = (profile.border, profile.crossings)
      let sides = [border.first, border.second].map {
        "\(border.counties(of: $0, in: region).count)"
      }
      table.append(
        [
          pair(province(border.first), province(border.second)),
          number(border.length.kilometers, 0), sides.joined(separator: "+"),
          "\(crossings.count)", number(crossings.per100Kilometers(), 1),
        ] + classes.map { number(crossings.per100Kilometers($0), 1) } + [
          number(crossings.gap?.length.kilometers, 1),
          crossings.gap.map { gap in gap.middle.counties.map(county).joined(separator: "–") } ?? "",
        ])
    }
    return TitledTable(
      title: language("省界(跨越处按等级为每百公里)", "Borders (crossings by class on 100 km)"),
      table: table)
  }

  /// Classes of road that cross anywhere, in the order of speed.
  var shownClasses: [RoadClass] {
    RoadClass.allCases.filter { roadClass in
      answer.borders.contains { $0.crossings.per100Kilometers(roadClass) > 0 }
    }
  }

  private func clusterText() -> TitledTable? {
    guard let band = answer.band else { return nil }
    var table = TextTable([
      .init(title: "#", isNumber: true),
      .init(title: language("中心", "centre"), isNumber: false),
      .init(title: language("县数", "counties"), isNumber: true),
      .init(title: language("人口", "people"), isNumber: true),
      .init(title: language("分省人口", "by province"), isNumber: false),
      .init(title: language("平均分钟", "mean minutes"), isNumber: true),
      .init(title: language("最长", "longest"), isNumber: true),
      .init(title: language("跨省联系占比", "links across"), isNumber: true),
      .init(title: language("期望", "expected"), isNumber: true),
      .init(title: language("共属", "co-member"), isNumber: true),
      .init(title: language("绕行最大", "worst detour"), isNumber: false),
      .init(title: language("成员", "members"), isNumber: false),
    ])
    for (index, cluster) in band.clusters.prefix(Self.shownClusters).enumerated() {
      let worst = cluster.worstDetour.map { travel in
        pair(county(travel.first), county(travel.second)) + " ×" + number(travel.detour, 2)
      }
      table.append([
        "\(index + 1)", county(cluster.centre), "\(cluster.members.count)",
        figures.people(cluster.totalPeople), peopleWords(cluster.people),
        figures.minutes(cluster.meanMinutes), figures.minutes(cluster.longestMinutes),
        figures.share(cluster.cohesion.across), figures.share(cluster.cohesion.expected),
        number(cluster.coMembership, 2), worst ?? "–", list(cluster.members),
      ])
    }
    return TitledTable(
      title: language("组团(跨省的和省内的)", "Clusters, across borders and within provinces"),
      table: table,
      rest: rest(band.clusters.count - Self.shownClusters, "个组团", "cluster", "clusters"))
  }

  func peopleWords(_ people: [(province: Int, people: Int?)]) -> String {
    people.map { "\(province($0.province)) \(figures.people($0.people))" }
      .joined(separator: language("、", ", "))
  }

  /// Members that touch over a border no main road crosses.
  private func wallText() -> TitledTable? {
    guard let band = answer.band else { return nil }
    var table = TextTable([
      .init(title: language("相邻而无干线道路直通", "touching, no main road between"), isNumber: false),
      .init(title: language("共界km", "shared km"), isNumber: true),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("绕行", "detour"), isNumber: true),
      .init(title: language("组团", "cluster"), isNumber: true),
    ])
    let walls = band.clusters.enumerated().flatMap { index, cluster in
      cluster.walls.map { (index, $0) }
    }.sorted { ($0.1.contact.length, $1.0) > ($1.1.contact.length, $0.0) }
    for (index, wall) in walls.prefix(Self.shownWalls) {
      table.append([
        pair(county(wall.contact.first), county(wall.contact.second)),
        number(wall.contact.length.kilometers, 1), figures.minutes(wall.travel?.minutes),
        number(wall.travel?.detour, 2), "\(index + 1)",
      ])
    }
    return TitledTable(
      title: language("组团内被省界隔开的相邻县", "What keeps members of a cluster apart"), table: table,
      rest: rest(walls.count - Self.shownWalls, "对", "pair", "pairs"))
  }

  private func rivalText() -> TitledTable? {
    guard let band = answer.band else { return nil }
    var table = TextTable([
      .init(title: language("组团", "cluster"), isNumber: true),
      .init(title: language("中心", "centre"), isNumber: false),
      .init(title: language("离外部中心更近的成员", "members nearer to a centre outside"), isNumber: false),
    ])
    var hidden = 0
    for (index, cluster) in band.clusters.enumerated()
    where cluster.isAcross && !cluster.rivals.isEmpty {
      guard index < Self.shownClusters else {
        hidden += cluster.rivals.count
        continue
      }
      let left = max(0, cluster.rivals.count - Self.shownRivals)
      hidden += left
      table.append([
        "\(index + 1)", county(cluster.centre),
        list(cluster.rivals.prefix(Self.shownRivals).map(rivalWords))
          + (left > 0 ? language("等\(cluster.rivals.count)个", " and \(left) more") : ""),
      ])
    }
    return TitledTable(
      title: language("竞争中心", "Rivals"), table: table,
      rest: rest(hidden, "个成员", "member", "members"))
  }

  func rivalWords(_ rival: BorderCluster.Rival) -> String {
    let to = language(region.prefectures[rival.prefecture].name)
    let times =
      figures.minutes(rival.minutes) + "<" + figures.minutes(rival.minutesToCentre)
    return "\(county(rival.member))→\(to)(\(times))"
  }

  private func reachText() -> TitledTable? {
    guard !answer.reaches.isEmpty else { return nil }
    var table = TextTable([
      .init(title: language("中心", "centre"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("人口", "people"), isNumber: true),
      .init(title: language("外省占比", "other provinces"), isNumber: true),
      .init(title: language("数据范围外km²", "outside data km²"), isNumber: true),
      .init(title: language("分省人口", "by province"), isNumber: false),
    ])
    for reach in answer.reaches {
      table.append([
        language(reach.group.name), figures.minutes(reach.minutes),
        figures.people(reach.people), figures.share(reach.shareAcross),
        figures.area(reach.outsideArea),
        peopleWords(reach.provinces.map { ($0.province, $0.people) }),
      ])
    }
    return TitledTable(
      title: language("边界中心的分省可达人口", "People reached from border centres, by province"),
      table: table)
  }

  private func groupText() -> TitledTable? {
    guard !answer.groups.isEmpty else { return nil }
    var table = TextTable([
      .init(title: language("名称", "group"), isNumber: false),
      .init(title: language("两地", "places"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("绕行", "detour"), isNumber: true),
      .init(title: language("共界km", "shared km"), isNumber: true),
      .init(title: language("跨越处", "crossings"), isNumber: true),
      .init(title: language("最长断口km", "longest gap km"), isNumber: true),
    ])
    for group in answer.groups {
      for found in group.pairs {
        table.append([
          language(group.group.name),
          pair(
            language(region.name(of: group.units[found.first])),
            language(region.name(of: group.units[found.second])))
            + (found.isAcross ? language("(跨省)", " (across)") : ""),
          figures.minutes(found.travel?.minutes), number(found.travel?.detour, 2),
          number(found.borderKilometers, 1), "\(found.crossings)",
          number(found.gap?.length.kilometers, 1),
        ])
      }
    }
    return TitledTable(title: language("规划点名的组合", "Places named together"), table: table)
  }
}

extension RoadClass {
  /// As a reader says it.
  var name: PlaceName {
    switch self {
    case .expressway: PlaceName(chinese: "高速", english: "expressway")
    case .trunk: PlaceName(chinese: "国道", english: "trunk")
    case .provincial: PlaceName(chinese: "省道", english: "provincial")
    case .county: PlaceName(chinese: "县道", english: "county")
    case .village: PlaceName(chinese: "村道", english: "village")
    case .main: PlaceName(chinese: "干线", english: "main")
    }
  }
}
