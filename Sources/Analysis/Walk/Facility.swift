public import Geometry
public import Shapes

/// A place that serves people around it: a school, a clinic, an airport.
public struct Facility: Hashable, Sendable {
  /// What it is, in the words of whoever listed it.
  public var kind: String
  public var code: String?
  public var name: PlaceName
  public var position: GeoPoint

  public init(kind: String, code: String? = nil, name: PlaceName, position: GeoPoint) {
    self.kind = kind
    self.code = code
    self.name = name
    self.position = position
  }
}
