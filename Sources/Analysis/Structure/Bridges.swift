/// Links without a way round: each parts the graph when it is cut.
///
/// Depth first with low points (Tarjan 1974, *Information Processing Letters* 2(6), 160), without
/// recursion: a road network is deeper than a stack.
public struct Bridges: Hashable, Sendable {
  public let isBridge: [Bool]
  /// The block of each node: two nodes of one block have two ways between them that share no
  /// link (Menger 1927).
  public let block: [Int]
  public let blockCount: Int

  /// - Complexity: O(nodes + links).
  public init(of graph: LinkGraph) {
    var isBridge = [Bool](repeating: false, count: graph.linkCount)
    var entered = [Int](repeating: -1, count: graph.nodeCount)
    var low = entered
    var arrivedBy = entered
    var nextSlot = Array(graph.first[..<graph.nodeCount])
    var clock = 0
    for root in 0..<graph.nodeCount where entered[root] < 0 {
      var path = [root]
      (entered[root], low[root]) = (clock, clock)
      clock += 1
      while let node = path.last {
        if nextSlot[node] < graph.first[node + 1] {
          let link = graph.link[nextSlot[node]]
          nextSlot[node] += 1
          guard link != arrivedBy[node] else { continue }
          let next = graph.other(link, than: node)
          if entered[next] >= 0 {
            low[node] = min(low[node], entered[next])
          } else {
            (entered[next], low[next], arrivedBy[next]) = (clock, clock, link)
            clock += 1
            path.append(next)
          }
        } else {
          path.removeLast()
          guard let parent = path.last else { continue }
          low[parent] = min(low[parent], low[node])
          if low[node] > entered[parent] { isBridge[arrivedBy[node]] = true }
        }
      }
    }
    self.isBridge = isBridge
    (block, blockCount) = graph.components(without: isBridge)
  }
}
