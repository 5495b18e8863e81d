public import Geometry
public import Shapes

/// How the roads hang together around places: what one cut does, and who lies between whom.
public struct StructureQuestion: Hashable, Sendable {
  public var places: [PlaceGroup]
  /// A place lies on the way of two others if a stop there makes it longer by no more than this
  /// part.
  ///
  /// Assumed: 5 %.
  public var detour: Double
  /// Minutes of the longest direct link between places.
  public var longest: Double

  public init(places: [PlaceGroup], detour: Double = 0.05, longest: Double = 180) {
    self.places = places
    self.detour = detour
    self.longest = longest
  }
}

public struct StructureAnswer: Sendable {
  public var question: StructureQuestion
  public var places: [StructurePlace]
  /// By province, in the region's order, then all together.
  public var networks: [NetworkFigures]
  /// Direct links between places, and which of them cross a border of provinces.
  public var links: Int
  public var borderLinks: Int
  public var warnings: [StructureWarning]
}

/// A row: how it hangs on the roads, and who passes through it.
public struct StructurePlace: Sendable {
  public var group: PlaceGroup
  public var unit: UnitReference?
  public var point: GeoPoint?
  public var people: Int?
  /// Ways that share no road from the nearest road to the rest of the network: 2 (or more), 1, or
  /// 0 for one that cannot get there.
  public var routes: Int
  /// Roads without a way round between it and the rest.
  public var bridges: Int
  /// The one of them that cuts off most; an edge of the roads.
  public var bridge: Int?
  /// What that road is called by, and its kilometres.
  public var bridgeRoad: String?
  public var bridgeKilometers: Double?
  /// People of all places behind the same road.
  public var peopleBehind: Int?
  /// Ends of roads on its ground; nil for points.
  public var deadEnds: Int?
  /// Places that it is linked with directly.
  public var links: Int
  /// The part of all fastest ways between two others that leads through it.
  public var betweenness: Double
  /// The same of ways between two provinces.
  public var borderBetweenness: Double
}

/// A network in figures.
///
/// α, β, γ are those of Kansky (1963), *Structure of Transportation Networks*, taken between
/// junctions and ends: a node on the way counts for nothing.
public struct NetworkFigures: Sendable {
  /// Index in ``Region/provinces``; nil for all roads.
  public var province: Int?
  public var kilometers: Double
  public var bridgeKilometers: Double
  public var bridges: Int
  public var deadEnds: Int
  public var junctions: Int
  public var cyclomaticNumber: Int
  public var alpha: Double?
  public var beta: Double?
  public var gamma: Double?
}

public enum StructureWarning: Hashable, Sendable {
  /// Main roads only: nothing is said about townships.
  case backboneOnly
  /// Places without a road within reach.
  case withoutRoad([PlaceName])
}
