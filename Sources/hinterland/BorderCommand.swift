import Analysis
import ArgumentParser
import Geometry
import Reports
import Studies

/// `hinterland border`.
struct BorderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "border",
    abstract: "Which counties across provincial borders belong together, and what parts them.",
    discussion: """
      Provinces ask about the borders between them (one alone: all its borders): kilometres, roads \
      over them, and clusters of counties that short links join. Cities ask how many people they \
      reach in each province. A system such as 通城–平江–修水 asks how near its places are to each other.

      EXAMPLE: hinterland border 湖南 湖北 重庆 贵州 广西 怀化 吉首 龙凤 --within 60 -o border.geojson
      """)

  @Argument(
    help: "Provinces, cities, systems; several after each other or with commas.")
  var places: [String] = []

  @Option(parsing: .unconditional, help: "Minutes that a link between two seats takes at most.")
  var within = "60"

  @Option(
    help: "Counties to look at: so many deep from the border (1: on it), as in 2; 50km; or all.")
  var band = "2"

  @Option(
    parsing: .unconditional,
    help: "θ in minutes: a link of T minutes weighs exp(−T/θ); otherwise half of --within.")
  var decay: String?

  @Option(
    parsing: .unconditional, help: "γ: above 1 for smaller clusters, below 1 for larger ones.")
  var resolution = "1"

  @Option(parsing: .unconditional, help: "What the search for clusters starts from: 1, 2, …")
  var seed = "1"

  @Option(parsing: .unconditional, help: "Minutes of the cities' circles, with commas.")
  var reach = "60,120,180"

  @Option(
    help: "road (free flow) or road-door (plus terminal minutes).", completion: .roadMode)
  var mode = TravelMode.roadDoor.rawValue

  @Flag(
    help: "Take the border of two provinces apart: detour, speed, delay; what would shorten trips.")
  var effect = false

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try ExitCodes.exiting {
      guard !effect else {
        let request = BorderEffectRequest(provinces: places.splitNames())
        return try output.answer(
          over: dataset, names: places, doing: ("拆解省界", "taking the border apart")
        ) { workspace, language in
          try BorderEffectRun(request, in: workspace, language: language)
        }
      }
      let request = try request()
      try output.answer(
        over: dataset, names: places, doing: ("计算省界", "looking at borders")
      ) { workspace, language in
        try BorderRun(request, in: workspace, language: language)
      }
    }
  }

  /// The question as it was put, every value checked before work starts.
  private func request() throws(UsageError) -> BorderRequest {
    let minutes = try Minutes(parsing: within).list
    guard minutes.count == 1 else {
      throw UsageError("--within has \(minutes.count) numbers; give one, as in --within 60.")
    }
    let request = BorderRequest(
      places: places.splitNames(), band: try BorderQuestion.Band(parsing: band),
      minutes: minutes[0],
      decay: try decay.map { text throws(UsageError) in
        try Number(parsing: text, option: "--decay", 1...1_000).value
      }, resolution: try Number(parsing: resolution, option: "--resolution", 0.01...100).value,
      seed: UInt64(try Number(parsing: seed, option: "--seed", 1...1_000_000_000).whole()),
      reach: try Minutes(parsing: reach, option: "--reach").list,
      mode: try TravelMode(byRoad: mode))
    guard !request.places.isEmpty else {
      throw UsageError(
        "No place is given; name provinces, as in `hinterland border 湖南 湖北`, cities or systems.")
    }
    return request
  }
}

extension BorderQuestion.Band {
  init(parsing text: String) throws(UsageError) {
    let lowercased = NameList.halfWidth(text).lowercased()
    if lowercased == "all" {
      self = .everywhere
    } else if lowercased.hasSuffix("km"), let width = Double(lowercased.dropLast(2)),
      (0...1_000).contains(width)
    {
      self = .kilometers(width)
    } else if let depth = Int(lowercased), (1...100).contains(depth) {
      self = .steps(depth)
    } else {
      throw UsageError(
        "--band is '\(text.prefix(30))'; give counties deep from 1 to 100, kilometres as in 50km, "
          + "or all.")
    }
  }
}
