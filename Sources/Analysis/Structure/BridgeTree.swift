/// What hangs on which bridge: blocks as nodes, bridges as links, rooted at the largest block.
struct BridgeTree {
  /// Bridges between each block and the main one; nil in another part of the graph.
  let depth: [Int?]
  /// The bridge nearest to the main block on the way there; −1 for that one itself.
  let firstBridge: [Int]
  let main: Int

  init(of bridges: Bridges, in graph: LinkGraph) {
    var sizes = [Int](repeating: 0, count: bridges.blockCount)
    for block in bridges.block { sizes[block] += 1 }
    var depth = [Int?](repeating: nil, count: bridges.blockCount)
    var firstBridge = [Int](repeating: -1, count: bridges.blockCount)
    let main = sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) } ?? 0
    var spans = [[(bridge: Int, block: Int)]](repeating: [], count: bridges.blockCount)
    for link in bridges.isBridge.indices where bridges.isBridge[link] {
      let (from, to) = (bridges.block[graph.ends[link].0], bridges.block[graph.ends[link].1])
      spans[from].append((link, to))
      spans[to].append((link, from))
    }
    if !sizes.isEmpty { depth[main] = 0 }
    var queue = sizes.isEmpty ? [] : [main]
    var next = 0
    while next < queue.count {
      let block = queue[next]
      next += 1
      for (bridge, other) in spans[block] where depth[other] == nil {
        depth[other] = (depth[block] ?? 0) + 1
        firstBridge[other] = block == main ? bridge : firstBridge[block]
        queue.append(other)
      }
    }
    self.depth = depth
    self.firstBridge = firstBridge
    self.main = main
  }
}
