import Analysis
import ArgumentParser
import Geometry
import Reports
import Shapes
import Studies

/// `hinterland route`.
struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "How one gets from one place to another, leg by leg.",
    discussion: """
      Each mode gives one itinerary with its legs, minutes and kilometres, so that a figure of \
      `circle` or `matrix` can be checked: the legs add up to it. Trains need no timetable; entry, \
      wait, ride, transfers and exit are legs of their own.

      EXAMPLE: hinterland route 长沙 怀化 --mode road-door,rail-door,rail -o route.geojson
      """)

  @Argument(help: "Where to start and where to go: two names or codes.")
  var places: [String] = []

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: "Start at a point instead, as lon,lat in degrees.")
  var point: String?

  @Option(
    name: .customLong("to-at"), parsing: .unconditional,
    help: "Go to a point instead, as lon,lat in degrees.")
  var toPoint: String?

  @Option(
    help: "Itineraries to compare, of road, road-door, rail-door, rail and walk, with commas.")
  var mode = "road-door,rail-door"

  @Option(
    name: .customLong("centre-at"),
    help: "Where a city starts: core, seat, or districts (every urban district's seat).",
    completion: .centreReading)
  var centreAt = CentreReading.core.rawValue

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try ExitCodes.exiting {
      let request = try request()
      try output.answer(over: dataset, names: places, doing: ("计算路线", "working out the route")) {
        workspace, language in
        try RouteRun(request, in: workspace, language: language)
      }
    }
  }

  /// The question as it was put, every value checked before work starts.
  private func request() throws(UsageError) -> RouteRequest {
    let names = places.splitNames()
    let points = [point, toPoint].count { $0 != nil }
    guard names.count == 2 - points else {
      throw UsageError(
        "A route has one start and one end, and \(names.count + points) "
          + "\(names.count + points == 1 ? "is" : "are") given; name two places, as in `hinterland "
          + "route 长沙 怀化`, or use --at and --to-at.")
    }
    var modes: [TravelMode] = []
    for text in NameList.split(NameList.halfWidth(mode)) {
      let mode = try TravelMode(named: text, option: "--mode")
      guard mode.hasItineraries else {
        throw UsageError(
          "--mode \(text) has no route; give road, road-door, rail-door, rail or walk.")
      }
      if !modes.contains(mode) { modes.append(mode) }
    }
    return RouteRequest(
      from: point == nil ? names.first : nil, fromPoint: try point.map(Self.position),
      to: toPoint == nil ? names.last : nil, toPoint: try toPoint.map(Self.position), modes: modes,
      reading: try CentreReading(named: centreAt, option: "--centre-at"))
  }

  private static func position(_ text: String) throws(UsageError) -> GeoPoint {
    try GeoPoint(parsing: text)
  }
}
