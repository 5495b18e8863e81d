import Analysis
import Testing

@Suite struct LinkGraphTests {
  /// Two triangles joined by one link, with a stub:  0-1-2-0, 2-3, 3-4-5-3, 5-6.
  private let spectacles = LinkGraph(
    nodeCount: 7, ends: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3), (5, 6)])

  @Test func theLinkBetweenTwoRingsIsABridge() {
    let bridges = Bridges(of: spectacles)
    #expect(bridges.isBridge == [false, false, false, true, false, false, false, true])
    #expect(bridges.block == [0, 0, 0, 1, 1, 1, 2])
    #expect(spectacles.deadEnds == [6])
    #expect(spectacles.cyclomaticNumber == 2)
  }

  @Test func besideAnotherNoLinkIsABridge() {
    let double = LinkGraph(nodeCount: 2, ends: [(0, 1), (1, 0)])
    #expect(Bridges(of: double).isBridge == [false, false])
    #expect(double.cyclomaticNumber == 1)
  }

  @Test func loopsAndLoneNodesDoNoHarm() {
    let graph = LinkGraph(nodeCount: 3, ends: [(0, 0), (0, 1)])
    #expect(Bridges(of: graph).isBridge == [false, true])
    #expect(graph.cyclomaticNumber == 1)
    #expect(LinkGraph(nodeCount: 0, ends: []).cyclomaticNumber == 0)
    #expect(Bridges(of: LinkGraph(nodeCount: 2, ends: [])).blockCount == 2)
  }

  /// A chain as long as no recursion would bear.
  @Test func aLongChainIsAllBridges() {
    let chain = LinkGraph(nodeCount: 200_000, ends: (1..<200_000).map { ($0 - 1, $0) })
    #expect(Bridges(of: chain).isBridge.allSatisfy { $0 })
  }

  /// Taking each link away in turn says what a bridge is.
  @Test(arguments: 0..<200 as Range<UInt64>) func agreesWithCuttingEachLink(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let nodes = 2 + random.index(below: 14)
    let ends = (0..<random.index(below: 22)).map { _ in
      (random.index(below: nodes), random.index(below: nodes))
    }
    let graph = LinkGraph(nodeCount: nodes, ends: ends)
    let bridges = Bridges(of: graph)
    let parts = graph.components().count
    for link in ends.indices {
      var cut = [Bool](repeating: false, count: ends.count)
      cut[link] = true
      #expect(bridges.isBridge[link] == (graph.components(without: cut).count > parts))
    }
  }

  @Test func theMiddleOfAStarIsBetweenAllOthers() throws {
    let star = LinkGraph(nodeCount: 5, ends: [(0, 1), (0, 2), (0, 3), (0, 4)])
    #expect(star.betweenness() == [6, 0, 0, 0, 0])
    // Only pairs of an odd and an even leaf: 1-2, 1-4, 3-2, 3-4.
    let mixed = try star.betweenness { ($0 + $1) % 2 == 1 }
    #expect(mixed == [4, 0, 0, 0, 0])
  }

  /// Of two ways as short each carries half.
  @Test func aRingOfFourSharesEvenly() throws {
    let ring = LinkGraph(nodeCount: 4, ends: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(ring.betweenness() == [0.5, 0.5, 0.5, 0.5])
    let uneven = LinkGraph(
      nodeCount: 4, ends: [(0, 1), (1, 2), (2, 3), (3, 0)], lengths: [1, 1, 1, 2])
    #expect(uneven.betweenness() == [0, 1, 1, 0])
  }
}
