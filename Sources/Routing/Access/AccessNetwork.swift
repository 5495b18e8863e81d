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

  /// How `origin` joins the ordinary roads around it.
  ///
  /// - Complexity: O(edges within reach · their length / 50 m).
  public func attachment(of origin: Origin) -> OriginAttachment {
    OriginAttachment(
      of: OriginShape(origin, reach: profile.lastLeg.reach), to: roads, times: edgeTimes,
      index: index, lastLeg: profile.lastLeg, barriers: barriers)
  }

  /// Milliseconds to every node, for each list of seeds.
  ///
  /// - Complexity: a search of the whole graph a list, 10 ms on 66,000 nodes; over all cores.
  public func nodeTimes(from seeds: [[Seed]]) -> [[UInt32]] {
    Parallel.map(seeds.count) { graph.travelTimes(from: seeds[$0]) }
  }

  /// Free-flow times from `origin` to everywhere: one search, no limit.
  public func arrivals(from origin: Origin) -> Arrivals {
    let attachment = attachment(of: origin)
    return Arrivals(
      from: attachment, nodeTimes: graph.travelTimes(from: attachment.seeds), over: self)
  }

  /// Free-flow times from each of `origins` to everywhere: a search an origin, no limit.
  public func arrivals(from origins: [Origin]) -> [Arrivals] {
    let attachments = Parallel.map(origins.count) { attachment(of: origins[$0]) }
    let times = nodeTimes(from: attachments.map(\.seeds))
    return Parallel.map(origins.count) {
      Arrivals(from: attachments[$0], nodeTimes: times[$0], over: self)
    }
  }
}
