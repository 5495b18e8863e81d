import TestSupport
import Testing

@testable import Routing

/// Graphs a batch: the theorem is held on 40 × this many.
#if DEBUG || FEW_SEEDS
private let graphsABatch: UInt64 = 6
private let largest = 150
#else
private let graphsABatch: UInt64 = 260
private let largest = 300
#endif

@Suite struct HierarchyTests {
  /// One-to-all both ways, pairs, paths and matrices against Dijkstra's algorithm, whatever the
  /// order.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func agreesWithDijkstra(batch: UInt64) throws {
    for number in 0..<graphsABatch {
      var random = SeededGenerator(seed: graphsABatch * batch + number)
      // Many small ones, where every arc matters, and some large.
      let size = number % 13 == 0 ? largest * 6 : number % 3 == 0 ? largest : 12
      let roads = RandomRoads(upTo: size, using: &random)
      let graph = roads.graph
      let metric = Metric(
        of: try Hierarchy(of: graph, order: try roads.order(using: &random)),
        travelTimes: graph.travelTime)
      let sources = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        roads.seeds(using: &random)
      }
      let expected = sources.map { graph.travelTimes(from: $0) }
      #expect(metric.travelTimes(from: sources) == expected, "graph \(batch).\(number)")
      #expect(metric.travelTimes(from: [sources[0]]) == [expected[0]])
      let backwards = roads.reversed
      #expect(
        metric.travelTimes(from: sources, .inward)
          == sources.map { backwards.travelTimes(from: $0) })

      let targets = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        UInt32.random(in: 0..<UInt32(roads.nodeCount), using: &random)
      }
      #expect(
        metric.matrix(from: sources, to: targets)
          == expected.map { times in targets.map { times[Int($0)] } })
      for target in targets {
        try check(metric, from: sources[0], to: target, graph, expected[0][Int(target)])
      }
    }
  }

  /// The pair's time is the tree's, and the path is one, and takes that long.
  private func check(
    _ metric: Metric, from seeds: [Seed], to target: UInt32, _ graph: RoadGraph, _ time: UInt32
  ) throws {
    let targets = [Seed(node: target, time: 0)]
    #expect(metric.travelTime(from: seeds, to: targets) == time)
    guard let path = metric.path(from: seeds, to: targets) else {
      #expect(time == TravelTime.unreachable)
      return
    }
    #expect(path.time == time)
    let arcs = graph.arcs
    let start = path.arcs.first.map { arcs[Int($0)].tail } ?? target
    let starts = seeds.filter { $0.node == start }.map(\.time)
    var node = start
    var sum = try #require(starts.min())
    for arc in path.arcs.map({ arcs[Int($0)] }) {
      #expect(arc.tail == node)
      node = arc.head
      sum += arc.travelTime
    }
    #expect(node == target && sum == time)
  }

  /// 1 and 16 lanes and each set of instructions give the same bits.
  @Test(arguments: SweepDispatch.available)
  func everyDispatchGivesTheSameBits(dispatch: SweepDispatch) throws {
    for seed in 0..<12 as Range<UInt64> {
      var random = SeededGenerator(seed: 9_000 + seed)
      let roads = RandomRoads(upTo: 2_000, using: &random)
      let metric = Metric(
        of: try Hierarchy(of: roads.graph, order: try NodeOrder(of: roads.graph)),
        travelTimes: roads.graph.travelTime)
      let sources = (0..<37).map { _ in roads.seeds(using: &random) }
      let together = metric.travelTimes(from: sources, dispatch: dispatch)
      let alone = sources.map { metric.travelTimes(from: [$0], dispatch: dispatch)[0] }
      #expect(together == alone)
    }
  }

  /// A few changed arcs, again and again, leave what all arcs put on anew would.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func changingSomeIsChangingAll(batch: UInt64) throws {
    for number in 0..<graphsABatch {
      var random = SeededGenerator(seed: 70_000 + graphsABatch * batch + number)
      let roads = RandomRoads(upTo: number % 2 == 0 ? 20 : largest, using: &random)
      guard !roads.arcs.isEmpty else { continue }
      let hierarchy = try Hierarchy(
        of: roads.graph, order: try roads.order(using: &random))
      var metric = Metric(of: hierarchy, travelTimes: roads.graph.travelTime)
      for _ in 0..<4 {
        let changes = (0..<Int.random(in: 1...8, using: &random)).map { _ in
          Metric.Change(
            arc: .random(in: roads.arcs.indices, using: &random),
            travelTime: RandomRoads.time(upTo: 5_000, using: &random))
        }
        metric.change(changes)
        let anew = Metric(of: hierarchy, travelTimes: metric.travelTimes)
        #expect(metric.costs.up == anew.costs.up)
        #expect(metric.costs.down == anew.costs.down)
        for change in changes.suffix(1) {
          #expect(
            metric.travelTimes[change.arc] == min(change.travelTime, TravelTime.unreachable))
        }
      }
    }
  }

  /// Twelve nodes in a row, ranked by METIS: a line has a sparse hierarchy, and a rank for each.
  @Test func anOrderOfALineLeavesItNearlyALine() throws {
    let arcs = (0..<63 as Range<UInt32>).map {
      RoadGraph.Arc(tail: $0, head: $0 + 1, travelTime: 1)
    }
    let graph = RoadGraph(nodeCount: 64, arcs: arcs)
    let order = try NodeOrder(of: graph)
    #expect(order.ranks.sorted() == Array(0..<64))
    #expect(try Hierarchy(of: graph, order: order).shape.arcCount <= 2 * 64)
  }

  @Test func aStoredHierarchyIsCheckedAndServes() throws {
    var random = SeededGenerator(seed: 5)
    let graph = RandomRoads(upTo: 200, using: &random).graph
    let hierarchy = try Hierarchy(of: graph, order: try NodeOrder(of: graph))
    let shape = try HierarchyShape(
      firstArc: hierarchy.shape.firstArc, head: hierarchy.shape.head)
    #expect(shape == hierarchy.shape)
    let again = try Hierarchy(of: graph, order: hierarchy.order, shape: shape)
    #expect(again.slots == hierarchy.slots)

    #expect(throws: RoutingError.rankTwice(rank: 1, node: 2)) {
      try NodeOrder(ranks: [0, 1, 1])
    }
    #expect(throws: RoutingError.notAnOrder(nodes: graph.nodeCount, ranks: 1)) {
      try Hierarchy(of: graph, order: NodeOrder(ranks: [0]))
    }
    // 0 below 1 and 2, which are not joined.
    #expect(throws: RoutingError.self) {
      try HierarchyShape(firstArc: [0, 2, 2, 2], head: [1, 2])
    }
    #expect(throws: RoutingError.self) { try HierarchyShape(firstArc: [0, 1, 1], head: [0]) }
    #expect(throws: RoutingError.self) { try HierarchyShape(firstArc: [0, 2, 1], head: [1]) }
    #expect(throws: RoutingError.self) { try HierarchyShape(firstArc: [], head: []) }
    let pair = RoadGraph(nodeCount: 2, arcs: [.init(tail: 0, head: 1, travelTime: 1)])
    #expect(throws: RoutingError.arcMissing(tail: 0, head: 1)) {
      try Hierarchy(
        of: pair, order: NodeOrder(ranks: [0, 1]),
        shape: HierarchyShape(firstArc: [0, 0, 0], head: []))
    }
  }

  /// A graph of nothing, and one node.
  @Test func theSmallestGraphs() throws {
    for nodeCount in 0...1 {
      let graph = RoadGraph(nodeCount: nodeCount, arcs: [])
      let metric = Metric(
        of: try Hierarchy(of: graph, order: try NodeOrder(of: graph)), travelTimes: [])
      #expect(
        metric.travelTimes(from: [[]])
          == [[UInt32](repeating: TravelTime.unreachable, count: nodeCount)])
    }
  }
}
