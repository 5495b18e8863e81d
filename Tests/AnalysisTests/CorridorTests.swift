import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// Reach from the gates of a drawn expressway.
///
/// Three counties of 30 km in a row; an expressway runs through them at y = 15 and can be entered at
/// x = 5 and x = 85 only, where main roads of 10 km lead north. Nobody steps off in between.
///
///     +--------+--------+--------+
///     |  |     |        |     |  |
///     |  5=====|========|====85  |
///     +--------+--------+--------+
@Suite struct CorridorTests {
  private static let sketch: WorldSketch = {
    var sketch = WorldSketch()
    sketch.cellSize = 1_000
    let west = sketch.node(5, 15)
    let east = sketch.node(85, 15)
    sketch.road(west, east, .expressway, route: "G1")
    sketch.road(west, sketch.node(5, 25))
    sketch.road(east, sketch.node(85, 25))
    // The old road, far to the south: nobody within reach of a last leg of the expressway.
    let bend = sketch.node(45, -60)
    sketch.road(west, bend)
    sketch.road(bend, east)
    for column in 0..<3 {
      let x = 30 * Double(column)
      sketch.county(
        WorldSketch.box(x, 0, x + 30, 30), people: 30_000, urban: 0,
        seat: (column == 1 ? 45 : column == 0 ? 5 : 85, 20), prefecture: column == 2 ? 1 : 0)
    }
    return sketch
  }()

  private static func line(_ gates: [(Double, Double)], _ name: String = "G1") -> CorridorLine {
    CorridorLine(
      name: PlaceName(chinese: name, english: name), kind: .expressway, codes: [name],
      lines: [[WorldSketch.point(5, 15), WorldSketch.point(85, 15)]],
      gates: gates.map {
        CorridorLine.Gate(
          name: PlaceName(chinese: "", english: ""), point: WorldSketch.point($0.0, $0.1))
      })
  }

  private static let both = line([(5, 15), (85, 15)])

  private static func answer(
    _ lines: [CorridorLine], within minutes: [Double] = [20],
    _ change: (inout CorridorQuestion) -> Void = { _ in }
  ) throws -> CorridorAnswer {
    var question = CorridorQuestion(lines: lines, minutes: minutes, mode: .road)
    change(&question)
    return try sketch.world().corridors(question)
  }

  @Test func reachIsThatOfTheGatesAndNotOfTheLine() throws {
    let belt = try Self.answer([Self.both]).belts[0]
    let circle = belt.circles[0]
    #expect(circle.polygons.count == 2)
    for (x, isInside) in [(5.0, true), (45, false), (85, true)] {
      #expect(circle.polygons.contains(WorldSketch.point(x, 17)) == isInside, "\(x)")
    }
    #expect(circle.row(.county, 1)?.seatMinutes ?? .infinity > 20)
    #expect(circle.row(.county, 0)?.isSeatReached == true)
    #expect(circle.centreAt == "gates")
    // As many gates alone reach as much together: they lie 80 km apart.
    let alone = try [5.0, 85].map { x in
      try Self.answer([Self.line([(x, 15)])]).belts[0].circles[0].extent
    }
    #expect(abs(alone[0].area + alone[1].area - circle.extent.area) < 0.01)
    #expect(abs(alone[0].residents + alone[1].residents - circle.extent.residents) <= 2)
  }

  @Test func theLineIsMeasured() throws {
    let shape = try Self.answer([Self.both]).belts[0].shape
    #expect(abs(shape.kilometers - 80) < 0.2)
    #expect(abs(shape.circuity - 1) < 0.006)  // the sphere is not the ellipsoid
    #expect(shape.stops.map(\.county) == [0, 2])
    #expect(shape.places.count == 2 && shape.spacings.count == 1)
    #expect(abs((shape.meanSpacing ?? 0) - 80) < 0.2)
    #expect(shape.stops.allSatisfy { ($0.toRoad ?? 1) < 0.01 && $0.off < 0.1 })
    let close = Self.line([(5, 15), (5.6, 15), (6.4, 15), (85, 15)])
    #expect(try Self.answer([close]).belts[0].shape.places.count == 3)  // 600 m are one place
  }

  /// 80 km in steps of 30: what is left is 20 km and a stretch; of 38, 4 km and none.
  @Test(arguments: [(30.0, [0.0, 30, 60, 80]), (38.0, [0.0, 38, 80]), (500.0, [0.0, 80])])
  func aShortRestBelongsToTheStretchBefore(step: Double, ends: [Double]) throws {
    let belt = try Self.answer([Self.both], within: [20]) { $0.step = step }.belts[0]
    let stretches = try #require(belt.profiles.first).stretches
    #expect(stretches.count == ends.count - 1)
    for (stretch, (from, to)) in zip(stretches, zip(ends, ends.dropFirst())) {
      #expect(abs(stretch.from - from) < 0.2 && abs(stretch.to - to) < 0.2)
    }
  }

