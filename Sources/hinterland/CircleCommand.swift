import Analysis
import ArgumentParser
import Reports
import Shapes
import Studies

/// `hinterland circle`.
struct CircleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circle",
    abstract: "Who and what lies within some minutes of one or many centres.",
    discussion: """
      Centres are named as plans write them: 长沙, 长沙市, changsha, 430100, or a system such as \
      长株潭 or 鹤中. Several become one circle, or one each with --each. The table counts people \
      and ground from cells, never from the drawn shape.

      EXAMPLE: hinterland circle 长沙 --within 60 -o circle.geojson -o circle.html
      """)

  @Argument(help: "Names, codes or systems to start from; several after each other or with commas.")
  var places: [String] = []

  @Option(
    name: .customLong("at"), parsing: .unconditionalSingleValue,
    help: "A point to start from, as lon,lat in degrees; repeatable.")
  var points: [String] = []

  @Option(
    name: .customLong("centre-zone"), help: "A layer whose areas are a centre; repeatable.",
    completion: .layer)
  var centreZones: [String] = []

  @Option(parsing: .unconditional, help: "Minutes, up to 100 of them with commas.")
  var within = "60"

  @OptionGroup var travel: AnyTravelOptions

  @Flag(name: .customLong("each"), help: "One circle a centre instead of one around all.")
  var isEach = false

  @Option(
    name: .customLong("zone"),
    help: "An area to hold the circle against: a .geojson layer, a system, or names with commas.",
    completion: .layer)
  var zones: [String] = []

  @Option(
    parsing: .unconditional,
    help: "Let drawn polygons leave the iso-line by up to so many metres, as in 50m.")
  var simplify = "0m"

  @Option(
    help:
      "With --mode walk: a table (kind,lon,lat) or layer of points; one ring a kind; repeatable.")
  var facilities: [String] = []

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  /// Metres: a walk of five minutes is shorter than a cell of the embedded dataset.
  private static let walkingCell = "50m"

  func run() throws {
    try ExitCodes.exiting {
      let mode = try travel.travelMode()
      var dataset = dataset
      if mode == .walk, dataset.cell == nil { dataset.cell = Self.walkingCell }
      let names = places + zones
      let doing = ("计算通勤圈", "working out circles")
      guard facilities.isEmpty else {
        let request = try lifeCircles(mode)
        return try output.answer(over: dataset, names: names, doing: doing) { workspace, language in
          try LifeCircleRun(request, in: workspace, language: language)
        }
      }
      let request = try request()
      switch mode {
      case .rail:
        try output.answer(over: dataset, names: names, doing: doing) { workspace, language in
          try StationCircleRun(request, in: workspace, language: language)
        }
      case .air:
        try output.answer(over: dataset, names: names, doing: doing) { workspace, language in
          try AirCircleRun(request, in: workspace, language: language)
        }
      default:
        try output.answer(over: dataset, names: names, doing: doing) { workspace, language in
          try CircleRun(request, in: workspace, language: language)
        }
      }
    }
  }

  /// Facilities, and the places whose people are asked about.
  private func lifeCircles(_ mode: TravelMode) throws(UsageError) -> LifeCircleRequest {
    guard mode == .walk else {
      throw UsageError("--facilities are reached on foot; add --mode walk.")
    }
    guard points.isEmpty, centreZones.isEmpty, zones.isEmpty else {
      throw UsageError(
        "--facilities are the centres; name places to ask about their people, and leave out --at, "
          + "--centre-zone and --zone.")
    }
    return LifeCircleRequest(
      files: facilities, places: places.splitNames(), minutes: try Minutes(parsing: within).list)
  }

  /// The question as it was put, every value checked before work starts.
  private func request() throws(UsageError) -> CircleRequest {
    let request = CircleRequest(
      places: places.splitNames(),
      points: try points.asPoints(),
      centreZones: centreZones, minutes: try Minutes(parsing: within).list,
      mode: try travel.travelMode(), reading: try travel.centreReading(), isEach: isEach,
      zones: zones, tolerance: try Length(parsing: simplify, option: "--simplify", 0...5_000).meters
    )
    guard !request.places.isEmpty || !points.isEmpty || !centreZones.isEmpty else {
      throw UsageError(
        "No centre is given; name a place, as in `hinterland circle 长沙`, or use --at lon,lat.")
    }
    return request
  }
}
