public import Shapes

/// Where trips start: points, or an area that is at time 0 all over.
public struct Origin: Hashable, Sendable {
  public var points: [GeoPoint]
  public var area: [GeoPolygon]

  public init(points: [GeoPoint]) {
    self.points = points
    area = []
  }

  public init(area: [GeoPolygon]) {
    points = []
    self.area = area
  }

  public var bounds: GeoBounds {
    var bounds = area.bounds
    for point in points { bounds.insert(point) }
    return bounds
  }
}
