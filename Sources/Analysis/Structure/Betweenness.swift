import Shapes

extension LinkGraph {
  /// How many shortest ways between others lead through each node.
  ///
  /// Of ways as short, each counts its part. Brandes (2001), *J. Mathematical Sociology* 25(2),
  /// 163, over unordered pairs; `counts` says which pairs of start and end matter.
  /// - Precondition: every link has a length of more than 0.
  /// - Complexity: O(nodes · links · log).
  public func betweenness(
    counting counts: @Sendable (Int, Int) -> Bool = { _, _ in true }
  ) -> [Double] {
    let partial = Parallel.map(nodeCount) { source in
      dependencies(on: source, in: self, counting: counts)
    }
    var sums = [Double](repeating: 0, count: nodeCount)
    for row in partial {
      for node in sums.indices { sums[node] += row[node] / 2 }
    }
    return sums
  }
}

/// What part of the shortest ways from `source` leads through each node.
private func dependencies(
  on source: Int, in graph: LinkGraph, counting counts: (Int, Int) -> Bool
) -> [Double] {
  let unreached = Int.max
  var time = [Int](repeating: unreached, count: graph.nodeCount)
  var ways = [Double](repeating: 0, count: graph.nodeCount)
  var settled: [Int] = []
  var isSettled = [Bool](repeating: false, count: graph.nodeCount)
  var heap = MinHeap<NodeVisit>()
  (time[source], ways[source]) = (0, 1)
  heap.insert(NodeVisit(time: 0, node: source))
  while let visit = heap.popMin() {
    let node = visit.node
    guard !isSettled[node] else { continue }
    isSettled[node] = true
    settled.append(node)
    for link in graph.links(of: node) {
      let next = graph.other(link, than: node)
      let reached = visit.time + Int(graph.lengths[link])
      precondition(graph.lengths[link] > 0, "A link takes some time.")
      if reached < time[next] {
        (time[next], ways[next]) = (reached, ways[node])
        heap.insert(NodeVisit(time: reached, node: next))
      } else if reached == time[next], next != node {
        ways[next] += ways[node]
      }
    }
  }
  var dependency = [Double](repeating: 0, count: graph.nodeCount)
  for node in settled.reversed() where node != source {
    let carried = dependency[node] + (counts(source, node) ? 1 : 0)
    for link in graph.links(of: node) {
      let before = graph.other(link, than: node)
      guard before != node, time[before] < unreached,
        time[before] + Int(graph.lengths[link]) == time[node]
      else { continue }
      dependency[before] += ways[before] / ways[node] * carried
    }
  }
  dependency[source] = 0
  return dependency
}
