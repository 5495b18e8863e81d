import Analysis
import Geometry
import Shapes

extension AccessReport {
  private static let barCount = 15

  /// The ends of the first measure's list, and two measures against each other.
  var rankSections: [PageSection] {
    let measures = answer.columns.filter { $0.spread != nil }
    guard let first = measures.first else { return [] }
    let numbers = first.numbers
    let order = numbers.indices.filter { numbers[$0] != nil }.sorted {
      let (left, right) = (numbers[$0] ?? 0, numbers[$1] ?? 0)
      return left == right ? $0 < $1 : left < right
    }
    func bars(_ rows: [Int], _ title: String) -> PageSection.Block {
      .chart(
        BarChart(
          title, names: rows.map { language(answer.places[$0].group.name) },
          series: [.init("", rows.map { numbers[$0].map { $0 / scale(first.variable) } })],
          xTitle: header(first.variable)))
    }
    let name = title(first.variable)
    let count = min(Self.barCount, order.count)
    var blocks = [
      bars(
        Array(order.prefix(count)),
        language("\(name)最低的\(count)处", "The \(count) lowest: \(name)"))
    ]
    if order.count > Self.barCount {
      blocks.append(
        bars(
          Array(order.suffix(count).reversed()),
          language("\(name)最高的\(count)处", "The \(count) highest: \(name)")))
    }
    if measures.count > 1 { blocks.append(.chart(scatter(measures[0], measures[1]))) }
    return [PageSection(language("高低两端", "Both ends"), blocks)]
  }

  /// Places of each province by two measures.
  private func scatter(_ x: AccessColumn, _ y: AccessColumn) -> ScatterChart {
    let (xs, ys) = (x.numbers, y.numbers)
    let region = ground.region
    let provinces = Set(answer.places.compactMap { $0.unit.flatMap(region.provinceIndex) }).sorted()
    let groups = provinces.map { province in
      ScatterChart.Group(
        language(region.provinces[province].name),
        answer.places.indices.compactMap { row in
          guard answer.places[row].unit.flatMap(region.provinceIndex) == province,
            let x0 = xs[row], let y0 = ys[row]
          else { return nil }
          let name = answer.places.count <= 60 ? language(answer.places[row].group.name) : ""
          return (x0 / scale(x.variable), y0 / scale(y.variable), name)
        })
    }
    var chart = ScatterChart(
      language(
        "\(title(x.variable))与\(title(y.variable))", "\(title(x.variable)) and \(title(y.variable))"
      ),
      groups: groups, xTitle: header(x.variable), yTitle: header(y.variable))
    chart.isYLogarithmic = !y.variable.isTime
    return chart
  }

  /// How unequal the places are.
  var spreadSection: PageSection? {
    let measures = answer.columns.filter { $0.spread != nil }
    guard !measures.isEmpty else { return nil }
    var table = PageTable(
      language("差异与集聚", "Inequality and clustering"),
      columns: [
        .words(language("指标", "measure")), .number(language("人口平均", "mean of people")),
        .number(language("变异系数", "variation")), .number(language("基尼", "Gini")),
        .number(language("泰尔", "Theil")), .number(language("省间占比", "between provinces")),
        .number(language("莫兰I", "Moran's I")), .number("p"),
        .number(language("高–高", "high–high")), .number(language("低–低", "low–low")),
      ])
    for column in measures {
      guard let spread = column.spread else { continue }
      let mean = spread.peopleMean ?? spread.mean
      func count(_ quadrant: LocalMoran.Quadrant) -> PageTable.Cell {
        .number(spread.moran == nil ? nil : Double(spread.count(of: quadrant)))
      }
      table.append([
        .words(header(column.variable)),
        .figure(figure(mean, column.variable), value: mean),
        .number(spread.variation, decimals: 3), .number(spread.gini, decimals: 3),
        .number(spread.theil?.total, decimals: 3), .share(spread.theil?.betweenShare),
        .number(spread.moran?.value, decimals: 3),
        .number(spread.moran?.test.pTwoSided, decimals: 3), count(.highHigh), count(.lowLow),
      ])
    }
    return PageSection(language("差异与集聚", "Inequality and clustering"), [.table(table)])
  }

