import Analysis
import Geometry
import Shapes

extension AccessReport {
  /// More places are summed up; their rows are for files.
  private static let mostRows = 40
  /// Of each end of a long list.
  private static let shownRanks = 5

  /// The answer for a terminal.
  public func text() -> String {
    var text = sentence + "\n\n"
    if answer.places.count <= Self.mostRows {
      text += placeGrid.text + "\n"
    } else {
      text += ranksTable.text + "\n"
    }
    if !spreadTable.isEmpty { text += spreadTable.text + "\n" }
    if !hierarchyTable.isEmpty { text += hierarchyTable.text + "\n" }
    return text
      + ground.closing(
        warnings: warningSentences(in: language),
        method: methodSentences().joined(separator: language("", " ")))
  }

  /// The answer in one sentence: the mean, and the two ends, of the first measure.
  public var sentence: String {
    let count = answer.places.count
    guard let column = answer.columns.first(where: { $0.spread != nil }), let spread = column.spread
    else {
      return language("\(count)处。", "\(count) places.")
    }
    func end(_ row: Int) -> String {
      language(answer.places[row].group.name)
        + language("(", " (") + figure(column.numbers[row], column.variable)
        + language(")", ")")
    }
    let name = title(column.variable)
    let unit = unit(column.variable)
    guard count > 1 else {
      return language(
        "\(language(answer.places[0].group.name)):\(name)\(figure(spread.mean, column.variable))\(unit)。",
        "\(language(answer.places[0].group.name)): \(name) \(figure(spread.mean, column.variable)) \(unit)."
      )
    }
    let mean = figure(spread.peopleMean ?? spread.mean, column.variable)
    return language(
      "\(count)处的\(name),按人口平均\(mean)\(unit):最低\(end(spread.lowest)),最高\(end(spread.highest))。",
      "\(name) of \(count) places, on average over people \(mean) \(unit): lowest "
        + "\(end(spread.lowest)), highest \(end(spread.highest)).") + targetsSentence
  }

  /// How many places meet all of 1-2-3; empty where that was not asked.
  private var targetsSentence: String {
    guard let column = answer.columns.first(where: { $0.variable == .targetsMet }) else {
      return ""
    }
    let all = Double(answer.question.parameters.targets.count)
    let met = answer.places.indices.filter { column.numbers[$0] == all }
    let people = met.reduce(0) { $0 + (answer.places[$1].people ?? 0) }
    let everyone = answer.places.reduce(0) { $0 + ($1.people ?? 0) }
    let share = everyone > 0 ? Double(people) / Double(everyone) : nil
    let figures = Figures(language: language)
    return language(
      "1-2-3目标三项全部达到的有\(met.count)处、\(figures.people(people))人(\(figures.share(share)))。",
      " \(met.count) of them with \(figures.people(people)) people (\(figures.share(share))) meet all "
        + "three of the 1-2-3 targets.")
  }

  private var placeGrid: TextTable {
    var table = TextTable(
      [.init(title: language("地区", "place"), isNumber: false)]
        + answer.columns.map { column in
          .init(title: header(column.variable), isNumber: column.variable.kind != .text)
        } + [.init(title: language("范围外", "beyond"), isNumber: true)])
    for (row, place) in answer.places.enumerated() {
      table.append(
        [language(place.group.name)] + answer.columns.map { cell($0, row) }
          + [(place.edgeShare * 100).fixed(0) + "%"])
    }
    return table
  }

  func header(_ variable: AccessVariable) -> String {
    let unit = unit(variable)
    return unit.isEmpty ? title(variable) : title(variable) + language("(", " (") + unit + ")"
  }

  func cell(_ column: AccessColumn, _ row: Int) -> String {
    if case .text(let text) = column.values[row] { return text }
    return figure(column.numbers[row], column.variable)
  }

