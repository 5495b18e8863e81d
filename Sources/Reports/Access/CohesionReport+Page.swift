import Analysis
import Geometry
import Shapes

extension CohesionReport {
  /// More systems cover each other on a map.
  private static let mostOnMap = 12
  private static let mostBars = 40

  /// The answer as a page.
  public func resultPage() -> ResultPage {
    var page = ResultPage(
      title: language("体系内部联系", "How systems hang together"),
      kicker: language("腹地 Hinterland · 可达性", "Hinterland · access"), headline: sentence,
      on: ground.page)
    if answer.systems.count <= Self.mostOnMap {
      page.map = ResultMap(
        layers: answer.systems.enumerated().map { index, cohesion in
          MapLayer(
            language(cohesion.system.name),
            symbol: .area(PageColor.distinct[index % PageColor.distinct.count]),
            features: [
              .init(
                .areas(cohesion.system.counties.flatMap { ground.region.counties[$0].polygons }),
                label: language(cohesion.system.name))
            ])
        })
    }
    let known = answer.systems.filter { $0.meanMinutes != nil }.sorted {
      ($0.meanMinutes ?? 0, $0.system.name.chinese) < ($1.meanMinutes ?? 0, $1.system.name.chinese)
    }.prefix(Self.mostBars)
    page.sections = [
      PageSection(
        language("成员两两平均时间", "Mean minutes between members"),
        [
          .chart(
            BarChart(
              language("最紧密的\(known.count)个", "The \(known.count) closest"),
              names: known.map { language($0.system.name) },
              series: [.init("", known.map(\.meanMinutes))],
              xTitle: language("分钟", "minutes")))
        ]), PageSection(language("各体系", "All systems"), [.table(systemsTable)]),
    ]
    page.sections +=
      answer.systems.count == 1
      ? details(of: answer.systems[0]).map {
        [
          PageSection(
            language("环与要害", "Ring and weak point"),
            [.list($0.split(separator: "\n").map(String.init))])
        ]
      } ?? [] : []
    page.method = methodSentences
    page.warnings = warningSentences(in: language)
    return page
  }

  private var systemsTable: PageTable {
    var table = PageTable(
      language("各体系", "All systems"),
      columns: [
        .words(language("体系", "system")), .number(language("成员", "members")),
        .number(language("人口", "people")), .words(language("合并规模", "merged size")),
        .number(language("平均分钟", "mean min")), .number(language("最慢", "slowest")),
      ]
        + answer.question.within.map { .number("≤" + Figures.short($0, places: 1)) } + [
          .number(language("片数", "pieces")), .words(language("环", "ring")),
          .number(language("一圈", "lap")), .number(language("重复", "driven twice")),
          .words(language("最要紧的路", "critical road")),
          .number(language("断后增加", "added if cut")), .number(language("断开对数", "pairs lost")),
        ])
    for cohesion in answer.systems {
      let county = cohesion.cut?.county.map { language(ground.region.counties[$0].name) } ?? ""
      let ring = cohesion.ring.map {
        $0.isClosed ? language("闭合", "closed") : language("未闭合", "open")
      }
      let system = cohesion.system
      var row: [PageTable.Cell] = [
        .words(language(system.name)), .number(Double(system.members.count)),
        .number(cohesion.people.map { Double($0) }),
        .words(cohesion.sizeClass.map(className) ?? "–"),
        .number(cohesion.meanMinutes, decimals: 1),
        .number(cohesion.slowest?.minutes, decimals: 1),
      ]
      row += cohesion.shares.map { PageTable.Cell.share($0) }
      row += [
        .number(Double(cohesion.pieces)), .words(ring ?? "–"),
        .number(cohesion.ring?.minutes), .share(cohesion.ring?.repeatedShare),
      ]
      row += [
        .words(cohesion.cut.map { "\($0.road) \(county)" } ?? "–"),
        .number(cohesion.cut?.addedMinutes, decimals: 1),
        .number(cohesion.cut.map { Double($0.lostPairs) }),
      ]
      table.append(row)
    }
    return table
  }
}
