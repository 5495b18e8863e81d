extension LinkGraph {
  /// Shortest ways from one node: times, and the link that each node is reached by.
  struct Ways {
    /// Milliseconds; nil beyond the limit.
    let time: [Int?]
    /// −1 at the start and where not reached.
    let arrivedBy: [Int]
  }

  /// Dijkstra's algorithm up to `limit` milliseconds, as if the link `cut` were not there.
  ///
  /// Of ways as short, the one by the lower link: the answer hangs on nothing else.
  /// - Complexity: O(links reached · log).
  func ways(from source: Int, within limit: Int, without cut: Int? = nil) -> Ways {
    var time = [Int?](repeating: nil, count: nodeCount)
    var arrivedBy = [Int](repeating: -1, count: nodeCount)
    var isSettled = [Bool](repeating: false, count: nodeCount)
    var heap = TimeHeap()
    time[source] = 0
    heap.insert((0, source))
    while let (at, node) = heap.popMin() {
      guard !isSettled[node] else { continue }
      isSettled[node] = true
      for link in links(of: node) where link != cut {
        let next = other(link, than: node)
        let reached = at + Int(lengths[link])
        guard reached <= limit, !isSettled[next] else { continue }
        if reached < time[next] ?? .max || (reached == time[next] && link < arrivedBy[next]) {
          if reached < time[next] ?? .max { heap.insert((reached, next)) }
          time[next] = reached
          arrivedBy[next] = link
        }
      }
    }
    return Ways(time: time, arrivedBy: arrivedBy)
  }

  /// The links of the way to `node`, last one first; empty at the start or where there is none.
  func links(to node: Int, by ways: Ways) -> [Int] {
    var links: [Int] = []
    var at = node
    while ways.arrivedBy[at] >= 0 {
      let link = ways.arrivedBy[at]
      links.append(link)
      at = other(link, than: at)
    }
    return links
  }
}
