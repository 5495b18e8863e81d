import TestSupport
import Testing

@testable import Analysis

/// Communities of drawn and random graphs.
@Suite struct LeidenTests {
  /// Two triangles with one link between them.
  private static let triangles = WeightedGraph(
    nodeCount: 6,
    links: [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)].map { .init($0.0, $0.1) })

  @Test func twoTrianglesAreTwoCommunities() {
    let found = Leiden().communities(of: Self.triangles)
    #expect(found.members == [[0, 1, 2], [3, 4, 5]])
    // Inside lie 6 of 7 links, and either side has half of all strength: 6/7 − 2 · (1/2)².
    #expect(abs(Self.triangles.modularity(of: found) - (6.0 / 7 - 0.5)) < 1e-12)
    #expect(abs(Self.triangles.modularity(of: found, resolution: 2) - (6.0 / 7 - 1)) < 1e-12)
  }

  @Test func theLimits() {
    let empty = WeightedGraph(nodeCount: 0, links: [])
    #expect(Leiden().communities(of: empty).count == 0)
    let alone = WeightedGraph(nodeCount: 3, links: [])
    #expect(Leiden().communities(of: alone).members == [[0], [1], [2]])
    #expect(alone.modularity(of: Partition(labels: [0, 0, 0])) == 0)
    let pair = WeightedGraph(nodeCount: 3, links: [.init(0, 2, 5)])
    #expect(Leiden().communities(of: pair).members == [[0, 2], [1]])
    let whole = WeightedGraph(
      nodeCount: 5, links: (0..<5).flatMap { a in (0..<a).map { .init(a, $0) } })
    #expect(Leiden().communities(of: whole).count == 1)
    #expect(Leiden(resolution: 6).communities(of: whole).count == 5)
  }

  @Test func parallelLinksAddUpAndLoopsCountTwice() {
    let graph = WeightedGraph(
      nodeCount: 2, links: [.init(0, 1, 1), .init(1, 0, 2), .init(1, 1, 4)])
    #expect(graph.links(of: 0).map(\.weight) == [3])
    #expect(graph.strength == [3, 11])
    #expect(graph.totalWeight == 7)
  }

  /// Groups of 12 whose members are linked with chance 0.6 inside and 0.02 across.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func plantedCommunitiesAreFound(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let groups = Int.random(in: 2...6, using: &random)
    let planted = (0..<groups * 12).map { $0 % groups }
    var links: [WeightedGraph.Link] = []
    for a in planted.indices {
      for b in 0..<a
      where Double.random(in: 0..<1, using: &random) < (planted[a] == planted[b] ? 0.6 : 0.02) {
        links.append(.init(a, b, .random(in: 0.5...1.5, using: &random)))
      }
    }
    let found = Leiden(seed: seed).communities(
      of: WeightedGraph(nodeCount: planted.count, links: links))
    #expect(found.adjustedRandIndex(with: Partition(labels: planted)) > 0.9)
  }

  /// Connected by construction, at any resolution, and no single node would rather be elsewhere.
  @Test(arguments: 0..<500 as Range<UInt64>)
  func communitiesHangTogetherAndNobodyWantsToMove(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = RandomGraph.graph(using: &random)
    let resolutions = [0.2, 0.5, 1, 1.5, 3]
    let resolution: Double = resolutions.randomElement(using: &random) ?? 1
    let leiden = Leiden(resolution: resolution, seed: seed)
    let found = leiden.communities(of: graph)
    #expect(found == leiden.communities(of: graph))
    for members in found.members {
      #expect(graph.pieces(of: members).count == 1, "\(members)")
    }
    let quality = graph.modularity(of: found, resolution: resolution)
    #expect(
      quality >= graph.modularity(
        of: Partition(labels: Array(0..<graph.nodeCount)), resolution: resolution) - 1e-12)
    for node in 0..<graph.nodeCount {
      for target in 0...found.count where target != found.community[node] {
        var labels = found.community
        labels[node] = target
        let other = graph.modularity(of: Partition(labels: labels), resolution: resolution)
        #expect(other <= quality + 1e-9, "node \(node) to \(target)")
      }
    }
  }

  @Test func theRandIndexIsAdjusted() {
    let left = Partition(labels: [0, 0, 1, 1])
    #expect(left.adjustedRandIndex(with: Partition(labels: [7, 7, 3, 3])) == 1)
    // Both agree about no pair: 0 of 2 and 2, by chance 2 · 2 / 6.
    #expect(abs(left.adjustedRandIndex(with: Partition(labels: [0, 1, 0, 1])) + 0.5) < 1e-12)
    #expect(
      Partition(labels: [0, 1, 2]).adjustedRandIndex(with: Partition(labels: [2, 1, 0])) == 1)
    // Half of Hubert and Arabie's pairs: {a,b,c},{d,e,f} against {a,b},{c,d,e},{f}.
    let first = Partition(labels: [0, 0, 0, 1, 1, 1])
    let second = Partition(labels: [0, 0, 1, 1, 1, 2])
    // 2 pairs in both; 6 and 4 in either; 15 in all: (2 − 24/15) / (5 − 24/15).
    #expect(abs(first.adjustedRandIndex(with: second) - 0.4 / 3.4) < 1e-12)
  }

  @Test func stabilityIsWholeWhereNothingElseFits() {
    let found = Leiden().communities(of: Self.triangles)
    let stability = CommunityStability(of: found, in: Self.triangles, by: Leiden(), seeds: 5)
    #expect(stability.agreement == 1)
    #expect(stability.resolutions.map(\.resolution) == [0.5, 0.75, 1, 1.25, 1.5, 2])
    let atOne = stability.resolutions[2]
    #expect(atOne.communities == 2 && atOne.agreement == 1)
    #expect(stability.coMembership.allSatisfy { (0.5...1).contains($0) })
  }
}

enum RandomGraph {
  /// Up to 40 nodes, sparse or dense, often in pieces, now and then with loops.
  static func graph(using random: inout SeededGenerator) -> WeightedGraph {
    let nodes = Int.random(in: 1...40, using: &random)
    let links = (0..<Int.random(in: 0...4 * nodes, using: &random)).map { _ in
      let from = Int.random(in: 0..<nodes, using: &random)
      let near = Int.random(in: 0..<3, using: &random) > 0
      let to =
        near
        ? min(nodes - 1, from + Int.random(in: 0...3, using: &random))
        : Int.random(in: 0..<nodes, using: &random)
      return WeightedGraph.Link(from, to, .random(in: 0.01...2, using: &random))
    }
    return WeightedGraph(nodeCount: nodes, links: links)
  }
}