  /// The ends of each measure's list.
  private var ranksTable: TextTable {
    let measures = answer.columns.filter { $0.spread != nil }
    var table = TextTable(
      [.init(title: language("序", "rank"), isNumber: true)]
        + measures.map { .init(title: header($0.variable), isNumber: false) })
    let orders = measures.map { column -> [Int] in
      let numbers = column.numbers
      let known = numbers.indices.filter { numbers[$0] != nil }
      let isBestLow = column.variable.isTime
      return known.sorted {
        let (left, right) = (numbers[$0] ?? 0, numbers[$1] ?? 0)
        return left == right ? $0 < $1 : isBestLow ? left < right : left > right
      }
    }
    func line(_ rank: Int, fromEnd: Bool) -> [String] {
      zip(measures, orders).map { column, order in
        guard rank < order.count else { return "" }
        let row = fromEnd ? order[order.count - 1 - rank] : order[rank]
        return language(answer.places[row].group.name) + " " + cell(column, row)
      }
    }
    for rank in 0..<Self.shownRanks { table.append(["\(rank + 1)"] + line(rank, fromEnd: false)) }
    table.append(["…"] + measures.map { _ in "…" })
    for rank in (0..<Self.shownRanks).reversed() {
      table.append(["−\(rank + 1)"] + line(rank, fromEnd: true))
    }
    return table
  }

  private var spreadTable: TextTable {
    var table = TextTable([
      .init(title: language("指标", "measure"), isNumber: false),
      .init(title: language("地点平均", "mean of places"), isNumber: true),
      .init(title: language("人口平均", "mean of people"), isNumber: true),
      .init(title: language("变异系数", "variation"), isNumber: true),
      .init(title: language("基尼", "Gini"), isNumber: true),
      .init(title: language("泰尔", "Theil"), isNumber: true),
      .init(title: language("省间占比", "between provinces"), isNumber: true),
      .init(title: language("莫兰I", "Moran's I"), isNumber: true),
      .init(title: "p", isNumber: true), .init(title: "HH/LL/HL/LH", isNumber: false),
    ])
    for column in answer.columns where answer.places.count > 2 {
      guard let spread = column.spread else { continue }
      func decimals(_ value: Double?) -> String { value.map { $0.fixed(3) } ?? "–" }
      let counts = LocalMoran.Quadrant.allCases.map { "\(spread.count(of: $0))" }
      table.append([
        header(column.variable), figure(spread.mean, column.variable),
        figure(spread.peopleMean, column.variable), decimals(spread.variation),
        decimals(spread.gini), decimals(spread.theil?.total),
        spread.theil?.betweenShare.map { ($0 * 100).fixed(0) + "%" } ?? "–",
        decimals(spread.moran?.value), decimals(spread.moran?.test.pTwoSided),
        spread.moran == nil ? "–" : counts.joined(separator: "/"),
      ])
    }
    return table
  }

  private var hierarchyTable: TextTable {
    var table = TextTable([
      .init(title: language("地市规模", "sizes of prefectures"), isNumber: false),
      .init(title: language("个数", "number"), isNumber: true),
      .init(title: language("首位", "largest"), isNumber: false),
      .init(title: language("二城指数", "S2"), isNumber: true),
      .init(title: language("四城", "S4"), isNumber: true),
      .init(title: language("十一城", "S11"), isNumber: true),
      .init(title: language("位序规模q", "rank-size q"), isNumber: true),
    ])
    func decimals(_ value: Double?) -> String { value.map { $0.fixed(2) } ?? "–" }
    for row in answer.hierarchy {
      table.append([
        row.province.map { language(ground.region.provinces[$0].name) }
          ?? language("全部", "all"),
        "\(row.cities)", language(ground.region.prefectures[row.largest].name),
        decimals(row.primacy.two), decimals(row.primacy.four), decimals(row.primacy.eleven),
        row.rankSize.map { "\($0.exponent.fixed(2)) ± \($0.standardError.fixed(2))" } ?? "–",
      ])
    }
    return table
  }
}
