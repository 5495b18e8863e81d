extension RoadGraph {
  /// Lowers `times` to the shortest over this graph, where they are the shortest over one with
  /// slower or fewer arcs.
  ///
  /// `times` are milliseconds at each node from some seeds; `seeds` are the present ones, and
  /// `nodes` hold at least one end of every pair of arcs that is new or quicker now. Only what falls
  /// is visited.
  ///
  /// - Complexity: O(arcs at nodes whose time falls · log).
  public func improve(_ times: inout [UInt32], seeds: [Seed], changedAround nodes: [UInt32]) {
    precondition(times.count == nodeCount)
    var starts: [Seed] = []
    func consider(_ node: UInt32, _ time: UInt32) {
      guard time < times[Int(node)] else { return }
      times[Int(node)] = time
      starts.append(Seed(node: node, time: time))
    }
    for seed in seeds { consider(seed.node, seed.time) }
    // Both ways over every arc at a changed node: its neighbours may be the ones that were reached.
    for node in nodes {
      for arc in Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1]) {
        let neighbour = head[arc]
        let there = times[Int(neighbour)]
        if there < TravelTime.unreachable { consider(node, there &+ travelTime[arc]) }
      }
    }
    for node in nodes {
      let here = times[Int(node)]
      guard here < TravelTime.unreachable else { continue }
      for arc in Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1]) {
        consider(head[arc], here &+ travelTime[arc])
      }
    }
    guard let lowest = starts.map(\.time).min(), let highest = starts.map(\.time).max() else {
      return
    }
    let longest = travelTime.reduce(0) { $1 < TravelTime.unreachable ? max($0, $1) : $0 }
    var queue = BucketQueue(span: max(longest, highest - lowest))
    queue.start(at: lowest)
    for start in starts where start.time == times[Int(start.node)] {
      queue.insert(.init(time: start.time, node: start.node))
    }
    while let visit = queue.popMin() {
      let node = Int(visit.node)
      guard visit.time == times[node] else { continue }  // a shorter way was found since
      for arc in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        let reached = visit.time &+ travelTime[arc]
        guard reached < TravelTime.unreachable, reached < times[Int(head[arc])] else { continue }
        times[Int(head[arc])] = reached
        queue.insert(.init(time: reached, node: head[arc]))
      }
    }
  }
}
