/// How long it takes from each of some places to each of others.
public struct MatrixQuestion: Hashable, Sendable {
  /// A row each; a group of several places starts from the nearest of them.
  public var origins: [PlaceGroup]
  /// A column each; a group of several places is reached where the nearest of its seats is.
  public var destinations: [PlaceGroup]
  public var mode: TravelMode
  public var reading: CentreReading
  /// Whether ways are measured, too, which takes about as long as finding them; without, no trip
  /// has kilometres.
  public var measuresWays: Bool

  public init(
    origins: [PlaceGroup], destinations: [PlaceGroup],
    mode: TravelMode = .roadDoor, reading: CentreReading = .core, measuresWays: Bool = true
  ) {
    self.origins = origins
    self.destinations = destinations
    self.mode = mode
    self.reading = reading
    self.measuresWays = measuresWays
  }
}
