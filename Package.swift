// swift-tools-version: 6.1
import PackageDescription

// Modules and their arrows: `Documentation/Architecture.md`. Arrows point down only.
let strict: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault")]

/// Every table of the embedded dataset; `GeoData/README.md` says what each holds.
let tables = [
  "LICENCES.csv",
  "candidate_links.csv",
  "corridors.csv",
  "dataset.csv",
  "expressways.csv",
  "facilities.csv",
  "interchange_spacing.csv",
  "interchanges.csv",
  "link_costs.csv",
  "official_circles.csv",
  "official_members.csv",
  "openings.csv",
  "places.csv",
  "population.csv",
  "prefectures.csv",
  "rail_lines.csv",
  "rail_segments.csv",
  "rail_services.csv",
  "rail_stations.csv",
  "regions.geojson",
  "roads_edges.csv",
  "roads_nodes.csv",
  "seats.csv",
  "short_times.csv",
  "systems.csv",
  "traditional.csv",
  "unit_costs.csv",
  "water.geojson",
  "zones.csv",
  "profile.yaml", "walking.yaml",
]

/// Names of the test targets to build, with commas; unset, all.
///
/// What they do not need is not built: under a sanitizer the rest takes longer than the tests.
let tested = Context.environment["HINTERLAND_TESTED"].map { $0.split(separator: ",") }

let package = Package(
  name: "Hinterland",
  products: [
    .executable(name: "hinterland", targets: ["hinterland"]),
    .library(
      name: "Hinterland",
      targets: ["Analysis", "GeoIO", "Reports", "Routing", "Shapes", "Studies"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    // METIS ships no pkg-config file: the module map names the library.
    .systemLibrary(name: "CMETIS", providers: [.apt(["libmetis-dev"])]),
    .target(name: "CSweep"),
    .target(
      name: "GeoData", path: "GeoData", exclude: ["README.md"], sources: ["GeoData.swift"],
      resources: tables.map { .copy($0) }, swiftSettings: strict),
    .target(name: "Shapes", dependencies: ["CGEOS", "CPROJ"], swiftSettings: strict),
    .target(name: "Geometry", dependencies: ["Shapes"], swiftSettings: strict),
    .target(
      name: "Routing", dependencies: ["CMETIS", "CSweep", "Shapes"], swiftSettings: strict),
    .target(
      name: "Analysis", dependencies: ["Geometry", "Routing", "Shapes"], swiftSettings: strict),
    // Finds GDAL's shared library when a file asks for it: neither headers nor library to build.
    .target(name: "CGDAL"),
    // OpenStreetMap files through libosmium, which is headers: no C++ gets past its functions.
    .target(
      name: "COsmium",
      linkerSettings: [
        .linkedLibrary("z"), .linkedLibrary("bz2"), .linkedLibrary("expat"),
        .linkedLibrary("pthread"),
      ]),
    .target(
      name: "GeoIO",
      dependencies: ["CGDAL", "COsmium", "GeoData", "Geometry", "Routing", "Shapes"],
      swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["Analysis", "Geometry", "Routing", "Shapes"],
      resources: [
        .embedInCode("Page/Web/kit.js"), .embedInCode("Page/Web/map.js"),
        .embedInCode("Page/Web/circle.js"), .embedInCode("Page/Web/result.js"),
        .embedInCode("Page/Web/page.css"),
      ],
      swiftSettings: strict),
    .target(
      name: "Studies",
      dependencies: ["Analysis", "GeoIO", "Geometry", "Reports", "Routing", "Shapes", "Yams"],
      swiftSettings: strict),
    .executableTarget(
      name: "hinterland",
      dependencies: [
        "Analysis", "GeoIO", "Geometry", "Reports", "Routing", "Shapes", "Studies",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // What tests of several modules share.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "ShapesTests", dependencies: ["Shapes", "TestSupport"]),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry", "Shapes", "TestSupport"]),
    .testTarget(name: "RoutingTests", dependencies: ["Routing", "Shapes", "TestSupport"]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Geometry", "Routing", "Shapes", "TestSupport"]),
    .testTarget(
      name: "GeoIOTests",
      dependencies: ["CGDAL", "GeoIO", "Geometry", "Routing", "Shapes", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Analysis", "Geometry", "Shapes", "TestSupport"]),
    .testTarget(
      name: "StudiesTests",
      dependencies: [
        "Analysis", "GeoIO", "Geometry", "Reports", "Routing", "Shapes", "Studies", "TestSupport",
      ]),
    .testTarget(
      name: "CommandTests", dependencies: ["GeoIO", "Studies", "TestSupport", "hinterland"],
      exclude: ["Golden"]),
  ].filter { target in
    target.type != .test || tested?.contains { $0 == target.name } ?? true
  },
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)
