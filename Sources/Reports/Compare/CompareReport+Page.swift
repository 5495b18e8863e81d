import Analysis
import Geometry
import Routing
import Shapes

extension CompareReport {
  /// The page: ground gained and lost, winners and losers on a map a case, the
  /// gain by province, who builds and who gains.
  public func resultPage() -> ResultPage {
    let names = comparison.question.places.prefix(4).map { language($0.name) }
      .joined(separator: language("、", ", "))
    let said = comparison.cases.map { typeset(sentence(for: $0)) }
    let minutes = comparison.question.minutes.map { Figures.short($0, places: 2) }
      .joined(separator: language("、", ", "))
    var page = ResultPage(
      title: language("\(names)：情景比较", "Scenarios for \(names)"),
      kicker: language(
        "腹地 Hinterland · 情景比较 · \(minutes) 分钟 · \(mode)",
        "Hinterland · scenarios · \(minutes) min · \(mode)"),
      headline: headline, on: ground.page)
    page.figures = comparison.cases.prefix(6).map { answer in
      let gains = comparison.gains(of: answer, in: region)
      return PageFigure(
        answer.name, Figures.grouped("\(gains.total / 60)"),
        unit: language("人·小时", "person-hours"),
        remark: language("居民到所问地点一趟的节省", "saved by residents on one trip each"))
    }
    page.map = map
    page.sections =
      (said.count > 1 ? [PageSection(language("要点", "In short"), [.list(said)])] : [])
      + [winnerSection, circleSection] + minuteSection + [gainSection, balanceSection]
      + [accessSection, seatSection]
    page.method = [typeset(methodSentence)]
    page.parameters = [
      (language("分钟", "Minutes"), minutes), (language("方式", "Mode"), mode),
      (language("参数", "Profile"), comparison.profile.name),
    ]
    page.warnings = warningSentences(in: language)
    return page
  }

  private var mode: String { PageWords(language).mode(comparison.question.mode) }

  func typeset(_ text: String) -> String { PageWords(language).typeset(text) }

  /// What the scenario that saves most does.
  public var headline: String {
    mostUseful.map { typeset(sentence(for: comparison.cases[$0])) } ?? ""
  }

  /// Index of the case that saves most: what a page opens with.
  var mostUseful: Int? {
    let totals = comparison.cases.map { comparison.gains(of: $0, in: region).total }
    return totals.indices.max { (totals[$0], $1) < (totals[$1], $0) }
  }

  // MARK: Sections

  /// The same ground a case: winners orange, losers blue.
  private var winnerSection: PageSection {
    let maps = comparison.cases.map { answer in
      SmallMaps.Small(
        answer.name, variable: variable(answer), layers: [linkLayer([answer]), placeLayer])
    }
    return PageSection(
      language("谁得谁失", "Winners and losers"),
      [
        .maps(
          SmallMaps(
            maps,
            caption: language(
              "各县居民每次出行（到按人口抽取的所问地点）节省的分钟；橙为节省，蓝为变慢，留白为不变。",
              "Minutes that a resident of each county saves on a trip to a place drawn by its people: "
                + "orange saves, blue loses, blank stays the same.")))
      ])
  }

  private var circleSection: PageSection {
    let figures = Figures(language: language)
    var table = PageTable(
      language("各情景、地点、时限", "By scenario, place and contour"),
      columns: [
        .words(language("情景", "Scenario")), .words(language("地点", "Place")),
        .number(language("分钟", "Minutes")), .number(language("人口", "People")),
        .number(language("增", "Gained")), .number(language("减", "Lost")), .number("km²"),
        .number(language("增km²", "Gained km²")), .number(language("减km²", "Lost km²")),
        .words(language("新到达", "Newly reached")), .words(language("不再到达", "No longer reached")),
      ])
    func people(_ extent: Circle.Extent?) -> PageTable.Cell {
      .figure(figures.people(extent?.people), value: extent?.people.map(Double.init))
    }
    for answer in comparison.cases {
      for (place, group) in comparison.question.places.enumerated() {
        for (index, minutes) in comparison.question.minutes.enumerated() {
          let circle = comparison.question.hasCircles ? answer.circles[place][index] : nil
          func seats(_ by: CaseAnswer, _ notBy: CaseAnswer) -> PageTable.Cell {
            let found = comparison.seats(
              reachedBy: by, notBy: notBy, from: place, within: minutes)
            return .words(
              found.isEmpty
                ? "–"
                : found.map { language(region.counties[$0].name) }
                  .joined(separator: language("、", ", ")))
          }
          table.append([
            .words(answer.name), .words(language(group.name)),
            .figure(figures.minutes(minutes), value: minutes), people(circle?.extent),
            people(circle?.gained?.extent), people(circle?.lost?.extent),
            .number(circle?.extent.area), .number(circle?.gained?.extent.area),
            .number(circle?.lost?.extent.area), seats(answer, comparison.baseline),
            seats(comparison.baseline, answer),
          ])
        }
      }
    }
    return PageSection(language("圈的变化", "What circles gain"), [.table(table)])
  }

