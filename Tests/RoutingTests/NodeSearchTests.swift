import TestSupport
import Testing

@testable import Routing

@Suite struct NodeSearchTests {
  /// Few or many, with an order or without, over changed roads or within a limit: the answers are
  /// those of plain searches.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func whichWayWasTakenNeverShows(seed: UInt64) throws {
    var random = SeededGenerator(seed: 210_000 + seed)
    let roads = RandomRoads(upTo: 150, using: &random)
    let search = NodeSearch(
      roads.graph, order: seed % 2 == 0 ? try NodeOrder(of: roads.graph) : nil)
    func check(_ search: NodeSearch, _ count: Int) {
      let sources = (0..<count).map { _ in roads.seeds(using: &random) }
      let expected = sources.map { search.graph.travelTimes(from: $0) }
      #expect(search.travelTimes(from: sources) == expected)
      let targets: [UInt32] = [0, UInt32(roads.nodeCount - 1)]
      #expect(
        search.matrix(from: sources, to: targets)
          == expected.map { times in targets.map { times[Int($0)] } })
      let limit = UInt32.random(in: 0...5_000, using: &random)
      #expect(
        search.travelTimes(from: sources[0], within: limit)
          == search.graph.travelTimes(from: sources[0], limit: limit))
    }
    for count in [1, 3, 40, 2] { check(search, count) }

    // The same roads at other speeds share the hierarchy; roads with more have one of their own.
    let slower = RoadGraph(
      nodeCount: roads.nodeCount,
      arcs: roads.graph.arcs.map {
        .init(tail: $0.tail, head: $0.head, travelTime: min($0.travelTime, 1 << 29) * 2)
      })
    let shared = NodeSearch(slower, like: search)
    for count in [1, 40] { check(shared, count) }
    #expect(try shared.metric().hierarchy.shape == search.metric().hierarchy.shape)
    // A few changed roads change the metric that is there.
    var arcs = roads.graph.arcs
    for _ in 0..<min(3, arcs.count) {
      arcs[.random(in: arcs.indices, using: &random)].travelTime = .random(
        in: 0...5_000, using: &random)
    }
    let changed = NodeSearch(RoadGraph(nodeCount: roads.nodeCount, arcs: arcs), like: search)
    #expect(changed.hasMetric)
    for count in [1, 40] { check(changed, count) }
    let longer = RoadGraph(
      nodeCount: roads.nodeCount + 2,
      arcs: roads.graph.arcs + [
        .init(tail: 0, head: UInt32(roads.nodeCount), travelTime: 3),
        .init(tail: UInt32(roads.nodeCount), head: UInt32(roads.nodeCount - 1), travelTime: 1),
      ])
    let extended = NodeSearch(longer, like: search)
    for count in [1, 40] { check(extended, count) }
  }
}
