/// Closed rings of nodes, put together from ways whose ends meet.
struct OSMRings {
  /// First and last node are the same.
  private(set) var rings: [[Int64]] = []
  /// Chains of ways that do not close.
  private(set) var openCount = 0

  /// - Complexity: O(nodes).
  init(_ ways: [[Int64]]) {
    let ways = ways.filter { $0.count > 1 }
    var waysAt: [Int64: [Int]] = [:]
    for (index, way) in ways.enumerated() where way.first != way.last {
      for end in [way[0], way[way.count - 1]] { waysAt[end, default: []].append(index) }
    }
    var isDone = [Bool](repeating: false, count: ways.count)
    for start in ways.indices where !isDone[start] {
      isDone[start] = true
      var ring = ways[start]
      while ring.first != ring.last, let end = ring.last {
        while let last = waysAt[end]?.last, isDone[last] { waysAt[end]?.removeLast() }
        guard let next = waysAt[end]?.popLast() else { break }
        isDone[next] = true
        ring += ways[next].first == end ? ways[next].dropFirst() : ways[next].reversed().dropFirst()
      }
      if ring.first == ring.last { rings.append(ring) } else { openCount += 1 }
    }
  }
}
