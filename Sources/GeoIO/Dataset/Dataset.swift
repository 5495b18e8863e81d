public import Geometry
public import Routing
public import Shapes

/// A dataset as it is read: the region, its roads, and what it says of itself.
public struct Dataset: Hashable, Sendable {
  /// Metres a side that cells may have.
  static let cellSizes = 50.0...5_000

  /// How finely the roads are drawn, which decides how far a last leg may be.
  public enum RoadDetail: String, Hashable, Sendable {
    /// Main roads only.
    case backbone
    /// Down to streets.
    case street
  }

  public var region: Region
  public var roads: RoadNetwork
  /// In which order the nodes of the roads are contracted, and the arcs that this leads to: made once,
  /// since they hang on who is joined with whom alone.
  public var roadOrder: NodeOrder
  public var roadShape: HierarchyShape
  public var rail: RailNetwork
  public var railNames: RailNames
  public var roadDetail: RoadDetail
  public var corridors: [Corridor]
  /// What plans call them.
  public var corridorAliases: [CorridorAlias]
  /// Airports, ports and what else is listed as a point.
  public var facilities: [Facility]
  /// Towns and villages by name, where a map gives them.
  public var places: [NamedPlace] = []
  /// The plane of the dataset's lattice, and the side of its cells in metres.
  public var plane: ProjectedPlane
  public var cellSize: Double
  /// Traditional character → simplified one, for names.
  public var simplified: [Character: Character]
  public var notes: DatasetNotes
  /// The folder that it was read from, or that holds its file.
  public var folder: String
}
