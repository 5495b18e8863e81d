/// The named ways of travelling.
public enum TravelMode: String, Hashable, Sendable, CaseIterable {
  /// Free flow by class speeds.
  case road
  /// Plus terminal minutes at both ends.
  case roadDoor = "road-door"
  /// By train from door to door: to a station by road or on foot, in, on, out, and on again.
  case railDoor = "rail-door"
  /// Whichever of the two is sooner, place by place.
  case roadOrRailDoor = "road-door,rail-door"
  /// From station to station, rides and transfers only.
  case rail
  /// On foot.
  case walk
  /// From airport to airport: great circle and a fixed time.
  case air

  /// Whether trips may stay on the roads all the way.
  var goesByRoad: Bool { self == .road || self == .roadDoor || self == .roadOrRailDoor }

  /// Whether trips may take a train from door to door.
  var goesByRail: Bool { self == .railDoor || self == .roadOrRailDoor }

  /// Whether trips may take a train, from door to door or from station to station.
  public var takesTrains: Bool { goesByRail || self == .rail }

  /// Whether settlements charge terminal minutes at both ends.
  public var paysTerminals: Bool { self == .roadDoor || goesByRail }

  /// Whether trips between two places have an itinerary of their own.
  public var hasItineraries: Bool { self != .air && self != .roadOrRailDoor }

  /// Whether all ground is reached, and not stations or airports alone.
  public var reachesGround: Bool { self != .rail && self != .air }
}
