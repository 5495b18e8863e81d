import TestSupport
import Testing

@testable import Routing

#if DEBUG || FEW_SEEDS
private let graphsABatch: UInt64 = 10
#else
private let graphsABatch: UInt64 = 100
#endif

@Suite struct ExtendedMetricTests {
  /// Added arcs and nodes answer as a graph built with them would.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func addedArcsAreAsIfAlwaysThere(batch: UInt64) throws {
    for number in 0..<graphsABatch {
      var random = SeededGenerator(seed: 130_000 + graphsABatch * batch + number)
      let roads = RandomRoads(upTo: number % 4 == 0 ? 200 : 15, using: &random)
      let more = Int.random(in: 0...3, using: &random)
      var cold = roads
      cold.nodeCount += more
      let added = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        RoadGraph.Arc(
          tail: .random(in: 0..<UInt32(cold.nodeCount), using: &random),
          head: .random(in: 0..<UInt32(cold.nodeCount), using: &random),
          travelTime: RandomRoads.time(upTo: 3_000, using: &random))
      }
      cold.arcs += added
      let metric = Metric(
        of: try Hierarchy(of: roads.graph, order: try roads.order(using: &random)),
        travelTimes: roads.graph.travelTime)
      let extended = ExtendedMetric(metric, adding: added, addedNodeCount: more)
      let sources = (0..<5).map { _ in cold.seeds(using: &random) }
      let expected = sources.map { cold.graph.travelTimes(from: $0) }
      #expect(extended.travelTimes(from: sources) == expected, "graph \(batch).\(number)")
      let backwards = cold.reversed
      #expect(
        extended.travelTimes(from: sources, .inward)
          == sources.map { backwards.travelTimes(from: $0) })
      let targets = (0..<6).map { _ in
        UInt32.random(in: 0..<UInt32(cold.nodeCount), using: &random)
      }
      #expect(
        extended.matrix(from: sources, to: targets)
          == expected.map { times in targets.map { times[Int($0)] } })
      let arcs = roads.graph.arcs + added
      for target in targets {
        let time = expected[0][Int(target)]
        let path = extended.path(from: sources[0], to: [Seed(node: target, time: 0)])
        #expect((path?.time ?? TravelTime.unreachable) == time)
        guard let path else { continue }
        let start = path.arcs.first.map { arcs[Int($0)].tail } ?? target
        var node = start
        var sum = try #require(sources[0].filter { $0.node == start }.map(\.time).min())
        for arc in path.arcs.map({ arcs[Int($0)] }) {
          #expect(arc.tail == node)
          node = arc.head
          sum += arc.travelTime
        }
        #expect(node == target && sum == time)
      }
    }
  }

  /// 0–1 takes 100 and back 100; a tunnel from 0 over the new node 2 takes 10 + 20.
  @Test func aTunnelIsTakenOneWay() throws {
    let graph = RoadGraph(
      nodeCount: 2,
      arcs: [
        .init(tail: 0, head: 1, travelTime: 100), .init(tail: 1, head: 0, travelTime: 100),
      ])
    let metric = Metric(
      of: try Hierarchy(of: graph, order: try NodeOrder(of: graph)),
      travelTimes: graph.travelTime)
    let tunnel = ExtendedMetric(
      metric,
      adding: [
        .init(tail: 0, head: 2, travelTime: 10), .init(tail: 2, head: 1, travelTime: 20),
      ], addedNodeCount: 1)
    let seeds = [Seed(node: 0, time: 5)]
    #expect(tunnel.travelTimes(from: [seeds]) == [[5, 35, 15]])
    #expect(tunnel.travelTimes(from: [[Seed(node: 1, time: 0)]]) == [[100, 0, 110]])
    #expect(
      tunnel.path(from: seeds, to: [Seed(node: 1, time: 1)]) == RoadPath(time: 36, arcs: [2, 3]))
  }
}
