extension RoadNetwork {
  /// The largest part in which every node is reached from every other, with those that have at least
  /// `others` metres, and which edges they have.
  ///
  /// Largest by nodes, and of parts as large the one with the lowest node. Nodes keep their order. An
  /// edge from one part to another is in neither.
  /// Tarjan (1972), SIAM J. Computing 1(2), 146, without recursion.
  ///
  /// - Complexity: O(nodes + edges).
  public func largestStrongPart(
    with others: Double = .infinity
  ) -> (network: RoadNetwork, edges: [Int], parts: Int) {
    let part = strongParts()
    var sizes: [UInt32: Int] = [:]
    var first: [UInt32: Int] = [:]
    for (node, part) in part.enumerated() {
      sizes[part, default: 0] += 1
      if first[part] == nil { first[part] = node }
    }
    let largest = sizes.max {
      ($0.value, -(first[$0.key] ?? 0)) < ($1.value, -(first[$1.key] ?? 0))
    }?.key
    var meters: [UInt32: Double] = [:]
    for edge in 0..<(others.isFinite ? edgeCount : 0)
    where part[Int(from[edge])] == part[Int(to[edge])] {
      meters[part[Int(from[edge])], default: 0] += length[edge]
    }
    let kept = Set(meters.filter { $0.value >= others }.keys).union(largest.map { [$0] } ?? [])
    var network = self
    var newNode = [UInt32](repeating: .max, count: nodes.count)
    network.nodes = []
    for node in nodes.indices where kept.contains(part[node]) {
      newNode[node] = UInt32(network.nodes.count)
      network.nodes.append(nodes[node])
    }
    let edges = (0..<edgeCount).filter {
      newNode[Int(from[$0])] != .max && part[Int(from[$0])] == part[Int(to[$0])]
    }
    network.from = edges.map { newNode[Int(from[$0])] }
    network.to = edges.map { newNode[Int(to[$0])] }
    network.length = edges.map { length[$0] }
    network.roadClass = edges.map { roadClass[$0] }
    network.route = edges.map { route[$0] }
    network.exceptions = [:]
    for (new, old) in edges.enumerated() {
      if let exception = exceptions[old] { network.exceptions[new] = exception }
    }
    return (network, edges, kept.count)
  }

  /// The number of each node's part.
  private func strongParts() -> [UInt32] {
    let times = (0..<edgeCount).map {
      exceptions[$0]?.isClosed == true ? TravelTime.unreachable : 0
    }
    let graph = graph(times: times)
    let none = UInt32.max
    var part = [UInt32](repeating: none, count: nodes.count)
    var order = part
    var low = part
    var next = graph.firstArc.dropLast().map { Int($0) }
    var (visited, parts): (UInt32, UInt32) = (0, 0)
    var stack: [Int] = []
    var path: [Int] = []
    for root in nodes.indices where order[root] == none {
      path.append(root)
      while let node = path.last {
        if order[node] == none {
          (order[node], low[node]) = (visited, visited)
          visited += 1
          stack.append(node)
        }
        if next[node] < Int(graph.firstArc[node + 1]) {
          let arc = next[node]
          next[node] += 1
          guard graph.travelTime[arc] < TravelTime.unreachable else { continue }
          let head = Int(graph.head[arc])
          if order[head] == none {
            path.append(head)
          } else if part[head] == none {
            low[node] = min(low[node], order[head])
          }
          continue
        }
        path.removeLast()
        if let before = path.last { low[before] = min(low[before], low[node]) }
        guard low[node] == order[node] else { continue }
        while let member = stack.popLast() {
          part[member] = parts
          if member == node { break }
        }
        parts += 1
      }
    }
    return part
  }
}
