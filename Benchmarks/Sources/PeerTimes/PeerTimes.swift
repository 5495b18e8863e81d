import BenchmarkGraphs
import Foundation
import Routing

/// The tasks of the table, each timed several times and its answer written down.
struct PeerTimes {
  let graph: RoadGraph
  let folder: String
  let runs: Int

  init(_ graph: RoadGraph, folder: String, runs: Int) throws {
    self.graph = graph
    self.folder = folder
    self.runs = runs
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  /// The same nodes in every program: spread over the graph by a fixed stride.
  func nodes(_ count: Int, from start: Int = 0) -> [UInt32] {
    (start..<start + count).map { UInt32(($0 * 7_919 * 31 + 17) % graph.nodeCount) }
  }

  func measure() throws {
    try write(Self.tails(of: graph), to: "tails")
    try write(graph.head, to: "heads")
    try write(graph.travelTime, to: "weights")
    let seeds = { (nodes: [UInt32]) in nodes.map { [Seed(node: $0, time: 0)] } }

    let order = try NodeOrder(of: graph)
    time("order", runs: 1) { _ in _ = try? NodeOrder(of: graph) }
    var nodeAt = [UInt32](repeating: 0, count: graph.nodeCount)
    for (node, rank) in order.ranks.enumerated() { nodeAt[Int(rank)] = UInt32(node) }
    try write(nodeAt, to: "order")
    let hierarchy = try Hierarchy(of: graph, order: order)
    time("hierarchy") { _ in _ = try? Hierarchy(of: graph, order: order) }
    var metric = Metric(of: hierarchy, travelTimes: graph.travelTime)
    time("customize") { _ in metric = Metric(of: hierarchy, travelTimes: graph.travelTime) }

    let sources = nodes(32)
    var trees: [[UInt32]] = []
    time("tree", runs: 3 * runs) { run in
      trees = metric.travelTimes(from: seeds([sources[run % 32]]))
    }
    time("trees of 16") { _ in trees = metric.travelTimes(from: seeds(Array(sources[..<16]))) }
    try write(trees.flatMap(\.self), to: "trees")
    time("trees of 16, read in place") { _ in
      _ = metric.trees(from: seeds(Array(sources[..<16]))) { _, time in time(0) }
    }
    for dispatch in SweepDispatch.available {
      time("trees of 16 by \(dispatch)") { _ in
        _ = metric.trees(from: seeds(Array(sources[..<16])), dispatch: dispatch) { $1(0) }
      }
    }
    time("plain search", runs: runs) { run in
      _ = graph.travelTimes(from: [Seed(node: sources[run % 32], time: 0)])
    }
    // As far as 7, 33 and 90 % of the nodes: 15, 30 and 60 minutes around New York.
    let search = NodeSearch(graph, order: order)
    _ = try search.metric()
    let sorted = trees[0].filter { $0 < TravelTime.unreachable }.sorted()
    for percent in [7, 33, 90] {
      let limit = sorted[sorted.count * percent / 100]
      var within: [UInt32] = []
      time("within \(percent) %, plain search") { run in
        within = graph.travelTimes(from: [Seed(node: sources[0], time: 0)], limit: limit)
      }
      try write([limit] + within, to: "within-\(percent)")
      time("within \(percent) %") { run in
        within = search.travelTimes(from: [Seed(node: sources[0], time: 0)], within: limit)
      }
      try write([limit] + within, to: "within-\(percent)-by-rule")
    }

    for size in [100, 1_000] {
      let (from, to) = (nodes(size, from: 100), nodes(size, from: 5_000))
      var matrix: [[UInt32]] = []
      time("matrix \(size)") { _ in matrix = metric.matrix(from: seeds(from), to: to) }
      try write(matrix.flatMap(\.self), to: "matrix-\(size)")
    }

    try changes(metric, hierarchy)
    print(
      """
      {"nodes": \(graph.nodeCount), "arcs": \(graph.arcCount), \
      "hierarchy_arcs": \(hierarchy.shape.arcCount), \
      "dispatch": "\(SweepDispatch.best)", "times": {\(Self.results.joined(separator: ", "))}}
      """)
  }

  /// 20 changed arcs, and the scenario: 1 % of the arcs take twice as long, then 100 trees.
  private func changes(_ given: Metric, _ hierarchy: Hierarchy) throws {
    var metric = given
    var random = SplitMix64(state: 7)
    let twenty = (0..<20).map { _ in Int(random.next() % UInt64(graph.arcCount)) }
    time("change 20", runs: 2 * runs + 1) { run in
      metric.change(
        twenty.map {
          .init(arc: $0, travelTime: graph.travelTime[$0] * (run % 2 == 0 ? 2 : 1))
        })
    }
    // The last run was an even one: the twenty are doubled.
    try write(metric.travelTimes(from: [[Seed(node: nodes(1)[0], time: 0)]])[0], to: "after-twenty")
    var slower = graph.travelTime
    for _ in 0..<graph.arcCount / 100 {
      let arc = Int(random.next() % UInt64(graph.arcCount))
      slower[arc] = 2 * graph.travelTime[arc]
    }
    try write(slower, to: "slower")
    try write(twenty.map { UInt32($0) }, to: "twenty")
    let sources = nodes(100, from: 40)
    var sums: [UInt64] = []
    time("1 % changed, 100 trees") { _ in
      let metric = Metric(of: hierarchy, travelTimes: slower)
      sums = metric.travelTimes(from: sources.map { [Seed(node: $0, time: 0)] })
        .map { $0.reduce(0) { $0 + UInt64($1) } }
    }
    try write(sums.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)] }, to: "sums")
  }

  private static func tails(of graph: RoadGraph) -> [UInt32] {
    (0..<graph.nodeCount).flatMap { node in
      [UInt32](
        repeating: UInt32(node), count: Int(graph.firstArc[node + 1] - graph.firstArc[node]))
    }
  }

  private func write(_ numbers: [UInt32], to name: String) throws {
    try numbers.withUnsafeBytes { bytes in
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/\(name).u32"))
    }
  }

  nonisolated(unsafe) private static var results: [String] = []

  /// Medians of wall clock and processor time, in milliseconds.
  private func time(_ name: String, runs: Int? = nil, _ body: (Int) -> Void) {
    var walls: [Double] = []
    var processors: [Double] = []
    for run in 0..<(runs ?? self.runs) {
      let (wall, processor) = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
      body(run)
      walls.append(Self.now(CLOCK_MONOTONIC) - wall)
      processors.append(Self.now(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }
    let middle = walls.count / 2
    let (wall, processor) = (walls.sorted()[middle], processors.sorted()[middle])
    Self.results.append("\"\(name)\": {\"wall_ms\": \(wall), \"cpu_ms\": \(processor)}")
    FileHandle.standardError.write(
      Data(
        (String(format: "%9.2f ms (%9.2f ms of processors)  ", wall, processor) + name + "\n")
          .utf8))
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }
}
