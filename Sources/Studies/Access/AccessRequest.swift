public import Analysis
public import Shapes

/// A question about access as a user puts it: names and files, not yet looked up.
public struct AccessRequest: Hashable, Sendable {
  /// What is asked of the places.
  public enum Ask: Hashable, Sendable {
    case indicators([AccessIndicator])
    /// Kinds of facility, or paths of layers of points.
    case nearest([String])
    case structure
    /// Of named systems.
    case cohesion
  }

  /// Names as plans write them, and `counties`, `prefectures` or `systems`.
  public var places: [String]
  public var points: [GeoPoint]
  public var ask: Ask
  /// Whose mass is reached: `counties` or `prefectures`; nil takes prefectures where only they are
  /// rows, else counties.
  public var to: String?
  public var mode: TravelMode
  public var reading: CentreReading
  /// `people`, `urban`, or a column of ``weights``.
  public var weight: String
  /// A CSV table with `code` and the weight's column, a row a county.
  public var weights: String?

  public init(
    places: [String] = [], points: [GeoPoint] = [],
    ask: Ask = .indicators(AccessIndicator.usual), to: String? = nil,
    mode: TravelMode = .roadDoor, reading: CentreReading = .seat, weight: String = "people",
    weights: String? = nil
  ) {
    self.places = places
    self.points = points
    self.ask = ask
    self.to = to
    self.mode = mode
    self.reading = reading
    self.weight = weight
    self.weights = weights
  }
}

/// Why a question about access cannot be asked of a dataset.
public enum AccessError: Error, Hashable, Sendable {
  case unknownWeight(String)
  case unknownLayer(String, known: [String])
  case noPairs(String)
  case noPlaces
}

extension AccessError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownWeight(let name):
      "No table of the dataset gives '\(name.prefix(30))'; use people or urban, or name a table "
        + "with columns code and \(name.prefix(30)) with --weights."
    case .unknownLayer(let name, let known):
      "'\(name.prefix(60))' is no kind of facility; give \(known.joined(separator: ", ")), or the "
        + "path of a .csv or .geojson with points."
    case .noPairs(let name):
      "\(name) has fewer than two members to hold together; name a system of places, or a city "
        + "with counties."
    case .noPlaces:
      "None of the systems names its members in a document; name counties or prefectures."
    }
  }
}

extension AccessRequest {
  /// The request as parameters of a result, in the words of the command line.
  func json(_ more: [(key: String, value: JSONText)]) -> JSONText {
    let asked: (key: String, value: JSONText) =
      switch ask {
      case .indicators(let indicators):
        ("indicator", .array(indicators.map { .string($0.rawValue) }))
      case .nearest(let layers): ("nearest", .array(layers.map { .string($0) }))
      case .structure: ("structure", .flag(true))
      case .cohesion: ("cohesion", .flag(true))
      }
    return .object(
      [
        (key: "places", value: .array(places.map { .string($0) })),
        (key: "at", value: .array(points.map { .string($0.commandText) })), asked,
        (key: "to", value: to.map { .string($0) } ?? .null),
        (key: "mode", value: .string(mode.rawValue)),
        (key: "centre_at", value: .string(reading.rawValue)),
        (key: "weight", value: .string(weight)),
        (key: "weights", value: weights.map { .string($0) } ?? .null),
      ] + more)
  }
}
