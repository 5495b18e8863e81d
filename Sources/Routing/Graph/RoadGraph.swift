/// A directed graph in compressed sparse rows: the arcs that leave node v are
/// `firstArc[v]..<firstArc[v + 1]`.
public struct RoadGraph: Hashable, Sendable {
  /// One arc as it is given: it may run beside another, or from a node to itself.
  public struct Arc: Hashable, Sendable {
    public var tail: UInt32
    public var head: UInt32
    /// Milliseconds.
    public var travelTime: UInt32

    public init(tail: UInt32, head: UInt32, travelTime: UInt32) {
      self.tail = tail
      self.head = head
      self.travelTime = travelTime
    }
  }

  /// `nodeCount + 1` entries.
  public let firstArc: [UInt32]
  public let head: [UInt32]
  /// Milliseconds.
  public let travelTime: [UInt32]
  /// Index of each arc in the list that the graph was built from.
  public let arcOrigin: [UInt32]

  public var nodeCount: Int { firstArc.count - 1 }
  public var arcCount: Int { head.count }

  /// Sorts `arcs` by tail; arcs of one tail keep their order.
  ///
  /// - Precondition: tails and heads are below `nodeCount`; readers of files check before.
  /// - Complexity: O(nodes + arcs).
  public init(nodeCount: Int, arcs: [Arc]) {
    var first = [UInt32](repeating: 0, count: nodeCount + 1)
    for arc in arcs {
      precondition(Int(arc.tail) < nodeCount && Int(arc.head) < nodeCount)
      first[Int(arc.tail) + 1] += 1
    }
    for node in 0..<nodeCount { first[node + 1] += first[node] }
    var next = first
    var head = [UInt32](repeating: 0, count: arcs.count)
    var time = [UInt32](repeating: 0, count: arcs.count)
    var origin = [UInt32](repeating: 0, count: arcs.count)
    for (index, arc) in arcs.enumerated() {
      let slot = Int(next[Int(arc.tail)])
      next[Int(arc.tail)] += 1
      head[slot] = arc.head
      time[slot] = min(arc.travelTime, TravelTime.unreachable)
      origin[slot] = UInt32(index)
    }
    firstArc = first
    self.head = head
    travelTime = time
    arcOrigin = origin
  }
}
