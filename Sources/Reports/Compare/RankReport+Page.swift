import Analysis
import Geometry
import Shapes

extension RankReport {
  /// The page: the links on a map, the front of cost and gain, each link's worth
  /// alone and last in.
  public func resultPage() -> ResultPage {
    let words = PageWords(language)
    let best = ranking.search.best
    let names = ranking.question.places.prefix(4).map { language($0.name) }
      .joined(separator: language("、", ", "))
    let budget = Figures.short(ranking.question.budget, places: 2)
    var page = ResultPage(
      title: language("\(names)：先建哪些", "What to build for \(names)"),
      kicker: language(
        "腹地 Hinterland · 线路排序 · 预算 \(budget) \(unit)",
        "Hinterland · ranking · budget \(budget) \(unit)"),
      headline: words.typeset(sentence),
      on: ground.page)
    let figures = Figures(language: language)
    page.figures = [
      PageFigure(
        language("入选线路", "Links chosen"), "\(best.members.count)",
        remark: language(
          "共 \(ranking.question.links.count) 条", "of \(ranking.question.links.count)")),
      PageFigure(
        language("花费", "Cost"), best.cost.fixed(1), unit: unit,
        remark: language("预算 \(budget)", "budget \(budget)")),
      PageFigure(
        language("节省", "Saves"), hours(best.value), unit: language("人·小时", "person-hours"),
        remark: language(
          "为全部线路的 \(figures.share(ranking.all > 0 ? Double(best.value) / Double(ranking.all) : nil))",
          "\(figures.share(ranking.all > 0 ? Double(best.value) / Double(ranking.all) : nil)) of all links"
        )),
    ]
    page.map = map
    page.sections = [frontSection, linkSection] + pairSection
    page.method = [
      words.typeset(
        language(
          "每种组合的节省与按该组合建成的路网所得相同：各县人口×到县城节省的分钟×地点人口权重。16 条以内穷举所有组合，更多时贪心加交换。",
          "Each subset saves what a network made with it saves: people of a county × minutes saved to "
            + "its seat × the place's share of people. Up to 16 links every subset is valued, more "
            + "by greedy steps and swaps."))
    ]
    page.parameters = [
      (language("预算", "Budget"), "\(budget) \(unit)"),
      (language("方式", "Mode"), words.mode(ranking.question.mode)),
      (language("看过的组合", "Subsets valued"), Figures.grouped("\(ranking.search.valued)")),
    ]
    page.warnings = warningSentences(in: language)
    return page
  }

  private var map: ResultMap {
    let chosen = Set(ranking.search.best.members)
    func layer(_ name: String, _ color: PageColor, _ width: Double, _ members: [Int]) -> MapLayer {
      MapLayer(
        name, symbol: .line(color, width: width, isCased: true),
        features: members.map { index in
          let link = ranking.question.links[index]
          return .init(
            .lines([link.course.map(\.position)]), label: link.name,
            lines: [
              link.name, link.length.kilometers.fixed(1) + " km",
              ranking.question.costs[index].fixed(1) + " " + unit,
              hours(ranking.alone[index]) + language(" 人·小时（单独）", " person-hours alone"),
            ], symbol: link.isRoad ? nil : .line(color, width: width, dash: [6, 4], isCased: true))
        })
    }
    let all = ranking.question.links.indices
    return ResultMap(layers: [
      layer(
        language("未入选", "Not chosen"), PageColor(0x7A7A7A), 2.4, all.filter { !chosen.contains($0) }
      ),
      layer(
        language("入选", "Chosen"), PageColor(0xC5541A), 4, all.filter { chosen.contains($0) }),
    ])
  }

