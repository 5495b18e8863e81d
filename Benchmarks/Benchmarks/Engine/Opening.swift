import Benchmark
import BenchmarkGraphs
import Foundation
import GeoIO
import Routing

/// A dataset file is opened and read: the first costs the same for any size, the second does not.
func opening() {
  for (name, detail) in [("embedded", nil), ("a million nodes", 1_000)] as [(String, Int?)] {
    let file = TemporaryDataset(townsOfSide: detail)
    Benchmark("\(name): dataset file opened") { benchmark, expected in
      benchmark.startMeasurement()
      let opened = try DatasetFile(path: file.path)
      benchmark.stopMeasurement()
      if try opened.read().roads != expected { benchmark.error("It holds other roads.") }
    } setup: {
      try file.write()
    } teardown: {
      file.remove()
    }
    Benchmark("\(name): dataset file read") { benchmark, expected in
      benchmark.startMeasurement()
      let roads = try DatasetFile(path: file.path).read().roads
      benchmark.stopMeasurement()
      if roads != expected { benchmark.error("It holds other roads.") }
    } setup: {
      try file.write()
    } teardown: {
      file.remove()
    }
  }
}

/// The embedded dataset as a file, with its own roads or with made-up ones.
private struct TemporaryDataset: Sendable {
  let townsOfSide: Int?
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("benchmark-\(UUID().uuidString).hinterland").path

  /// The roads that are in it.
  func write() throws -> RoadNetwork {
    var dataset = try DatasetFolder.find(named: nil).read()
    if let townsOfSide {
      dataset.roads = BenchmarkGraph.townRoads(side: townsOfSide, seed: 1)
      (dataset.roadOrder, dataset.roadShape) = try dataset.roads.contraction()
    }
    try DatasetFile.write(dataset, profile: "name: benchmark\n", to: path)
    return dataset.roads
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
