import Geometry
public import Routing
public import Shapes

/// Why a place lies outside a circle, and the smallest change that would take it in.
public struct ExplanationQuestion: Sendable {
  /// The place that is missed.
  public var place: PlaceGroup
  /// The centre of the circle.
  public var centre: PlaceGroup
  public var minutes: Double
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    place: PlaceGroup, centre: PlaceGroup, minutes: Double, mode: TravelMode = .roadDoor,
    reading: CentreReading = .core
  ) {
    self.place = place
    self.centre = centre
    self.minutes = minutes
    self.mode = mode
    self.reading = reading
  }
}

public struct Explanation: Sendable {
  public let question: ExplanationQuestion
  /// Door to door; nil where there is no way.
  public let total: Double?
  /// Minutes at either end: first leg, last leg, and what leaving and arriving cost.
  public let firstLeg: Double
  public let lastLeg: Double
  public let terminal: Double
  /// From the centre to the place.
  public let stretches: [PathStretch]
  /// The ordinary stretch that takes most minutes more than an expressway would; nil without one.
  public let binding: Int?
  /// What would take the place in, each tried on the roads; the fewest kilometres first.
  public let remedies: [Remedy]
  /// Where nothing does: the quickest that each kind of change came to.
  public let shortfalls: [Remedy]

  /// What a trip is made of besides its stretches, under the names that files use, in minutes.
  public var minutesByPart: [(name: String, minutes: Double?)] {
    [
      ("minutes", total), ("minutes_missing", missing), ("first_leg_minutes", firstLeg),
      ("last_leg_minutes", lastLeg), ("terminal_minutes", terminal),
    ]
  }

  public var missing: Double? {
    total.flatMap { $0 > question.minutes ? $0 - question.minutes : nil }
  }

  /// Edges in a row on one route, or on roads without one.
  public struct PathStretch: Hashable, Sendable {
    /// Route codes; empty for none.
    public var route: String
    public var roadClass: RoadClass
    public var edges: [Int]
    /// Metres of each edge that the way takes: at its ends a part.
    public var driven: [Double]
    public var length: Meters
    public var minutes: Double
    public var course: [GeoPoint]

    public var speed: Double { minutes > 0 ? length.kilometers / minutes * 60 : 0 }
  }

  /// A change, and what the trip then takes.
  public struct Remedy: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// So many kilometres of a stretch, or of more than one, raised to an expressway's speed.
      case raise(stretch: Int?, speed: Double)
      /// A straight expressway from the place to an interchange or to the centre itself.
      case link(to: GeoPoint, toCentre: Bool)
    }

    public var kind: Kind
    public var length: Meters
    public var minutes: Double
  }
}
