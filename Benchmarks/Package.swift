// swift-tools-version: 6.1
import PackageDescription

let hinterland: Target.Dependency = .product(name: "Hinterland", package: "Hinterland")

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "Hinterland", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    // Seconds and memory of whole runs of the program.
    .executableTarget(name: "WholeProcess"),
    // The graphs that the engine is timed on.
    .target(name: "BenchmarkGraphs", dependencies: [hinterland]),
    // The engine's parts, one by one: `swift package benchmark`.
    .executableTarget(
      name: "Engine",
      dependencies: [
        "BenchmarkGraphs", hinterland, .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Engine",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // The engine's side of the table that peers/compare.py draws up.
    .executableTarget(name: "PeerTimes", dependencies: ["BenchmarkGraphs", hinterland]),
  ],
  swiftLanguageModes: [.v6]
)
