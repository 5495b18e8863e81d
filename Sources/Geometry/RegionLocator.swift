public import Shapes

/// Finds the county that holds a point, many times over.
public struct RegionLocator: Sendable {
  private let bounds: [GeoBounds]
  private let areas: [AreaIndex]

  public init(_ counties: [County]) {
    bounds = counties.map(\.polygons.bounds)
    areas = counties.map { AreaIndex($0.polygons) }
  }

  /// Index in ``Region/counties``; the lowest of two that share a border.
  public func county(at point: GeoPoint) -> Int? {
    bounds.indices.first { bounds[$0].contains(point) && areas[$0].contains(point) }
  }
}
