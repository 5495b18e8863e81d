/// An order, the arcs it leads to, and which of them each road arc is.
///
/// A customizable contraction hierarchy before any time is put on it (Dibbelt, Strasser and Wagner
/// 2016, *ACM J. Exp. Algorithmics* 21, 1.5).
/// Three values, each made from the one before: ``NodeOrder`` from who is joined with whom, the
/// hierarchy from that, and a ``Metric`` from times. A new speed or a closed road is a new metric.
public struct Hierarchy: Sendable {
  public let order: NodeOrder
  public let shape: HierarchyShape
  /// Arcs by the node that they lead up to.
  let below: ArcsBelow
  /// Of each road arc: its arc here · 2, plus 1 if it runs down; ``selfLoop`` if it stays put.
  let slots: [UInt32]
  /// Road arcs of each arc here: `inputs[firstInput[arc]..<firstInput[arc + 1]]`, ascending.
  let firstInput: [UInt32]
  let inputs: [UInt32]

  static let selfLoop = UInt32.max

  public var nodeCount: Int { shape.nodeCount }
  /// Arcs of the road graph, not of the hierarchy.
  public var inputCount: Int { slots.count }

  /// - Complexity: O(arcs of the hierarchy); 0.6 s a million nodes, the order apart (Documentation/Routing.md).
  public init(of graph: RoadGraph, order: NodeOrder) throws(RoutingError) {
    guard order.nodeCount == graph.nodeCount else {
      throw .notAnOrder(nodes: graph.nodeCount, ranks: order.nodeCount)
    }
    try self.init(of: graph, order: order, shape: HierarchyShape(of: graph, order: order))
  }

  /// A hierarchy whose order and shape come from a store: every road has to be found in it.
  public init(of graph: RoadGraph, order: NodeOrder, shape: HierarchyShape)
    throws(RoutingError)
  {
    guard order.nodeCount == graph.nodeCount, shape.nodeCount == graph.nodeCount else {
      throw .notAnOrder(nodes: graph.nodeCount, ranks: min(order.nodeCount, shape.nodeCount))
    }
    self.order = order
    self.shape = shape
    below = ArcsBelow(firstArc: shape.firstArc, head: shape.head)
    var slots = [UInt32](repeating: Self.selfLoop, count: graph.arcCount)
    var first = [UInt32](repeating: 0, count: shape.arcCount + 1)
    for tail in 0..<graph.nodeCount {
      let from = order.ranks[tail]
      for input in Int(graph.firstArc[tail])..<Int(graph.firstArc[tail + 1]) {
        let to = order.ranks[Int(graph.head[input])]
        if from == to { continue }
        guard let arc = shape.arc(from: min(from, to), to: max(from, to)) else {
          throw .arcMissing(tail: UInt32(tail), head: graph.head[input])
        }
        slots[input] = UInt32(arc) << 1 | (from < to ? 0 : 1)
        first[arc + 1] += 1
      }
    }
    for arc in 0..<shape.arcCount { first[arc + 1] += first[arc] }
    var next = first
    var inputs = [UInt32](repeating: 0, count: Int(first[shape.arcCount]))
    for (input, slot) in slots.enumerated() where slot != Self.selfLoop {
      let arc = Int(slot >> 1)
      inputs[Int(next[arc])] = UInt32(input)
      next[arc] += 1
    }
    self.slots = slots
    firstInput = first
    self.inputs = inputs
  }

  /// The lowest node above `rank` that it is joined with: its parent in the elimination tree.
  func parent(of rank: UInt32) -> UInt32? {
    let first = shape.firstArc[Int(rank)]
    return first < shape.firstArc[Int(rank) + 1] ? shape.head[Int(first)] : nil
  }
}
