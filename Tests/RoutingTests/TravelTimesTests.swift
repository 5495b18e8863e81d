import Foundation
import TestSupport
import Testing

@testable import Routing

/// A small graph made up from a seed: islands, self-loops, parallel arcs, weights of nothing.
private struct RandomGraph {
  var nodeCount: Int
  var arcs: [RoadGraph.Arc]

  init(using random: inout SeededGenerator) {
    nodeCount = .random(in: 1...14, using: &random)
    let largest = [0, 1, 20, 2_500, 3_600_000, 900_000_000].randomElement(using: &random) ?? 1
    arcs = (0..<Int.random(in: 0...4 * nodeCount, using: &random)).map { [nodeCount] _ in
      RoadGraph.Arc(
        tail: .random(in: 0..<UInt32(nodeCount), using: &random),
        head: .random(in: 0..<UInt32(nodeCount), using: &random),
        travelTime: Int.random(in: 0..<12, using: &random) == 0
          ? [0, TravelTime.unreachable, .max].randomElement(using: &random) ?? 0
          : .random(in: 0...UInt32(largest), using: &random))
    }
  }

  /// Floyd–Warshall, in numbers that cannot wrap.
  var allTimes: [[UInt64]] {
    let never = UInt64.max / 4
    var times = [[UInt64]](
      repeating: [UInt64](repeating: never, count: nodeCount), count: nodeCount)
    for node in 0..<nodeCount { times[node][node] = 0 }
    for arc in arcs where arc.travelTime < TravelTime.unreachable {
      let (tail, head) = (Int(arc.tail), Int(arc.head))
      times[tail][head] = min(times[tail][head], UInt64(arc.travelTime))
    }
    for middle in 0..<nodeCount {
      for from in 0..<nodeCount {
        for to in 0..<nodeCount {
          times[from][to] = min(times[from][to], times[from][middle] + times[middle][to])
        }
      }
    }
    return times
  }
}

#if FEW_SEEDS
private let graphsABatch: UInt64 = 6
#else
private let graphsABatch: UInt64 = 60
#endif

@Suite struct TravelTimesTests {
  /// 40 × 60 = 2,400 graphs, several sets of seeds and limits each.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func agreesWithFloydAndWarshall(batch: UInt64) {
    for number in 0..<graphsABatch {
      var random = SeededGenerator(seed: graphsABatch * batch + number)
      let sketch = RandomGraph(using: &random)
      let graph = RoadGraph(nodeCount: sketch.nodeCount, arcs: sketch.arcs)
      let all = sketch.allTimes
      for _ in 0..<4 {
        let latest = [0, 50, 5_000_000].randomElement(using: &random) ?? 0
        let seeds = (0..<Int.random(in: 0...3, using: &random)).map { _ in
          Seed(
            node: .random(in: 0..<UInt32(sketch.nodeCount), using: &random),
            time: .random(in: 0...UInt32(latest), using: &random))
        }
        let limit =
          Bool.random(using: &random)
          ? TravelTime.unreachable - 1 : UInt32.random(in: 0...6_000_000, using: &random)
        let expected = (0..<sketch.nodeCount).map { node in
          let best = seeds.map { UInt64($0.time) + all[Int($0.node)][node] }.min() ?? .max
          return best <= UInt64(limit) ? UInt32(best) : TravelTime.unreachable
        }
        #expect(graph.travelTimes(from: seeds, limit: limit) == expected)
        #expect(graph.travelTimes(from: seeds.reversed(), limit: limit) == expected)
      }
    }
  }

  /// 3 steps across, 2 down of 10 s each; E stands alone.
  @Test func theLongWayRoundIsTakenWhenItIsTheOnlyWay() {
    func arc(_ tail: UInt32, _ head: UInt32) -> RoadGraph.Arc {
      .init(tail: tail, head: head, travelTime: 10_000)
    }
    // 0–1–2–3 along the top, 3–4–5 down, 6 is E; nothing leads back.
    let graph = RoadGraph(
      nodeCount: 7, arcs: [arc(0, 1), arc(1, 2), arc(2, 3), arc(3, 4), arc(4, 5)])
    #expect(
      graph.travelTimes(from: [Seed(node: 0, time: 0)])
        == [0, 10_000, 20_000, 30_000, 40_000, 50_000, TravelTime.unreachable])
    let back = graph.travelTimes(from: [Seed(node: 5, time: 0)])
    #expect(back.prefix(5).allSatisfy { $0 == TravelTime.unreachable })
    // At most the limit is reached.
    #expect(graph.travelTimes(from: [Seed(node: 0, time: 0)], limit: 20_000)[2] == 20_000)
    #expect(
      graph.travelTimes(from: [Seed(node: 0, time: 0)], limit: 19_999)[2] == TravelTime.unreachable)
  }

  @Test func aRowKeepsTheOrderItWasGiven() {
    let arcs = [(1, 0), (0, 1), (1, 1), (0, 0), (1, 0)].enumerated().map { index, ends in
      RoadGraph.Arc(
        tail: UInt32(ends.0), head: UInt32(ends.1), travelTime: UInt32(index))
    }
    let graph = RoadGraph(nodeCount: 3, arcs: arcs)
    #expect(graph.firstArc == [0, 2, 5, 5])
    #expect(graph.arcOrigin == [1, 3, 0, 2, 4])
    #expect(graph.head == [1, 0, 0, 1, 0])
    #expect(graph.nodeCount == 3 && graph.arcCount == 5)
  }

  @Test func timesAreRoundedAndNeverWrap() {
    #expect(TravelTime.rounded(1.5) == 2 && TravelTime.rounded(-3) == 0)
    for tooLong in [Double.infinity, .nan, 1e300, Double(TravelTime.unreachable)] {
      #expect(TravelTime.rounded(tooLong) == TravelTime.unreachable)
    }
    #expect(TravelTime.minutes(60) == 3_600_000)
    #expect(TravelTime.minutes(of: 90_000) == 1.5)
    #expect(TravelTime.minutes(of: TravelTime.unreachable) == nil)
  }
}
