/// Who is joined with whom, whichever way the arcs run: no self-loops, nobody twice.
struct Neighbourhoods {
  /// `nodeCount + 1` entries.
  let first: [UInt32]
  let neighbour: [UInt32]

  var nodeCount: Int { first.count - 1 }

  init(first: [UInt32], neighbour: [UInt32]) {
    self.first = first
    self.neighbour = neighbour
  }

  /// - Complexity: O(nodes + arcs).
  init(of graph: RoadGraph) {
    let count = graph.nodeCount
    var starts = [UInt32](repeating: 0, count: count + 1)
    for tail in 0..<count {
      for arc in Int(graph.firstArc[tail])..<Int(graph.firstArc[tail + 1]) {
        starts[tail + 1] += 1
        starts[Int(graph.head[arc]) + 1] += 1
      }
    }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var next = starts
    var ends = [UInt32](repeating: 0, count: 2 * graph.arcCount)
    for tail in 0..<count {
      for arc in Int(graph.firstArc[tail])..<Int(graph.firstArc[tail + 1]) {
        let head = Int(graph.head[arc])
        ends[Int(next[tail])] = UInt32(head)
        next[tail] += 1
        ends[Int(next[head])] = UInt32(tail)
        next[head] += 1
      }
    }
    var seenFrom = [UInt32](repeating: .max, count: count)
    var first = [UInt32](repeating: 0, count: count + 1)
    var kept = 0
    for node in 0..<count {
      seenFrom[node] = UInt32(node)
      for slot in Int(starts[node])..<Int(starts[node + 1]) {
        let other = ends[slot]
        guard seenFrom[Int(other)] != UInt32(node) else { continue }
        seenFrom[Int(other)] = UInt32(node)
        ends[kept] = other
        kept += 1
      }
      first[node + 1] = UInt32(kept)
    }
    ends.removeLast(ends.count - kept)
    self.first = first
    neighbour = ends
  }
}
