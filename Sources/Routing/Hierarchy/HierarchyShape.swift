/// Which arcs a hierarchy has, and nothing of what they cost: flat arrays, as they are stored.
///
/// Nodes are numbered by rank. From each node lead arcs to nodes of higher rank: to those it is
/// joined with, and to those it comes to be joined with as lower nodes are contracted.
public struct HierarchyShape: Hashable, Sendable {
  /// `nodeCount + 1` entries: arcs of rank r are `firstArc[r]..<firstArc[r + 1]`.
  public let firstArc: [UInt32]
  /// Ranks above the arc's own, ascending within a node; the first is the node's parent in the
  /// elimination tree.
  public let head: [UInt32]

  public var nodeCount: Int { firstArc.count - 1 }
  public var arcCount: Int { head.count }

  /// Contracts all nodes in `order`: the neighbours above a node become neighbours of each other.
  ///
  /// By symbolic elimination: a node's upper neighbours are its own and those of its children in
  /// the elimination tree (George and Liu 1981, *Computer Solution of Large Sparse Positive
  /// Definite Systems*, chapter 5).
  /// - Complexity: O(nodes + arcs of the graph and of the result).
  public init(of graph: RoadGraph, order: NodeOrder) {
    let near = Neighbourhoods(of: graph)
    let count = near.nodeCount
    var nodeAt = [UInt32](repeating: 0, count: count)
    for node in 0..<count { nodeAt[Int(order.ranks[node])] = UInt32(node) }
    let none = UInt32.max
    var seenFrom = [UInt32](repeating: none, count: count)
    var firstChild = seenFrom
    var sibling = seenFrom
    var first = [UInt32](repeating: 0, count: count + 1)
    var above: [UInt32] = []
    above.reserveCapacity(near.neighbour.count)
    for rank in 0..<UInt32(count) {
      seenFrom[Int(rank)] = rank
      var parent = none
      func take(_ other: UInt32) {
        guard other > rank, seenFrom[Int(other)] != rank else { return }
        seenFrom[Int(other)] = rank
        above.append(other)
        parent = min(parent, other)
      }
      let node = Int(nodeAt[Int(rank)])
      for slot in Int(near.first[node])..<Int(near.first[node + 1]) {
        take(order.ranks[Int(near.neighbour[slot])])
      }
      var child = firstChild[Int(rank)]
      while child != none {
        for slot in Int(first[Int(child)])..<Int(first[Int(child) + 1]) { take(above[slot]) }
        child = sibling[Int(child)]
      }
      if parent != none {
        sibling[Int(rank)] = firstChild[Int(parent)]
        firstChild[Int(parent)] = rank
      }
      first[Int(rank) + 1] = UInt32(above.count)
    }
    firstArc = first
    head = Self.sorted(above, first: first)
  }

  /// Each node's heads in ascending order, by turning all arcs round twice.
  private static func sorted(_ heads: [UInt32], first: [UInt32]) -> [UInt32] {
    let below = ArcsBelow(firstArc: first, head: heads)
    var next = first
    var result = heads
    for upper in 0..<first.count - 1 {
      for slot in Int(below.first[upper])..<Int(below.first[upper + 1]) {
        let lower = Int(below.tail[slot])
        result[Int(next[lower])] = UInt32(upper)
        next[lower] += 1
      }
    }
    return result
  }

  /// A shape from a store, checked: offsets in order, heads ascending and above, and the upper
  /// neighbours of each node joined with each other.
  ///
  /// - Complexity: O(nodes + arcs).
  public init(firstArc: [UInt32], head: [UInt32]) throws(RoutingError) {
    guard firstArc.first == 0, firstArc.last == UInt32(exactly: head.count) else {
      throw .brokenHierarchy(what: "its offsets do not span its \(head.count) arcs", node: 0)
    }
    self.firstArc = firstArc
    self.head = head
    let count = UInt32(nodeCount)
    for node in 0..<nodeCount {
      guard firstArc[node] <= firstArc[node + 1], firstArc[node + 1] <= head.count else {
        throw .brokenHierarchy(what: "its offsets are out of order", node: node)
      }
      var last = UInt32(node)
      for arc in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        guard head[arc] > last, head[arc] < count else {
          throw .brokenHierarchy(what: "head \(head[arc]) is out of order", node: node)
        }
        last = head[arc]
      }
    }
    for node in 0..<nodeCount where firstArc[node] < firstArc[node + 1] {
      let parent = Int(head[Int(firstArc[node])])
      var slot = Int(firstArc[parent])
      for arc in Int(firstArc[node]) + 1..<Int(firstArc[node + 1]) {
        while slot < Int(firstArc[parent + 1]), head[slot] < head[arc] { slot += 1 }
        guard slot < Int(firstArc[parent + 1]), head[slot] == head[arc] else {
          throw .brokenHierarchy(what: "its neighbours above are not joined", node: node)
        }
      }
    }
  }

  /// Whether every road has its arc, under the order that this is the shape of.
  ///
  /// - Complexity: O(edges · log arcs of a node).
  public func contains(_ roads: RoadNetwork, in order: NodeOrder) -> Bool {
    guard order.nodeCount == nodeCount, roads.nodes.count == nodeCount else { return false }
    return zip(roads.from, roads.to).allSatisfy { from, to in
      let (start, end) = (order.ranks[Int(from)], order.ranks[Int(to)])
      return start == end || arc(from: min(start, end), to: max(start, end)) != nil
    }
  }

  /// The arc from `lower` to `upper`; nil where there is none.
  ///
  /// - Complexity: O(log arcs of `lower`).
  func arc(from lower: UInt32, to upper: UInt32) -> Int? {
    var low = Int(firstArc[Int(lower)])
    var high = Int(firstArc[Int(lower) + 1])
    while low < high {
      let middle = (low + high) / 2
      if head[middle] < upper { low = middle + 1 } else { high = middle }
    }
    return low < Int(firstArc[Int(lower) + 1]) && head[low] == upper ? low : nil
  }

  /// The node that `arc` leads up from.
  ///
  /// - Complexity: O(log nodes).
  func tail(of arc: Int) -> UInt32 {
    var low = 0
    var high = nodeCount
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(firstArc[middle]) <= arc { low = middle } else { high = middle }
    }
    return UInt32(low)
  }
}

/// The arcs of a hierarchy by the node they lead up to.
struct ArcsBelow: Sendable {
  /// `nodeCount + 1` entries.
  let first: [UInt32]
  /// Ascending within a node.
  let tail: [UInt32]
  let arc: [UInt32]

  init(firstArc: [UInt32], head: [UInt32]) {
    let count = firstArc.count - 1
    var first = [UInt32](repeating: 0, count: count + 1)
    for upper in head { first[Int(upper) + 1] += 1 }
    for node in 0..<count { first[node + 1] += first[node] }
    var next = first
    var tail = [UInt32](repeating: 0, count: head.count)
    var arc = tail
    for lower in 0..<count {
      for slot in Int(firstArc[lower])..<Int(firstArc[lower + 1]) {
        let upper = Int(head[slot])
        tail[Int(next[upper])] = UInt32(lower)
        arc[Int(next[upper])] = UInt32(slot)
        next[upper] += 1
      }
    }
    self.first = first
    self.tail = tail
    self.arc = arc
  }
}
