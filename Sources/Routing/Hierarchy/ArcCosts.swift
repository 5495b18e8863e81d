import Shapes

/// What each arc of a hierarchy costs, up and down, once the roads' costs are on it.
///
/// Basic customization: an arc costs what its cheapest road does, or less by way of a node below
/// both its ends (a lower triangle). Then some cheapest way from any node to any other first runs
/// up and then down.
struct ArcCosts<Cost: PathCost>: Sendable {
  let hierarchy: Hierarchy
  /// Cost of each road arc, at most `Cost.unreached`.
  private(set) var inputs: [Cost]
  /// From an arc's lower end to its upper.
  private(set) var up: [Cost]
  /// From its upper end to its lower.
  private(set) var down: [Cost]
  /// Kept between questions: fresh memory costs as much as a sweep of sixteen.
  let pool: WorkspacePool<Cost>

  /// - Complexity: O(lower triangles).
  init(_ hierarchy: Hierarchy, inputs: [Cost]) {
    precondition(inputs.count == hierarchy.inputCount)
    self.hierarchy = hierarchy
    pool = WorkspacePool(nodeCount: hierarchy.nodeCount)
    // Shared with the graph that they come from where nothing has to be changed.
    self.inputs =
      inputs.contains { $0 > .unreached } ? inputs.map { min($0, .unreached) } : inputs
    let arcCount = hierarchy.shape.arcCount
    up = [Cost](repeating: .unreached, count: arcCount)
    down = up
    Self.respect(self.inputs, hierarchy.slots, up: &up, down: &down)
    Self.relaxTriangles(hierarchy.shape, hierarchy.below, up: &up, down: &down)
  }

  /// Puts on each arc the cheapest of its roads.
  private static func respect(
    _ inputs: [Cost], _ slots: [UInt32], up: inout [Cost], down: inout [Cost]
  ) {
    let inputs = inputs.span
    let slots = slots.span
    var up = up.mutableSpan
    var down = down.mutableSpan
    for input in slots.indices where slots[input] != Hierarchy.selfLoop {
      let arc = Int(slots[input] >> 1)
      if slots[input] & 1 == 0 {
        up[arc] = min(up[arc], inputs[input])
      } else {
        down[arc] = min(down[arc], inputs[input])
      }
    }
  }

  /// Node by node from below: each arc that leads up to the node, and each later arc of the same
  /// tail, are two sides of a triangle whose third leads up from the node.
  private static func relaxTriangles(
    _ shape: HierarchyShape, _ below: ArcsBelow, up: inout [Cost], down: inout [Cost]
  ) {
    let firstArc = shape.firstArc.span
    let head = shape.head.span
    let firstBelow = below.first.span
    let tail = below.tail.span
    let arcBelow = below.arc.span
    var arcTo = [UInt32](repeating: 0, count: shape.nodeCount)
    var arcToHead = arcTo.mutableSpan
    var up = up.mutableSpan
    var down = down.mutableSpan
    for node in 0..<shape.nodeCount {
      // Unchecked: `HierarchyShape.init` has checked that all heads are nodes.
      for arc in firstArc[node]..<firstArc[node + 1] {
        arcToHead[unchecked: Int(head[unchecked: Int(arc)])] = arc
      }
      for slot in Int(firstBelow[node])..<Int(firstBelow[node + 1]) {
        let side = Int(arcBelow[unchecked: slot])
        let toLower = down[unchecked: side]
        let fromLower = up[unchecked: side]
        let end = Int(firstArc[unchecked: Int(tail[unchecked: slot]) + 1])
        var other = side + 1
        while other < end {
          let third = Int(arcToHead[unchecked: Int(head[unchecked: other])])
          let upwards = toLower &+ up[unchecked: other]
          if upwards < up[unchecked: third] { up[unchecked: third] = upwards }
          let downwards = down[unchecked: other] &+ fromLower
          if downwards < down[unchecked: third] { down[unchecked: third] = downwards }
          other += 1
        }
      }
    }
  }

  /// The lower triangles of `arc` from `lower` to `upper`: arcs from a node below both to each.
  func forEachLowerTriangle(
    of arc: Int, from lower: UInt32, to upper: UInt32,
    _ body: (_ toLower: Int, _ toUpper: Int) -> Bool
  ) {
    let below = hierarchy.below
    var slot = Int(below.first[Int(lower)])
    let end = Int(below.first[Int(lower) + 1])
    var other = Int(below.first[Int(upper)])
    let otherEnd = Int(below.first[Int(upper) + 1])
    while slot < end, other < otherEnd {
      if below.tail[slot] < below.tail[other] {
        slot += 1
      } else if below.tail[slot] > below.tail[other] {
        other += 1
      } else {
        guard body(Int(below.arc[slot]), Int(below.arc[other])) else { return }
        slot += 1
        other += 1
      }
    }
  }

