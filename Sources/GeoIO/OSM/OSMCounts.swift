/// What an import of extracts found, used and left out.
public struct OSMCounts: Hashable, Sendable {
  /// Ways with a tag `highway` that were read, and ferries among all ways.
  public var highways = 0
  public var ferries = 0
  /// Ways that cars drive on, and how many of them one way only.
  public var roads = 0
  public var oneWays = 0
  /// Under construction or planned: listed, not used.
  public var unbuilt = 0
  /// Roads that cars may not use.
  public var restricted = 0
  /// Paths, tracks, areas.
  public var other = 0
  /// Ways of fewer than two nodes.
  public var broken = 0
  /// References of roads to nodes that no file holds.
  public var missingNodes = 0
  /// Nodes of roads that stop cars: the road is cut there.
  public var barriers = 0
  /// Nodes of roads, before those between junctions are thinned out.
  public var roadNodes = 0
  /// Left out, since no car gets from there to the largest part and back: edges and their metres.
  public var cutOffEdges = 0
  public var cutOffMeters = 0.0

  public init() {}
}
