/// A position on the WGS 84 ellipsoid in degrees, longitude first.
///
/// Boundaries published in CGCS2000 are used as they are: the two systems differ by centimetres.
/// Coordinates in GCJ-02 are never meant.
public struct GeoPoint: Hashable, Sendable, BitwiseCopyable {
  /// Degrees east, −180 to 180.
  public var longitude: Double
  /// Degrees north, −90 to 90.
  public var latitude: Double

  @inlinable
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// A position that a user wrote.
  ///
  /// - Throws: ``ShapeError/notAPosition(longitude:latitude:)`` where a number is not finite or
  ///   out of range; a latitude beyond ±90 whose longitude would be one says that they are swapped.
  public init(checking longitude: Double, _ latitude: Double) throws(ShapeError) {
    guard longitude.isFinite, latitude.isFinite, abs(longitude) <= 180, abs(latitude) <= 90 else {
      throw .notAPosition(longitude: longitude, latitude: latitude)
    }
    self.init(longitude: longitude, latitude: latitude)
  }

  /// `lon,lat` as the command line takes it.
  public var commandText: String { "\(longitude),\(latitude)" }
}

/// A position in a plane, in metres: x east, y north.
public struct PlanePoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
