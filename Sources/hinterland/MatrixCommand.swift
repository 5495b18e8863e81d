import Analysis
import ArgumentParser
import Reports
import Shapes
import Studies

/// `hinterland matrix`.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "How long it takes from each of some places to each of others.",
    discussion: """
      Places are named as for `circle`; counties, prefectures and systems stand for all of them. \
      Without --to every place is reached from every other. A trip ends at a seat and takes the \
      minutes that a circle gives for that seat.

      EXAMPLE: hinterland matrix 长沙 株洲 湘潭 --to 怀化 岳阳 -o times.csv
      """)

  @Argument(help: "Names, codes or systems to start from; several after each other or with commas.")
  var places: [String] = []

  @Option(
    name: .customLong("at"), parsing: .unconditionalSingleValue,
    help: "A point to start from, as lon,lat in degrees; repeatable.")
  var points: [String] = []

  @Option(
    name: .customLong("to"), parsing: .upToNextOption,
    help: "Names, codes or systems to reach; several after each other or with commas.")
  var to: [String] = []

  @Option(
    name: .customLong("to-at"), parsing: .unconditionalSingleValue,
    help: "A point to reach, as lon,lat in degrees; repeatable.")
  var toPoints: [String] = []

  @OptionGroup var travel: AnyTravelOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try ExitCodes.exiting {
      let request = try request()
      try output.answer(
        over: dataset, names: places + to, doing: ("计算时间矩阵", "working out times")
      ) { workspace, language in
        try MatrixRun(request, in: workspace, language: language)
      }
    }
  }

  /// The question as it was put, every value checked before work starts.
  private func request() throws(UsageError) -> MatrixRequest {
    let request = MatrixRequest(
      from: places.splitNames(), fromPoints: try points.asPoints(), to: to.splitNames(),
      toPoints: try toPoints.asPoints(), mode: try travel.travelMode(),
      reading: try travel.centreReading())
    guard !request.from.isEmpty || !request.fromPoints.isEmpty else {
      throw UsageError(
        "No place is given; name some, as in `hinterland matrix 长沙 怀化`, or use --at lon,lat.")
    }
    return request
  }
}
