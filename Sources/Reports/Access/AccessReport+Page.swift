import Analysis
import Geometry
import Shapes

extension AccessReport {
  /// The answer as a page.
  public func resultPage() -> ResultPage {
    var page = ResultPage(
      title: language("可达性:\(scope)", "Access: \(scope)"),
      kicker: language("腹地 Hinterland · 可达性", "Hinterland · access"), headline: sentence,
      on: ground.page)
    page.figures = figures
    let variables = measures.compactMap(variable) + measures.compactMap(neighbourVariable)
    if !variables.isEmpty { page.map = ResultMap(variables: variables) }
    page.sections = sections
    page.method = methodSentences()
    page.parameters = parameterLines
    page.warnings = warningSentences(in: language)
    return page
  }

  private var measures: [AccessColumn] { answer.columns.filter { $0.spread != nil } }

  private var scope: String {
    let count = answer.places.count
    if count == 1 { return language(answer.places[0].group.name) }
    return language("\(count)处", "\(count) places")
  }

  private var figures: [PageFigure] {
    measures.prefix(4).compactMap { column in
      guard let spread = column.spread else { return nil }
      let moran = spread.moran.map {
        language("莫兰I ", "Moran's I ") + $0.value.fixed(2) + language(",p ", ", p ")
          + $0.test.pTwoSided.fixed(3)
      }
      let variation = spread.variation.map { language("变异系数", "variation ") + $0.fixed(2) }
      return PageFigure(
        title(column.variable), figure(spread.peopleMean ?? spread.mean, column.variable),
        unit: unit(column.variable),
        remark: [language("按人口平均", "mean over people"), variation, moran].compactMap { $0 }
          .joined(separator: language(";", "; ")))
    }
  }

  /// Rows whose surroundings the dataset does not hold, as counties.
  private var hatched: [Int] {
    Set(
      answer.places.filter { $0.edgeShare >= AccessPlace.hatchedFrom }
        .compactMap(\.unit).flatMap { ground.region.counties(of: $0) }
    ).sorted()
  }

  private var hatchedMeaning: String {
    language(
      "周围\(Int(AccessPlace.hatchedFrom * 100))%以上的陆地在数据之外:总量偏低、平均时间偏高",
      "\(Int(AccessPlace.hatchedFrom * 100))% or more of the land around is beyond the dataset: sums too "
        + "low, average times too high"
    )
  }

  /// Counties by classes of about as many each.
  private func variable(_ column: AccessColumn) -> MapVariable? {
    let scale = scale(column.variable)
    let units = answer.places.indices.compactMap { row in
      answer.places[row].unit.map { (unit: $0, value: column.numbers[row].map { $0 / scale }) }
    }
    guard !units.isEmpty else { return nil }
    let breaks = ClassScale.quantiles(of: units.compactMap(\.value), classes: 6)
    let unit = unit(column.variable)
    let suffix = unit.isEmpty ? "" : " " + unit
    let isTime = column.variable.isTime
    guard !breaks.isEmpty else { return nil }
    var variable = MapVariable(
      title(column.variable),
      scale: isTime
        ? .bands(upTo: breaks, unit: suffix) : .sequential(breaks, unit: suffix, ramp: .violet),
      of: units, in: ground.region
    ) { self.figure($0 * scale, column.variable) + suffix }
    variable.hatched = hatched
    variable.hatchedMeaning = hatchedMeaning
    return variable
  }

  /// What figures on maps are divided by: 万 or thousands where people are counted.

  /// What each county is among its neighbours.
  private func neighbourVariable(_ column: AccessColumn) -> MapVariable? {
    guard let spread = column.spread, spread.moran != nil else { return nil }
    let labels =
      LocalMoran.Quadrant.allCases.map(quadrantName) + [language("不显著", "not significant")]
    let kinds = answer.places.indices.flatMap { row -> [(county: Int, kind: Int?)] in
      guard let unit = answer.places[row].unit else { return [] }
      let kind = spread.local[row].map { local in
        local.isSignificant
          ? LocalMoran.Quadrant.allCases.firstIndex(of: local.quadrant) ?? labels.count - 1
          : labels.count - 1
      }
      return ground.region.counties(of: unit).map { ($0, kind) }
    }
    var variable = MapVariable(
      title(column.variable) + language("·集聚(LISA)", " · clusters (LISA)"), categories: labels,
      colors: [
        PageColor(0xC0392B), PageColor(0x2E6DA4), PageColor(0xE8A08F), PageColor(0x9DBEDB),
        PageColor(0xECEAE4),
      ], ofCounties: kinds)
    variable.hatched = hatched
    variable.hatchedMeaning = hatchedMeaning
    return variable
  }

  private func quadrantName(_ quadrant: LocalMoran.Quadrant) -> String {
    switch quadrant {
    case .highHigh: language("高–高", "high–high")
    case .lowLow: language("低–低", "low–low")
    case .highLow: language("高–低", "high–low")
    case .lowHigh: language("低–高", "low–high")
    }
  }

  private var sections: [PageSection] {
    var sections: [PageSection] = []
    if measures.count > 1 {
      let small = measures.compactMap { column in
        variable(column).map { SmallMaps.Small(header(column.variable), variable: $0) }
      }
      if !small.isEmpty {
        sections.append(
          PageSection(
            language("各指标并列", "The measures side by side"),
            [
              .maps(
                SmallMaps(
                  small,
                  caption: language(
                    "各图按自身分位数分级,每级地点数大致相等。",
                    "Each in classes of its own, of about as many places each.")))
            ]))
      }
    }
    if answer.places.count > 2 { sections += rankSections + [spreadSection].compactMap { $0 } }
    if let hierarchy = hierarchySection { sections.append(hierarchy) }
    sections.append(
      PageSection(
        language("各地", "All places"), [.table(placeTable)]))
    return sections
  }
}
