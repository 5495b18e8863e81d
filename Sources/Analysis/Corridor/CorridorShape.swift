public import Geometry
public import Shapes

/// A line measured: how long, how crooked, how often it can be entered.
public struct CorridorShape: Hashable, Sendable {
  public struct Stop: Hashable, Sendable {
    public var gate: CorridorLine.Gate
    /// Kilometres from the line's start, and off the line.
    public var along: Double
    public var off: Double
    /// Index of the county that holds it; nil outside all.
    public var county: Int?
    /// Kilometres to the nearest ordinary road; nil where none is within reach of a last leg.
    public var toRoad: Double?
  }

  /// Gates of one place: interchanges no further apart along the line are one.
  static let samePlace = 1_000.0  // metres

  public let spine: CorridorSpine
  /// In their order along the line.
  public let stops: [Stop]

  /// Kilometres of line from end to end, gaps left out.
  public var kilometers: Double { spine.length.kilometers - spine.gapLength.kilometers }

  /// The way from end to end over the straight line between them; 1 for a line without length.
  public var circuity: Double {
    guard let first = spine.points.first, let last = spine.points.last else { return 1 }
    let straight = GeoSide(first, last).length.kilometers
    return straight > 0 ? spine.length.kilometers / straight : 1
  }

  /// Places where the line can be entered: kilometres from the start of the first gate of each.
  public var places: [Double] {
    var places: [Double] = []
    for stop in stops where stop.along - (places.last ?? -.infinity) > Self.samePlace / 1_000 {
      places.append(stop.along)
    }
    return places
  }

  /// Kilometres between one place and the next.
  public var spacings: [Double] { zip(places, places.dropFirst()).map { $1 - $0 } }

  public var meanSpacing: Double? {
    spacings.isEmpty ? nil : spacings.reduce(0, +) / Double(spacings.count)
  }

  /// Measures a line; `toRoad` gives the metres from a gate to the nearest ordinary road.
  public init(
    of line: CorridorLine, in region: Region, toRoad: (GeoPoint) throws -> Double?
  ) rethrows {
    let spine = CorridorSpine(line.lines)
    self.spine = spine
    let locator = RegionLocator(region.counties)
    stops = try line.gates.map { gate in
      let position = spine.position(of: gate.point)
      return Stop(
        gate: gate, along: position.along / 1_000, off: position.off / 1_000,
        county: locator.county(at: gate.point),
        toRoad: try toRoad(gate.point).map { $0 / 1_000 })
    }.sorted {
      ($0.along, $0.gate.point.longitude, $0.gate.point.latitude)
        < ($1.along, $1.gate.point.longitude, $1.gate.point.latitude)
    }
  }
}
