/// Who is linked with whom, both ways, and how long a link is: a graph of roads, or of places.
///
/// Links may run side by side; a link from a node to itself is kept and is never a bridge.
public struct LinkGraph: Hashable, Sendable {
  public let nodeCount: Int
  public let ends: [(Int, Int)]
  /// Milliseconds, each more than 0 where shortest paths are asked.
  public let lengths: [UInt32]
  /// The links of node v are `link[first[v]..<first[v + 1]]`; a loop stands there twice.
  let first: [Int]
  let link: [Int]

  public init(nodeCount: Int, ends: [(Int, Int)], lengths: [UInt32] = []) {
    precondition(
      ends.allSatisfy { (0..<nodeCount).contains($0.0) && (0..<nodeCount).contains($0.1) })
    precondition(lengths.isEmpty || lengths.count == ends.count)
    self.nodeCount = nodeCount
    self.ends = ends
    self.lengths = lengths.isEmpty ? [UInt32](repeating: 1, count: ends.count) : lengths
    var first = [Int](repeating: 0, count: nodeCount + 1)
    for (from, to) in ends {
      first[from + 1] += 1
      first[to + 1] += 1
    }
    for node in 0..<nodeCount { first[node + 1] += first[node] }
    var next = first
    var link = [Int](repeating: 0, count: 2 * ends.count)
    for (index, (from, to)) in ends.enumerated() {
      for node in [from, to] {
        link[next[node]] = index
        next[node] += 1
      }
    }
    self.first = first
    self.link = link
  }

  public var linkCount: Int { ends.count }

  public func degree(of node: Int) -> Int { first[node + 1] - first[node] }

  /// The links of a node, in order.
  public func links(of node: Int) -> ArraySlice<Int> { link[first[node]..<first[node + 1]] }

  /// The node at the other end.
  func other(_ link: Int, than node: Int) -> Int {
    ends[link].0 == node ? ends[link].1 : ends[link].0
  }

  /// Nodes with one link: where a road ends.
  public var deadEnds: [Int] { (0..<nodeCount).filter { degree(of: $0) == 1 } }

  /// The part that each node lies in, numbered by its lowest node.
  public func components(without cut: [Bool] = []) -> (of: [Int], count: Int) {
    var component = [Int](repeating: -1, count: nodeCount)
    var count = 0
    for start in 0..<nodeCount where component[start] < 0 {
      var stack = [start]
      component[start] = count
      while let node = stack.popLast() {
        for link in links(of: node) where cut.isEmpty || !cut[link] {
          let next = other(link, than: node)
          if component[next] < 0 {
            component[next] = count
            stack.append(next)
          }
        }
      }
      count += 1
    }
    return (component, count)
  }

  /// Independent ways round: links less nodes plus parts (Kansky 1963, *Structure of
  /// Transportation Networks*, 12).
  public var cyclomaticNumber: Int { linkCount - nodeCount + components().count }

  public static func == (left: Self, right: Self) -> Bool {
    left.nodeCount == right.nodeCount && left.lengths == right.lengths
      && left.ends.elementsEqual(right.ends, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(nodeCount)
    hasher.combine(lengths)
  }
}
