/// Cheapest ways up from some nodes: all that a query needs of a source.
///
/// What is joined upwards from a node lies on its way to the root of the elimination tree, so the
/// search walks that way and needs no queue (Dibbelt, Strasser and Wagner 2016, section 6).
/// One value serves many searches, and clears nothing between them.
struct UpwardSearch<Cost: PathCost> {
  /// Ranks that the last search came by, ascending.
  private(set) var visited: [UInt32] = []
  private var cost: [Cost]
  private var round: [UInt32]
  private var current: UInt32 = 0

  init(nodeCount: Int) {
    cost = [Cost](repeating: .unreached, count: nodeCount)
    round = [UInt32](repeating: 0, count: nodeCount)
  }

  /// The cost that the last search found for a rank.
  subscript(rank: UInt32) -> Cost {
    round[Int(rank)] == current ? cost[Int(rank)] : .unreached
  }

  /// Searches from `seeds`, ranks with what they cost; `costs` are those of the shape's arcs in the
  /// direction of travel, up for ways from the seeds and down for ways to them.
  ///
  /// - Complexity: O(nodes and arcs on the ways from the seeds to the root).
  mutating func run(
    from seeds: some Sequence<(rank: UInt32, cost: Cost)>, over shape: HierarchyShape,
    costs: [Cost]
  ) {
    current &+= 1
    if current == 0 {
      for node in round.indices { round[node] = 0 }
      current = 1
    }
    visited.removeAll(keepingCapacity: true)
    var runs = 0
    for seed in seeds {
      runs += 1
      walk(from: seed.rank, over: shape)
      cost[Int(seed.rank)] = min(cost[Int(seed.rank)], seed.cost)
    }
    if runs > 1 { visited.sort() }
    Self.relax(visited, over: shape, costs: costs, &cost)
  }

  private static func relax(
    _ visited: [UInt32], over shape: HierarchyShape, costs: [Cost], _ reached: inout [Cost]
  ) {
    let firstArc = shape.firstArc.span
    let head = shape.head.span
    let arcCost = costs.span
    let visited = visited.span
    var reached = reached.mutableSpan
    for index in visited.indices {
      let node = Int(visited[index])
      let here = reached[node]
      guard here < .unreached else { continue }
      for arc in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        let upper = Int(head[unchecked: arc])
        let there = here &+ arcCost[arc]
        if there < reached[upper] { reached[upper] = there }
      }
    }
  }

  /// Marks the way from `rank` to the root, as far as it is new.
  private mutating func walk(from rank: UInt32, over shape: HierarchyShape) {
    let firstArc = shape.firstArc.span
    let head = shape.head.span
    var node = Int(rank)
    while round[node] != current {
      round[node] = current
      cost[node] = .unreached
      visited.append(UInt32(node))
      let first = Int(firstArc[node])
      guard first < Int(firstArc[node + 1]) else { return }
      node = Int(head[first])
    }
  }
}
