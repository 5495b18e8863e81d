import Geometry
public import Routing

/// What scenarios change for some places, against the baseline and each other.
public struct ComparisonQuestion: Hashable, Sendable {
  /// The places that it is about: circles start there, and trips go between them and all counties.
  public var places: [PlaceGroup]
  /// Ascending, each more than 0.
  public var minutes: [Double]
  public var mode: TravelMode
  public var reading: CentreReading
  /// Whether circles are worked out; minutes are much quicker.
  public var hasCircles: Bool

  public init(
    places: [PlaceGroup], minutes: [Double], mode: TravelMode = .roadDoor,
    reading: CentreReading = .core, hasCircles: Bool = true
  ) {
    self.places = places
    self.minutes = minutes.sorted()
    self.mode = mode
    self.reading = reading
    self.hasCircles = hasCircles
  }
}

/// A scenario, or several together, as the world that it makes.
public struct ComparisonCase: Sendable {
  public let name: String
  public let applied: AppliedScenarios
  public let world: World

  /// `base` is the world without it, whose roads come first among those of `applied`; `railways` are
  /// those of the scenario's world, the base's own where it adds none.
  public init(
    name: String, applied: AppliedScenarios, railways: NamedRailways? = nil, over base: World
  ) {
    self.name = name
    self.applied = applied
    world = base.over(applied.roads, railways: railways)
  }
}

extension World {
  /// The same ground over roads that were made from these by a scenario.
  ///
  /// `railways` stand in for its own where they are given.
  public func over(_ roads: RoadNetwork, railways: NamedRailways? = nil) -> World {
    World(
      region: region, network: AccessNetwork(extending: network, to: roads), people: people,
      basis: basis, rail: railways?.network ?? rail.network,
      railNames: railways?.names ?? railNames)
  }
}
