import TestSupport
import Testing

@testable import Routing

#if DEBUG || FEW_SEEDS
private let graphsABatch: UInt64 = 10
#else
private let graphsABatch: UInt64 = 100
#endif

@Suite struct RouteMetricTests {
  /// Of the fastest ways the shortest, against all ways tried in rounds.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func agreesWithRelaxingUntilNothingChanges(batch: UInt64) throws {
    for number in 0..<graphsABatch {
      var random = SeededGenerator(seed: 170_000 + graphsABatch * batch + number)
      let roads = RandomRoads(upTo: number % 4 == 0 ? 120 : 12, using: &random)
      let graph = roads.graph
      let arcs = graph.arcs
      let meters = arcs.map { _ in Double(Int.random(in: 0...40, using: &random)) * 100 }
      let metric = RouteMetric(
        of: try Hierarchy(of: graph, order: try roads.order(using: &random)), graph: graph,
        lengths: meters)
      let seeds = roads.seeds(using: &random).map {
        RouteSeed(node: $0.node, time: $0.time, length: Double($0.node) * 10)
      }
      var expected = [RouteCost](repeating: .unreached, count: roads.nodeCount)
      for seed in seeds where seed.time < TravelTime.unreachable {
        expected[Int(seed.node)] = Self.better(
          expected[Int(seed.node)], RouteCost(time: seed.time, length: seed.length))
      }
      var isChanged = true
      while isChanged {
        isChanged = false
        for (arc, length) in zip(arcs, meters) where arc.travelTime < TravelTime.unreachable {
          let tail = expected[Int(arc.tail)]
          guard tail.time < TravelTime.unreachable,
            tail.time + arc.travelTime < TravelTime.unreachable
          else { continue }
          let there = Self.better(
            expected[Int(arc.head)],
            RouteCost(time: tail.time + arc.travelTime, length: tail.length + length))
          if there != expected[Int(arc.head)] {
            expected[Int(arc.head)] = there
            isChanged = true
          }
        }
      }
      let nodes = Array(0..<UInt32(roads.nodeCount))
      let found = metric.matrix(from: [seeds, [], seeds, seeds, seeds], to: nodes)
      for row in [0, 2, 4] { #expect(found[row] == expected, "graph \(batch).\(number)") }
      #expect(found[1].allSatisfy { $0 == .unreached })
      for node in nodes {
        let goal = [RouteSeed(node: node, time: 0)]
        guard let (cost, path) = metric.path(from: seeds, to: goal) else {
          #expect(expected[Int(node)] == .unreached)
          continue
        }
        #expect(cost == expected[Int(node)])
        let start = path.arcs.first.map { arcs[Int($0)].tail } ?? node
        let length = path.arcs.reduce(Double(start) * 10) { $0 + meters[Int($1)] }
        #expect(length == cost.length)
      }
    }
  }

  private static func better(_ one: RouteCost, _ other: RouteCost) -> RouteCost {
    (one.time, one.length) <= (other.time, other.length) ? one : other
  }

  /// A step of length grows until no way can be too long to add up.
  @Test func longRoadsAreMeasuredInLongerSteps() throws {
    let graph = RoadGraph(nodeCount: 2, arcs: [.init(tail: 0, head: 1, travelTime: 1)])
    let hierarchy = try Hierarchy(of: graph, order: try NodeOrder(of: graph))
    #expect(RouteMetric(of: hierarchy, graph: graph, lengths: [1_000]).lengthStep.meters == 0.1)
    let long = RouteMetric(of: hierarchy, graph: graph, lengths: [3e9])
    #expect(long.lengthStep.meters == 10)
    #expect(
      long.matrix(from: [[RouteSeed(node: 0, time: 0)]], to: [1])
        == [[RouteCost(time: 1, length: 3e9)]])
  }
}
