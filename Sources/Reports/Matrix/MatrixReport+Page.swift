import Analysis
import Geometry
import Routing
import Shapes

extension MatrixReport {
  /// Longer lists of places are drawn on the map and told in the file, not as a matrix of cells.
  private static let mostPlaces = 40
  /// Minutes that the map's classes end at.
  private static let bands = [30.0, 60, 90, 120, 180]

  /// One self-contained HTML page: counties by minutes from the nearest origin, and the matrix.
  ///
  /// - Throws: a `ShapeError` where counties cannot be drawn.
  public func resultPage() -> ResultPage {
    var page = ResultPage(
      title: language("\(originNames)的时间矩阵", "Times from \(originNames)"),
      kicker: language(
        "腹地 Hinterland · 时间矩阵 · \(PageWords(language).mode(matrix.question.mode))",
        "Hinterland · time matrix · \(PageWords(language).mode(matrix.question.mode))"),
      headline: typeset(sentence), on: ground.page)
    page.map = map
    page.sections = [
      PageSection(
        language("时间（分钟）", "Minutes"), isSmall ? [.chart(cells), .table(rows)] : [.table(rows)])
    ]
    page.method = [typeset(methodSentence)]
    page.warnings = warningSentences(in: language).map(typeset)
    return page
  }

  private func typeset(_ text: String) -> String { PageWords(language).typeset(text) }

  private var isSmall: Bool {
    matrix.origins.count <= Self.mostPlaces && matrix.destinations.count <= Self.mostPlaces
  }

  private var originNames: String {
    let names = matrix.origins.prefix(3).map { language($0.group.name) }
    let more =
      matrix.origins.count > 3
      ? language("等 \(matrix.origins.count) 地", " and \(matrix.origins.count - 3) more") : ""
    return names.joined(separator: language("、", ", ")) + more
  }

  /// Counties named as destinations, by minutes from the nearest origin; prefectures shade theirs.
  private var map: ResultMap {
    var minutes: [UnitReference: Double?] = [:]
    for (column, destination) in matrix.destinations.enumerated() {
      for case .unit(let unit) in destination.group.places {
        minutes[unit] = matrix.origins.indices.compactMap { matrix.minutes(from: $0, to: column) }
          .min()
      }
    }
    let counties = region.counties.indices.compactMap { county -> (Int, Double?)? in
      let units = [
        UnitReference(.county, county),
        UnitReference(.prefecture, region.counties[county].prefecture),
      ]
      return units.lazy.compactMap { minutes[$0] }.first.map { (county, $0) }
    }
    let figures = Figures(language: language)
    let unit = language(" 分钟", " min")
    let variable = MapVariable(
      language("距最近起点的分钟", "Minutes from the nearest origin"),
      scale: .bands(upTo: Self.bands, unit: unit), ofCounties: counties
    ) { figures.minutes($0) + unit }
    let origins = MapLayer(
      language("起点", "Origins"), symbol: .point(.accent),
      features: matrix.origins.flatMap { origin in
        origin.points.map {
          MapLayer.Feature(.point($0), label: language(origin.group.name), lines: [])
        }
      })
    return ResultMap(variables: [variable], layers: [origins])
  }

  private var cells: HeatMatrix {
    HeatMatrix(
      language("从各行到各列的分钟", "Minutes from each row to each column"),
      rows: matrix.origins.map { language($0.group.name) },
      columns: matrix.destinations.map { language($0.group.name) },
      values: matrix.origins.indices.map { row in
        matrix.destinations.indices.map { matrix.minutes(from: row, to: $0) }
      },
      scale: .bands(upTo: Self.bands, unit: language(" 分钟", " min")))
  }

  /// A row a pair of two places; of large matrices the nearest origin of each destination.
  private var rows: PageTable {
    var table = PageTable(
      isSmall
        ? language("每一对", "Every pair")
        : language("每个终点的最近起点", "The nearest origin of each destination"),
      columns: [
        .words(language("从", "From")), .words(language("到", "To")),
        .number(language("分钟", "Minutes")), .number(language("公里", "Kilometres")),
      ])
    for column in matrix.destinations.indices {
      let others = matrix.origins.indices.filter {
        matrix.origins[$0].group != matrix.destinations[column].group
      }
      let shown =
        isSmall
        ? others
        : others.min { matrix.time(from: $0, to: column) < matrix.time(from: $1, to: column) }
          .map { [$0] } ?? []
      for row in shown {
        table.append([
          .words(language(matrix.origins[row].group.name)),
          .words(language(matrix.destinations[column].group.name)),
          .number(matrix.minutes(from: row, to: column), decimals: 1),
          .number(matrix.kilometers(from: row, to: column), decimals: 1),
        ])
      }
    }
    return table
  }
}
