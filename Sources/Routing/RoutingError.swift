/// What can be wrong with what the engine is given, in a sentence that names the value and the way
/// out.
public enum RoutingError: Error, Hashable, Sendable {
  case notAnOrder(nodes: Int, ranks: Int)
  case rankTwice(rank: UInt32, node: Int)
  case orderFailed(code: Int, nodes: Int)
  case brokenHierarchy(what: String, node: Int)
  case arcMissing(tail: UInt32, head: UInt32)
}

extension RoutingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnOrder(let nodes, let ranks):
      "The stored node order has \(ranks) ranks for \(nodes) nodes; build the order anew from the "
        + "same roads."
    case .rankTwice(let rank, let node):
      "The stored node order gives node \(node) the rank \(rank), which is taken or out of range; "
        + "build the order anew."
    case .orderFailed(let code, let nodes):
      "METIS could not order \(nodes) nodes (its code \(code)): most likely memory ran out; free "
        + "some or take a smaller extract."
    case .brokenHierarchy(let what, let node):
      "The stored hierarchy is broken at rank \(node): \(what); build it anew from the same roads."
    case .arcMissing(let tail, let head):
      "The stored hierarchy has no arc for the road from node \(tail) to \(head); build it anew "
        + "from the same roads."
    }
  }
}
