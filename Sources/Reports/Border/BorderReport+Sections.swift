import Analysis
import Geometry
import Routing
import Shapes

extension BorderReport {
  func clusterSections() -> [PageSection] {
    guard let band = answer.band else { return [] }
    var clusters = PageTable(
      language("组团,按人口排列", "Clusters by people"),
      columns: [
        .number("#"), .words(language("中心", "Centre")), .number(language("县数", "Counties")),
        .number(language("人口", "People")), .words(language("分省人口", "By province")),
        .number(language("平均分钟", "Mean min")), .number(language("最长", "Longest")),
        .number(language("跨省联系占比", "Across")), .number(language("期望", "Expected")),
        .number(language("共属", "Co-member")), .words(language("绕行最大", "Worst detour")),
        .words(language("成员", "Members")),
      ])
    for (index, cluster) in band.clusters.enumerated() {
      let worst = cluster.worstDetour.map {
        pair(county($0.first), county($0.second)) + " ×" + number($0.detour, 2)
      }
      clusters.append([
        .number(Double(index + 1)), .words(county(cluster.centre), county: cluster.centre),
        .number(Double(cluster.members.count)),
        .figure(figures.people(cluster.totalPeople), value: cluster.totalPeople.map(Double.init)),
        .words(peopleWords(cluster.people)), .number(cluster.meanMinutes, decimals: 1),
        .number(cluster.longestMinutes, decimals: 1), .share(cluster.cohesion.across),
        .share(cluster.cohesion.expected), .number(cluster.coMembership, decimals: 2),
        .words(worst ?? "–"), .words(list(cluster.members)),
      ])
    }
    var blocks: [PageSection.Block] = [.table(clusters)]
    if !band.single.isEmpty {
      blocks.append(
        .note(
          language("未与他县相连:", "Linked with none: ") + list(band.single)
            + language("。", ".")))
    }
    return [
      PageSection(language("组团", "Clusters"), blocks), apartSection(band), stabilitySection(band),
    ]
  }

  private func apartSection(_ band: BorderBand) -> PageSection {
    var contacts = PageTable(
      language("省界两侧相邻的县", "Counties that touch across a border"),
      columns: [
        .words(language("县", "County")), .words(language("对面", "Across")),
        .number(language("共界km", "Shared km")), .number(language("干线跨越", "Crossings")),
        .number(language("分钟", "Minutes")), .number(language("路程km", "Way km")),
        .number(language("直线km", "Straight km")), .number(language("绕行", "Detour")),
      ])
    let across = band.contacts.filter(\.isAcross).sorted {
      ($0.travel?.detour ?? .infinity, $1.contact.first, $1.contact.second)
        > ($1.travel?.detour ?? .infinity, $0.contact.first, $0.contact.second)
    }
    for found in across {
      contacts.append([
        .words(county(found.contact.first), county: found.contact.first),
        .words(county(found.contact.second), county: found.contact.second),
        .number(found.contact.length.kilometers, decimals: 1), .number(Double(found.crossings)),
        .number(found.travel?.minutes, decimals: 1),
        .number(found.travel?.kilometers, decimals: 1),
        .number(found.travel?.straight, decimals: 1), .number(found.travel?.detour, decimals: 2),
      ])
    }
    var rivals = PageTable(
      language("离外部中心更近的成员", "Members nearer to a centre outside"),
      columns: [
        .words(language("成员", "Member")), .number(language("组团", "Cluster")),
        .number(language("到组团中心", "To its centre")), .words(language("外部中心", "Outside")),
        .number(language("到外部中心", "To that")), .words(language("跨省", "Across")),
      ])
    for (index, cluster) in band.clusters.enumerated() where cluster.isAcross {
      for rival in cluster.rivals {
        rivals.append([
          .words(county(rival.member), county: rival.member), .number(Double(index + 1)),
          .number(rival.minutesToCentre, decimals: 1),
          .words(language(region.prefectures[rival.prefecture].name)),
          .number(rival.minutes, decimals: 1), .words(rival.isAcross ? "✓" : "–"),
        ])
      }
    }
    return PageSection(
      language("隔开它们的,与争夺它们的", "What parts them, and who rivals them"),
      [.table(contacts), .table(rivals)])
  }

  private func stabilitySection(_ band: BorderBand) -> PageSection {
    let stability = band.stability
    let chart = LineChart(
      language("分辨率γ与组团的一致度(调整兰德指数)", "Agreement (adjusted Rand) by resolution γ"),
      series: [
        .init(
          language("一致度", "Agreement"),
          stability.resolutions.map { (x: $0.resolution, y: $0.agreement) })
      ], xTitle: "γ", yTitle: language("一致度", "agreement"))
    let test = band.joins
    return PageSection(
      language("有多可靠", "How far this holds"),
      [
        .chart(chart),
        .list([
          language(
            "模块度\(number(band.modularity, 3));\(stability.seeds)个种子的平均一致度\(number(stability.agreement, 2))。",
            "Modularity \(number(band.modularity, 3)); mean agreement over \(stability.seeds) seeds "
              + "\(number(stability.agreement, 2))."),
          language(
            "全带跨省联系权重占\(figures.share(band.cohesion.across)),随机期望\(figures.share(band.cohesion.expected))。",
            "Of the weight of all links \(figures.share(band.cohesion.across)) crosses a border; "
              + "chance would put \(figures.share(band.cohesion.expected)) there."),
          language(
            "连接计数:\(test.links)条短时联系中\(test.across)条跨省,随机排列省份标签的期望\(number(test.test.expected, 0))"
              + "(p=\(number(test.test.pLess, 3)));省份本身成片,这一检验只说明标签聚集,是否避开省界看距离匹配的检验。",
            "Join count: \(test.across) of \(test.links) short links lie across, "
              + "\(number(test.test.expected, 0)) under permuted labels (p = "
              + "\(number(test.test.pLess, 3))). Provinces are compact, so this only says that labels "
              + "cluster; whether links avoid the border is the distance-matched test's to say."),
        ]),
      ])
  }

