import Foundation

/// A box of longitudes and latitudes in degrees; empty until something is in it.
public struct GeoBounds: Hashable, Sendable {
  public var west = Double.infinity
  public var south = Double.infinity
  public var east = -Double.infinity
  public var north = -Double.infinity

  public init() {}

  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  @inlinable
  public init(_ first: GeoPoint, _ second: GeoPoint) {
    west = min(first.longitude, second.longitude)
    east = max(first.longitude, second.longitude)
    south = min(first.latitude, second.latitude)
    north = max(first.latitude, second.latitude)
  }

  @inlinable
  public init(_ points: some Sequence<GeoPoint>) {
    self.init()
    for point in points { insert(point) }
  }

  public var isEmpty: Bool { west > east }

  public var centre: GeoPoint {
    GeoPoint(longitude: (west + east) / 2, latitude: (south + north) / 2)
  }

  @inlinable
  public mutating func insert(_ point: GeoPoint) {
    west = min(west, point.longitude)
    east = max(east, point.longitude)
    south = min(south, point.latitude)
    north = max(north, point.latitude)
  }

  @inlinable
  public mutating func formUnion(_ other: GeoBounds) {
    west = min(west, other.west)
    east = max(east, other.east)
    south = min(south, other.south)
    north = max(north, other.north)
  }

  @inlinable
  public func contains(_ point: GeoPoint) -> Bool {
    point.longitude >= west && point.longitude <= east && point.latitude >= south
      && point.latitude <= north
  }

  @inlinable
  public func intersects(_ other: GeoBounds) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }

  /// The box widened by `distance` on every side.
  public func expanded(by distance: Meters) -> GeoBounds {
    guard !isEmpty else { return self }
    let degrees = distance.value / 110_000  // A degree of latitude is 110.6 km or more.
    let latitude = min(85, max(abs(south), abs(north)))
    let shrink = max(0.05, cos(latitude * .pi / 180))
    return GeoBounds(
      west: west - degrees / shrink, south: south - degrees, east: east + degrees / shrink,
      north: north + degrees)
  }
}
