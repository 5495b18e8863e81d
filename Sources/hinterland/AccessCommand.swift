import Analysis
import ArgumentParser
import Reports
import Shapes
import Studies

/// `hinterland access`.
struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "How well places reach people and facilities, and hang together.",
    discussion: """
      Places are counties, prefectures, or names; a system or a province stands for its counties. \
      Without another option the usual indicators are worked out. `access systems`, or --cohesion, \
      tells how the members of named systems hang together.

      EXAMPLE: hinterland access counties --indicator watt,daily -o access.csv
      """)

  @Argument(help: "counties, prefectures, systems, or names; after each other or with commas.")
  var places: [String] = []

  @Option(
    name: .customLong("at"), parsing: .unconditionalSingleValue,
    help: "A point to start from, as lon,lat in degrees; repeatable.")
  var points: [String] = []

  @Option(
    name: .customLong("indicator"),
    help: "watt, potential, daily, transport-performance, linkage, decay or target; with commas.")
  var indicators: String?

  @Option(
    name: .customLong("nearest"),
    help: """
      Minutes to the nearest interchange, station, hsr, intercity, conventional, airport, port or \
      own-prefecture, or of a .csv or .geojson of points; with commas.
      """)
  var nearest: String?

  @Flag(name: .customLong("structure"), help: "Ways out, dead ends, and who lies between whom.")
  var isStructure = false

  @Flag(name: .customLong("cohesion"), help: "How the members of each named system hang together.")
  var isCohesion = false

  @Option(name: .customLong("to"), help: "Whose people are reached: counties or prefectures.")
  var to: String?

  @Option(help: "What is reached: people, urban (town residents), or a column of --weights.")
  var weight = "people"

  @Option(
    help: "A .csv with code and the column that --weight names, a row a county.",
    completion: .file(extensions: ["csv"]))
  var weights: String?

  @Option(
    help: "road (free flow) or road-door (plus terminal minutes).", completion: .roadMode)
  var mode = TravelMode.roadDoor.rawValue

  @Option(
    name: .customLong("centre-at"),
    help: "Where a city starts: core, seat, or districts (every urban district's seat).",
    completion: .centreReading)
  var centreAt = CentreReading.seat.rawValue

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try ExitCodes.exiting {
      let request = try request()
      func answer<Run: QuestionRun>(_ ask: (AccessRequest, Workspace, Language) throws -> Run)
        throws
      {
        try output.answer(
          over: dataset, names: places, doing: ("计算可达性", "working out access")
        ) { workspace, language in
          try ask(request, workspace, language)
        }
      }
      switch request.ask {
      case .indicators: try answer { try AccessRun($0, in: $1, language: $2) }
      case .nearest: try answer { try NearestRun($0, in: $1, language: $2) }
      case .structure: try answer { try StructureRun($0, in: $1, language: $2) }
      case .cohesion: try answer { try CohesionRun($0, in: $1, language: $2) }
      }
    }
  }

  /// The question as it was put, every value checked before work starts.
  private func request() throws(UsageError) -> AccessRequest {
    let names = places.splitNames()
    let request = AccessRequest(
      places: names, points: try points.asPoints(), ask: try ask(of: names), to: to,
      mode: try TravelMode(byRoad: mode),
      reading: try CentreReading(named: centreAt, option: "--centre-at"), weight: weight,
      weights: weights)
    guard !request.places.isEmpty || !request.points.isEmpty else {
      throw UsageError(
        "No place is given; name some, as in `hinterland access counties`, or use --at lon,lat.")
    }
    if request.ask == .cohesion, request.places.isEmpty || !request.points.isEmpty {
      throw UsageError("--cohesion is asked of systems; name some, or give `systems`.")
    }
    if let to, !["counties", "prefectures"].contains(to) {
      throw UsageError("--to is '\(to.prefix(30))'; give counties or prefectures.")
    }
    return request
  }

  private func ask(of names: [String]) throws(UsageError) -> AccessRequest.Ask {
    let asksSystems = names.contains { $0.lowercased() == "systems" }
    let asked = [
      indicators.map { _ in "--indicator" }, nearest.map { _ in "--nearest" },
      isStructure ? "--structure" : nil, isCohesion ? "--cohesion" : nil,
    ].compactMap { $0 }
    guard asked.count <= 1 else {
      throw UsageError("\(asked.joined(separator: " and ")) are two questions; ask one at a time.")
    }
    if asksSystems, let other = asked.first, other != "--cohesion" {
      throw UsageError(
        "\(other) is about counties and prefectures; name a system instead of `systems`.")
    }
    if let nearest {
      let layers = [nearest].splitNames()
      guard !layers.contains("") else {
        throw UsageError(
          "--nearest '\(nearest.prefix(30))' names nothing at a comma; give kinds, as in "
            + "--nearest station,airport.")
      }
      return .nearest(layers)
    }
    if isStructure { return .structure }
    if isCohesion || (asksSystems && asked.isEmpty) { return .cohesion }
    guard let indicators else { return .indicators(AccessIndicator.usual) }
    var list: [AccessIndicator] = []
    for name in [indicators].splitNames() {
      let indicator = try AccessIndicator(named: name, option: "--indicator")
      if !list.contains(indicator) { list.append(indicator) }
    }
    guard !list.isEmpty else {
      throw UsageError("--indicator names nothing; give one, as in --indicator watt.")
    }
    return .indicators(list)
  }
}
