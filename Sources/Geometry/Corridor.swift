public import Shapes

/// A named line of transport: an expressway or a railway, as it is drawn.
public struct Corridor: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case expressway
    case rail
  }

  public var code: String
  public var name: PlaceName
  public var kind: Kind
  /// Straight between their vertices.
  public var lines: [[GeoPoint]]

  public init(code: String, name: PlaceName, kind: Kind, lines: [[GeoPoint]]) {
    self.code = code
    self.name = name
    self.kind = kind
    self.lines = lines
  }
}
