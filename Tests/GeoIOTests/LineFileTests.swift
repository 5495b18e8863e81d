import Foundation
import Routing
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// A layer of lines as a network: what meets, what it takes, and what is left out.
@Suite struct LineFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A degree of latitude is some 111 km; at the equator one of longitude is as long.
  private static let metre = 1 / 111_320.0

  private func feature(_ geometry: String, _ properties: String) -> String {
    "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry)}"
  }

  private func line(_ positions: String, _ properties: String = "\"class\":\"county\"") -> String {
    feature("{\"type\":\"LineString\",\"coordinates\":[\(positions)]}", properties)
  }

  private func write(_ features: [String], crs: String = "", to name: String = "roads.geojson")
    throws -> String
  {
    try folder.write(
      "{\"type\":\"FeatureCollection\",\(crs)\"features\":[\(features.joined(separator: ","))]}",
      to: name)
  }

  private func read(
    _ features: [String], snap: Double = 1, _ change: (inout LineOptions) -> Void = { _ in }
  ) throws -> LineFile {
    var options = LineOptions(path: try write(features), snap: snap)
    change(&options)
    return try LineFile(options)
  }

  private func refusal(_ features: [String], _ change: (inout LineOptions) -> Void = { _ in })
    -> String?
  {
    do {
      _ = try read(features, change)
      return nil
    } catch {
      return "\(error)"
    }
  }

  private func read(_ features: [String], _ change: (inout LineOptions) -> Void) throws -> LineFile
  {
    try read(features, snap: 1, change)
  }

  private func expectNear(_ value: Double, _ expected: Double, within tolerance: Double) {
    #expect(abs(value - expected) <= tolerance, "\(value), not \(expected)")
  }

  @Test func endsMeetAndCrossingsDoNot() throws {
    // A cross in two lines, and a third one from an end of the first.
    let made = try read([
      line("[0,0],[0.02,0]"), line("[0.01,-0.01],[0.01,0.01]"), line("[0.02,0],[0.02,0.01]"),
    ])
    let roads = made.dataset.roads
    #expect(roads.nodes.count == 5 && roads.edgeCount == 3)
    #expect(made.counts.ends == 6 && made.counts.joined == 2 && made.counts.moved == 0)
    #expect(made.counts.parts.count == 2)
    expectNear(made.counts.parts.longest, 3_340, within: 20)
    #expect(made.counts.lines == 3 && made.counts.rows == 3)
  }

  @Test func snappingHasAReach() throws {
    let gap = 8 * Self.metre
    let lines = [line("[0,0],[0.01,0]"), line("[\(0.01 + gap),0],[0.02,0]")]
    #expect(try read(lines, snap: 1).dataset.roads.nodes.count == 4)
    let joined = try read(lines, snap: 10)
    #expect(joined.dataset.roads.nodes.count == 3)
    #expect(joined.counts.joined == 2 && joined.counts.moved == 1)
    expectNear(joined.counts.farthest, 8, within: 0.1)
    // A node is where the first end was, and lengths are those that were drawn.
    #expect(joined.dataset.roads.nodes[1] == GeoPoint(longitude: 0.01, latitude: 0))
    expectNear(joined.dataset.roads.length[1], 1_113.2 - 8, within: 0.5)
    #expect(try read(lines, snap: 0).counts.parts.count == 2)
  }

  @Test func endsOnBothSidesOfTheGridsCellsMeet() throws {
    // Pairs of ends a metre and a half apart, in every direction and at many places.
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let place = GeoPoint(
        longitude: .random(in: -179...179, using: &random),
        latitude: .random(in: -85...85, using: &random))
      let frame = LocalFrame(at: place)
      let angle = Double.random(in: 0...(2 * .pi), using: &random)
      func away(_ metres: Double) -> GeoPoint {
        frame.point(at: PlanePoint(x: metres * cos(angle), y: metres * sin(angle)))
      }
      #expect(LineEnds([place, away(1.49)], within: 1.5).positions.count == 1, "\(place)")
      #expect(LineEnds([place, away(1.51)], within: 1.5).positions.count == 2, "\(place)")
    }
  }

  @Test func anEndMeetsAVertexOfAnotherLine() throws {
    let made = try read([
      line("[0,0],[0.01,0],[0.02,0]"), line("[0.01,0.000001],[0.01,0.01]"),
      line("[0.015,0],[0.015,-0.01]"),
    ])
    #expect(made.counts.touched == 1)
    // The third one's end lies between two vertices, and so apart.
    #expect(made.counts.parts.count == 2)
    #expect(made.dataset.roads.edgeCount == 4)
  }

  @Test func bendsStayAndLengthIsDrawn() throws {
    let made = try read([line("[0,0],[0.01,0.01],[0.02,0]")])
    let roads = made.dataset.roads
    #expect(roads.nodes.count == 3 && roads.edgeCount == 2)
    let drawn = roads.nodes[0].localDistance(to: roads.nodes[1]) * 2
    expectNear(roads.length.reduce(0, +), drawn, within: 1)
    // A vertex that a straight line misses by under 4 m goes, its length stays.
    let straight = try read([line("[0,0],[0.01,0.00002],[0.02,0]")]).dataset.roads
    #expect(straight.edgeCount == 1)
  }

  @Test func minutesSpeedClassAndKilometres() throws {
    let made = try read([
      line(
        "[0,0],[0.1,0]", "\"class\":\"trunk\",\"speed\":50,\"minutes\":6,\"km\":12,\"ref\":\"G1\""),
      line(
        "[0.1,0],[0.2,0]",
        "\"class\":\"motorway_link\",\"speed\":0,\"minutes\":null,\"oneway\":\"F\""),
      line("[0.2,0],[0.3,0]", "\"class\":\"国道\",\"oneway\":\"-1\""),
      line("[0.3,0],[0.4,0]", "\"class\":\"高架\",\"speed\":70,\"oneway\":\"no\""),
      line("[0.4,0],[0.5,0]", "\"class\":\"footway\""),
      line("[0.5,0],[0.6,0]", "\"class\":\"乡道\",\"km\":0.3"),
    ])
    let roads = made.dataset.roads
    #expect(roads.roadClass == [.trunk, .expressway, .trunk, .main, .village])
    #expect(roads.exceptions[0] == EdgeException(speed: 120))
    #expect(roads.exceptions[1] == EdgeException(speed: 50, isOneWay: true))
    #expect(roads.exceptions[2] == EdgeException(isOneWay: true))
    #expect(roads.nodes[Int(roads.from[2])].longitude == 0.3)
    #expect(roads.exceptions[3] == EdgeException(speed: 70))
    expectNear(roads.length[0], 12_000, within: 1e-6)
    expectNear(roads.length[4], 300, within: 1e-6)
    #expect(roads.route.map { roads.routes[Int($0)] } == ["G1", "", "", "", ""])
    #expect(made.counts.otherWords == ["footway": 1])
    #expect(made.counts.oddKilometers == 1)
  }

  @Test func anotherReferenceSystemIsBroughtHome() throws {
    // UTM 49N (EPSG:32649): 500,000 m east is its meridian, 111° east.
    let crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:32649\"}},"
    let path = try write([line("[500000,3100000],[500000,3101000]")], crs: crs)
    let roads = try LineFile(LineOptions(path: path)).dataset.roads
    expectNear(roads.nodes[0].longitude, 111, within: 1e-9)
    // The scale of UTM on its meridian is 0.9996.
    expectNear(roads.length[0], 1_000 / 0.9996, within: 0.01)
  }

  /// Of a file with several layers the first that has lines is meant.
  @Test func linesAreFoundBehindPoints() throws {
    var (stops, roads) = (
      FeatureTable(name: "stops", columns: [.init("class", .text)]),
      FeatureTable(name: "roads", columns: [.init("class", .text)])
    )
    let ends = [GeoPoint(longitude: 1, latitude: 2), GeoPoint(longitude: 1.1, latitude: 2)]
    stops.append([.text("county")], shape: .point(ends[0]))
    roads.append([.text("county")], shape: .lines([ends]))
    let path = folder.path(of: "several.gpkg")
    let writer = GDALWriter(.geoPackage, in: try ReferenceSystem(parsing: "EPSG:4490"))
    for file in try writer.files(of: [stops, roads], hinterland: .object([])) {
      try Data(file.bytes).write(to: URL(fileURLWithPath: path))
    }
    let made = try LineFile(LineOptions(path: path))
    #expect(made.counts.layer == "roads" && made.dataset.roads.edgeCount == 1)
    var options = LineOptions(path: path)
    options.layer = "stops"
    #expect(throws: GeoIOError.self) { try LineFile(options) }
  }

  @Test func whatIsNoRoadIsCounted() throws {
    let made = try read([
      line("[0,0],[0.01,0]"),
      feature("{\"type\":\"Point\",\"coordinates\":[0,0]}", "\"class\":\"county\""),
      feature("null", "\"class\":\"county\""),
      line("[0.5,0],[0.5,0]"), line("[0.01,0],[0.010004,0]"),
      feature(
        "{\"type\":\"MultiLineString\",\"coordinates\":[[[0.01,0],[0.02,0]],[[0.03,0],[0.04,0]],[[1,1],[1,1]]]}",
        "\"class\":\"county\""),
      line("[0,0.1],[0.01,0.1]", "\"class\":\"path\""),
    ])
    let counts = made.counts
    #expect(counts.rows == 7 && counts.lines == 4 && counts.rowsOfSeveral == 1)
    #expect(counts.withoutLine == 2 && counts.withoutLength == 2 && counts.tooShort == 1)
    #expect(counts.otherWords == ["path": 1])
    #expect(made.dataset.roads.edgeCount == 3 && counts.parts.count == 2)
  }

  @Test func ringsAndLoopsStay() throws {
    // A ring of 4 km, and a road that comes back to a vertex of itself.
    let ring = try read([line("[0,0],[0.01,0],[0.01,0.01],[0,0.01],[0,0]")])
    #expect(ring.dataset.roads.edgeCount == 4 && ring.counts.parts.count == 1)
    let lasso = try read([line("[0,0],[0.01,0],[0.02,0.01],[0.02,-0.01],[0.01,0]")])
    #expect(lasso.counts.touched == 1 && lasso.counts.parts.count == 1)
    #expect(lasso.dataset.roads.nodes.count == 4 && lasso.dataset.roads.edgeCount == 4)
  }

  @Test(arguments: [
    ("\"name\":\"a\"", "class, speed or minutes"),
    ("\"class\":null,\"x\":1", "a class, a speed or minutes"),
    ("\"speed\":-5", "over 0"), ("\"speed\":\"fast\"", "fast"), ("\"speed\":900", "at most 400"),
    ("\"minutes\":0", "over 0"), ("\"minutes\":0.001", "minutes that so many km"),
    ("\"minutes\":\"nan\"", "nan"), ("\"class\":\"county\",\"km\":-1", "over 0"),
    ("\"class\":\"county\",\"oneway\":\"sometimes\"", "sometimes"),
    ("\"class\":\"footway\"", "'footway'"),
  ])
  func whatIsWrongIsSaid(properties: String, words: String) throws {
    let said = try #require(refusal([line("[0,0],[0.01,0]", properties)]))
    #expect(said.contains(words), "\(said)")
  }

  @Test func layersThatAreNone() throws {
    let said = [
      refusal([]),
      refusal([feature("{\"type\":\"Point\",\"coordinates\":[0,0]}", "\"class\":\"county\"")]),
      refusal([line("[0,0],[0,0]")]), refusal([line("[500000,3100000],[500000,3101000]")]),
      refusal([line("[0,0],[1,0]")]) { $0.layer = "rivers" },
      refusal([line("[0,0],[1,0]")]) { $0.speed = "tempo" },
      refusal([line("[-179,0],[179,0]")]),
    ]
    for (sentence, words) in zip(
      said, ["class", "no line", "without length", "degrees", "rivers", "tempo", "180 degrees"])
    {
      #expect(sentence?.contains(words) == true, "\(words): \(sentence ?? "nothing")")
    }
  }

  @Test func whatIsFasterThanAnyRoadIsNoted() throws {
    let made = try read([
      line("[0,0],[0.1,0]", "\"minutes\":6"), line("[0.1,0],[0.2,0]", "\"minutes\":0.5"),
      line("[0.2,0],[0.3,0]", "\"minutes\":3"),
    ])
    let fast = try #require(made.counts.fast)
    #expect(fast.count == 2 && fast.line == 2)
    expectNear(fast.fastest, 1_336, within: 2)
  }
}
