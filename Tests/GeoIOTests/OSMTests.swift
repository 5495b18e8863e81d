import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// Extracts small enough to draw, and what becomes of them.
@Suite struct OSMTests {
  /// A square of four corners 1–4, anticlockwise from the south-west.
  private var square: [Int: (x: Int, y: Int)] { [1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1)] }
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("50", 50), ("30 mph", 48.28032), ("30mph", 48.28032), ("80;60", 60), ("walk", 5),
    ("none", 120), ("10 knots", 18.52), ("60 km/h", 60), ("999", 140), ("0.5", 5),
  ]) func limitsHaveUnitsAndLists(text: String, speed: Double) throws {
    #expect(abs(try #require(OSMWayKind.speed(of: text)) - speed) < 1e-9)
  }

  @Test(arguments: ["", "RO:urban", "fast", "-5", "0", ";", "50 furlongs", "nan", "inf"])
  func whatIsNoLimitLeavesTheClass(text: String) {
    #expect(OSMWayKind.speed(of: text) == nil)
  }

  @Test(arguments: [("45", 45.0), ("1:30", 90), ("00:20:30", 20.5), ("PT1H30M", 90)])
  func durationsAreMinutes(text: String, minutes: Double) {
    #expect(OSMWayKind.minutes(of: text) == minutes)
  }

  @Test(arguments: ["", "soon", "1:2:3:4", "PT", "PTH", "-5", "P1D", "0", "nan"])
  func whatIsNoDurationIsNone(text: String) { #expect(OSMWayKind.minutes(of: text) == nil) }

  @Test func tagsDecideWhatAWayIs() {
    func kind(_ tags: [String: String]) -> OSMWayKind { OSMWayKind(tags, by: .car) }
    func road(_ tags: [String: String]) -> OSMRoad? {
      if case .road(let road) = kind(tags) { road } else { nil }
    }
    #expect(kind(["highway": "construction"]) == .unbuilt)
    #expect(kind(["highway": "proposed"]) == .unbuilt)
    #expect(kind(["highway": "footway"]) == .other)
    #expect(kind(["highway": "residential", "area": "yes"]) == .other)
    #expect(kind(["route": "bus"]) == .other)
    #expect(kind(["highway": "service", "access": "private"]) == .restricted)
    #expect(kind(["highway": "tertiary", "access": "no", "motor_vehicle": "yes"]) != .restricted)
    #expect(kind(["highway": "tertiary", "motor_vehicle": "yes", "motorcar": "no"]) == .restricted)
    #expect(road(["highway": "motorway"])?.direction == .forward)
    #expect(road(["highway": "motorway", "oneway": "no"])?.direction == .both)
    #expect(road(["highway": "trunk", "oneway": "-1"])?.direction == .backward)
    #expect(road(["highway": "county", "junction": "roundabout"]) == nil)
    #expect(road(["highway": "tertiary", "junction": "roundabout"])?.direction == .forward)
    #expect(road(["highway": "motorway_link"])?.roadClass == .expressway)
    #expect(road(["highway": "motorway", "ref": "G4 ; G60"])?.route == "G4;G60")
  }

  @Test func aOneWayStreetIsDrivenRound() throws {
    // 1 → 2 only; back by 2–3–4–1.
    var sketch = OSMSketch(nodes: square)
    sketch.ways = [
      ([1, 2], "highway=residential,oneway=yes,maxspeed=36"),
      ([2, 3, 4, 1], "highway=residential,maxspeed=36"),
    ]
    let made = try sketch.read(in: folder)
    #expect(made.counts.oneWays == 1 && made.counts.roads == 2)
    let roads = made.dataset.roads
    let profile = TravelProfile(
      name: "x", speeds: [.village: 20], lastLeg: LastLeg(speed: 15, circuity: 1.3, reach: 2_000),
      terminal: TerminalMinutes(steps: [], fullDepth: 1))
    let times = roads.travelTimes(with: profile)
    let graph = roads.graph(times: times)
    func node(_ longitude: Double, _ latitude: Double) throws -> UInt32 {
      let point = GeoPoint(longitude: longitude, latitude: latitude)
      return UInt32(try #require(roads.nodes.firstIndex(of: point)))
    }
    let (one, two) = (try node(0, 0), try node(0.01, 0))
    let there = graph.travelTimes(from: [Seed(node: one, time: 0)])[Int(two)]
    let back = graph.travelTimes(from: [Seed(node: two, time: 0)])[Int(one)]
    #expect(abs(Double(there) - 111_320) < 200)  // 1,113.2 m at 36 km/h = 10 m/s
    #expect(abs(Double(back) / Double(there) - 3) < 0.03)
  }

  @Test func backwardsIsTheOtherWay() throws {
    var sketch = OSMSketch(nodes: square)
    sketch.ways = [
      ([1, 2], "highway=residential,oneway=-1"), ([1, 4, 3, 2], "highway=residential"),
    ]
    let roads = try sketch.read(in: folder).dataset.roads
    let edge = try #require((0..<roads.edgeCount).first { roads.isOneWay($0) })
    #expect(roads.nodes[Int(roads.from[edge])].longitude == 0.01)
    #expect(roads.nodes[Int(roads.to[edge])].longitude == 0)
  }

  @Test func aBollardCutsAndAGateDoesNot() throws {
    for (barrier, edges) in [("bollard", 2), ("gate", 2)] {
      var sketch = OSMSketch(nodes: [1: (0, 0), 2: (1, 0), 3: (2, 0), 4: (0, 1)])
      sketch.tags = [2: "barrier=\(barrier)"]
      sketch.ways = [([4, 1, 2, 3], "highway=residential")]
      let made = try sketch.read(in: folder)
      let stops = barrier == "bollard"
      #expect(made.counts.barriers == (stops ? 1 : 0))
      // 4–1–2 bends at 1 and stays; 2–3 is cut off by the bollard.
      #expect(made.dataset.roads.edgeCount == edges)
      #expect(made.counts.cutOffEdges == (stops ? 1 : 0))
      #expect((made.counts.cutOffMeters > 1_000) == stops)
    }
  }

  @Test func pointsOnALineGoAndTheLengthStays() throws {
    var sketch = OSMSketch(nodes: [1: (0, 0), 2: (1, 0), 3: (2, 0), 4: (3, 0), 5: (3, 2)])
    sketch.ways = [([1, 2, 3, 4, 5], "highway=tertiary")]
    let roads = try sketch.read(in: folder).dataset.roads
    #expect(roads.edgeCount == 2)
    let straight = GeoPoint(longitude: 0, latitude: 0).localDistance(
      to: GeoPoint(longitude: 0.03, latitude: 0))
    #expect(abs(roads.length[0] - straight) < 0.1)
  }

  @Test func waysThatOnlyGoOnAreOne() throws {
    // Along the equator in three ways of one kind, the middle one drawn the other way round.
    var sketch = OSMSketch(nodes: [1: (0, 0), 2: (1, 0), 3: (2, 0), 4: (3, 0)])
    sketch.ways = [
      ([1, 2], "highway=tertiary"), ([3, 2], "highway=tertiary"), ([3, 4], "highway=tertiary"),
    ]
    #expect(try sketch.read(in: folder).dataset.roads.edgeCount == 1)
    // Another limit, another class or a road that comes in keeps the node.
    for more in ["highway=tertiary,maxspeed=30", "highway=residential"] {
      sketch.ways[1].tags = more
      #expect(try sketch.read(in: folder).dataset.roads.edgeCount == 3)
    }
    sketch.ways[1].tags = "highway=tertiary"
    sketch.nodes[5] = (1, 1)
    sketch.ways.append(([2, 5], "highway=tertiary"))
    #expect(try sketch.read(in: folder).dataset.roads.edgeCount == 3)
  }

  @Test func oneWayStreetsAreJoinedInTheirDirection() throws {
    // Round 1 → 2 → 3 → 4 → 1 in four ways, one of them drawn backwards.
    var sketch = OSMSketch(nodes: square)
    let tags = "highway=residential,oneway=yes"
    sketch.ways = [
      ([1, 2], tags), ([2, 3], tags), ([4, 3], "highway=residential,oneway=-1"), ([4, 1], tags),
    ]
    let roads = try sketch.read(in: folder).dataset.roads
    #expect((0..<roads.edgeCount).allSatisfy { roads.isOneWay($0) })
    let times = [UInt32](repeating: 10, count: roads.edgeCount)
    for start in 0..<UInt32(roads.nodes.count) {
      let reached = roads.graph(times: times).travelTimes(from: [Seed(node: start, time: 0)])
      #expect(reached.allSatisfy { $0 < TravelTime.unreachable })
    }
    #expect(abs(roads.length.reduce(0, +) - 4 * 1_113.2) < 40)
  }

  @Test func townsAndVillagesAreFoundByTheirNames() throws {
    var sketch = OSMSketch(nodes: square)
    sketch.ways = [([1, 2, 3, 4], "highway=residential")]
    let place = { (id: Int, tags: [(String, String)]) in
      "<node id=\"\(id)\" lon=\"0.005\" lat=\"0.00\(id)\">"
        + tags.map { "<tag k=\"\($0)\" v=\"\($1)\"/>" }.joined() + "</node>\n"
    }
    let places =
      place(5, [("place", "town"), ("name", "Praia"), ("name:zh", "普拉亚"), ("name:en", "Beach")])
      + place(6, [("place", "hamlet"), ("name", "Praia")])
      + place(7, [("place", "locality"), ("name", "Nowhere")]) + place(8, [("place", "village")])
    let path = folder.path(of: "places.osm")
    let text = sketch.xml.replacing("<way id=\"1\">", with: places + "<way id=\"1\">")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let dataset = try OSMImport(paths: [path]).dataset
    #expect(dataset.places.map(\.kind) == [.town, .hamlet])
    let gazetteer = Gazetteer(
      dataset.region, places: dataset.places, simplified: dataset.simplified)
    for name in ["Praia", "普拉亚", "beach"] {
      #expect(try gazetteer.meaning(of: name) == .place(0), "\(name)")
    }
    #expect(throws: NameError.self) { try gazetteer.meaning(of: "Nowhere") }
    let written = folder.path(of: "places.hinterland")
    try DatasetFile.write(dataset, profile: "name: x\n", to: written)
    #expect(try DatasetFile(path: written).validate().places == dataset.places)
  }

  @Test func whatCannotBeReturnedFromIsCounted() throws {
    var sketch = OSMSketch(nodes: square)
    sketch.nodes[9] = (5, 5)
    sketch.ways = [
      ([1, 2, 3, 4, 1], "highway=residential"), ([3, 9], "highway=residential,oneway=yes"),
      ([1, 77], "highway=residential"), ([2], "highway=residential"),
      ([1, 3], "highway=construction"), ([2, 4], "highway=steps"),
    ]
    let made = try sketch.read(in: folder)
    #expect(made.counts.cutOffEdges == 1)
    #expect(made.counts.missingNodes == 1)
    #expect(made.counts.broken == 1)
    #expect(made.counts.unbuilt == 1)
    #expect(made.counts.other == 1)
    #expect(made.counts.highways == 6)
    #expect(made.dataset.roads.edgeCount == 4)
  }

  @Test func aFerryTakesItsDurationAndIsLeftAtItsEnds() throws {
    var sketch = OSMSketch(nodes: square)
    sketch.ways = [
      ([1, 2, 3, 4], "highway=residential"), ([4, 1], "route=ferry,duration=00:10"),
    ]
    let made = try sketch.read(in: folder)
    #expect(made.counts.ferries == 1)
    let roads = made.dataset.roads
    let ferry = try #require((0..<roads.edgeCount).first { roads.roadClass[$0] == .expressway })
    let speed = try #require(roads.exceptions[ferry]?.speed)
    #expect(abs(roads.length[ferry] / 1_000 / speed * 60 - 10) < 1e-6)
  }

  @Test func severalExtractsJoinAtTheirNodes() throws {
    var west = OSMSketch(nodes: [1: (0, 0), 2: (1, 0)])
    west.ways = [([1, 2], "highway=residential")]
    var east = OSMSketch(nodes: [2: (1, 0), 3: (2, 1)])
    east.ways = [([1, 2], "highway=residential"), ([2, 3], "highway=residential")]
    let paths = ["west.osm", "east.osm"].map { folder.path(of: $0) }
    for (path, sketch) in zip(paths, [west, east]) {
      try Data(sketch.xml.utf8).write(to: URL(fileURLWithPath: path))
    }
    let made = try OSMImport(paths: paths)
    #expect(made.counts.highways == 2, "Way 1 is in both and counts once.")
    #expect(made.dataset.roads.edgeCount == 2)
  }

  @Test func aPlaneAnywhereIsInMetres() {
    for latitude in stride(from: -85.0, through: 85, by: 8.5) {
      for longitude in stride(from: -180.0, through: 180, by: 7.5) {
        let centre = "+lat_0=\(latitude) +lon_0=\(longitude)"
        #expect(ProjectedPlane(inMetres: "+proj=laea \(centre) +datum=WGS84") != nil, "\(centre)")
      }
    }
    for other in ["+proj=laea +lat_0=30 +units=km", "+proj=longlat", "+proj=nothing", ""] {
      #expect(ProjectedPlane(inMetres: other) == nil, "\(other)")
    }
  }

  @Test func theFileGivesTheRoadsBack() throws {
    var sketch = OSMSketch(nodes: square)
    sketch.ways = [
      ([1, 2], "highway=residential,oneway=yes,maxspeed=30 mph"),
      ([2, 3, 4, 1], "highway=tertiary"),
    ]
    let dataset = try sketch.read(in: folder).dataset
    let path = folder.path(of: "made.hinterland")
    try DatasetFile.write(dataset, profile: "name: x\n", to: path)
    let read = try DatasetFile(path: path).validate()
    #expect(read.roads == dataset.roads)
    #expect(read.notes == dataset.notes && read.roadDetail == .street)
  }
}
