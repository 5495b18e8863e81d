public import Analysis
public import Shapes

/// A question about getting from one place to another as a user puts it.
public struct RouteRequest: Hashable, Sendable {
  /// A name, or nil where ``fromPoint`` is given; likewise for the end.
  public var from: String?
  public var fromPoint: GeoPoint?
  public var to: String?
  public var toPoint: GeoPoint?
  public var modes: [TravelMode]
  public var reading: CentreReading

  public init(
    from: String? = nil, fromPoint: GeoPoint? = nil, to: String? = nil, toPoint: GeoPoint? = nil,
    modes: [TravelMode] = [.roadDoor, .railDoor], reading: CentreReading = .core
  ) {
    self.from = from
    self.fromPoint = fromPoint
    self.to = to
    self.toPoint = toPoint
    self.modes = modes
    self.reading = reading
  }
}

extension RouteRequest {
  /// The question with names looked up.
  func question(in workspace: Workspace) throws -> RouteQuestion {
    func group(_ name: String?, _ point: GeoPoint?) throws -> PlaceGroup {
      if let point { return PlaceGroup(point: point) }
      return try workspace.group(named: name ?? "")
    }
    return RouteQuestion(
      from: try group(from, fromPoint), to: try group(to, toPoint), modes: modes, reading: reading)
  }

  /// The request as parameters of a result, in the words of the command line.
  var json: JSONText {
    func list<Item>(_ item: Item?, _ words: (Item) -> String) -> JSONText {
      .array(item.map { [.string(words($0))] } ?? [])
    }
    return .object([
      (key: "places", value: list(from) { $0 }),
      (key: "at", value: list(fromPoint, \.commandText)),
      (key: "to", value: list(to) { $0 }), (key: "to_at", value: list(toPoint, \.commandText)),
      (key: "modes", value: .array(modes.map { .string($0.rawValue) })),
      (key: "centre_at", value: .string(reading.rawValue)),
    ])
  }
}
