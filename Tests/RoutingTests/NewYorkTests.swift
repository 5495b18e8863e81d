import TestSupport
import Testing

@testable import Routing

private let file = "graphs/USA-road-t.NY.gr.gz"

/// A whole city's streets: the graph of the ninth DIMACS challenge, 264,346 nodes.
@Suite struct NewYorkTests {
  @Test(.enabled(if: BenchFiles.serve(file), "HINTERLAND_BENCH names no folder with this file."))
  func treesOfNewYorkAreThoseOfDijkstra() throws {
    let path = try #require(
      BenchFiles.path(of: file), "\(file) is needed here: HINTERLAND_BENCH should name its folder.")
    let graph = try Self.graph(path)
    #expect(graph.nodeCount == 264_346 && graph.arcCount == 733_846)
    let metric = Metric(
      of: try Hierarchy(of: graph, order: try NodeOrder(of: graph)),
      travelTimes: graph.travelTime)
    let sources = (0..<5).map { [Seed(node: UInt32($0 * 52_000), time: UInt32($0))] }
    let expected = sources.map { graph.travelTimes(from: $0) }
    #expect(metric.travelTimes(from: sources) == expected)
    #expect(metric.travelTimes(from: [sources[2]]) == [expected[2]])
    let targets: [UInt32] = [0, 99_999, 264_345]
    #expect(
      metric.matrix(from: sources, to: targets)
        == expected.map { times in targets.map { times[Int($0)] } })
  }

  /// `a TAIL HEAD WEIGHT`, nodes from 1; a weight is taken as milliseconds.
  private static func graph(_ path: String) throws -> RoadGraph {
    var arcs: [RoadGraph.Arc] = []
    for line in try BenchFiles.unpacked(path).split(separator: UInt8(ascii: "\n"))
    where line.first == UInt8(ascii: "a") {
      var numbers: [UInt32] = []
      var number: UInt32 = 0
      for byte in line.dropFirst(2) {
        if byte == UInt8(ascii: " ") {
          numbers.append(number)
          number = 0
        } else {
          number = number * 10 + UInt32(byte - UInt8(ascii: "0"))
        }
      }
      arcs.append(
        .init(tail: numbers[0] - 1, head: numbers[1] - 1, travelTime: number))
    }
    return RoadGraph(nodeCount: 264_346, arcs: arcs)
  }
}