  /// Primacy, and sizes by rank.
  var hierarchySection: PageSection? {
    guard !answer.hierarchy.isEmpty else { return nil }
    let region = ground.region
    var table = PageTable(
      language("首位度与位序规模", "Primacy and rank-size"),
      columns: [
        .words(language("范围", "of")), .number(language("地市", "prefectures")),
        .words(language("首位", "largest")), .number("S2"), .number("S4"), .number("S11"),
        .number(language("位序规模q", "rank-size q")), .number("R²"),
      ])
    for row in answer.hierarchy {
      table.append([
        .words(
          row.province.map { language(region.provinces[$0].name) } ?? language("全部", "all")),
        .number(Double(row.cities)), .words(language(region.prefectures[row.largest].name)),
        .number(row.primacy.two, decimals: 2), .number(row.primacy.four, decimals: 2),
        .number(row.primacy.eleven, decimals: 2), .number(row.rankSize?.exponent, decimals: 2),
        .number(row.rankSize?.fit, decimals: 3),
      ])
    }
    return PageSection(language("规模体系", "Sizes of cities"), [.table(table)])
  }

  /// Every row, as in the CSV, in a reader's figures.
  var placeTable: PageTable {
    let region = ground.region
    var table = PageTable(
      language("各地", "All places"),
      columns: [
        .words(language("地区", "place")), .words(language("地市", "prefecture")),
        .words(language("省", "province")), .number(language("人口", "people")),
      ]
        + answer.columns.map { column in
          column.variable.kind == .text
            ? .words(header(column.variable)) : .number(header(column.variable))
        } + [.number(language("数据外陆地", "beyond dataset"))])
    for (row, place) in answer.places.enumerated() {
      let county = place.unit.flatMap { $0.level == .county ? $0.index : nil }
      let parent = county.map { region.prefectures[region.counties[$0].prefecture].name }
      let province = place.unit.flatMap(region.provinceIndex).map { region.provinces[$0].name }
      table.append(
        [
          .words(language(place.group.name), county: county),
          .words(parent.map { language($0) } ?? ""), .words(province.map { language($0) } ?? ""),
          .number(place.people.map { Double($0) }),
        ]
          + answer.columns.map { column in
            if case .text(let text) = column.values[row] { return .words(text) }
            return column.variable.kind == .text
              ? .words("–")
              : .figure(figure(column.numbers[row], column.variable), value: column.numbers[row])
          } + [.share(place.edgeShare)])
    }
    return table
  }

  /// What the measures asked hang on, a line each.
  var parameterLines: [(name: String, value: String)] {
    let parameters = answer.question.parameters
    let minute = language(" 分钟", " min")
    let kilometer = language(" 公里", " km")
    func short(_ value: Double) -> String { Figures.short(value, places: 1) }
    func list(_ values: [Double]) -> String { values.map(short).joined(separator: " / ") + minute }
    var lines: [(name: String, value: String)] = []
    for indicator in answer.question.indicators {
      switch indicator {
      case .watt: break
      case .potential:
        lines.append((language("潜能的指数 α", "α of the potential"), short(parameters.exponent)))
      case .daily: lines.append((language("日常可达", "daily reach"), list(parameters.daily)))
      case .transportPerformance:
        let pairs = parameters.performances.map {
          short($0.minutes) + minute + " · " + short($0.kilometers) + kilometer
        }
        lines.append(
          (language("交通绩效", "transport performance"), pairs.joined(separator: " / ")))
      case .linkage: break
      case .decay:
        lines.append((language("衰减的 θ", "θ of the decay"), short(parameters.decay) + minute))
      case .target:
        lines.append((language("1-2-3 目标", "1-2-3 targets"), list(parameters.targets)))
      }
    }
    return lines + [
      (language("最短行程", "shortest trip"), short(parameters.shortest) + minute),
      (language("地区内部速度", "speed inside a place"), short(answer.innerSpeed) + " km/h"),
      (
        language("查看数据外陆地的半径", "radius for land beyond the data"),
        short(parameters.frame) + kilometer
      ),
      (
        language("置换次数(全局、局部)", "permutations (global, local)"),
        "\(parameters.permutations), \(parameters.localPermutations)"
      ),
      (language("种子", "seed"), "\(parameters.seed)"),
      (
        language("错误发现率", "false discovery rate"),
        short(parameters.falseDiscoveryRate * 100) + "%"
      ),
    ]
  }
}

extension Region {
  /// Index of the province that a unit is or lies in.
  func provinceIndex(of unit: UnitReference) -> Int? {
    switch unit.level {
    case .county: counties[unit.index].province
    case .prefecture: prefectures[unit.index].province
    case .province: unit.index
    }
  }
}
