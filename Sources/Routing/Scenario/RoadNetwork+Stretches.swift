public import Shapes

extension RoadNetwork {
  /// The edges whose codes include `code`.
  public func edges(ofRoute code: String) -> [Int] {
    let isPart = routes.map { $0.split(separator: ";").contains { $0 == code } }
    return (0..<edgeCount).filter { isPart[Int(route[$0])] }
  }

  /// Metres from a place within which a route counts as passing it.
  public static let passingDistance = 30_000.0

  /// The part of a route between two places: metres of the shortest way along it, and every edge of
  /// `edges` that a way no more than 5 % and 1 km longer than that can use.
  ///
  /// Nil where a place lies over `within` metres from the nearest node of `edges`, or they have a
  /// gap between the two.
  ///
  /// - Complexity: O(edges · log).
  public func stretch(
    of edges: [Int], between first: GeoPoint, and second: GeoPoint,
    within reach: Double = passingDistance
  ) -> (length: Double, edges: [Int])? {
    guard let start = node(of: edges, nearest: first, within: reach),
      let end = node(of: edges, nearest: second, within: reach)
    else { return nil }
    let fromStart = distances(along: edges, from: start)
    let fromEnd = distances(along: edges, from: end)
    guard let shortest = fromStart[end] else { return nil }
    let longest = shortest * 1.05 + 1_000
    return (
      shortest,
      edges.filter { edge in
        guard let a = fromStart[from[edge]], let b = fromStart[to[edge]],
          let c = fromEnd[from[edge]], let d = fromEnd[to[edge]]
        else { return false }
        return min(a + d, b + c) + length[edge] <= longest
      }
    )
  }

  /// The edge nearest to a place, and how far it is in metres; of equals the first.
  public func edge(nearest place: GeoPoint) -> (edge: Int, distance: Double)? {
    let frame = LocalFrame(at: place)
    var best: (edge: Int, distance: Double)?
    for edge in 0..<edgeCount {
      let distance = frame.nearestPoint(nodes[Int(from[edge])], nodes[Int(to[edge])]).distance
      if distance < best?.distance ?? .infinity { best = (edge, distance) }
    }
    return best
  }

  private func node(
    of edges: [Int], nearest place: GeoPoint, within reach: Double
  ) -> UInt32? {
    let frame = LocalFrame(at: place)
    var best: (node: UInt32, distance: Double)?
    for edge in edges {
      for node in [from[edge], to[edge]] {
        let distance = frame.distance(to: nodes[Int(node)])
        if distance < best?.distance ?? reach { best = (node, distance) }
      }
    }
    return best?.node
  }

  /// Metres along `edges` from `start` to each of their nodes.
  private func distances(along edges: [Int], from start: UInt32) -> [UInt32: Double] {
    var neighbours: [UInt32: [(node: UInt32, length: Double)]] = [:]
    for edge in edges {
      neighbours[from[edge], default: []].append((to[edge], length[edge]))
      neighbours[to[edge], default: []].append((from[edge], length[edge]))
    }
    var found: [UInt32: Double] = [start: 0]
    var queue: Set<UInt32> = [start]
    // Labels are corrected until none falls: routes are strings of some hundred nodes.
    while !queue.isEmpty {
      var next: Set<UInt32> = []
      for node in queue {
        guard let here = found[node] else { continue }
        for (neighbour, length) in neighbours[node] ?? []
        where here + length < found[neighbour] ?? .infinity {
          found[neighbour] = here + length
          next.insert(neighbour)
        }
      }
      queue = next
    }
    return found
  }
}
