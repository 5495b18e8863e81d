public import Analysis
public import Shapes

/// A question about minutes between places as a user puts it: names, not yet looked up.
public struct MatrixRequest: Hashable, Sendable {
  /// Names as plans write them, and collective words such as `counties`.
  public var from: [String]
  public var fromPoints: [GeoPoint]
  /// With no point either: the same places as `from`.
  public var to: [String]
  public var toPoints: [GeoPoint]
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    from: [String] = [], fromPoints: [GeoPoint] = [], to: [String] = [], toPoints: [GeoPoint] = [],
    mode: TravelMode = .roadDoor, reading: CentreReading = .core
  ) {
    self.from = from
    self.fromPoints = fromPoints
    self.to = to
    self.toPoints = toPoints
    self.mode = mode
    self.reading = reading
  }
}

extension MatrixRequest {
  /// The question with names looked up, and the systems that `systems` had to leave out.
  func question(in workspace: Workspace) throws -> (MatrixQuestion, systemsLeftOut: [String]) {
    let origins = try workspace.groups(named: from, at: fromPoints)
    let isSquare = to.isEmpty && toPoints.isEmpty
    let destinations = try isSquare ? origins : workspace.groups(named: to, at: toPoints)
    let question = MatrixQuestion(
      origins: origins.groups, destinations: destinations.groups, mode: mode, reading: reading)
    let leftOut = Set(origins.systemsLeftOut + destinations.systemsLeftOut)
    return (question, leftOut.sorted())
  }

  /// The request as parameters of a result, in the words of the command line.
  var json: JSONText {
    func names(_ names: [String]) -> JSONText { .array(names.map { .string($0) }) }
    func positions(_ points: [GeoPoint]) -> JSONText {
      .array(points.map { .string($0.commandText) })
    }
    return .object([
      (key: "places", value: names(from)), (key: "at", value: positions(fromPoints)),
      (key: "to", value: names(to)), (key: "to_at", value: positions(toPoints)),
      (key: "mode", value: .string(mode.rawValue)),
      (key: "centre_at", value: .string(reading.rawValue)),
    ])
  }
}
