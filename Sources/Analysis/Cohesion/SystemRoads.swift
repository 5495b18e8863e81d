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

  /// Nil where a member stands by no road, or some cannot be reached from the first.
  init?(between nodes: [Int?], in graph: LinkGraph) {
    let known = nodes.compactMap { $0 }
    guard known.count == nodes.count, let first = known.first else { return nil }
    self.graph = graph
    self.nodes = known
    // The first member's slowest way bounds every pair by twice as much; further than five times
    // that nobody looks for another way.
    let whole = graph.ways(from: first, within: Int(TravelTime.unreachable))
    let slowest = known.compactMap { whole.time[$0] }
    guard slowest.count == known.count else { return nil }
    let limit = 5 * max(1, slowest.max() ?? 0)
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

  /// The link whose closure loses most pairs, and of those the one that adds most to the mean over
  /// the pairs that are left; nil where no road lies between the members.
  ///
  /// Every link of every fastest way is tried.
  func worstCut() -> (link: Int, addedMilliseconds: Double, lostPairs: Int)? {
    let count = nodes.count
    var harms: [Int: (added: Int, lost: Int)] = [:]
    for from in 0..<count {
      for to in 0..<from {
        guard let before = ways[from].time[nodes[to]] else { continue }
        for (link, after) in graph.detours(to: nodes[to], there: ways[from], back: ways[to]) {
          if let after {
            harms[link, default: (0, 0)].added += after - before
          } else {
            harms[link, default: (0, 0)].lost += 1
          }
        }
      }
    }
    let pairs = count * (count - 1) / 2
    var worst: (link: Int, addedMilliseconds: Double, lostPairs: Int)?
    for (link, harm) in harms.sorted(by: { $0.key < $1.key }) {
      let added = harm.lost < pairs ? Double(harm.added) / Double(pairs - harm.lost) : 0
      if (harm.lost, added) > (worst?.lostPairs ?? -1, worst?.addedMilliseconds ?? 0) {
        worst = (link, added, harm.lost)
      }
    }
    return worst
  }
}
