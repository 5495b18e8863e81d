import Analysis
import Geometry
import Shapes

extension CloseReport {
  /// Routes named in the chart.
  private static let mostBars = 20

  /// The page: how much each county depends on a single route, and what each
  /// route carries.
  public func resultPage() -> ResultPage {
    let words = PageWords(language)
    let names = answer.question.places.prefix(4).map { language($0.name) }
      .joined(separator: language("、", ", "))
    var page = ResultPage(
      title: language("\(names)：逐条关闭", "One route closed at a time: \(names)"),
      kicker: language("腹地 Hinterland · 脆弱性", "Hinterland · closures"),
      headline: words.typeset(sentence),
      on: ground.page)
    let unit = language(" 分钟", " min")
    page.map = ResultMap(variables: [
      MapVariable(
        language("关闭一条路线最多多花", "Lost at worst when one route closes"),
        scale: .sequential([1, 5, 10, 20, 40, 80], unit: unit),
        ofCounties: answer.exposure.map { ($0.county, $0.worstMinutes) }
          .sorted { $0.0 < $1.0 }.map { (county: $0.0, value: $0.1) }
      ) { Figures.short($0, places: 1) + unit }
    ])
    page.sections = [closureSection, exposureSection]
    page.parameters = [(language("方式", "Mode"), words.mode(answer.question.mode))]
    return page
  }

  private var closureSection: PageSection {
    var table = PageTable(
      language("各路线", "Routes"),
      columns: [
        .words(language("关闭", "Closed")), .number("km"),
        .number(language("多花（人·小时）", "Loss, person-h")),
        .number(language("断开", "Pairs cut off")), .words(language("受损最重", "Worst for")),
        .number(language("分钟", "Minutes")),
      ])
    for closure in answer.closures {
      table.append([
        .words("\(routeName(closure.route)) (\(closure.route))"),
        .number(closure.length.kilometers), .number(Double(closure.loss) / 60),
        .number(Double(closure.cutOff)),
        .words(
          closure.worstCounty.map { language(region.counties[$0].name) } ?? "–",
          county: closure.worstCounty), .number(closure.worstMinutes, decimals: 1),
      ])
    }
    let most = answer.closures.prefix(Self.mostBars)
    let chart = BarChart(
      language("关闭后多花的人·小时", "Person-hours lost where it closes"),
      names: most.map { "\(routeName($0.route)) \($0.route)" },
      series: [.init(language("多花", "lost"), most.map { Double($0.loss) / 60 })],
      xTitle: language("人·小时", "person-hours"), decimals: 0)
    return PageSection(
      language("路线的分量", "What routes carry"), [.chart(chart), .table(table)])
  }

  private var exposureSection: PageSection {
    var table = PageTable(
      language("各县", "Counties"),
      columns: [
        .words(language("县", "County")), .number(language("最多多花（分钟）", "Worst, min")),
        .words(language("路线", "Route")), .number(language("平均（分钟）", "Mean, min")),
      ])
    for row in answer.exposure {
      table.append([
        .words(language(region.counties[row.county].name), county: row.county),
        .number(row.worstMinutes, decimals: 1),
        .words("\(routeName(row.worstRoute)) (\(row.worstRoute))"),
        .number(row.meanMinutes, decimals: 2),
      ])
    }
    return PageSection(language("对单一路线的依赖", "Dependence on one route"), [.table(table)])
  }
}
