import Analysis
import Geometry
import Shapes

extension MatrixReport {
  /// Wider and longer matrices are summed up; their pairs are for files.
  private static let mostColumns = 12
  private static let mostRows = 40

  /// The answer for a terminal: the minutes as a grid, or what they range over.
  public func text() -> String {
    var text = sentence + "\n\n"
    if matrix.destinations.count <= Self.mostColumns, matrix.origins.count <= Self.mostRows {
      text += grid.text + "\n"
    } else {
      text += language(
        "表格过大,仅列统计;用 -o 文件.csv 写出每一对。\n\n",
        "Too large for a grid: -o file.csv writes every pair.\n\n")
    }
    for warning in warningSentences(in: language) {
      text += language("注意:", "Note: ") + warning + "\n"
    }
    text += methodSentence + "\n"
    return text + notes.closing(in: language)
  }

  /// How many pairs, how many reached, and their middle and longest minutes.
  public var sentence: String {
    let figures = Figures(language: language)
    let minutes = pairMinutes
    let (rows, columns) = (matrix.origins.count, matrix.destinations.count)
    guard let longest = minutes.last else {
      return language(
        "\(rows) 个起点 × \(columns) 个终点:没有可达的地点对。",
        "\(rows) origins × \(columns) destinations: no pair is reached.")
    }
    let middle = (minutes[minutes.count / 2] + minutes[(minutes.count - 1) / 2]) / 2
    return language(
      "\(rows) 个起点 × \(columns) 个终点:\(minutes.count) 对可达,"
        + "中位 \(figures.minutes(middle)) 分钟,最长 \(figures.minutes(longest)) 分钟。",
      "\(rows) origins × \(columns) destinations: \(minutes.count) pairs reached, "
        + "median \(figures.minutes(middle)) min, longest \(figures.minutes(longest)) min.")
  }

  /// Minutes of every reached pair of two places, ascending.
  private var pairMinutes: [Double] {
    matrix.origins.indices.flatMap { row in
      matrix.destinations.indices.compactMap { column in
        matrix.origins[row].group == matrix.destinations[column].group
          ? nil : matrix.minutes(from: row, to: column)
      }
    }.sorted()
  }

  private var grid: TextTable {
    let figures = Figures(language: language)
    var table = TextTable(
      [.init(title: language("从\\到(分钟)", "from \\ to (min)"), isNumber: false)]
        + matrix.destinations.map { .init(title: language($0.group.name), isNumber: true) })
    for (row, origin) in matrix.origins.enumerated() {
      table.append(
        [language(origin.group.name)]
          + matrix.destinations.indices.map { figures.minutes(matrix.minutes(from: row, to: $0)) })
    }
    return table
  }

  /// The mode, where trips start and end, and the profile.
  var methodSentence: String {
    let words = PageWords(language)
    if matrix.question.mode == .rail {
      return language(
        "方式:\(words.mode(.rail));只计乘车与换乘,车站取两地驻地附近最快的一对;里程为铁路里程;"
          + "速度方案 \(matrix.profile.name)。",
        "Mode: \(words.mode(.rail)); rides and transfers alone, between the stations near both seats "
          + "that are quickest; kilometres are by rail; profile \(matrix.profile.name).")
    }
    guard !region.counties.isEmpty else {
      return language(
        "方式:\(words.mode(matrix.question.mode));起终点为所问位置;里程为最快路线全程,含两端接驳;"
          + "速度方案 \(matrix.profile.name)。",
        "Mode: \(words.mode(matrix.question.mode)); from point to point; kilometres are of the fastest "
          + "way, both last legs included; profile \(matrix.profile.name).")
    }
    let start =
      switch matrix.question.reading {
      case .core: language("起点为建成区边缘", "trips start at the edge of the built-up core")
      case .seat: language("起点为政府驻地", "trips start at the seat")
      case .districts: language("起点为各区驻地", "trips start at the urban districts' seats")
      }
    return language(
      "方式:\(words.mode(matrix.question.mode));\(start),终点为驻地;里程为最快路线全程,含两端接驳;"
        + "速度方案 \(matrix.profile.name)。",
      "Mode: \(words.mode(matrix.question.mode)); \(start) and end at a seat; kilometres are of the "
        + "fastest way, both last legs included; profile \(matrix.profile.name).")
  }
}
