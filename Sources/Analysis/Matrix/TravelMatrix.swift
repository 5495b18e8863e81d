public import Routing
public import Shapes

/// Times and kilometres from each origin to each destination of a question.
public struct TravelMatrix: Sendable {
  /// A row or column: who it is, where it stands, how far off the roads.
  public struct End: Hashable, Sendable {
    public var group: PlaceGroup
    /// The seats, or points, that stand for it.
    public var points: [GeoPoint]
    /// Metres in a straight line to the nearest ordinary road; nil where none is within reach.
    public var distanceToRoads: Double?
  }

  public let question: MatrixQuestion
  public let profile: TravelProfile
  public let origins: [End]
  public let destinations: [End]
  /// Milliseconds, row by row; ``TravelTime/unreachable`` where not reached.
  public let times: [UInt32]
  /// Metres of the fastest way, last legs included; infinite where not reached, or not measured.
  public let meters: [Double]

  public func time(from origin: Int, to destination: Int) -> UInt32 {
    times[origin * destinations.count + destination]
  }

  /// Nil where not reached.
  public func minutes(from origin: Int, to destination: Int) -> Double? {
    TravelTime.minutes(of: time(from: origin, to: destination))
  }

  /// Kilometres of the fastest way; nil where not reached, or not measured.
  public func kilometers(from origin: Int, to destination: Int) -> Double? {
    let meters = meters[origin * destinations.count + destination]
    return meters.isFinite ? meters / 1_000 : nil
  }
}
