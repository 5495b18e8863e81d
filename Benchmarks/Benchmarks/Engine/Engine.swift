// The engine's parts on each graph, one by one. Each benchmark checks the answer it times against
// plain searches; a graph whose file is missing is named and left out.
//
//     HINTERLAND_BENCH=FOLDER swift package --package-path Benchmarks benchmark

import Benchmark
import BenchmarkGraphs
import Foundation
import Routing

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 1,
    maxDuration: .seconds(20), maxIterations: 25)
  opening()
  for name in BenchmarkGraph.names {
    if let absence = BenchmarkGraph.absence(of: name) {
      FileHandle.standardError.write(Data("\(name) is left out: \(absence)\n".utf8))
    } else {
      trees(on: name)
      changes(on: name)
    }
  }
}

private func trees(on name: String) {
  Benchmark("\(name): one tree") { benchmark in
    let world = try BenchmarkWorld.shared(name)
    benchmark.startMeasurement()
    let times = world.metric.travelTimes(from: [world.sources[0]])
    benchmark.stopMeasurement()
    if times[0] != world.expected[0] { benchmark.error("The tree is wrong.") }
  }
  Benchmark("\(name): sixteen trees") { benchmark in
    let world = try BenchmarkWorld.shared(name)
    benchmark.startMeasurement()
    let times = world.metric.travelTimes(from: world.sources)
    benchmark.stopMeasurement()
    if times != world.expected { benchmark.error("A tree is wrong.") }
  }
  Benchmark("\(name): sixteen trees, read in place") { benchmark in
    let world = try BenchmarkWorld.shared(name)
    let rank = Int(world.metric.hierarchy.order.ranks[0])
    benchmark.startMeasurement()
    let times = world.metric.trees(from: world.sources) { _, time in time(rank) }
    benchmark.stopMeasurement()
    if times != world.expected.map({ $0[0] }) { benchmark.error("A time is wrong.") }
  }
  Benchmark("\(name): one plain search") { benchmark in
    let world = try BenchmarkWorld.shared(name)
    benchmark.startMeasurement()
    let times = world.graph.travelTimes(from: world.sources[0])
    benchmark.stopMeasurement()
    if times != world.metric.travelTimes(from: [world.sources[0]])[0] {
      benchmark.error("The search is wrong.")
    }
  }
  Benchmark("\(name): matrix of 1,000 by 1,000") { benchmark in
    let world = try BenchmarkWorld.shared(name)
    let (from, to) = (world.nodes(1_000, from: 0), world.nodes(1_000, from: 5_000))
    benchmark.startMeasurement()
    let matrix = world.metric.matrix(from: from.map { [Seed(node: $0, time: 0)] }, to: to)
    benchmark.stopMeasurement()
    for row in world.expected.indices where matrix[row] != to.map({ world.expected[row][Int($0)] })
    { benchmark.error("Row \(row) is wrong.") }
  }
}

private func changes(on name: String) {
  Benchmark("\(name): hierarchy over a known order") { benchmark in
    let world = try BenchmarkWorld.shared(name)
    benchmark.startMeasurement()
    let hierarchy = try Hierarchy(of: world.graph, order: world.metric.hierarchy.order)
    benchmark.stopMeasurement()
    if hierarchy.shape != world.metric.hierarchy.shape { benchmark.error("It has another shape.") }
  }
  Benchmark("\(name): all times put on") { benchmark in
    let world = try BenchmarkWorld.shared(name)
    benchmark.startMeasurement()
    let metric = Metric(of: world.metric.hierarchy, travelTimes: world.graph.travelTime)
    benchmark.stopMeasurement()
    if metric.travelTimes(from: [world.sources[0]])[0] != world.expected[0] {
      benchmark.error("The tree is wrong.")
    }
  }
  Benchmark("\(name): twenty changed arcs") { benchmark in
    let world = try BenchmarkWorld.shared(name)
    var metric = world.metric
    metric.change([.init(arc: 0, travelTime: world.graph.travelTime[0])])  // Its own copy, first.
    let arcs = (0..<20).map { $0 * 7_919 % world.graph.arcCount }
    benchmark.startMeasurement()
    metric.change(arcs.map { .init(arc: $0, travelTime: 2 * world.graph.travelTime[$0]) })
    benchmark.stopMeasurement()
    let anew = Metric(of: world.metric.hierarchy, travelTimes: metric.travelTimes)
    if metric.travelTimes(from: [world.sources[0]]) != anew.travelTimes(from: [world.sources[0]]) {
      benchmark.error("The tree is wrong.")
    }
  }
}
