import TestSupport

@testable import Routing

/// Roads made up from a seed: one-ways, islands, self-loops, parallel arcs, times of nothing.
struct RandomRoads {
  var nodeCount: Int
  var arcs: [RoadGraph.Arc]

  var graph: RoadGraph { RoadGraph(nodeCount: nodeCount, arcs: arcs) }

  /// Some join near numbers, as roads join near places; some join any two.
  init(upTo largest: Int, using random: inout SeededGenerator) {
    nodeCount = .random(in: 1...largest, using: &random)
    let longest = [0, 1, 20, 2_500, 3_600_000, 900_000_000].randomElement(using: &random) ?? 1
    let stride = [1, 3, 30, nodeCount].randomElement(using: &random) ?? 1
    let density = [0.5, 1.2, 2.0, 4.0].randomElement(using: &random) ?? 1.0
    arcs = []
    for _ in 0..<Int(Double(nodeCount) * density) {
      let tail = Int.random(in: 0..<nodeCount, using: &random)
      let near = max(0, tail - stride)...min(nodeCount - 1, tail + stride)
      let head = Int.random(in: near, using: &random)
      let time = Self.time(upTo: longest, using: &random)
      arcs.append(.init(tail: UInt32(tail), head: UInt32(head), travelTime: time))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: break  // One way.
      case 1:
        let other = Self.time(upTo: longest, using: &random)
        arcs.append(.init(tail: UInt32(head), head: UInt32(tail), travelTime: other))
        arcs.append(.init(tail: UInt32(tail), head: UInt32(head), travelTime: other))
      default: arcs.append(.init(tail: UInt32(head), head: UInt32(tail), travelTime: time))
      }
    }
  }

  static func time(upTo longest: Int, using random: inout SeededGenerator) -> UInt32 {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: 0
    case 1: [TravelTime.unreachable, .max].randomElement(using: &random) ?? 0
    default: .random(in: 0...UInt32(longest), using: &random)
    }
  }

  func seeds(using random: inout SeededGenerator) -> [Seed] {
    let latest = [0, 50, 5_000_000, Int(UInt32.max)].randomElement(using: &random) ?? 0
    return (0..<Int.random(in: 0...4, using: &random)).map { _ in
      Seed(
        node: .random(in: 0..<UInt32(nodeCount), using: &random),
        time: .random(in: 0...UInt32(latest), using: &random))
    }
  }

  /// An order by METIS, or any: every order has to do.
  func order(using random: inout SeededGenerator) throws -> NodeOrder {
    if Bool.random(using: &random) { return try NodeOrder(of: graph) }
    return try NodeOrder(ranks: (0..<UInt32(nodeCount)).shuffled(using: &random))
  }

  /// The same roads the other way round.
  var reversed: RoadGraph {
    RoadGraph(
      nodeCount: nodeCount,
      arcs: graph.arcs.map {
        .init(tail: $0.head, head: $0.tail, travelTime: $0.travelTime)
      })
  }
}

extension RoadGraph {
  /// Its arcs in its own order.
  var arcs: [Arc] {
    (0..<nodeCount).flatMap { tail in
      (Int(firstArc[tail])..<Int(firstArc[tail + 1])).map {
        Arc(tail: UInt32(tail), head: head[$0], travelTime: travelTime[$0])
      }
    }
  }
}
