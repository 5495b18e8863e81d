public import Shapes

/// A place that serves people around it: a school, a clinic, an airport, a station.
public struct Facility: Hashable, Sendable {
  /// What it is, in the words of whoever listed it.
  public var kind: String
  /// As it is listed; nil where nothing says.
  public var code: String?
  public var name: PlaceName
  public var position: GeoPoint
  /// What it offers, for supply a head; 1 where nothing says.
  public var supply: Double

  public init(
    kind: String, code: String? = nil, name: PlaceName, position: GeoPoint, supply: Double = 1
  ) {
    self.kind = kind
    self.code = code
    self.name = name
    self.position = position
    self.supply = supply
  }
}
