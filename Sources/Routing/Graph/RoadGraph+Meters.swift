extension RoadGraph {
  /// Metres to every node along the ways that `times` are the times of.
  ///
  /// `times` come from a search from the seeds, each given with the metres travelled to it. Of ways
  /// that take the same time the shortest counts, so the answer does not depend on the order of
  /// arcs. `arcMeters` is asked with ``arcOrigin``.
  ///
  /// - Complexity: O(nodes · log + arcs).
  func meters(
    alongFastestWaysIn times: [UInt32], from seeds: [(seed: Seed, meters: Double)],
    arcMeters: (UInt32) -> Double
  ) -> [Double] {
    var meters = [Double](repeating: .infinity, count: nodeCount)
    for (seed, travelled) in seeds where seed.time == times[Int(seed.node)] {
      meters[Int(seed.node)] = min(meters[Int(seed.node)], travelled)
    }
    var order = (0..<UInt32(nodeCount)).filter { times[Int($0)] < TravelTime.unreachable }
    order.sort { (times[Int($0)], $0) < (times[Int($1)], $1) }
    var isDone = [Bool](repeating: false, count: nodeCount)
    // Arcs of no time lead back to nodes that are done: those are looked at again.
    var again: [UInt32] = []
    for first in order {
      again.append(first)
      while let node = again.popLast().map({ Int($0) }) {
        isDone[node] = true
        for arc in Int(firstArc[node])..<Int(firstArc[node + 1]) {
          let next = Int(head[arc])
          guard times[node] &+ travelTime[arc] == times[next] else { continue }
          let reached = meters[node] + arcMeters(arcOrigin[arc])
          guard reached < meters[next] else { continue }
          meters[next] = reached
          if isDone[next] { again.append(head[arc]) }
        }
      }
    }
    return meters
  }
}
