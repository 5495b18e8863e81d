import Foundation

/// The WGS 84 ellipsoid: semi-major axis and flattening.
///
/// Source: NIMA TR8350.2, *World Geodetic System 1984*, 3rd edition (2000), table 3.1.
public enum Ellipsoid {
  public static let semiMajorAxis = 6_378_137.0
  public static let flattening = 1 / 298.257223563
  static let eccentricitySquared = flattening * (2 - flattening)
}

/// Metres east and north of one place, for distances of some tens of kilometres.
///
/// A degree of longitude is taken at the latitude half way to the other point, a degree of
/// latitude at the place itself: within 20 km and below 60° the distance is within 0.03 % of the
/// geodesic (pinned by a test), and a straight line stays straight to the same order.
///
/// - Complexity: making one costs two trigonometric functions, an offset six multiplications.
public struct LocalFrame: Sendable {
  public let origin: GeoPoint
  /// Metres a degree of longitude at the origin, and their change a degree northwards.
  @usableFromInline let eastScale: Double
  @usableFromInline let eastScaleSlope: Double
  /// Metres a degree of latitude.
  @usableFromInline let northScale: Double

  public init(at origin: GeoPoint) {
    self.origin = origin
    let degree = Double.pi / 180
    let sine = sin(origin.latitude * degree)
    let cosine = cos(origin.latitude * degree)
    let shrink = 1 - Ellipsoid.eccentricitySquared * sine * sine
    let primeVertical = Ellipsoid.semiMajorAxis / shrink.squareRoot()
    let meridian = primeVertical * (1 - Ellipsoid.eccentricitySquared) / shrink
    eastScale = primeVertical * cosine * degree
    // Half of d(N cos φ)/dφ = −M sin φ: the longitude's degree is taken half way to the point.
    eastScaleSlope = -meridian * sine * degree * degree / 2
    northScale = meridian * degree
  }

  /// Metres from the origin to `point`; longitudes are compared the short way round.
  @inlinable
  public func offset(to point: GeoPoint) -> PlanePoint {
    var east = point.longitude - origin.longitude
    if east > 180 { east -= 360 } else if east < -180 { east += 360 }
    let north = point.latitude - origin.latitude
    return PlanePoint(x: east * (eastScale + eastScaleSlope * north), y: north * northScale)
  }

  /// The point that lies `offset` metres from the origin: the inverse of ``offset(to:)``.
  @inlinable
  public func point(at offset: PlanePoint) -> GeoPoint {
    let north = offset.y / northScale
    return GeoPoint(
      longitude: origin.longitude + offset.x / (eastScale + eastScaleSlope * north),
      latitude: origin.latitude + north)
  }

  @inlinable
  public func distance(to point: GeoPoint) -> Double {
    let offset = offset(to: point)
    return (offset.x * offset.x + offset.y * offset.y).squareRoot()
  }
}

extension GeoPoint {
  /// The ground distance to `other` in metres by ``LocalFrame``: for neighbours, not for flights.
  @inlinable
  public func localDistance(to other: GeoPoint) -> Double {
    LocalFrame(at: self).distance(to: other)
  }

  /// The great-circle distance by the haversine formula on a sphere of the WGS 84 mean radius.
  ///
  /// Up to 0.6 % from the geodesic: it ranks and bounds, it never becomes a road length.
  public func greatCircleDistance(to other: GeoPoint) -> Meters {
    let meanRadius = Ellipsoid.semiMajorAxis * (1 - Ellipsoid.flattening / 3)
    let degree = Double.pi / 180
    let north = sin((other.latitude - latitude) * degree / 2)
    let east = sin((other.longitude - longitude) * degree / 2)
    let squared =
      north * north + cos(latitude * degree) * cos(other.latitude * degree) * east * east
    return Meters(2 * meanRadius * asin(min(1, squared.squareRoot())))
  }
}
