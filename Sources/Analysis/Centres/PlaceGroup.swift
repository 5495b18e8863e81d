public import Geometry
public import Shapes

/// Places that a question takes as one: a city, or the centres of a named system.
public struct PlaceGroup: Hashable, Sendable {
  public var name: PlaceName
  public var places: [CentrePlace]

  public init(name: PlaceName, places: [CentrePlace]) {
    self.name = name
    self.places = places
  }

  /// A point, named by its coordinates.
  public init(point: GeoPoint) {
    self.init(
      name: PlaceName(chinese: point.commandText, english: point.commandText),
      places: [.point(point)])
  }
}
