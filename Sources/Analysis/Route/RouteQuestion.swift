/// How one gets from one place to another, leg by leg.
public struct RouteQuestion: Hashable, Sendable {
  public var origin: PlaceGroup
  public var destination: PlaceGroup
  /// An itinerary each.
  public var modes: [TravelMode]
  public var reading: CentreReading

  public init(
    from origin: PlaceGroup, to destination: PlaceGroup, modes: [TravelMode],
    reading: CentreReading = .core
  ) {
    self.origin = origin
    self.destination = destination
    self.modes = modes
    self.reading = reading
  }
}
