public import Routing
public import Shapes

/// One way of getting from a place to another, leg by leg.
public struct Itinerary: Sendable {
  public struct Leg: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// The minutes that leaving the start's core costs, and arriving in the destination's.
      case leaving
      case arriving
      /// From or to a road, straight and slow.
      case lastLeg
      /// Along roads of one class and route code; the code is empty where there is none.
      case road(RoadClass, code: String)
      case walk
      case entry
      case wait
      /// Indices in ``RailNames``.
      case ride(line: Int, service: Int?)
      case transferWithin
      case transferBetween
      case exit
    }

    public var kind: Kind
    /// Milliseconds.
    public var time: UInt32
    /// Metres of way; 0 for what happens in one place.
    public var meters: Double
    /// Empty for what happens in one place.
    public var line: [GeoPoint]
    /// Stations, where it starts or ends at one.
    public var from: Int?
    public var to: Int?
    /// Stations that a train calls at, both ends included.
    public var stops: [Int] = []
  }

  public var mode: TravelMode
  /// In order; empty where start and destination are one.
  public var legs: [Leg]

  /// Milliseconds, as a matrix says.
  public var time: UInt32 { legs.reduce(0) { $0 + $1.time } }
  public var meters: Double { legs.reduce(0) { $0 + $1.meters } }

  /// Milliseconds in trains.
  public var rideTime: UInt32 {
    legs.reduce(0) { sum, leg in
      if case .ride = leg.kind { sum + leg.time } else { sum }
    }
  }
}

/// A question's itineraries, each nil where its mode has no way.
public struct RouteAnswer: Sendable {
  public var question: RouteQuestion
  public var profile: TravelProfile
  /// One a mode, in the order asked.
  public var itineraries: [Itinerary?]
  /// Where trips end.
  public var destinations: [GeoPoint]
}
