/// Travel times over a hierarchy: what questions are asked of.
///
/// Times are milliseconds, ``TravelTime/unreachable`` where there is no way or it takes 12 days.
/// Nodes and arcs are those of the ``RoadGraph`` that the hierarchy was made from. Every answer is
/// the one that ``RoadGraph/travelTimes(from:limit:)`` would give, to the millisecond.
public struct Metric: Sendable {
  private(set) var costs: ArcCosts<UInt32>

  public var hierarchy: Hierarchy { costs.hierarchy }

  /// Puts `travelTimes` on the hierarchy: those of the graph's arcs, in its order.
  ///
  /// - Complexity: 0.3 s a million nodes (Documentation/Routing.md).
  public init(of hierarchy: Hierarchy, travelTimes: [UInt32]) {
    costs = ArcCosts(hierarchy, inputs: travelTimes)
  }

  /// Milliseconds along each arc of the graph.
  public var travelTimes: [UInt32] { costs.inputs }

  /// A road arc and its new time.
  public struct Change: Hashable, Sendable {
    public var arc: Int
    /// Milliseconds; ``TravelTime/unreachable`` closes the arc.
    public var travelTime: UInt32

    public init(arc: Int, travelTime: UInt32) {
      self.arc = arc
      self.travelTime = travelTime
    }
  }

  /// Changes some arcs' times; of two changes of one arc the later holds.
  ///
  /// - Complexity: some 20 µs an arc up to 1,000 of them, else that of a new metric.
  public mutating func change(_ changes: [Change]) {
    costs.change(changes.map { ($0.arc, $0.travelTime) })
  }

  /// The metric of times that differ in few arcs; nil where making it anew is as fast.
  ///
  /// - Complexity: O(arcs) to compare, then that of ``change(_:)``.
  func changed(to travelTimes: [UInt32]) -> Metric? {
    let old = self.travelTimes
    var changes: [Change] = []
    for arc in travelTimes.indices {
      let time = min(travelTimes[arc], TravelTime.unreachable)
      guard time != old[arc] else { continue }
      guard changes.count < ArcCosts<UInt32>.incrementalLimit else { return nil }
      changes.append(Change(arc: arc, travelTime: time))
    }
    var metric = self
    metric.change(changes)
    return metric
  }

  /// The shortest time from the nearest of `sources` to the nearest of `targets`, what these take
  /// included.
  ///
  /// - Complexity: O(nodes) to set up, so ask many pairs by ``matrix(from:to:)``.
  public func travelTime(from sources: [Seed], to targets: [Seed]) -> UInt32 {
    var search = PairSearch<UInt32>(nodeCount: hierarchy.nodeCount)
    return search.cost(from: ranked(sources), to: ranked(targets), over: costs)
  }

  /// A fastest way between the same; nil if there is none.
  public func path(from sources: [Seed], to targets: [Seed]) -> RoadPath? {
    var search = PairSearch<UInt32>(nodeCount: hierarchy.nodeCount)
    return search.path(from: ranked(sources), to: ranked(targets), over: costs).map {
      RoadPath(time: $0.cost, arcs: $0.arcs)
    }
  }

  /// The shortest time from the nearest of each set of seeds to every node, or back to the seeds
  /// from every node.
  ///
  /// - Complexity: O(arcs of the hierarchy) a sixteen of sources, over all cores.
  public func travelTimes(
    from sources: [[Seed]], _ direction: TravelDirection = .outward,
    dispatch: SweepDispatch = .best
  ) -> [[UInt32]] {
    let ranks = hierarchy.order.ranks
    return costs.trees(
      from: sources.map(ranked), over: Sweep(costs, direction), dispatch: dispatch
    ) { sources, found in found.costs(at: ranks, of: sources.count) }
  }

  /// Reads each source's times by rank, without a copy of them.
  public func trees<Result: Sendable>(
    from sources: [[Seed]], _ direction: TravelDirection = .outward,
    dispatch: SweepDispatch = .best,
    read: @Sendable (_ source: Int, _ timeAtRank: (Int) -> UInt32) -> Result
  ) -> [Result] {
    costs.trees(
      from: sources.map(ranked), over: Sweep(costs, direction), dispatch: dispatch
    ) { sources, found in
      sources.map { source in
        read(source) { found.cost(at: $0, lane: source - sources.lowerBound) }
      }
    }
  }

  /// The shortest time from the nearest of each set of seeds to each of `targets`.
  ///
  /// - Complexity: O(what leads down to the targets) a sixteen of sources, over all cores.
  public func matrix(
    from sources: [[Seed]], to targets: [UInt32], _ direction: TravelDirection = .outward,
    dispatch: SweepDispatch = .best
  ) -> [[UInt32]] {
    let ranks = targets.map { hierarchy.order.ranks[Int($0)] }
    let sweep = Sweep(costs, direction, to: ranks)
    let places = ranks.map { UInt32(sweep.place(of: $0)) }
    return costs.trees(from: sources.map(ranked), over: sweep, dispatch: dispatch) {
      sources, found in found.costs(at: places, of: sources.count)
    }
  }

  private func ranked(_ seeds: [Seed]) -> [(rank: UInt32, cost: UInt32)] {
    seeds.map {
      (hierarchy.order.ranks[Int($0.node)], min($0.time, TravelTime.unreachable))
    }
  }
}

/// A way along roads.
public struct RoadPath: Hashable, Sendable {
  /// Milliseconds, those of the seeds at its ends included.
  public var time: UInt32
  /// Arcs of the road graph, in the order of travel.
  public var arcs: [UInt32]
}