  /// Minutes between the places, where there are several.
  private var minuteSection: [PageSection] {
    let places = comparison.question.places
    guard places.count > 1 else { return [] }
    var table = PageTable(
      language("所问地点之间", "Between the places"),
      columns: [
        .words(language("情景", "Scenario")), .words(language("从", "From")),
        .words(language("到", "To")), .number(language("之前（分钟）", "Before, min")),
        .number(language("之后（分钟）", "After, min")), .number(language("变化", "Change")),
      ])
    for answer in comparison.cases {
      for row in places.indices {
        for column in places.indices where row != column {
          let before = TravelTime.minutes(of: comparison.baseline.between[row][column])
          let after = TravelTime.minutes(of: answer.between[row][column])
          let change = before.flatMap { before in after.map { $0 - before } }
          table.append([
            .words(answer.name), .words(language(places[row].name)),
            .words(language(places[column].name)), .number(before, decimals: 1),
            .number(after, decimals: 1), .number(change, decimals: 1),
          ])
        }
      }
    }
    return [PageSection(language("时间", "Minutes"), [.table(table)])]
  }

  /// Residents' province by places' province, a matrix a case with the sums that it adds up to.
  private var gainSection: PageSection {
    let provinces = comparison.placeProvinces(in: region)
    let columns = Set(provinces.map { $0 ?? -1 }).sorted()
    func name(_ column: Int) -> String {
      column < 0 ? language("其他", "elsewhere") : language(region.provinces[column].name)
    }
    let cells = comparison.cases.map {
      comparison.gains(of: $0, in: region).byProvince(in: region, placeProvinces: provinces)
    }
    let scale = ClassScale.sequential(
      ClassScale.quantiles(
        of: cells.joined().map { Double($0.personMinutes) / 60 }.filter { $0 > 0 }))
    var blocks: [PageSection.Block] = []
    for (answer, cells) in zip(comparison.cases, cells) {
      let rows = region.provinces.indices.filter { province in
        cells.contains { $0.residents == province && $0.personMinutes != 0 }
      }
      guard !rows.isEmpty else { continue }
      func minutes(_ row: Int?, _ column: Int?) -> Double {
        let sum = cells.filter {
          (row == nil || $0.residents == row) && (column == nil || ($0.destination ?? -1) == column)
        }.reduce(0) { $0 + $1.personMinutes }
        return Double(sum) / 60
      }
      let all: [Int?] = rows.map { $0 } + [nil]
      let across: [Int?] = columns.map { $0 } + [nil]
      blocks.append(
        .chart(
          HeatMatrix(
            typeset(
              language(
                "\(answer.name)：居民所在省（行）× 所问地点所在省（列），人·小时",
                "\(answer.name): residents' province (rows) × the places' (columns), person-hours")),
            rows: all.map {
              $0.map { language(region.provinces[$0].name) } ?? language("合计", "Sum")
            },
            columns: across.map { $0.map(name) ?? language("合计", "Sum") },
            values: all.map { row in across.map { minutes(row, $0) } }, scale: scale)))
    }
    if blocks.isEmpty {
      blocks.append(.prose(language("没有任何节省。", "Nothing is saved.")))
    }
    return PageSection(language("各省得益", "Gain by province"), blocks)
  }

