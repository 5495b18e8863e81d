import Analysis
import Geometry
import Routing
import Shapes

extension MatrixReport {
  /// Longer lists of places are drawn on the map and told in the file, not as a matrix of cells.
  private static let mostPlaces = 40
  /// Minutes that the map's classes end at.
  private static let bands = [30.0, 60, 90, 120, 180]

  /// One self-contained HTML page: the longer list of places by minutes from the nearest of the
  /// shorter, and the matrix.
  public func resultPage() -> ResultPage {
    var page = ResultPage(
      title: language(
        "\(names(of: matrix.origins))到\(names(of: matrix.destinations))",
        "\(names(of: matrix.origins)) to \(names(of: matrix.destinations))"),
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

  private func names(of ends: [TravelMatrix.End]) -> String {
    let names = ends.prefix(3).map { language($0.group.name) }
    let more =
      ends.count > 3 ? language("等 \(ends.count) 地", " and \(ends.count - 3) more") : ""
    return names.joined(separator: language("、", ", ")) + more
  }

  /// Whether the map shades origins: the longer list is shaded, the shorter drawn as points.
  private var shadesOrigins: Bool { matrix.origins.count > matrix.destinations.count }

  private var shaded: [TravelMatrix.End] { shadesOrigins ? matrix.origins : matrix.destinations }

  private var pointed: [TravelMatrix.End] { shadesOrigins ? matrix.destinations : matrix.origins }

  /// The origin and destination that a shaded place and a pointed one are.
  private func pair(_ shaded: Int, _ pointed: Int) -> (row: Int, column: Int) {
    shadesOrigins ? (shaded, pointed) : (pointed, shaded)
  }

  /// The pointed place that is nearest to a shaded one, other than itself.
  private func nearest(to index: Int) -> (row: Int, column: Int)? {
    pointed.indices.filter { pointed[$0].group != shaded[index].group }
      .map { pair(index, $0) }
      .min { matrix.time(from: $0.row, to: $0.column) < matrix.time(from: $1.row, to: $1.column) }
  }

  /// Counties shaded by minutes; a prefecture's minutes are of its seat, so it is a point.
  private var map: ResultMap {
    let times = shaded.indices.map { index in
      nearest(to: index).flatMap { matrix.minutes(from: $0.row, to: $0.column) }
    }
    let counties = zip(shaded, times).flatMap { end, minutes in
      end.counties.map { ($0, minutes) }
    }
    let variable = MapVariable(
      shadesOrigins
        ? language("到最近终点的分钟", "Minutes to the nearest destination")
        : language("距最近起点的分钟", "Minutes from the nearest origin"),
      scale: .bands(upTo: Self.bands, unit: unit), ofCounties: counties
    ) { minutesWords($0) }
    let drawn = Set(pointed.map(\.group))
    let others = zip(shaded, times).filter { end, _ in
      !drawn.contains(end.group) && end.counties.isEmpty
    }
    let (starts, ends) = (language("起点", "Origins"), language("终点", "Destinations"))
    return ResultMap(
      variables: counties.isEmpty ? [] : [variable],
      layers: [
        points(shadesOrigins ? ends : starts, .accent, pointed.map { ($0, nil) }),
        points(shadesOrigins ? starts : ends, PageColor(0xC5541A), others),
      ].filter { !$0.features.isEmpty })
  }

  private var unit: String { language(" 分钟", " min") }

  private func minutesWords(_ minutes: Double) -> String { figures.minutes(minutes) + unit }

  private func points(
    _ title: String, _ color: PageColor, _ ends: [(TravelMatrix.End, minutes: Double?)]
  ) -> MapLayer {
    MapLayer(
      title, symbol: .point(color),
      features: ends.flatMap { end, minutes in
        end.points.map {
          MapLayer.Feature(
            .point($0), label: language(end.group.name),
            lines: minutes.map { [minutesWords($0)] } ?? [])
        }
      })
  }

  private var cells: HeatMatrix {
    HeatMatrix(
      language("从各行到各列的分钟", "Minutes from each row to each column"),
      rows: matrix.origins.map { language($0.group.name) },
      columns: matrix.destinations.map { language($0.group.name) },
      values: matrix.origins.indices.map { row in
        matrix.destinations.indices.map { matrix.minutes(from: row, to: $0) }
      },
      scale: .bands(upTo: Self.bands, unit: unit))
  }

  /// A row a pair of two places; of large matrices the nearest place of each of the longer list.
  private var rows: PageTable {
    var table = PageTable(
      isSmall
        ? language("每一对", "Every pair")
        : shadesOrigins
          ? language("每个起点的最近终点", "The nearest destination of each origin")
          : language("每个终点的最近起点", "The nearest origin of each destination"),
      columns: [
        .words(language("从", "From")), .words(language("到", "To")),
        .number(language("分钟", "Minutes")), .number(language("公里", "Kilometres")),
      ])
    let pairs =
      isSmall
      ? matrix.destinations.indices.flatMap { column in
        matrix.origins.indices.filter {
          matrix.origins[$0].group != matrix.destinations[column].group
        }.map { (row: $0, column: column) }
      } : shaded.indices.compactMap { nearest(to: $0) }
    for (row, column) in pairs {
      table.append([
        .words(language(matrix.origins[row].group.name)),
        .words(language(matrix.destinations[column].group.name)),
        .number(matrix.minutes(from: row, to: column), decimals: 1),
        .number(matrix.kilometers(from: row, to: column), decimals: 1),
      ])
    }
    return table
  }
}

extension TravelMatrix.End {
  /// The counties that it names as such.
  fileprivate var counties: [Int] {
    group.places.compactMap { place in
      if case .unit(let unit) = place, unit.level == .county { unit.index } else { nil }
    }
  }
}
