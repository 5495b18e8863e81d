extension Neighbourhoods {
  /// Takes out nodes of two neighbours or fewer until none is left; the two become neighbours.
  ///
  /// It goes in rounds that take no two nodes side by side, so that a chain of n nodes is as deep in
  /// an elimination tree as log n.
  ///
  /// - Returns: The nodes in the order they were taken, and who of the others is joined with whom; those
  ///   taken have no neighbours there.
  /// - Complexity: O(nodes + arcs).
  func withoutChains() -> (taken: [UInt32], rest: Neighbourhoods) {
    var near = LiveNeighbours(of: self)
    var taken: [UInt32] = []
    var isTaken = [Bool](repeating: false, count: nodeCount)
    var waitsIn = [UInt32](repeating: 0, count: nodeCount)
    var round: UInt32 = 0
    var open = (0..<UInt32(nodeCount)).filter { near.degree[Int($0)] <= 2 }
    while !open.isEmpty {
      round += 1
      var next: [UInt32] = []
      for node in open where !isTaken[Int(node)] {
        guard waitsIn[Int(node)] != round else {
          next.append(node)
          continue
        }
        isTaken[Int(node)] = true
        taken.append(node)
        for other in near.takeOut(node) {
          let other = Int(other)
          if near.degree[other] <= 2 { next.append(UInt32(other)) }
          waitsIn[other] = round
        }
      }
      open = next
    }
    return (taken, near.neighbourhoods(without: isTaken))
  }
}

/// Neighbours while nodes are taken out, each list at its old place and never longer than it was.
private struct LiveNeighbours {
  private let first: [UInt32]
  private var neighbour: [UInt32]
  private(set) var degree: [UInt32]

  init(of near: Neighbourhoods) {
    (first, neighbour) = (near.first, near.neighbour)
    degree = (0..<near.nodeCount).map { near.first[$0 + 1] - near.first[$0] }
  }

  private func slots(_ node: UInt32) -> Range<Int> {
    let start = Int(first[Int(node)])
    return start..<start + Int(degree[Int(node)])
  }

  /// Takes out a node of at most two neighbours, and gives them.
  mutating func takeOut(_ node: UInt32) -> [UInt32] {
    let ends = slots(node).map { neighbour[$0] }
    degree[Int(node)] = 0
    for (end, other) in zip(ends, ends.reversed()) {
      let isJoined = end == other || slots(end).contains { neighbour[$0] == other }
      for slot in slots(end) where neighbour[slot] == node {
        if isJoined {
          degree[Int(end)] -= 1
          neighbour[slot] = neighbour[slots(end).upperBound]
        } else {
          neighbour[slot] = other
        }
        break
      }
    }
    return ends
  }

  func neighbourhoods(without isTaken: [Bool]) -> Neighbourhoods {
    var (starts, ends): ([UInt32], [UInt32]) = ([0], [])
    for node in degree.indices {
      if !isTaken[node] { ends += slots(UInt32(node)).map { neighbour[$0] } }
      starts.append(UInt32(ends.count))
    }
    return Neighbourhoods(first: starts, neighbour: ends)
  }
}
