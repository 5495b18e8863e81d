/// Travel times and lengths over a hierarchy: of the fastest ways, the shortest.
///
/// Its times are those of a ``Metric``; sums are twice as wide, and a sweep costs twice as much.
/// Times come first and lengths only choose among ways equally fast, so an answer depends on
/// neither the order nor chance.
public struct RouteMetric: Sendable {
  private let costs: ArcCosts<UInt64>
  public let lengthStep: LengthStep

  public var hierarchy: Hierarchy { costs.hierarchy }

  /// Puts times in milliseconds and lengths in metres on the graph's arcs, in its order.
  ///
  /// - Complexity: 0.3 s a million nodes.
  public init(of hierarchy: Hierarchy, graph: RoadGraph, lengths: [Double]) {
    precondition(lengths.count == graph.arcCount)
    let step = LengthStep(for: graph, lengths: lengths)
    lengthStep = step
    costs = ArcCosts(
      hierarchy,
      inputs: graph.travelTime.indices.map { arc in
        Self.cost(graph.travelTime[arc], lengths[arc], step)
      })
  }

  private static func cost(_ time: UInt32, _ length: Double, _ step: LengthStep) -> UInt64 {
    time < TravelTime.unreachable
      ? UInt64(time) << 32 | UInt64(step.steps(of: length)) : .unreached
  }

  /// Metres to every node along the best way from the nearest of each set of seeds; infinite where
  /// there is none.
  ///
  /// - Complexity: O(arcs of the hierarchy) a sixteen of sources, over all cores.
  public func lengths(from sources: [[RouteSeed]]) -> [[Double]] {
    let ranks = hierarchy.order.ranks
    return costs.trees(from: sources.map(ranked), over: Sweep(costs, .outward)) {
      sources, workspace in
      workspace.costs(at: ranks, of: sources.count).map { $0.map { routeCost($0).length } }
    }
  }

  /// The time and length of the best way from the nearest of each set of seeds to each of
  /// `targets`.
  ///
  /// - Complexity: O(what leads down to the targets) a sixteen of sources, over all cores.
  public func matrix(
    from sources: [[RouteSeed]], to targets: [UInt32], _ direction: TravelDirection = .outward
  ) -> [[RouteCost]] {
    let ranks = targets.map { hierarchy.order.ranks[Int($0)] }
    let sweep = Sweep(costs, direction, to: ranks)
    let places = ranks.map { UInt32(sweep.place(of: $0)) }
    return costs.trees(from: sources.map(ranked), over: sweep) { sources, workspace in
      workspace.costs(at: places, of: sources.count).map { $0.map(routeCost) }
    }
  }

  /// The best way from the nearest of `sources` to the nearest of `targets`; nil if there is none.
  public func path(from sources: [RouteSeed], to targets: [RouteSeed]) -> (
    cost: RouteCost, path: RoadPath
  )? {
    var search = PairSearch<UInt64>(nodeCount: hierarchy.nodeCount)
    return search.path(from: ranked(sources), to: ranked(targets), over: costs).map {
      let cost = routeCost($0.cost)
      return (cost, RoadPath(time: cost.time, arcs: $0.arcs))
    }
  }

  private func ranked(_ seeds: [RouteSeed]) -> [(rank: UInt32, cost: UInt64)] {
    seeds.map {
      (hierarchy.order.ranks[Int($0.node)], Self.cost($0.time, $0.length, lengthStep))
    }
  }

  private func routeCost(_ cost: UInt64) -> RouteCost {
    cost < .unreached
      ? RouteCost(
        time: UInt32(cost >> 32), length: lengthStep.meters(of: Double(cost & 0xFFFF_FFFF)))
      : .unreached
  }
}

/// A node that a search starts from, with the time and the length it starts with.
public struct RouteSeed: Hashable, Sendable {
  public var node: UInt32
  /// Milliseconds.
  public var time: UInt32
  /// Metres.
  public var length: Double

  public init(node: UInt32, time: UInt32, length: Double = 0) {
    self.node = node
    self.time = time
    self.length = length
  }
}

/// How long a way takes and how long it is.
public struct RouteCost: Hashable, Sendable {
  /// Milliseconds.
  public var time: UInt32
  /// Metres, summed in steps of ``RouteMetric/lengthStep``.
  public var length: Double

  public static let unreached = RouteCost(time: TravelTime.unreachable, length: .infinity)

  public init(time: UInt32, length: Double) {
    self.time = time
    self.length = length
  }
}

/// In which steps lengths are added up, so that sums are whole numbers and exact.
public struct LengthStep: Hashable, Sendable {
  /// Metres: 0.1, or more where a way could be over 200,000 km.
  public let meters: Double

  /// The finest step in which no way over `graph` can be too long for 31 bits.
  public init(for graph: RoadGraph, lengths: [Double]) {
    // No way passes a node twice, so none is longer than the longest arcs of all nodes together.
    var bound = 0.0
    for node in 0..<graph.nodeCount {
      let arcs = Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1])
      bound += arcs.reduce(0) { max($0, lengths[$1]) }
    }
    var step = 0.1
    while bound / step + Double(graph.nodeCount) >= Double(1 << 31) { step *= 10 }
    meters = step
  }

  /// Whole steps.
  func steps(of length: Double) -> Double { max(0, length / meters).rounded() }

  /// Tenths by division, so that whole metres come out whole.
  func meters(of steps: Double) -> Double { meters < 1 ? steps / 10 : steps * meters }
}
