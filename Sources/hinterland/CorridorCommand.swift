import Analysis
import ArgumentParser
import Geometry
import Reports
import Studies

/// `hinterland corridor`.
struct CorridorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corridor",
    abstract: "Who and what lies within some minutes of where a line can be entered.",
    discussion: """
      Lines are named as plans write them: 京广高铁, 渝厦高铁 (its three parts), 沪昆高速, G60. Minutes run \
      from interchanges and stations, never from the line between them. Several lines are also held \
      against each other: what both reach, and what is nearest to which.

      EXAMPLE: hinterland corridor 京广高铁 沪昆高铁 渝厦高铁 --within 30 -o belts.html
      """)

  @Argument(help: "Names or codes of lines; several after each other or with commas.")
  var names: [String] = []

  @Option(
    name: .customLong("via"), parsing: .unconditionalSingleValue,
    help: "A line through places, entered at each, as in 长沙,益阳,常德; repeatable.")
  var places: [String] = []

  @Option(
    name: .customLong("line"),
    help: "A .geojson layer with a line, and a point wherever it can be entered; repeatable.",
    completion: .layer)
  var layers: [String] = []

  @Option(parsing: .unconditional, help: "Minutes, up to 100 of them with commas.")
  var within = "30"

  @Option(
    help: "road (free flow) or road-door (plus terminal minutes).", completion: .roadMode)
  var mode = TravelMode.roadDoor.rawValue

  @Option(
    name: .customLong("hub"), parsing: .unconditionalSingleValue,
    help: "Cities that a line may bring nearer, with commas: compares with and without it.")
  var hubs: [String] = []

  @Option(parsing: .unconditional, help: "Minutes that count as nearer to a hub.")
  var gain = "5"

  @Option(parsing: .unconditional, help: "Kilometres of line a bar of the profile.")
  var step = "20"

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try ExitCodes.exiting {
      let request = try request()
      try output.answer(
        over: dataset, names: names + places + hubs, doing: ("计算走廊", "looking along the lines")
      ) { workspace, language in
        try CorridorRun(request, in: workspace, language: language)
      }
    }
  }

  /// The question as it was put, every value checked before work starts.
  private func request() throws(UsageError) -> CorridorRequest {
    let request = CorridorRequest(
      names: names.splitNames(), places: places, layers: layers,
      minutes: try Minutes(parsing: within).list,
      mode: try TravelMode(byRoad: mode),
      hubs: hubs.splitNames(), gain: try Number(parsing: gain, option: "--gain", 0.1...1_000).value,
      step: try Number(parsing: step, option: "--step", 1...1_000).value)
    guard !request.names.isEmpty || !places.isEmpty || !layers.isEmpty else {
      throw UsageError(
        "No line is given; name one, as in `hinterland corridor 京广高铁`, or use --via or --line.")
    }
    return request
  }
}
