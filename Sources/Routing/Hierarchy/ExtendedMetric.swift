/// A metric with some arcs and nodes more, without a new hierarchy: what a few new links change.
///
/// The ends of the added arcs are joined with each other by the fastest ways there are, old and new
/// (their closure, made once). A question then asks when each end is reached over the old roads,
/// takes the closure, and sweeps once more with the ends as seeds. Answers are those of a graph
/// that had the arcs from the start.
public struct ExtendedMetric: Sendable {
  public let base: Metric
  public let added: [RoadGraph.Arc]
  public let addedNodeCount: Int

  /// Ends of added arcs that the base has, ascending; then all added nodes.
  private let oldEnds: [UInt32]
  /// Fastest ways between ends over old roads alone, and over all, row by row.
  private let oldWays: [[UInt32]]
  private let closure: [[UInt32]]

  public var nodeCount: Int { base.hierarchy.nodeCount + addedNodeCount }
  private var endCount: Int { oldEnds.count + addedNodeCount }

  /// Adds `arcs`, whose nodes from `base`'s node count on are new.
  ///
  /// - Precondition: all nodes are below the base's node count plus `addedNodeCount`.
  /// - Complexity: O(ends³), and a sweep for each sixteen of them.
  public init(_ base: Metric, adding arcs: [RoadGraph.Arc], addedNodeCount: Int = 0) {
    self.base = base
    self.addedNodeCount = addedNodeCount
    let count = UInt32(base.hierarchy.nodeCount)
    precondition(arcs.allSatisfy { max($0.tail, $0.head) < count + UInt32(addedNodeCount) })
    added = arcs.map {
      .init(tail: $0.tail, head: $0.head, travelTime: min($0.travelTime, TravelTime.unreachable))
    }
    oldEnds = Set(arcs.flatMap { [$0.tail, $0.head] }).filter { $0 < count }.sorted()
    let size = oldEnds.count + addedNodeCount
    let fresh = [UInt32](repeating: TravelTime.unreachable, count: addedNodeCount)
    var ways = base.matrix(from: oldEnds.map { [Seed(node: $0, time: 0)] }, to: oldEnds)
      .map { $0 + fresh }
    for node in oldEnds.count..<size {
      ways.append([UInt32](repeating: TravelTime.unreachable, count: size))
      ways[node][node] = 0
    }
    oldWays = ways
    let ends = Ends(old: oldEnds, base: count)
    for arc in added {
      let (tail, head) = (ends.index(of: arc.tail), ends.index(of: arc.head))
      ways[tail][head] = min(ways[tail][head], arc.travelTime)
    }
    for middle in 0..<size {
      for from in 0..<size where ways[from][middle] < TravelTime.unreachable {
        let first = ways[from][middle]
        for to in 0..<size { ways[from][to] = min(ways[from][to], first &+ ways[middle][to]) }
      }
    }
    closure = ways
  }

  /// Where a node stands among the ends.
  private struct Ends {
    let old: [UInt32]
    let base: UInt32

