import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

// Two towns 30 km apart on a straight main road: 600,000 people fill 60 km² at 10,000 a km², a
// disc of radius 4.37 km; 60,000 fill 6 km², 1.38 km. A third, 30 km north, of 200,000: 2.52 km.
// Cells of 500 m blur a radius by half their diagonal, 0.36 km.
@Suite struct TerminalMinutesTests {
  private let world: World
  private let large = CentrePlace.unit(UnitReference(.county, 0))
  private let small = CentrePlace.unit(UnitReference(.county, 1))

  init() throws {
    var sketch = WorldSketch()
    sketch.node(0, 0)
    sketch.node(30, 0)
    sketch.node(0, 30)
    sketch.road(0, 1)
    sketch.road(0, 2)
    sketch.county(WorldSketch.box(-10, -10, 15, 15), people: 600_000, urban: 600_000, seat: (0, 0))
    sketch.county(WorldSketch.box(15, -10, 40, 15), people: 60_000, urban: 60_000, seat: (30, 0))
    sketch.county(WorldSketch.box(-10, 15, 15, 40), people: 200_000, urban: 200_000, seat: (0, 30))
    sketch.railway([sketch.station(3, 0), sketch.station(28, 0)], minutes: [8])
    world = try sketch.world()
  }

  private func minutes(
    _ place: CentrePlace, _ x: Double, _ y: Double, _ mode: TravelMode, _ reading: CentreReading
  ) throws -> Double {
    try #require(
      try world.minutes(from: place, to: [WorldSketch.point(x, y)], mode: mode, reading: reading)[0]
    )
  }

  @Test func theCoresAreTheTowns() throws {
    #expect(try world.centre(large, reading: .core).core?.people == 600_000)
    #expect(try world.centre(large, reading: .core).startMinutes == 10)
    #expect(try world.centre(small, reading: .core).core?.people == 60_000)
    #expect(try world.centre(small, reading: .seat).startMinutes == 5)
    let field = CentrePlace.point(WorldSketch.point(20, 8))
    #expect(try world.centre(field, reading: .core).core == nil)
    #expect(try world.centre(field, reading: .core).startMinutes == 0)
  }

  @Test func freeFlowIsAMinuteAKilometre() throws {
    #expect(abs(try minutes(large, 30, 0, .road, .seat) - 30) < 0.02)
    // From the core it starts at the rim.
    #expect(abs(try minutes(large, 30, 0, .road, .core) - (30 - 4.37)) < 0.4)
    #expect(try minutes(large, 3, 0, .road, .core) == 0)
  }

  /// 10 to leave, 30 to drive, and 5 × 1.38 / 2 to arrive 1.38 km deep.
  @Test func theSmallTownCostsByDepth() throws {
    let found = try minutes(large, 30, 0, .roadDoor, .seat)
    #expect(abs(found - (10 + 30 + 5 * 1.38 / 2)) < 5 * 0.36 / 2)
    #expect(
      abs(try minutes(large, 30, 0, .roadDoor, .core) - (found - 4.37)) < 0.4)
  }

  /// The third town is deeper than 2 km: its 5 minutes in full; and the large one's 10 back.
  @Test func aDeepSeatPaysInFull() throws {
    #expect(abs(try minutes(large, 0, 30, .roadDoor, .seat) - (10 + 30 + 5)) < 0.02)
    let third = CentrePlace.unit(UnitReference(.county, 2))
    #expect(abs(try minutes(third, 0, 0, .roadDoor, .seat) - (5 + 30 + 10)) < 0.02)
  }

  @Test func theOwnCoreIsFree() throws {
    // 3 km along the road, inside the town: no minutes to leave or to arrive.
    #expect(abs(try minutes(large, 3, 0, .roadDoor, .seat) - 3) < 0.02)
    #expect(try minutes(large, 3, 0, .roadDoor, .core) == 0)
    // 6 km along, outside: 10 to leave.
    #expect(abs(try minutes(large, 6, 0, .roadDoor, .seat) - 16) < 0.02)
    // A point in the town is in its core too.
    let point = CentrePlace.point(WorldSketch.point(1, 0))
    #expect(abs(try minutes(point, 3, 0, .roadDoor, .seat) - 2) < 0.02)
    #expect(abs(try minutes(point, 6, 0, .roadDoor, .seat) - 15) < 0.02)
  }

  @Test func ofEmptyGroundNothingIsAsked() throws {
    let field = CentrePlace.point(WorldSketch.point(15, 0))
    #expect(abs(try minutes(field, 20, 0, .roadDoor, .core) - 5) < 0.02)
  }

  /// Every 50 m along the road into the small town: at most 0.05 minutes of road and
  /// 5 · 50 / 2,000 = 0.125 of arriving a step.
  @Test func timeHasNoJumpAtATownsEdge() throws {
    let points = (0...160).map { WorldSketch.point(24 + Double($0) * 0.05, 0) }
    let minutes = try world.minutes(from: large, to: points, reading: .seat).compactMap { $0 }
    #expect(minutes.count == points.count)
    for (before, after) in zip(minutes, minutes.dropFirst()) {
      #expect(abs(after - before) <= 0.05 + 0.125 + 0.001)
    }
  }

  /// The corners of the lattice say the same as points do.
  @Test(arguments: [TravelMode.road, .roadDoor, .walk], CentreReading.allCases)
  func cornersAgreeWithPoints(mode: TravelMode, reading: CentreReading) throws {
    let question = CircleQuestion([large], within: [60], mode: mode, reading: reading)
    let survey = try CircleSurvey(of: question.groups[0], for: question, in: world)
    let corners = try world.lattice.corners(of: survey.window)
    var random = SeededGenerator(seed: 1)
    let core = try #require(survey.centres[0].core)
    for _ in 0..<300 {
      let corner = Int.random(in: corners.indices, using: &random)
      let place = try world.lattice.plane.project([corners[corner]])[0]
      // A corner on the core's rim is the core's; a point there is one side's or the other's.
      let beside = [(1.0, 1.0), (1, -1), (-1, 1), (-1, -1)].map {
        core.contains(world.lattice.cell(at: PlanePoint(x: place.x + $0.0, y: place.y + $0.1)))
      }
      guard beside.allSatisfy({ $0 == beside[0] }) else { continue }
      let minutes = try survey.arrival(at: corners[corner]).minutes
      let time = TravelTime.minutes(of: survey.surface.times[corner])
      // Beyond the minutes asked a corner may stay unreached.
      guard min(minutes ?? .infinity, time ?? .infinity) <= 60 else { continue }
      #expect(abs((minutes ?? -1) - (time ?? -1)) < 0.0005)
    }
  }

  /// By train time leaps at the rim of a core: what lies beyond the minutes asked must not matter.
  @Test(arguments: [TravelMode.roadDoor, .railDoor])
  func eachReadingIsWhatItWouldGiveAlone(mode: TravelMode) throws {
    for minutes in [40.0, 50, 60] {
      var areas: [CentreReading: Double] = [:]
      for reading in CentreReading.allCases {
        areas[reading] =
          try world.circle(large, within: minutes, mode: mode, reading: reading).extent.area
      }
      for reading in CentreReading.allCases {
        var question = CircleQuestion([large], within: [minutes], mode: mode, reading: reading)
        #expect(try world.circles(question).circles[0].readings == areas, "\(minutes)")
        question.minutes.append(90)
        #expect(try world.circles(question).circles[0].readings == areas, "\(minutes) of two")
      }
      // All of the town at time 0 reaches further than its middle.
      #expect((areas[.core] ?? 0) > (areas[.seat] ?? 0))
      #expect(areas[.districts] == areas[.seat])  // the county is no urban district
    }
  }

  @Test func aCentreThatIsNotThereIsSaid() throws {
    #expect(throws: CentreError.provinceIsTooLarge(name: "省0")) {
      try world.centre(.unit(UnitReference(.province, 0)), reading: .core)
    }
    #expect(throws: CentreError.zoneIsEmpty(name: "空")) {
      try world.centre(.zone(name: "空", []), reading: .core)
    }
    var sketch = WorldSketch()
    sketch.county(WorldSketch.box(0, 0, 5, 5), people: 100, seat: nil)
    sketch.county(WorldSketch.box(5, 0, 10, 5), people: 100, seat: (7, 2))
    let bare = try sketch.world()
    #expect(throws: CentreError.noSeat(name: "甲0县")) {
      try bare.centre(.unit(UnitReference(.county, 0)), reading: .seat)
    }
    // Too few for a core: the seat stands in, and it is said.
    #expect(try bare.centre(.unit(UnitReference(.county, 1)), reading: .core).fellBackToSeat)
    let answer = try bare.circles(
      CircleQuestion([.unit(UnitReference(.county, 1))], within: [10]))
    #expect(answer.warnings.contains(.noCore(name: bare.region.counties[1].name)))
  }
}
