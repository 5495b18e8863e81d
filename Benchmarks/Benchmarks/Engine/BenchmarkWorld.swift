import BenchmarkGraphs
import Routing
import Synchronization

/// A graph with its metric, sixteen sources, and their trees by plain search.
struct BenchmarkWorld: Sendable {
  let graph: RoadGraph
  let metric: Metric
  let sources: [[Seed]]
  let expected: [[UInt32]]

  private static let known = Mutex<[String: BenchmarkWorld]>([:])

  /// Made once a process.
  static func shared(_ name: String) throws -> BenchmarkWorld {
    try known.withLock { known in
      if let world = known[name] { return world }
      let world = try BenchmarkWorld(named: name)
      known[name] = world
      return world
    }
  }

  private init(named name: String) throws {
    graph = try BenchmarkGraph(named: name).graph
    metric = Metric(
      of: try Hierarchy(of: graph, order: try NodeOrder(of: graph)),
      travelTimes: graph.travelTime)
    let count = graph.nodeCount
    sources = (0..<16).map { [Seed(node: Self.node($0, of: count), time: 0)] }
    expected = sources.map { [graph] in graph.travelTimes(from: $0) }
  }

  /// Nodes spread over the graph by a fixed stride; the first sixteen are the sources.
  func nodes(_ count: Int, from start: Int) -> [UInt32] {
    (start..<start + count).map { Self.node($0, of: graph.nodeCount) }
  }

  private static func node(_ index: Int, of count: Int) -> UInt32 {
    UInt32((index * 7_919 * 31 + 17) % count)
  }
}
