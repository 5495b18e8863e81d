import Analysis
import Geometry
import Shapes

extension BorderEffectReport {
  /// The page: the three factors, what each measure saves, where dead ends face
  /// each other.
  public func resultPage() -> ResultPage {
    let words = PageWords(language)
    var page = ResultPage(
      title: language("\(names)：省界的代价", "\(names): what the border costs"),
      kicker: language("腹地 Hinterland · 省界", "Hinterland · borders"),
      headline: words.typeset(sentence),
      on: ground.page)
    page.map = map
    page.sections = [pairSection, measureSection]
    page.method = [
      words.typeset(
        language(
          "跨省与省内（直线距离相差一成以内）的驻地对相比；三项措施各按六种先后次序的平均节省计（夏普利值），合计等于三项都做的节省。",
          "Pairs over the border are matched with pairs within a province of the same straight "
            + "distance to a tenth. Each measure's share is its mean over the six orders (Shapley), "
            + "so that the shares add up to what all three save."))
    ]
    page.parameters = [
      (
        language("驻地直线距离（km）", "Seats within, km"),
        Figures.short(effect.question.reach / 1_000, places: 1)
      ),
      (
        language("断头路间距（km）", "Gap of dead ends, km"),
        Figures.short(effect.question.gap / 1_000, places: 1)
      ),
    ]
    page.warnings = warningSentences(in: language)
    return page
  }

  private var map: ResultMap {
    let sides = MapVariable(
      language("两侧", "Sides"),
      categories: effect.question.provinces.map { language(region.provinces[$0].name) },
      ofCounties: region.counties.indices.compactMap { county in
        effect.question.provinces.firstIndex(of: region.counties[county].province)
          .map { (county: county, kind: $0) }
      })
    let ends = MapLayer(
      language("相对的断头路", "Dead ends that face each other"),
      symbol: .line(PageColor(0xC5541A), width: 4, isCased: true),
      features: effect.deadEnds.map {
        .init(
          .lines([[$0.first, $0.second]]), lines: [($0.distance / 1_000).fixed(1) + " km"])
      })
    return ResultMap(variables: [sides], layers: ends.features.isEmpty ? [] : [ends])
  }

  private var pairSection: PageSection {
    var table = PageTable(
      language("跨省与省内", "Over the border and within"),
      columns: [
        .words(language("驻地对", "Pairs")), .number(language("对数", "Number")),
        .number(language("绕行系数", "Detour")), .number("km/h"),
        .number(language("每直线km分钟", "Minutes a straight km")),
      ])
    for (title, means) in sides {
      table.append([
        .words(title), .number(Double(means.pairs)), .number(means.detour, decimals: 3),
        .number(means.speed, decimals: 1), .number(means.minutesPerKilometer, decimals: 3),
      ])
    }
    let chart = BarChart(
      language("各因素使跨省出行变长的倍数", "Factor by which each makes trips over the border longer"),
      names: factors.map(\.name), series: [.init(language("倍", "times"), factors.map(\.factor))],
      xTitle: language("倍", "times"), decimals: 3)
    return PageSection(language("长在哪里", "Why longer"), [.chart(chart), .table(table)])
  }

  private var measureSection: PageSection {
    var table = PageTable(
      language("三项措施", "The three measures"),
      columns: [
        .words(language("措施", "Measure")), .number(language("处数", "Places")),
        .number(language("平均每对省（分钟）", "Saves a pair, min")),
      ])
    for measure in BorderMeasure.allCases {
      table.append([
        .words(words(measure)), .number(Double(count(measure))),
        .number(effect.meanMinutes(of: measure), decimals: 2),
      ])
    }
    table.append([
      .words(language("合计", "All")), .words(""), .number(effect.meanMinutesOfAll, decimals: 2),
    ])
    return PageSection(language("怎样缩短", "What would shorten them"), [.table(table)])
  }
}
