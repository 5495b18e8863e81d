/// Stretches of ways between junctions, joined where the road only goes on.
///
/// Two stretches become one at a node where nothing else ends, nothing bars the way, and road, speed,
/// route and direction are the same: mappers split ways for a name, a bridge or a new surface.
struct OSMStretches {
  /// What the edges of a stretch have in common.
  struct Kind: Hashable {
    var road: OSMRoad
    /// km/h where the way says other than its class.
    var speed: Double?
  }

  private(set) var kinds: [Kind] = []
  /// Index in ``kinds`` of each stretch.
  private(set) var kind: [UInt32] = []
  /// `count + 1` entries: a stretch's nodes are `nodes[first[i]..<first[i + 1]]`.
  private var first = [0]
  private var nodes: [UInt32] = []
  private var indexOfKind: [Kind: UInt32] = [:]

  var count: Int { kind.count }

  subscript(index: Int) -> ArraySlice<UInt32> { nodes[first[index]..<first[index + 1]] }

  /// Adds a stretch in the direction in which it may be driven.
  ///
  /// - Precondition: two nodes or more.
  mutating func append(_ stretch: some Collection<UInt32>, of kind: Kind) {
    let index = indexOfKind[kind] ?? UInt32(kinds.count)
    if index == kinds.count {
      kinds.append(kind)
      indexOfKind[kind] = index
    }
    append(stretch, at: index)
  }

  private mutating func append(_ stretch: some Collection<UInt32>, at kind: UInt32) {
    nodes.append(contentsOf: stretch)
    first.append(nodes.count)
    self.kind.append(kind)
  }

  /// The same roads with as few stretches as can be; `isFixed` are nodes where none are joined.
  ///
  /// - Complexity: O(nodes).
  func joined(nodeCount: Int, isFixed: [Bool]) -> OSMStretches {
    let ends = Ends(of: self, nodeCount: nodeCount)
    var isDone = [Bool](repeating: false, count: count)
    var result = OSMStretches()
    (result.kinds, result.indexOfKind) = (kinds, indexOfKind)
    for start in 0..<count where !isDone[start] {
      isDone[start] = true
      var chain = Array(self[start])
      let isOneWay = kinds[Int(kind[start])].road.direction != .both
      // On from its last node, and then, turned round, on from its first.
      for turn in 0..<2 {
        while let last = chain.last, !isFixed[Int(last)],
          let next = ends.other(at: last, than: isDone), kind[next] == kind[start]
        {
          let more = self[next]
          let runsOn = (turn == 0 ? more.first : more.last) == last
          if isOneWay, !runsOn { break }
          isDone[next] = true
          chain += more.first == last ? Array(more.dropFirst()) : more.dropLast().reversed()
        }
        chain.reverse()
      }
      result.append(chain, at: kind[start])
    }
    return result
  }

  /// The two stretches at nodes where exactly two ends meet.
  private struct Ends {
    private var degree: [UInt8]
    private var one: [UInt32]
    private var two: [UInt32]

    init(of stretches: OSMStretches, nodeCount: Int) {
      degree = [UInt8](repeating: 0, count: nodeCount)
      one = [UInt32](repeating: 0, count: nodeCount)
      two = one
      for index in 0..<stretches.count {
        let stretch = stretches[index]
        for node in [stretch.first, stretch.last] {
          guard let node = node.map({ Int($0) }) else { continue }
          if degree[node] == 0 { one[node] = UInt32(index) } else { two[node] = UInt32(index) }
          degree[node] = min(3, degree[node] + 1)
        }
      }
    }

    /// The stretch at a node of two ends that is not done yet.
    func other(at node: UInt32, than isDone: [Bool]) -> Int? {
      let node = Int(node)
      guard degree[node] == 2, one[node] != two[node] else { return nil }
      return [one[node], two[node]].lazy.map { Int($0) }.first { !isDone[$0] }
    }
  }
}
