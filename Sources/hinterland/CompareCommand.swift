import Analysis
import ArgumentParser
import GeoIO
import Reports
import Routing
import Shapes
import Studies

/// `hinterland compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What scenarios change: minutes, circles, who gains, on whose side of a border.",
    discussion: """
      Each scenario file (YAML, or GeoJSON with the same keys) is compared with the baseline for the \
      places given with --of. --dry-run says what each will do: lengths, where each interchange \
      joins, what is refused. --rank says which of all their links a budget should buy. --close-each \
      takes no scenario and closes every expressway once.

      EXAMPLE: hinterland compare Examples/links/*.yaml --of 怀化,铜仁 -o links.csv
      """)

  @Argument(help: "Scenario files, each compared on its own.", completion: .scenario)
  var scenarios: [String] = []

  @Option(
    name: .customLong("of"), parsing: .upToNextOption,
    help: "The places it is about; several after each other or with commas.")
  var places: [String] = []

  @Option(
    name: .customLong("at"), parsing: .unconditionalSingleValue,
    help: "A point that it is about, as lon,lat in degrees; repeatable.")
  var points: [String] = []

  @Option(parsing: .unconditional, help: "Minutes, several with commas.")
  var within = "60"

  @Flag(help: "All scenarios together as one case more.")
  var together = false

  @Flag(
    name: .customLong("minutes-only"), help: "Leave circles out: much quicker for many places.")
  var isMinutesOnly = false

  @Flag(name: .customLong("dry-run"), help: "Say what the scenarios do to the roads, and stop.")
  var isDryRun = false

  @Flag(help: "Which of the links a budget should buy, alone and together.")
  var rank = false

  @Option(
    parsing: .unconditional, help: "What --rank may spend: 300 (亿元, 100 million yuan) or 300km.")
  var budget: String?

  @Option(
    name: .customLong("close-each"), help: "Close every route of a class once, as in expressway.")
  var closeEach: String?

  @OptionGroup var travel: AnyTravelOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try ExitCodes.exiting {
      if let closeEach {
        try close(closeEach)
        return
      }
      guard !scenarios.isEmpty else {
        throw UsageError(
          "No scenario is given; name files, as in `hinterland compare new.yaml --of 怀化`.")
      }
      if isDryRun {
        let language = try output.language(for: places)
        let workspace = try Workspace(try dataset.options(comparing: scenarios))
        StandardStreams.write(
          try CompareRun.plan(in: workspace, language: language), to: .standardOutput)
        return
      }
      if rank {
        try rankLinks()
        return
      }
      guard budget == nil else { throw UsageError("--budget is for --rank; give both.") }
      let request = try request()
      try output.answer(
        over: dataset, comparing: scenarios, names: places, doing: ("比较情景", "comparing scenarios")
      ) { workspace, language, say in
        try CompareRun(request, in: workspace, language: language, progress: say)
      }
    }
  }

  private func close(_ word: String) throws {
    guard scenarios.isEmpty, !rank, !isDryRun else {
      throw UsageError("--close-each closes the baseline's own routes; give it no scenario files.")
    }
    guard !places.isEmpty || !points.isEmpty else { throw noPlace }
    let request = CloseRequest(
      roadClass: try RoadClass(named: word, option: "--close-each"), places: places.splitNames(),
      points: try points.asPoints(), mode: try roadMode(for: "--close-each"),
      reading: try travel.centreReading())
    try output.answer(over: dataset, names: places, doing: ("逐条关闭", "closing routes")) {
      workspace, language, say in
      try CloseRun(request, in: workspace, language: language) { say("\($0)/\($1)") }
    }
  }

  private func rankLinks() throws {
    guard let budget else {
      throw UsageError("--rank needs a budget; give --budget 300 (亿元) or --budget 300km.")
    }
    guard !places.isEmpty || !points.isEmpty else { throw noPlace }
    let isLength = budget.lowercased().hasSuffix("km")
    guard let amount = Double(isLength ? String(budget.dropLast(2)) : budget), amount > 0,
      amount <= 1_000_000
    else {
      throw UsageError(
        "--budget is '\(budget.prefix(30))'; give 亿元, as in 300, or kilometres, as in 300km.")
    }
    let request = RankRequest(
      scenarios: scenarios, places: places.splitNames(), points: try points.asPoints(),
      measure: isLength ? .kilometers : .money, budget: amount,
      mode: try comparedMode(),
      reading: try travel.centreReading())
    try output.answer(
      over: dataset, comparing: scenarios, names: places, doing: ("比较组合", "valuing subsets")
    ) { workspace, language, say in
      try RankRun(request, in: workspace, language: language) { say("\($0)/\($1)") }
    }
  }

  private func roadMode(for option: String) throws(UsageError) -> TravelMode {
    let mode = try travel.travelMode()
    guard mode == .road || mode == .roadDoor else {
      throw UsageError(
        "\(option) is answered for --mode road or road-door, and \(mode.rawValue) is given.")
    }
    return mode
  }

  private func comparedMode() throws(UsageError) -> TravelMode {
    let mode = try travel.travelMode()
    guard mode.paysTerminals || mode == .road else {
      throw UsageError(
        "Scenarios are compared by road, road-door, rail-door or road-door,rail-door, and --mode "
          + "\(mode.rawValue) is given.")
    }
    return mode
  }

  private var noPlace: UsageError {
    UsageError("No place is given; say what it is about, as in --of 怀化,铜仁.")
  }

  /// The question as it was put, every value checked before work starts.
  private func request() throws(UsageError) -> CompareRequest {
    let request = CompareRequest(
      scenarios: scenarios, places: places.splitNames(), points: try points.asPoints(),
      minutes: try Minutes(parsing: within).list, mode: try comparedMode(),
      reading: try travel.centreReading(), hasCircles: !isMinutesOnly, isTogether: together)
    guard !request.places.isEmpty || !request.points.isEmpty else {
      throw noPlace
    }
    return request
  }
}