  @Test func theProfileSumsToWhatIsReached() throws {
    let belt = try Self.answer([Self.both], within: [20, 40]) { $0.step = 10 }.belts[0]
    for (profile, circle) in zip(belt.profiles, belt.circles) {
      #expect(profile.stretches.count == 8)
      let people = profile.stretches.reduce(0) { $0 + $1.people }
      #expect(abs(people - circle.extent.residents) <= profile.stretches.count)
      // Ground outside the counties has nobody, and no stretch.
      let area = profile.stretches.reduce(0) { $0 + $1.area }
      #expect(abs(area + circle.outsideArea - circle.extent.area) < 0.1)
    }
    let first = belt.profiles[0].stretches
    #expect(first[0].people > 0 && first[4].people == 0)
  }

  @Test func partsNearestToEachLineAddUp() throws {
    let west = Self.line([(5, 15)], "W")
    let lines = [west, Self.both, Self.line([(85, 15)], "E")]
    let answer = try Self.answer(lines)
    let share = answer.shares[0]
    let extents = answer.belts.map { $0.circles[0].extent }
    #expect(abs(share.people - extents[1].residents) <= 3)
    #expect(abs(share.nearest.reduce(0) { $0 + $1.people } - share.people) <= 9)
    #expect(abs(share.nearest.reduce(0) { $0 + $1.area } - share.area) < 0.01)
    // West and both have the west in common, both and east the east, west and east nothing.
    #expect(share.common.map(\.lines) == [[0, 1], [0, 2], [1, 2]])
    #expect(abs(share.common[0].people - extents[0].residents) <= 3)
    #expect(share.common[1].people == 0 && share.common[1].area == 0)
    #expect(abs(share.common[2].area - extents[2].area) < 0.01)
    #expect(abs(share.shared.people - share.people) <= 9)
    // Where two are as near, the earlier line has it.
    #expect(share.nearest[2].people == 0)
    #expect(try Self.answer([west]).shares.isEmpty)
  }

  @Test func marginalReachIsWhatTheLineBringsNearer() throws {
    let hub = PlaceGroup(
      name: PlaceName(chinese: "甲0县", english: "County 0"),
      places: [.unit(UnitReference(.county, 0))])
    let gain = try Self.answer([Self.both]) { $0.hubs = [hub] }.gains[0]
    #expect(gain.mode == .road)
    // Over the expressway 80 km take 48 minutes; by the old road 170 km take 170.
    #expect(gain.changes.map(\.county) == [2])
    let change = try #require(gain.changes.first)
    #expect(abs(change.saving - (170 - 48)) < 2)
    #expect(gain.people.map(\.province) == [1])
    #expect(gain.people.map(\.people) == [30_000])
    let much = try Self.answer([Self.both]) { question in
      question.hubs = [hub]
      question.gain = 200
    }.gains[0]
    #expect(much.changes.isEmpty)
    var rail = Self.both
    rail.kind = .rail
    #expect(try Self.answer([rail]) { $0.hubs = [hub] }.gains[0].mode == nil)
    #expect(try Self.answer([Self.both]).gains.isEmpty)
  }

  /// A railway beside the old road: 5 minutes to the station, 20 to enter it, 10 of waiting, 20 in
  /// the train, 10 to leave, 5 on; or 180 by road.
  @Test func aRailwayBringsNearerWhoTakesTheTrain() throws {
    var sketch = Self.sketch
    sketch.roadClass[0] = .main  // The expressway is an old road as long as the other.
    sketch.length[0] = 170_000
    sketch.railway([sketch.station(5, 15), sketch.station(85, 15)], minutes: [20])
    let line = CorridorLine(
      name: PlaceName(chinese: "甲铁路", english: "Railway"), kind: .rail, codes: ["L0"],
      lines: [sketch.stations],
      gates: sketch.stations.map {
        CorridorLine.Gate(name: PlaceName(chinese: "", english: ""), point: $0)
      })
    let hub = PlaceGroup(
      name: PlaceName(chinese: "甲0县", english: "County 0"),
      places: [.unit(UnitReference(.county, 0))])
    let answer = try sketch.world().corridors(
      CorridorQuestion(lines: [line], minutes: [20], mode: .road, hubs: [hub]))
    let gain = answer.gains[0]
    #expect(gain.mode == .roadOrRailDoor)
    #expect(gain.changes.map(\.county) == [2])
    let change = try #require(gain.changes.first)
    #expect(abs(change.with - 70) < 0.1)
    #expect(abs((change.without ?? 0) - 180) < 0.5)
  }

  @Test func aLineIsTheSameAloneAndAmongOthers() throws {
    let alone = try Self.answer([Self.both], within: [20]).belts[0].circles[0]
    let among = try Self.answer([Self.line([(5, 15)], "W"), Self.both], within: [20, 30])
      .belts[1].circles[0]
    #expect(alone.polygons == among.polygons && alone.extent == among.extent)
  }
}
