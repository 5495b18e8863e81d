public import Geometry
import Routing
public import Shapes

/// Who and what lies within some minutes of one or many centres.
public struct CircleQuestion: Hashable, Sendable {
  /// One circle each: the union of what the group's places reach.
  public var groups: [PlaceGroup]
  /// Ascending, each more than 0.
  public var minutes: [Double]
  public var mode: TravelMode
  public var reading: CentreReading
  /// Areas whose share inside is asked for.
  public var zones: [Zone]
  /// Metres by which a drawn polygon may leave the iso-line; 0 draws it as it is.
  public var tolerance: Double

  public init(
    groups: [PlaceGroup], minutes: [Double], mode: TravelMode = .roadDoor,
    reading: CentreReading = .core, zones: [Zone] = [], tolerance: Double = 0
  ) {
    self.groups = groups
    self.minutes = minutes.sorted()
    self.mode = mode
    self.reading = reading
    self.zones = zones
    self.tolerance = tolerance
  }
}

/// An area that a circle is held against: a list of counties, or a layer of polygons.
public struct Zone: Hashable, Sendable {
  public enum Ground: Hashable, Sendable {
    /// Indices in ``Region/counties``.
    case counties([Int])
    case polygons([GeoPolygon])
  }

  public var name: PlaceName
  public var ground: Ground

  public init(name: PlaceName, ground: Ground) {
    self.name = name
    self.ground = ground
  }
}
