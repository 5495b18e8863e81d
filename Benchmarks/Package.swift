// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "Hinterland", path: "..")
  ],
  targets: [
    // Seconds and memory of whole runs of the program.
    .executableTarget(name: "WholeProcess"),
    // The graphs that engines are timed on.
    .target(
      name: "BenchmarkGraphs",
      dependencies: [.product(name: "Hinterland", package: "Hinterland")]),
    // This engine's side of the table that Benchmarks/peers draws up.
    .executableTarget(name: "PeerTimes", dependencies: ["BenchmarkGraphs"]),
  ],
  swiftLanguageModes: [.v6]
)
