import Geometry
import Routing
import Shapes

/// The roads between the members of a system: what a lap drives twice, and what a closure does.
///
/// Fastest ways in free flow, from the node nearest to each seat.
struct SystemRoads {
  let graph: LinkGraph
  /// A node a member.
  let nodes: [Int]
  private let ways: [LinkGraph.Ways]
  private let limit: Int

  /// Nil where a member stands by no road, or some cannot be reached from the first.
  init?(between nodes: [Int?], in graph: LinkGraph) {
    let known = nodes.compactMap { $0 }
    guard known.count == nodes.count, let first = known.first else { return nil }
    self.graph = graph
    self.nodes = known
    // The first member's slowest way bounds every pair by twice as much.
    let whole = graph.ways(from: first, within: Int(TravelTime.unreachable))
    let slowest = known.compactMap { whole.time[$0] }
    guard slowest.count == known.count else { return nil }
    let limit = 2 * (slowest.max() ?? 0)
    self.limit = limit
    ways = known.map { graph.ways(from: $0, within: limit) }
  }

  private func links(from: Int, to: Int) -> [Int] { graph.links(to: nodes[to], by: ways[from]) }

  /// The part of a lap that runs over roads it has driven before.
  func repeatedShare(of order: [Int]) -> Double {
    var driven: Set<Int> = []
    var (total, again) = (0, 0)
    for (index, from) in order.enumerated() {
      for link in links(from: from, to: order[(index + 1) % order.count]) {
        total += Int(graph.lengths[link])
        if !driven.insert(link).inserted { again += Int(graph.lengths[link]) }
      }
    }
    return total > 0 ? Double(again) / Double(total) : 0
  }

  /// The link whose closure adds most to the mean over pairs, pairs lost first.
  ///
  /// Links on the same pairs' ways do the same harm: one of each such set is tried, those of the
  /// most pairs first, at most ``mostTried``.
  func worstCut() -> (link: Int, addedMilliseconds: Double, lostPairs: Int)? {
    let count = nodes.count
    var pairs: [Int: [Int]] = [:]
    for from in 0..<count {
      for to in 0..<from {
        for link in links(from: from, to: to) { pairs[link, default: []].append(from * count + to) }
      }
    }
    var tried: Set<[Int]> = []
    let candidates = pairs.sorted {
      (-$0.value.count, UInt32.max - graph.lengths[$0.key], $0.key)
        < (-$1.value.count, UInt32.max - graph.lengths[$1.key], $1.key)
    }.filter { tried.insert($0.value).inserted }.prefix(Self.mostTried)
    var worst: (link: Int, added: Double, lost: Int)?
    for (link, _) in candidates {
      let harm = harm(of: link)
      if worst == nil || (harm.lost, harm.added) > (worst?.lost ?? 0, worst?.added ?? 0) {
        worst = (link, harm.added, harm.lost)
      }
    }
    return worst.map { ($0.link, $0.added, $0.lost) }
  }

  static let mostTried = 12

  private func harm(of link: Int) -> (added: Double, lost: Int) {
    var (added, kept, lost) = (0, 0, 0)
    for from in nodes.indices {
      let affected = (0..<from).contains { links(from: from, to: $0).contains(link) }
      let cut =
        affected ? graph.ways(from: nodes[from], within: 5 * max(1, limit / 2), without: link) : nil
      for to in 0..<from {
        guard let before = ways[from].time[nodes[to]] else { continue }
        guard let after = cut == nil ? before : cut?.time[nodes[to]] else {
          lost += 1
          continue
        }
        kept += 1
        added += after - before
      }
    }
    return (kept > 0 ? Double(added) / Double(kept) : 0, lost)
  }
}
