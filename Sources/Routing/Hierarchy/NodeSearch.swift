import Shapes

/// Times to every node of one graph, by whichever way costs least: plain searches while few are
/// asked for, the hierarchy from where it pays.
///
/// Which way was taken shows in no answer. A hierarchy costs as much as some plain searches
/// (measured on the embedded roads and on New York: 6 with an order at hand, 55 to 65 without), so
/// it is made once that many have been asked for: never more than twice what the better way costs.
public final class NodeSearch: Sendable {
  /// Plain searches that a hierarchy costs.
  static let searchesAHierarchy = 8
  /// Plain searches that an order and a hierarchy cost.
  static let searchesAnOrder = 64

  public let graph: RoadGraph
  private let state: Locked<State>

  private struct State {
    var order: NodeOrder?
    var shape: HierarchyShape?
    var hierarchy: Hierarchy?
    var metric: Metric?
    var routes: RouteMetric?
    var asked = 0
  }

  /// A search over `graph`; an order, and the shape that it leads to, if a store has them.
  public init(_ graph: RoadGraph, order: NodeOrder? = nil, shape: HierarchyShape? = nil) {
    self.graph = graph
    state = Locked(State(order: order, shape: shape))
  }

  /// A search over a graph that was made from another's: same nodes first, perhaps more.
  ///
  /// It takes over the order, with new nodes contracted first, the hierarchy if only times changed, and
  /// its metric if few of them did.
  public init(_ graph: RoadGraph, like other: NodeSearch) {
    self.graph = graph
    let known = other.state.withLock { $0 }
    guard let order = known.order, graph.nodeCount >= order.nodeCount else {
      state = Locked(State())
      return
    }
    let isSame = graph.firstArc == other.graph.firstArc && graph.head == other.graph.head
    state = Locked(
      State(
        order: order.extended(toNodeCount: graph.nodeCount), shape: isSame ? known.shape : nil,
        hierarchy: isSame ? known.hierarchy : nil,
        metric: isSame ? known.metric?.changed(to: graph.travelTime) : nil))
  }

  /// Whether there is a metric already, which no answer shows.
  var hasMetric: Bool { state.withLock { $0.metric != nil } }

  /// Milliseconds from the nearest of each set of seeds to every node.
  ///
  /// - Complexity: a plain search each, or a sweep for sixteen; over all cores.
  public func travelTimes(from sources: [[Seed]]) -> [[UInt32]] {
    if let metric = metric(for: sources.count) { return metric.travelTimes(from: sources) }
    return Parallel.map(sources.count) { graph.travelTimes(from: sources[$0]) }
  }

  /// Milliseconds from the nearest of each set of seeds to each of `targets`.
  public func matrix(from sources: [[Seed]], to targets: [UInt32]) -> [[UInt32]] {
    if let metric = metric(for: sources.count) {
      return metric.matrix(from: sources, to: targets)
    }
    return Parallel.map(sources.count) { source in
      let times = graph.travelTimes(from: sources[source])
      return targets.map { times[Int($0)] }
    }
  }

  /// Milliseconds from the nearest of `seeds` to every node within `limit`.
  ///
  /// A bounded search costs what it reaches; from an eighth of the nodes on a sweep is faster, so
  /// the search is given up there, if there is a hierarchy (measured on New York: at 7 % it is faster, at
  /// 33 % not).
  public func travelTimes(from seeds: [Seed], within limit: UInt32) -> [UInt32] {
    guard let metric = metric(for: 1) else {
      return graph.travelTimes(from: seeds, limit: limit)
    }
    if let times = graph.travelTimes(
      from: seeds, limit: limit, settlingAtMost: graph.nodeCount / 8)
    {
      return times
    }
    return metric.travelTimes(from: [seeds])[0].map {
      $0 <= limit ? $0 : TravelTime.unreachable
    }
  }

  /// Lengths with the times, if there is a metric already: else they cost less one by one.
  func routeMetric(lengths: () -> [Double]) -> RouteMetric? {
    state.withLock { state in
      guard let hierarchy = state.metric?.hierarchy else { return nil }
      if let routes = state.routes { return routes }
      let routes = RouteMetric(of: hierarchy, graph: graph, lengths: lengths())
      state.routes = routes
      return routes
    }
  }

  /// The metric, made now if it is not there.
  ///
  /// - Throws: ``RoutingError`` if the order cannot be made, or what was stored does not fit.
  public func metric() throws(RoutingError) -> Metric {
    try state.withLock { state throws(RoutingError) in try Self.metric(in: &state, graph) }
  }

  /// The metric, if it is there or `count` more sources make it worth its while.
  ///
  /// Without one, plain searches answer the same: where none can be made, they do.
  private func metric(for count: Int) -> Metric? {
    state.withLock { state in
      if let metric = state.metric { return metric }
      state.asked += count
      let price = state.order == nil ? Self.searchesAnOrder : Self.searchesAHierarchy
      return state.asked >= price ? try? Self.metric(in: &state, graph) : nil
    }
  }

  private static func metric(in state: inout State, _ graph: RoadGraph) throws(RoutingError)
    -> Metric
  {
    if let metric = state.metric { return metric }
    let order: NodeOrder
    if let known = state.order { order = known } else { order = try NodeOrder(of: graph) }
    let hierarchy: Hierarchy
    if let known = state.hierarchy {
      hierarchy = known
    } else if let shape = state.shape {
      hierarchy = try Hierarchy(of: graph, order: order, shape: shape)
    } else {
      hierarchy = try Hierarchy(of: graph, order: order)
    }
    let metric = Metric(of: hierarchy, travelTimes: graph.travelTime)
    state.order = order
    state.hierarchy = hierarchy
    state.metric = metric
    return metric
  }
}
