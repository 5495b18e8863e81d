import Shapes

/// A node and when it is reached, the sooner first, then the lower node.
struct NodeVisit: Comparable {
  /// Milliseconds.
  var time: Int
  var node: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.time, left.node) < (right.time, right.node)
  }
}

extension LinkGraph {
  /// Shortest ways from one node: times, and the link that each node is reached by.
  struct Ways {
    /// Milliseconds; nil beyond the limit.
    let time: [Int?]
    /// −1 at the start and where not reached.
    let arrivedBy: [Int]
    /// The nodes reached, soonest first.
    let order: [Int]
  }

  /// Dijkstra's algorithm up to `limit` milliseconds.
  ///
  /// Of ways as short, the one by the lower link: the answer hangs on nothing else.
  /// - Complexity: O(links reached · log).
  func ways(from source: Int, within limit: Int) -> Ways {
    var time = [Int?](repeating: nil, count: nodeCount)
    var arrivedBy = [Int](repeating: -1, count: nodeCount)
    var isSettled = [Bool](repeating: false, count: nodeCount)
    var order: [Int] = []
    var heap = MinHeap<NodeVisit>()
    time[source] = 0
    heap.insert(NodeVisit(time: 0, node: source))
    while let visit = heap.popMin() {
      guard !isSettled[visit.node] else { continue }
      isSettled[visit.node] = true
      order.append(visit.node)
      for link in links(of: visit.node) {
        let next = other(link, than: visit.node)
        let reached = visit.time + Int(lengths[link])
        guard reached <= limit, !isSettled[next] else { continue }
        if reached < time[next] ?? .max || (reached == time[next] && link < arrivedBy[next]) {
          if reached < time[next] ?? .max { heap.insert(NodeVisit(time: reached, node: next)) }
          time[next] = reached
          arrivedBy[next] = link
        }
      }
    }
    return Ways(time: time, arrivedBy: arrivedBy, order: order)
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

  /// How long the way to `target` becomes if one of its links is closed, link by link from its
  /// start; nil where no other way is found among those that `there` and `back` reach.
  ///
  /// `there` are the ways from the way's start, `back` those from `target`. What lies behind a
  /// closed link is as far from the target as ever, and what lies before it as far from the start:
  /// so the best other way crosses from one to the other once, by a link beside the way. Source:
  /// Malik, Mittal and Gupta (1989), *Operations Research Letters* 8(4), 223.
  /// - Complexity: O(links reached + candidates · log).
  func detours(to target: Int, there: Ways, back: Ways) -> [(link: Int, time: Int?)] {
    let way = Array(links(to: target, by: there).reversed())
    // How many links of the way lead to where a node's own way leaves it.
    var passed = [Int](repeating: 0, count: nodeCount)
    var isOnWay: Set<Int> = []
    for link in way { isOnWay.insert(link) }
    for node in there.order where there.arrivedBy[node] >= 0 {
      let link = there.arrivedBy[node]
      passed[node] = passed[other(link, than: node)] + (isOnWay.contains(link) ? 1 : 0)
    }
    var candidates: [(time: Int, first: Int, end: Int)] = []
    for node in there.order {
      guard let reached = there.time[node] else { continue }
      for link in links(of: node) where !isOnWay.contains(link) {
        let next = other(link, than: node)
        guard there.time[next] != nil, passed[next] > passed[node], let rest = back.time[next]
        else { continue }
        candidates.append((reached + Int(lengths[link]) + rest, passed[node], passed[next]))
      }
    }
    candidates.sort { ($0.time, $0.first, $0.end) < ($1.time, $1.first, $1.end) }
    var detours = [Int?](repeating: nil, count: way.count)
    // The next link from each on that has no detour yet.
    var open = Array(0...way.count)
    func nextOpen(_ link: Int) -> Int {
      var found = link
      while open[found] != found { found = open[found] }
      var at = link
      while open[at] != found { (at, open[at]) = (open[at], found) }
      return found
    }
    for candidate in candidates {
      var link = nextOpen(candidate.first)
      while link < candidate.end {
        detours[link] = candidate.time
        open[link] = link + 1
        link = nextOpen(link)
      }
    }
    return zip(way, detours).map { (link: $0, time: $1) }
  }
}
