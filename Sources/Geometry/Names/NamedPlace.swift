public import Shapes

/// A town or village by its name and the point that stands for it: what a map knows where no layer of
/// regions was given.
public struct NamedPlace: Hashable, Sendable {
  /// From the largest down, as `place=*` of OpenStreetMap has them, and last what is no place.
  public enum Kind: String, Hashable, Comparable, CaseIterable, Sendable {
    case city, town, village, suburb, quarter, neighbourhood, hamlet
    /// A node of a user's own network: its id stands for its name, and is found as it is written.
    case node

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  public var name: PlaceName
  /// As signs at the place have it.
  public var localName: String
  public var kind: Kind
  public var position: GeoPoint

  public init(name: PlaceName, localName: String, kind: Kind, position: GeoPoint) {
    self.name = name
    self.localName = localName
    self.kind = kind
    self.position = position
  }
}
