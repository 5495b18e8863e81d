import TestSupport
import Testing

@testable import Routing

/// Orders that take bends and dead ends first.
@Suite struct ChainOrderTests {
  private func graph(_ edges: [(UInt32, UInt32)], nodeCount: Int) -> RoadGraph {
    RoadGraph(
      nodeCount: nodeCount,
      arcs: edges.flatMap { from, to in
        [
          RoadGraph.Arc(tail: from, head: to, travelTime: 10),
          RoadGraph.Arc(tail: to, head: from, travelTime: 10),
        ]
      })
  }

  /// How many steps it is up the elimination tree from the lowest leaf.
  private func depth(_ shape: HierarchyShape) -> Int {
    var depth = [Int](repeating: 0, count: shape.nodeCount)
    for rank in 0..<shape.nodeCount where shape.firstArc[rank] < shape.firstArc[rank + 1] {
      let parent = Int(shape.head[Int(shape.firstArc[rank])])
      depth[parent] = max(depth[parent], depth[rank] + 1)
    }
    return depth.max() ?? 0
  }

  @Test func aLongRoadIsNoDeepTree() throws {
    let count: UInt32 = 1_024
    let road = graph((1..<count).map { ($0 - 1, $0) }, nodeCount: Int(count))
    let shape = HierarchyShape(of: road, order: try NodeOrder(chainsFirst: road))
    #expect(depth(shape) <= 20)
    // Of n nodes on a line all but one have a parent, and none more than two arcs up.
    #expect(shape.arcCount < 2 * Int(count))
  }

  @Test func whatHasThreeNeighboursIsLeft() {
    // Four corners, each joined with each; the way from 0 to 1 has two bends, 2 has a dead end.
    let town = graph(
      [(0, 4), (4, 5), (5, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (2, 6)], nodeCount: 7)
    let (taken, rest) = Neighbourhoods(of: town).withoutChains()
    #expect(Set(taken) == [4, 5, 6])
    let neighbours = (0..<7).map { node in
      Set(rest.neighbour[Int(rest.first[node])..<Int(rest.first[node + 1])])
    }
    #expect(neighbours == [[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2], [], [], []])
  }

  @Test func nothingIsLeftOfARingOrATree() {
    for edges: [(UInt32, UInt32)] in [
      [(0, 1), (1, 2), (2, 3), (3, 0)], [(0, 1), (0, 2), (0, 3), (3, 4)], [],
    ] {
      let (taken, rest) = Neighbourhoods(of: graph(edges, nodeCount: 5)).withoutChains()
      #expect(taken.sorted() == [0, 1, 2, 3, 4] && rest.neighbour.isEmpty)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func answersAreThoseOfDijkstra(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let roads = RandomRoads(upTo: seed % 10 == 0 ? 600 : 30, using: &random)
    let order = try NodeOrder(chainsFirst: roads.graph)
    #expect(order.ranks.sorted() == Array(0..<UInt32(roads.nodeCount)))
    let metric = Metric(
      of: try Hierarchy(of: roads.graph, order: order), travelTimes: roads.graph.travelTime)
    let sources = (0..<8).map { _ in roads.seeds(using: &random) }
    #expect(
      metric.travelTimes(from: sources) == sources.map { roads.graph.travelTimes(from: $0) })
  }
}
