/// A node that a search starts from, and the time it starts with.
public struct Seed: Hashable, Sendable {
  public var node: UInt32
  /// Milliseconds.
  public var time: UInt32

  public init(node: UInt32, time: UInt32) {
    self.node = node
    self.time = time
  }
}

extension RoadGraph {
  /// The shortest time to every node from the nearest of `seeds`, in milliseconds.
  ///
  /// Dijkstra's algorithm over ``BucketQueue``, labels corrected within a bucket; the answer does
  /// not depend on the order of seeds or arcs. Nodes further than `limit` milliseconds stay
  /// ``TravelTime/unreachable``.
  ///
  /// - Complexity: O(arcs reached + buckets passed); 66,000 nodes take about 10 ms.
  public func travelTimes(from seeds: [Seed], limit: UInt32 = TravelTime.unreachable - 1)
    -> [UInt32]
  {
    guard let times = travelTimes(from: seeds, limit: limit, settlingAtMost: .max) else {
      preconditionFailure("Nothing takes that many visits.")
    }
    return times
  }

  /// The same, or nil once it has taken more than `most` visits to nodes.
  func travelTimes(from seeds: [Seed], limit: UInt32, settlingAtMost most: Int) -> [UInt32]? {
    var visits = 0
    var result = [UInt32](repeating: TravelTime.unreachable, count: nodeCount)
    let starts = seeds.filter { $0.time <= limit }
    guard let lowest = starts.map(\.time).min(), let highest = starts.map(\.time).max() else {
      return result
    }
    let longest = travelTime.reduce(0) { $1 < TravelTime.unreachable ? max($0, $1) : $0 }
    var queue = BucketQueue(span: max(longest, highest - lowest))
    queue.start(at: lowest)
    for seed in starts where seed.time < result[Int(seed.node)] {
      result[Int(seed.node)] = seed.time
      queue.insert(.init(time: seed.time, node: seed.node))
    }
    let firstArc = firstArc.span
    let head = head.span
    let travelTime = travelTime.span
    var times = result.mutableSpan
    while let visit = queue.popMin() {
      let node = Int(visit.node)
      guard visit.time == times[node] else { continue }  // a shorter way was found since
      visits += 1
      if visits > most { return nil }
      for arc in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        let reached = visit.time &+ travelTime[arc]
        guard reached <= limit, reached < times[Int(head[arc])] else { continue }
        times[Int(head[arc])] = reached
        queue.insert(.init(time: reached, node: head[arc]))
      }
    }
    return result
  }
}