  /// What the best subset of each cost saves, and where the budget stands.
  private var frontSection: PageSection {
    let front = ranking.search.front
    let best = ranking.search.best
    var chart = ScatterChart(
      language("花费与节省的前沿", "Front of cost and gain"),
      groups: [
        .init(
          language("前沿上的组合", "subsets on the front"),
          front.map { (x: $0.cost, y: Double($0.value) / 60, name: "") }),
        .init(
          language("预算内最优", "best for the budget"),
          [(x: best.cost, y: Double(best.value) / 60, name: "")]),
        .init(
          language("单条线路", "single links"),
          ranking.question.links.indices.map {
            (
              x: ranking.question.costs[$0], y: Double(ranking.alone[$0]) / 60,
              name: ranking.question.links[$0].name
            )
          }),
      ], xTitle: unit, yTitle: language("节省（人·小时）", "saves, person-hours"))
    let most = front.map { Double($0.value) / 60 }.max() ?? 0
    chart.lines = [
      .init(
        language("预算", "budget"),
        [(ranking.question.budget, 0), (ranking.question.budget, most)], isDashed: true)
    ]
    var table = PageTable(
      language("前沿", "The front"),
      columns: [
        .number(unit), .number(language("节省（人·小时）", "Saves, person-h")),
        .words(language("组合", "Links")),
      ])
    for choice in front where choice.mask != 0 {
      table.append([
        .number(choice.cost, decimals: 1), .number(Double(choice.value) / 60),
        .words(ranking.names(of: choice.mask).joined(separator: language("、", ", "))),
      ])
    }
    return PageSection(language("前沿", "The front"), [.chart(chart), .table(table)])
  }

  private var linkSection: PageSection {
    let chosen = Set(ranking.search.best.members)
    var table = PageTable(
      language("各线路，按性价比", "Links by value for money"),
      columns: [
        .words(language("线路", "Link")), .number("km"), .number(unit),
        .number(language("单独（人·小时）", "Alone, person-h")),
        .number(language("每\(unit)", "Per \(unit)")),
        .words(language("入选", "Chosen")),
        .number(language("最后加入", "Last in, person-h")), .words(language("造价来源", "Cost from")),
      ])
    for index in ranking.order {
      let link = ranking.question.links[index]
      let cost = ranking.question.costs[index]
      table.append([
        .words(link.name), .number(link.length.kilometers, decimals: 1),
        .number(cost, decimals: 1), .number(Double(ranking.alone[index]) / 60),
        .number(cost > 0 ? Double(ranking.alone[index]) / 60 / cost : nil),
        .words(chosen.contains(index) ? "✓" : "–"),
        .number(ranking.lastIn[index].map { Double($0) / 60 }), .words(costSources[index]),
      ])
    }
    let chart = BarChart(
      language("单独与最后加入的节省（人·小时）", "Saved alone and last in, person-hours"),
      names: ranking.order.map { ranking.question.links[$0].name },
      series: [
        .init(
          language("单独", "alone"), ranking.order.map { Double(ranking.alone[$0]) / 60 }),
        .init(
          language("最后加入（仅入选）", "last in (chosen ones)"),
          ranking.order.map { ranking.lastIn[$0].map { Double($0) / 60 } }),
      ], xTitle: language("人·小时", "person-hours"), decimals: 0)
    return PageSection(language("各线路", "Links"), [.chart(chart), .table(table)])
  }

  private var pairSection: [PageSection] {
    let kinds = [
      (ranking.complements, language("合起来才划算", "pay only together")),
      (ranking.substitutes, language("互相替代", "stand in for each other")),
    ]
    guard kinds.contains(where: { !$0.0.isEmpty }) else { return [] }
    var table = PageTable(
      language("两条线路", "Pairs"),
      columns: [
        .words(language("线路", "Links")), .words(language("关系", "How")),
        .number(language("一起（人·小时）", "Together, person-h")),
        .number(language("分别之和", "Sum of each")),
      ])
    for (pairs, words) in kinds {
      for pair in pairs {
        let names = [pair.first, pair.second].map { ranking.question.links[$0].name }
        table.append([
          .words(names.joined(separator: " + ")), .words(words),
          .number(Double(pair.together) / 60), .number(Double(pair.apart) / 60),
        ])
      }
    }
    return [PageSection(language("互补与替代", "Together and instead"), [.table(table)])]
  }
}
