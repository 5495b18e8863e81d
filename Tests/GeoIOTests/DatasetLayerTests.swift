import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// Layers of a dataset, and what comes back of them.
@Suite struct DatasetLayerTests {
  private func exported(_ dataset: Dataset, in folder: TemporaryFolder) throws -> Dataset {
    let paths = [DatasetLayer.nodes, .roads].map { folder.path(of: "\($0.rawValue).csv") }
    for (path, layer) in zip(paths, [DatasetLayer.nodes, .roads]) {
      try Data(CSVWriter.text(of: dataset.table(of: layer)).utf8)
        .write(to: URL(fileURLWithPath: path))
    }
    return try NetworkTables(nodes: paths[0], edges: paths[1]).dataset
  }

  private func expectSame(_ there: RoadNetwork, _ back: RoadNetwork) {
    #expect(back.nodes == there.nodes)
    #expect(back.from == there.from && back.to == there.to)
    #expect(back.roadClass == there.roadClass)
    #expect(back.route.map { back.routes[Int($0)] } == there.route.map { there.routes[Int($0)] })
    #expect(zip(back.length, there.length).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect((0..<there.edgeCount).allSatisfy { back.isOneWay($0) == there.isOneWay($0) })
    let profile = TravelProfile(
      name: "x", speeds: Dictionary(uniqueKeysWithValues: RoadClass.allCases.map { ($0, 50) }),
      lastLeg: LastLeg(speed: 15, circuity: 1.3, reach: 2_000),
      terminal: TerminalMinutes(steps: [], fullDepth: 1))
    let times = [there, back].map { $0.travelTimes(with: profile).map { Int($0) } }
    #expect(zip(times[0], times[1]).allSatisfy { abs($0 - $1) <= 1 })
  }

  @Test func anOwnNetworkComesBack() throws {
    let folder = try TemporaryFolder()
    let paths = ["n.csv", "e.csv"].map { folder.path(of: $0) }
    try Data(
      "id,lon,lat\na,10,50\nb,10.1,50\nc,10.1,50.123456789012\nd,10.1,50.123456789012\n".utf8
    )
    .write(to: URL(fileURLWithPath: paths[0]))
    try Data(
      """
      from,to,km,class,speed,minutes,oneway,ref
      a,b,8.25,trunk,,,0,G4
      b,c,15,county,37.5,,1,
      c,a,30,,,20,0,"G4;G60"
      c,d,,,,0.5,0,

      """.utf8
    ).write(to: URL(fileURLWithPath: paths[1]))
    let there = try NetworkTables(nodes: paths[0], edges: paths[1]).dataset
    #expect(there.roads.routes == ["", "G4", "G4;G60"])
    expectSame(there.roads, try exported(there, in: folder).roads)
  }

  private static let packed = "osm/test.osm.pbf"

  @Test(
    .enabled(if: BenchFiles.serve(packed), "HINTERLAND_BENCH names no folder with this file."))
  func anExtractComesBack() throws {
    let folder = try TemporaryFolder()
    let there = try OSMImport(paths: [#require(BenchFiles.path(of: Self.packed))]).dataset
    let back = try exported(there, in: folder)
    expectSame(there.roads, back.roads)
    #expect(back.plane == there.plane && back.roadDetail == there.roadDetail)
  }

  @Test func everyLayerHasItsRows() throws {
    let dataset = try TinyDataset().read(in: try TemporaryFolder())
    for layer in DatasetLayer.allCases {
      let table = dataset.table(of: layer)
      #expect(table.name == layer.rawValue)
      #expect(table.rows.allSatisfy { $0.shape != nil })
      let expected =
        switch layer {
        case .roads: dataset.roads.edgeCount
        case .nodes: dataset.roads.nodes.count
        case .regions: dataset.region.counties.count
        case .places: dataset.places.count
        case .rail: dataset.corridors.count { $0.kind == .rail }
        case .stations: dataset.rail.stations.count
        case .water:
          dataset.region.waters.reduce(0) {
            $0 + ($1.areas.isEmpty ? 0 : 1) + ($1.lines.isEmpty ? 0 : 1)
          }
        }
      #expect(table.rows.count == expected, "\(layer)")
    }
  }
}
