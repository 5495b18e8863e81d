/// What an import of extracts found, used and left out.
public struct OSMCounts: Hashable, Sendable {
  /// Ways with a tag `highway` that were read, and ferries among all ways.
  public var highways = 0
  public var ferries = 0
  /// Ways that are travelled, and how many of them one way only.
  public var roads = 0
  public var oneWays = 0
  /// Under construction or planned: listed, not used.
  public var unbuilt = 0
  /// Roads that the traveller may not use.
  public var restricted = 0
  /// Paths to a driver, areas.
  public var other = 0
  /// Ways of fewer than two nodes.
  public var broken = 0
  /// References of roads to nodes that no file holds.
  public var missingNodes = 0
  /// Nodes of roads that stop the traveller: the road is cut there.
  public var barriers = 0
  /// Nodes of roads, before those between junctions are thinned out.
  public var roadNodes = 0
  /// Parts that are kept, between which nobody gets.
  public var parts = 1
  /// Left out, since nobody gets from there to a part that is kept and back: edges and their metres.
  public var cutOffEdges = 0
  public var cutOffMeters = 0.0

  /// Waters that bar the way, those too small for it, and outlines that do not close.
  public var waterAreas = 0
  public var smallWaters = 0
  public var openWaters = 0
  /// Stations of railways, those that no track leads to, and runs between neighbours with their metres.
  public var stations = 0
  public var lonelyStations = 0
  public var railRuns = 0
  public var railMeters = 0.0

  public init() {}
}
