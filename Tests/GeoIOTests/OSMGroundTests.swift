import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// Waters, stations, railways and walkers' ways of extracts.
@Suite struct OSMGroundTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A street, so that there is a network, and nodes 10–13 and 20–23 as a square in a square.
  private var lake: OSMSketch {
    var sketch = OSMSketch(nodes: [
      1: (0, 0), 2: (1, 0), 10: (10, 10), 11: (16, 10), 12: (16, 16), 13: (10, 16), 20: (12, 12),
      21: (14, 12), 22: (14, 14), 23: (12, 14),
    ])
    sketch.ways = [
      ([1, 2], "highway=residential"),
      ([10, 11, 12], "barrier=fence"), ([10, 13, 12], "highway=footway"),
      ([20, 21, 22, 23, 20], "natural=wood"),
    ]
    return sketch
  }

  @Test func aMultipolygonIsPutTogetherAndItsIslandsStayDry() throws {
    var sketch = lake
    sketch.multipolygons = [
      ([(2, "outer"), (3, "outer"), (4, "inner")], "natural=water,name=湖,name:en=Lake")
    ]
    let made = try sketch.read(in: folder)
    // The outer ring drawn as water by itself, too, does not drown the island.
    sketch.ways.append(([10, 11, 12, 13, 10], "natural=water,name=湖,name:en=Lake"))
    sketch.multipolygons[0].ways = [(5, "outer"), (4, "inner")]
    let twice = try sketch.read(in: folder).dataset.region.waters
    #expect(twice.flatMap(\.areas).map(\.holes.count) == [1])
    let body = try #require(made.dataset.region.waters.first)
    #expect(body.name == PlaceName(chinese: "湖", english: "Lake"))
    #expect(body.barrier == .hard && body.areas.count == 1)
    #expect(body.areas[0].holes.count == 1)
    #expect(made.counts.waterAreas == 1 && made.counts.openWaters == 0)
    let index = AreaIndex(body.areas)
    #expect(index.contains(GeoPoint(longitude: 0.11, latitude: 0.11)))
    #expect(!index.contains(GeoPoint(longitude: 0.13, latitude: 0.13)))
  }

  @Test func anOutlineThatDoesNotCloseIsCounted() throws {
    var sketch = lake
    sketch.multipolygons = [([(2, "outer"), (4, "inner"), (99, "outer")], "natural=water")]
    let made = try sketch.read(in: folder)
    #expect(made.counts.openWaters == 1)
    #expect(made.dataset.region.waters.isEmpty)
  }

  @Test func widthMakesALineABarAndOthersAreDrawn() throws {
    var sketch = lake
    sketch.ways += [
      ([10, 11], "waterway=river,name=宽,width=60 m"), ([12, 13], "waterway=river,name=窄"),
      ([20, 21], "waterway=stream"), ([22, 23], "waterway=river,tunnel=culvert"),
    ]
    let waters = try sketch.read(in: folder).dataset.region.waters
    #expect(waters.filter { $0.barrier == .hard }.map(\.name.chinese) == ["宽"])
    #expect(Set(waters.filter { $0.barrier == .none }.map(\.name.chinese)) == ["宽", "窄"])
    let bank = AreaIndex(try #require(waters.first { $0.barrier == .hard }).areas)
    // 60 m wide: 30 m are 0.00027 degrees.
    #expect(bank.contains(GeoPoint(longitude: 0.13, latitude: 0.1002)))
    #expect(!bank.contains(GeoPoint(longitude: 0.13, latitude: 0.1004)))
  }

  @Test func pondsBarNobody() throws {
    var sketch = lake
    sketch.nodes[30] = (0, 1)
    sketch.ways.append(([1, 2, 30, 1], "natural=water"))
    #expect(try sketch.read(in: folder).counts.waterAreas == 1)
    // The same shape 1/100 as large would need finer nodes: a limit above it says the same.
    #expect(OSMWaters.leastArea < 500_000)
  }

  /// Stations 1, 3 and 5 on a main line; a branch turns off at 4 and goes back to 7.
  private var railway: OSMSketch {
    var sketch = OSMSketch(nodes: [
      1: (0, 0), 2: (5, 0), 3: (10, 0), 4: (15, 0), 5: (20, 0), 6: (10, 2), 7: (5, 2), 90: (0, 9),
      91: (1, 9),
    ])
    sketch.tags = [
      1: "railway=station,name=甲", 3: "railway=halt,name=乙", 5: "railway=station,name=丙",
      7: "railway=station,name=丁", 90: "railway=station,name=孤",
      91: "railway=station,name=地铁,station=subway",
    ]
    sketch.ways = [
      ([90, 91], "highway=residential"),
      ([1, 2, 3, 4, 5], "railway=rail,usage=main,maxspeed=120,name=甲丙线"),
      ([4, 6, 7], "railway=rail,usage=branch,name=支线"),
      ([2, 7], "railway=rail,service=siding"), ([1, 7], "railway=abandoned"),
    ]
    return sketch
  }

  @Test func runsJoinNeighboursAndDoNotTurnBackAtSwitches() throws {
    let made = try railway.read(in: folder)
    let rail = made.dataset.rail
    let names = made.dataset.railNames.stations.map(\.chinese)
    #expect(Set(names) == ["甲", "乙", "丙", "丁"])
    #expect(made.counts.lonelyStations == 1)
    let pairs = rail.runs.map { run in
      Set([names[Int(run.from)], names[Int(run.to)]])
    }
    // From 丙 a train may turn onto the branch; from 乙 it would have to turn back.
    #expect(Set(pairs) == [["甲", "乙"], ["乙", "丙"], ["丙", "丁"]])
    let first = try #require(rail.runs.first { $0.length < 12_000 })
    // 11,132 m at 0.75 × 120 km/h and a stop of 1.5 minutes.
    #expect(abs(first.length - 11_132) < 5)
    let seconds = 11_132.0 / 25 + 90
    #expect(abs(Double(first.time) / 1_000 - seconds) < 0.3)
    #expect(first.railClass == .conventional && first.trainsPerDay == 32)
    let written = folder.path(of: "rail.hinterland")
    try DatasetFile.write(made.dataset, profile: "name: x\n", to: written)
    let read = try DatasetFile(path: written).validate()
    #expect(read.rail == rail && read.region.waters == made.dataset.region.waters)
  }

  @Test func trainsRideThroughWhereLinesGoOn() throws {
    let dataset = try railway.read(in: folder).dataset
    let codes = dataset.railNames.lines.map(\.chinese)
    #expect(codes.contains { $0.hasPrefix("甲丙线(甲—丙") || $0.hasPrefix("甲丙线(丙—甲") })
    let corridors = dataset.corridors.filter { $0.kind == .rail }
    #expect(corridors.map(\.code) == dataset.railNames.lineCodes)
    let main = try #require(corridors.first { $0.name.chinese.hasPrefix("甲丙线") })
    // Its vertices are its stations, in their order.
    #expect(main.lines[0].map(\.longitude).sorted() == [0, 0.1, 0.2])
    #expect([0, 0.2].contains(main.lines[0][0].longitude))
  }

  @Test func walkersTakeOtherWaysThanCars() {
    func kind(_ tags: [String: String]) -> OSMWayKind { OSMWayKind(tags, by: .foot) }
    func road(_ tags: [String: String]) -> OSMRoad? {
      if case .road(let road) = kind(tags) { road } else { nil }
    }
    #expect(kind(["highway": "motorway"]) == .restricted)
    #expect(kind(["highway": "trunk", "motorroad": "yes"]) == .restricted)
    #expect(kind(["highway": "residential", "foot": "no"]) == .restricted)
    #expect(kind(["highway": "cycleway"]) == .restricted)
    #expect(kind(["highway": "raceway"]) == .other)
    #expect(road(["highway": "cycleway", "foot": "yes"]) != nil)
    #expect(road(["highway": "service", "access": "private", "foot": "yes"]) != nil)
    #expect(road(["highway": "pedestrian", "area": "yes"]) != nil)
    #expect(road(["highway": "primary", "oneway": "yes"])?.direction == .both)
    #expect(road(["highway": "steps"])?.speed == 3)
    #expect(kind(["highway": "bridleway"]) == .restricted)
    #expect(kind(["highway": "motorway", "access": "yes"]) == .restricted)
    #expect(kind(["highway": "trunk", "motorroad": "yes", "access": "permissive"]) == .restricted)
    #expect(kind(["highway": "path", "sac_scale": "alpine_hiking"]) == .restricted)
    #expect(road(["highway": "path", "sac_scale": "mountain_hiking"])?.speed == 3)
    #expect(road(["highway": "path", "sac_scale": "hiking"])?.speed == nil)
    #expect(road(["highway": "footway"])?.speed == nil)
  }

  @Test func bollardsStopCarsAndWallsStopWalkers() {
    #expect(OSMBarrier.stops(["barrier": "bollard"], by: .car))
    #expect(!OSMBarrier.stops(["barrier": "bollard"], by: .foot))
    #expect(OSMBarrier.stops(["barrier": "wall"], by: .foot))
    #expect(!OSMBarrier.stops(["barrier": "wall", "foot": "yes"], by: .foot))
    #expect(OSMBarrier.stops(["barrier": "gate", "access": "private"], by: .foot))
    #expect(!OSMBarrier.stops(["barrier": "gate"], by: .car))
  }

  @Test func identifiersAreFoundInAnyOrder() {
    let values = (0..<500).map { Int64($0 * 3 - 700) }
    var walked = OSMIdentifiers(sorted: values)
    var state: UInt64 = 7
    for step in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let wanted = step % 3 == 0 ? Int64(state >> 40) % 1_700 - 800 : Int64(step % 1_700) - 800
      #expect(walked.next(wanted) == values.firstIndex(of: wanted))
    }
  }

  @Test(
    arguments: [
      ([[1, 2], [2, 3], [3, 1]], 1, 0), ([[1, 2, 3, 1], [4, 5]], 1, 1),
      ([[1, 2], [3, 2], [1, 3], [7, 8, 7]], 2, 0), ([[1]], 0, 0), ([], 0, 0),
      ([[1, 2], [2, 3], [3, 1], [1, 4], [4, 5], [5, 1]], 2, 0),
    ] as [([[Int64]], Int, Int)])
  func ringsCloseWhereEndsMeet(ways: [[Int64]], rings: Int, open: Int) {
    let made = OSMRings(ways)
    #expect(made.rings.count == rings && made.openCount == open)
    #expect(made.rings.allSatisfy { $0.first == $0.last })
  }
}
