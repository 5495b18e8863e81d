public import Shapes

/// Where trips start: points, or an area that is at time 0 all over.
public struct Origin: Hashable, Sendable {
  public var points: [GeoPoint]
  /// When trips start at each point, and how far they have come; empty where all start at 0.
  ///
  /// A point that is started from later is on the way: the leg from it to a place is a last leg.
  public var heads: [Head]
  public var area: [GeoPolygon]

  /// What is behind a traveller at a starting point.
  public struct Head: Hashable, Sendable {
    /// Milliseconds.
    public var time: UInt32
    /// Metres.
    public var meters: Double

    public init(time: UInt32, meters: Double) {
      self.time = time
      self.meters = meters
    }
  }

  public init(points: [GeoPoint]) {
    self.points = points
    heads = []
    area = []
  }

  /// - Precondition: a head a point.
  public init(points: [GeoPoint], heads: [Head]) {
    precondition(points.count == heads.count)
    self.points = points
    self.heads = heads
    area = []
  }

  public init(area: [GeoPolygon]) {
    points = []
    heads = []
    self.area = area
  }

  public var bounds: GeoBounds {
    var bounds = area.bounds
    for point in points { bounds.insert(point) }
    return bounds
  }

  /// Leaves out points that trips start from only later than `limit` milliseconds.
  func bounds(reachedWithin limit: UInt32) -> GeoBounds {
    guard !heads.isEmpty else { return bounds }
    return GeoBounds(zip(points, heads).lazy.filter { $1.time <= limit }.map(\.0))
  }
}