  private var balanceSection: PageSection {
    let names = Dictionary(
      region.provinces.map { ($0.name.chinese, language($0.name)) }, uniquingKeysWith: { $1 })
    return PageSection(
      language("谁建谁得", "Who builds, who gains"),
      [
        .table(
          PageTable(
            language("各省里程、造价与得益", "Kilometres, cost and gain by province"),
            comparison.balanceTable(in: region),
            heads: [
              ("scenario", language("情景", "Scenario")), ("province", language("省份", "Province")),
              ("built_km", language("境内km", "km built")),
              ("built_share", language("里程占比", "Of the km")),
              ("cost_yi", language("造价（亿元）", "Cost, 100 M yuan")),
              ("gain_person_minutes", language("得益（人·分钟）", "Gain, person-min")),
              ("gain_share", language("得益占比", "Of the gain")),
              ("gain_per_km", language("每公里", "A km")),
              ("gain_per_yi", language("每亿元", "Per 100 M yuan")),
            ], text: { $0 == "province" ? names[$1] ?? $1 : $1 }))
      ])
  }

  private var accessSection: PageSection {
    var table = PageTable(
      language("各地按人口的均值，前后对照", "Mean of the places by people, before and after"),
      columns: [
        .words(language("情景", "Scenario")), .words(language("指标", "Indicator")),
        .number(language("之前", "Before")), .number(language("之后", "After")), .number("%"),
      ])
    for (answer, indicator, before, after) in accessChanges {
      table.append([
        .words(answer.name), .words(typeset(words(indicator))),
        .figure(value(before, indicator), value: before),
        .figure(value(after, indicator), value: after),
        .number(before != 0 ? (after / before - 1) * 100 : nil, decimals: 2),
      ])
    }
    return PageSection(language("可达性指标", "Access"), [.table(table)])
  }

  private var seatSection: PageSection {
    let figures = Figures(language: language)
    var table = PageTable(
      language("时间有变化的县", "Counties whose minutes change"),
      columns: [
        .words(language("情景", "Scenario")), .words(language("地点", "Place")),
        .words(language("县", "County")), .words(language("省份", "Province")),
        .number(language("之前（分钟）", "Before, min")), .number(language("之后（分钟）", "After, min")),
        .number(language("变化", "Change")), .number(language("得益（人·小时）", "Gain, person-h")),
        .words(language("把握", "Standing")), .number(language("人口", "People")),
      ])
    for answer in comparison.cases {
      let gains = comparison.gains(of: answer, in: region)
      for (place, group) in comparison.question.places.enumerated() {
        let changed = region.counties.indices.filter {
          answer.times[place][$0] != comparison.baseline.times[place][$0]
        }.sorted {
          (-abs(gains.values[$0][place]), $0) < (-abs(gains.values[$1][place]), $1)
        }
        for county in changed {
          let unit = region.counties[county]
          let after = answer.minutes(from: place, to: county)
          let contour = after.flatMap { time in
            comparison.question.minutes.first { time <= $0 }
          }
          table.append([
            .words(answer.name), .words(language(group.name)),
            .words(language(unit.name), county: county),
            .words(language(region.provinces[unit.province].name)),
            .number(comparison.baseline.minutes(from: place, to: county), decimals: 1),
            .number(after, decimals: 1),
            .number(comparison.change(by: answer, from: place, to: county), decimals: 1),
            .number(Double(gains.values[county][place]) / 60, decimals: 0),
            .words(
              words(
                answer.standing(
                  of: county, from: place,
                  within: contour ?? comparison.question.minutes.last ?? 60))),
            .figure(figures.people(unit.people), value: unit.people.map(Double.init)),
          ])
        }
      }
    }
    return PageSection(
      language("各县", "Counties"),
      [
        .table(table),
        .note(
          language(
            "把握：按之后所在的时限；“确定”为速度降低 10% 仍在限内，“两可”为只在速度带内的某些速度下在限内。",
            "Standing, for the contour it lies in after: certain also at speeds 10 % lower, contested "
              + "within the band only.")),
      ])
  }

  private func words(_ standing: Standing) -> String {
    switch standing {
    case .certain: language("确定", "certain")
    case .contested: language("两可", "contested")
    case .out: language("圈外", "out")
    }
  }
}
