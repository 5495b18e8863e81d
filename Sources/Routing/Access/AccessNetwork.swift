import Shapes

/// Roads with their times, ready to be entered and left: what every search of a question shares.
public struct AccessNetwork: Sendable {
  public let roads: RoadNetwork
  public let profile: TravelProfile
  /// Milliseconds along each edge.
  public let edgeTimes: [UInt32]
  public let graph: RoadGraph
  /// Times to every node: whoever shares this network shares what was made for it.
  public let search: NodeSearch
  public let barriers: Barriers
  let index: AccessIndex

  /// Metres: blocks of corners are looked at together, each within this of the block's middle.
  static let blockRadius = 2_500.0

  /// Times the roads; an order and a shape of their hierarchy may come from a store.
  public init(
    roads: RoadNetwork, profile: TravelProfile, barriers: Barriers, order: NodeOrder? = nil,
    shape: HierarchyShape? = nil
  ) {
    self.roads = roads
    self.profile = profile
    self.barriers = barriers
    edgeTimes = roads.travelTimes(with: profile)
    graph = roads.graph(times: edgeTimes)
    search = NodeSearch(graph, order: order, shape: shape)
    index = AccessIndex(roads, reach: profile.lastLeg.reach + Self.blockRadius)
  }

  /// The network of roads that a scenario made from those of `base`: nodes and edges of the base come
  /// first, in their order.
  ///
  /// The answers are those of a network made from `roads` alone; only making it is quicker.
  public init(extending base: AccessNetwork, to roads: RoadNetwork) {
    let kept = base.roads.edgeCount
    precondition(roads.edgeCount >= kept && roads.nodes.count >= base.roads.nodes.count)
    self.roads = roads
    profile = base.profile
    barriers = base.barriers
    edgeTimes = roads.travelTimes(with: profile)
    graph = roads.graph(times: edgeTimes)
    search = NodeSearch(graph, like: base.search)
    let isSameAccess = (0..<kept).allSatisfy {
      roads.roadClass[$0].isControlledAccess == base.roads.roadClass[$0].isControlledAccess
    }
    index =
      isSameAccess
      ? AccessIndex(extending: base.index, with: kept..<roads.edgeCount, of: roads)
      : AccessIndex(roads, reach: profile.lastLeg.reach + Self.blockRadius)
  }

  /// How `origin` joins the ordinary roads around it.
  ///
  /// - Complexity: O(edges within reach · their length / 50 m).
  public func attachment(of origin: Origin) -> OriginAttachment {
    OriginAttachment(
      of: OriginShape(origin, lastLeg: profile.lastLeg), to: roads, times: edgeTimes,
      index: index, lastLeg: profile.lastLeg, barriers: barriers)
  }

  /// Milliseconds to every node, for each list of seeds.
  ///
  /// - Complexity: a search of the whole graph a list, 6 ms on 66,000 nodes; a twentieth of that for
  ///   many. Over all cores.
  public func nodeTimes(from seeds: [[Seed]]) -> [[UInt32]] {
    graph.nodeCount == 0 ? seeds.map { _ in [] } : search.travelTimes(from: seeds)
  }

  /// Metres to every node by the fastest way, and of those the shortest, for each of `arrivals`.
  ///
  /// - Complexity: a sort of the nodes each, or a sweep for sixteen; over all cores.
  public func nodeMeters(of arrivals: [Arrivals]) -> [[Double]] {
    guard let routes = search.routeMetric(lengths: { arcLengths }) else {
      return Parallel.map(arrivals.count) { arrivals[$0].nodeMeters() }
    }
    return routes.lengths(from: arrivals.map(\.attachment.routeSeeds))
  }

  /// Metres of the graph's arcs, in its order.
  private var arcLengths: [Double] {
    graph.arcOrigin.map { roads.length[roads.edge(ofArc: $0)] }
  }

  var lengthStep: LengthStep { LengthStep(for: graph, lengths: arcLengths) }

  /// Free-flow times from `origin` to everywhere: one search, no limit.
  public func arrivals(from origin: Origin) -> Arrivals {
    let attachment = attachment(of: origin)
    return Arrivals(
      from: attachment, nodeTimes: nodeTimes(from: [attachment.seeds])[0], over: self)
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