    func index(of node: UInt32) -> Int {
      if node >= base { return old.count + Int(node - base) }
      var (low, high) = (0, old.count)
      while low < high {
        let middle = (low + high) / 2
        if old[middle] < node { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private var ends: Ends { Ends(old: oldEnds, base: UInt32(base.hierarchy.nodeCount)) }

  /// The shortest time from the nearest of each set of seeds to every node, old ones first, or back
  /// to the seeds from every node.
  public func travelTimes(from sources: [[Seed]], _ direction: TravelDirection = .outward)
    -> [[UInt32]]
  {
    let atEnds = timesAtEnds(from: sources, direction)
    let times = base.travelTimes(from: reseeded(sources, atEnds), direction)
    return zip(times, atEnds).map { $0 + $1.suffix(addedNodeCount) }
  }

  /// The shortest time from the nearest of each set of seeds to each of `targets`.
  public func matrix(
    from sources: [[Seed]], to targets: [UInt32], _ direction: TravelDirection = .outward
  ) -> [[UInt32]] {
    let atEnds = timesAtEnds(from: sources, direction)
    let count = UInt32(base.hierarchy.nodeCount)
    let old = base.matrix(
      from: reseeded(sources, atEnds), to: targets.filter { $0 < count }, direction)
    let ends = ends
    return zip(old, atEnds).map { times, atEnds in
      var next = times.makeIterator()
      return targets.map { $0 < count ? next.next() ?? 0 : atEnds[ends.index(of: $0)] }
    }
  }

  /// When each end is reached over old and new roads.
  private func timesAtEnds(from sources: [[Seed]], _ direction: TravelDirection) -> [[UInt32]] {
    let count = UInt32(base.hierarchy.nodeCount)
    let overOldRoads = base.matrix(
      from: sources.map { $0.filter { $0.node < count } }, to: oldEnds, direction)
    return zip(sources, overOldRoads).map { seeds, old in
      var start = old + [UInt32](repeating: TravelTime.unreachable, count: addedNodeCount)
      for seed in seeds where seed.node >= count {
        let end = ends.index(of: seed.node)
        start[end] = min(start[end], seed.time)
      }
      return (0..<endCount).map { to in
        var best = TravelTime.unreachable
        for from in 0..<endCount {
          let way = direction == .outward ? closure[from][to] : closure[to][from]
          best = min(best, start[from] &+ way)
        }
        return best
      }
    }
  }

  /// The old seeds, and the ends as reached.
  private func reseeded(_ sources: [[Seed]], _ atEnds: [[UInt32]]) -> [[Seed]] {
    let count = UInt32(base.hierarchy.nodeCount)
    return zip(sources, atEnds).map { seeds, times in
      seeds.filter { $0.node < count }
        + zip(oldEnds, times).compactMap { node, time in
          time < TravelTime.unreachable ? Seed(node: node, time: time) : nil
        }
    }
  }
}

extension ExtendedMetric {
  /// A fastest way from the nearest of `sources` to the nearest of `targets`; nil if there is none.
  ///
  /// Added arcs are numbered on from the graph's own.
  public func path(from sources: [Seed], to targets: [Seed]) -> RoadPath? {
    // Ends, then the start and the goal: settled one by one, for there are few.
    let count = UInt32(base.hierarchy.nodeCount)
    let (start, goal) = (endCount, endCount + 1)
    let fromStart = startTimes(sources, .outward)
    let toGoal = startTimes(targets, .inward)
    let old = (
      sources.filter { $0.node < count }, targets.filter { $0.node < count }
    )
    let straight = base.travelTime(from: old.0, to: old.1)
    var best = [UInt32](repeating: TravelTime.unreachable, count: endCount + 2)
    var before = [(point: Int, arc: Int?)](repeating: (start, nil), count: endCount + 2)
    var isSettled = [Bool](repeating: false, count: endCount + 2)
    best[start] = 0
    while let point = best.indices.filter({ !isSettled[$0] }).min(by: { best[$0] < best[$1] }),
      best[point] < TravelTime.unreachable
    {
      isSettled[point] = true
      func reach(_ next: Int, _ time: UInt32, by arc: Int?) {
        if best[point] &+ time < best[next] {
          best[next] = best[point] &+ time
          before[next] = (point, arc)
        }
      }
      if point == start {
        for end in 0..<endCount { reach(end, fromStart[end], by: nil) }
        reach(goal, straight, by: nil)
      } else if point < start {
        for end in 0..<endCount { reach(end, oldWays[point][end], by: nil) }
        for (index, arc) in added.enumerated() where ends.index(of: arc.tail) == point {
          reach(ends.index(of: arc.head), arc.travelTime, by: index)
        }
        reach(goal, toGoal[point], by: nil)
      }
    }
    guard best[goal] < TravelTime.unreachable else { return nil }
    var legs: [[UInt32]] = []
    var point = goal
    while point != start {
      let (from, arc) = before[point]
      if let arc {
        legs.append([UInt32(base.hierarchy.inputCount + arc)])
      } else {
        let tails = from == start ? old.0 : seed(from)
        let heads = point == goal ? old.1 : seed(point)
        legs.append(base.path(from: tails, to: heads)?.arcs ?? [])
      }
      point = from
    }
    return RoadPath(time: best[goal], arcs: legs.reversed().flatMap(\.self))
  }

  /// An end as a seed at no cost; nothing for an added node, which no old road leads to.
  private func seed(_ end: Int) -> [Seed] {
    end < oldEnds.count ? [Seed(node: oldEnds[end], time: 0)] : []
  }

  /// Times between seeds and ends over old roads alone.
  private func startTimes(_ seeds: [Seed], _ direction: TravelDirection) -> [UInt32] {
    let count = UInt32(base.hierarchy.nodeCount)
    var times = base.matrix(from: [seeds.filter { $0.node < count }], to: oldEnds, direction)[0]
    times += [UInt32](repeating: TravelTime.unreachable, count: addedNodeCount)
    for seed in seeds where seed.node >= count {
      let end = ends.index(of: seed.node)
      times[end] = min(times[end], seed.time)
    }
    return times
  }
}
