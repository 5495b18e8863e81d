import Shapes

/// Roads with their times, ready to be entered and left: what every search of a question shares.
public struct AccessNetwork: Sendable {
  public let roads: RoadNetwork
  public let profile: TravelProfile
  /// Milliseconds along each edge.
  public let edgeTimes: [UInt32]
  public let graph: RoadGraph
  public let barriers: Barriers
  let index: AccessIndex

  /// Metres: blocks of corners are looked at together, each within this of the block's middle.
  static let blockRadius = 2_500.0

  public init(roads: RoadNetwork, profile: TravelProfile, barriers: Barriers) {
    self.roads = roads
    self.profile = profile
    self.barriers = barriers
    edgeTimes = roads.travelTimes(with: profile)
    graph = roads.graph(times: edgeTimes)
    index = AccessIndex(roads, reach: profile.lastLeg.reach + Self.blockRadius)
  }

  /// Free-flow times from `origin` to everywhere: one search, no limit.
  ///
  /// - Complexity: a search of the whole graph, 10 ms on 66,000 nodes.
  public func arrivals(from origin: Origin) -> Arrivals {
    Arrivals(from: origin, over: self)
  }
}