  /// Changes the costs of some road arcs, and of the arcs that depend on them.
  ///
  /// The result is the same, bit for bit, as that of putting all costs on anew: an arc's cost is a
  /// least value over its roads and triangles, and each that may have changed is taken again, from
  /// below.
  /// - Complexity: O(triangles of the arcs that change · log); from about 1,000 changes on, all anew
  ///   is faster, and that is done.
  mutating func change(_ changes: [(input: Int, cost: Cost)]) {
    for (input, cost) in changes { inputs[input] = min(cost, .unreached) }
    if changes.count > Self.incrementalLimit {
      self = ArcCosts(hierarchy, inputs: inputs)
      return
    }
    let shape = hierarchy.shape
    var queue = ArcQueue(arcCount: shape.arcCount)
    for (input, _) in changes where hierarchy.slots[input] != Hierarchy.selfLoop {
      queue.insert(hierarchy.slots[input] >> 1)
    }
    while let next = queue.popMin() {
      let arc = Int(next)
      let lower = shape.tail(of: arc)
      let upper = shape.head[arc]
      let (newUp, newDown) = costs(of: arc, from: lower, to: upper)
      let (oldUp, oldDown) = (up[arc], down[arc])
      guard newUp != oldUp || newDown != oldDown else { continue }
      up[arc] = newUp
      down[arc] = newDown
      // The third side of a triangle that it is a lower side of has to be taken again if it rested
      // on this triangle, or can now.
      for other in Int(shape.firstArc[Int(lower)])..<Int(shape.firstArc[Int(lower) + 1])
      where other != arc {
        let isLower = shape.head[arc] < shape.head[other]
        guard
          let third = isLower
            ? shape.arc(from: shape.head[arc], to: shape.head[other])
            : shape.arc(from: shape.head[other], to: shape.head[arc])
        else { continue }
        let there = isLower ? up[third] : down[third]
        let back = isLower ? down[third] : up[third]
        if oldDown &+ up[other] == there || newDown &+ up[other] < there
          || down[other] &+ oldUp == back || down[other] &+ newUp < back
        {
          queue.insert(UInt32(third))
        }
      }
    }
  }

  static var incrementalLimit: Int { 1_000 }

  /// The costs of an arc from its roads and lower triangles.
  private func costs(of arc: Int, from lower: UInt32, to upper: UInt32) -> (up: Cost, down: Cost) {
    var (up, down) = (Cost.unreached, Cost.unreached)
    for slot in Int(hierarchy.firstInput[arc])..<Int(hierarchy.firstInput[arc + 1]) {
      let input = Int(hierarchy.inputs[slot])
      if hierarchy.slots[input] & 1 == 0 {
        up = min(up, inputs[input])
      } else {
        down = min(down, inputs[input])
      }
    }
    forEachLowerTriangle(of: arc, from: lower, to: upper) { toLower, toUpper in
      up = min(up, self.down[toLower] &+ self.up[toUpper])
      down = min(down, self.down[toUpper] &+ self.up[toLower])
      return true
    }
    return (up, down)
  }
}

/// Arcs to look at again, lowest first, each once.
///
/// Arcs are numbered by their lower end, and a triangle's third side starts above the others: the
/// lowest arc waiting is never touched again.
private struct ArcQueue {
  private var heap = MinHeap<UInt32>()
  private var isWaiting: [UInt64]

  init(arcCount: Int) { isWaiting = [UInt64](repeating: 0, count: arcCount / 64 + 1) }

  mutating func insert(_ arc: UInt32) {
    let bit: UInt64 = 1 << UInt64(arc & 63)
    guard isWaiting[Int(arc >> 6)] & bit == 0 else { return }
    isWaiting[Int(arc >> 6)] |= bit
    heap.insert(arc)
  }

  mutating func popMin() -> UInt32? {
    guard let lowest = heap.popMin() else { return nil }
    isWaiting[Int(lowest >> 6)] &= ~(1 << UInt64(lowest & 63))
    return lowest
  }
}