  func borderSections() -> [PageSection] {
    guard !answer.borders.isEmpty else { return [] }
    let classes = shownClasses
    var table = PageTable(
      language("省界与干线跨越", "Borders and roads over them"),
      columns: [
        .words(language("省界", "Border")), .number("km"),
        .number(language("两侧县数", "Counties")), .number(language("跨越处", "Crossings")),
        .number(language("每百公里", "Per 100 km")),
      ] + classes.map { .number(language($0.name)) } + [
        .number(language("最长断口km", "Longest gap km")), .words(language("在", "Between")),
      ])
    for profile in answer.borders {
      let (border, crossings) = (profile.border, profile.crossings)
      table.append(
        [
          .words(pair(province(border.first), province(border.second))),
          .number(border.length.kilometers), .number(Double(border.counties.count)),
          .number(Double(crossings.count)),
          .number(crossings.per100Kilometers(), decimals: 1),
        ] + classes.map { .number(crossings.per100Kilometers($0), decimals: 1) } + [
          .number(crossings.gap?.length.kilometers, decimals: 1),
          .words(
            crossings.gap.map { $0.middle.counties.map(county).joined(separator: "–") } ?? "–"),
        ])
    }
    let chart = BarChart(
      language("每百公里省界的干线跨越处", "Crossings on 100 km of border"),
      names: answer.borders.map { pair(province($0.border.first), province($0.border.second)) },
      series: classes.map { roadClass in
        .init(
          language(roadClass.name),
          answer.borders.map { $0.crossings.per100Kilometers(roadClass) })
      }, xTitle: language("处/100 km", "crossings a 100 km"))
    return [PageSection(language("省界", "Borders"), [.table(table), .chart(chart)])]
  }

  func reachSections() -> [PageSection] {
    guard !answer.reaches.isEmpty else { return [] }
    var table = PageTable(
      language("分省可达人口", "People reached, by province"),
      columns: [
        .words(language("中心", "Centre")), .number(language("分钟", "Minutes")),
        .words(language("省份", "Province")), .number(language("人口", "People")),
        .number(language("占比", "Share")), .number("km²"),
      ])
    for reach in answer.reaches {
      for part in reach.provinces {
        let name = PageTable.Cell.words(province(part.province))
        table.append([
          .words(language(reach.group.name)), .number(reach.minutes),
          part.isHome ? name.strong() : name,
          .figure(figures.people(part.people), value: part.people.map(Double.init)),
          .share(
            part.people.flatMap { people in
              reach.people.flatMap { $0 > 0 ? Double(people) / Double($0) : nil }
            }), .number(part.area),
        ])
      }
    }
    let names = answer.reaches.map {
      "\(language($0.group.name)) \(figures.minutes($0.minutes))′"
    }
    let chart = BarChart(
      language("可达人口:本省与外省", "People reached: own province and others"), names: names,
      series: [
        .init(language("本省,万人", "own, 10,000"), answer.reaches.map { people($0, isHome: true) }),
        .init(
          language("外省,万人", "others, 10,000"), answer.reaches.map { people($0, isHome: false) }),
      ], xTitle: language("万人", "10,000 people"))
    return [
      PageSection(
        language("边界中心的腹地", "Hinterlands of border centres"), [.table(table), .chart(chart)])
    ]
  }

  private func people(_ reach: CentreReach, isHome: Bool) -> Double? {
    let counted = reach.provinces.filter { $0.isHome == isHome }.compactMap(\.people)
    return Double(counted.reduce(0, +)) / 10_000
  }

  func groupSections() -> [PageSection] {
    guard !answer.groups.isEmpty else { return [] }
    var table = PageTable(
      language("两两之间", "Pair by pair"),
      columns: [
        .words(language("名称", "Group")), .words(language("两地", "Places")),
        .words(language("跨省", "Across")), .number(language("分钟", "Minutes")),
        .number(language("路程km", "Way km")), .number(language("绕行", "Detour")),
        .number(language("共界km", "Shared km")), .number(language("干线跨越", "Crossings")),
        .number(language("最长断口km", "Longest gap km")),
      ])
    for group in answer.groups {
      for found in group.pairs {
        table.append([
          .words(language(group.group.name)),
          .words(
            pair(
              language(region.name(of: group.units[found.first])),
              language(region.name(of: group.units[found.second])))),
          .words(found.isAcross ? "✓" : "–"), .number(found.travel?.minutes, decimals: 1),
          .number(found.travel?.kilometers, decimals: 1),
          .number(found.travel?.detour, decimals: 2),
          .number(found.borderKilometers, decimals: 1), .number(Double(found.crossings)),
          .number(found.gap?.length.kilometers, decimals: 1),
        ])
      }
    }
    return [PageSection(language("规划点名的组合", "Places named together"), [.table(table)])]
  }
}
