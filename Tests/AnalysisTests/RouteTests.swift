import Geometry
import Shapes
import TestSupport
import Testing

@testable import Analysis
@testable import Routing

/// Legs that a planner can add up.
@Suite struct RouteTests {
  private static let modes: [TravelMode] = [
    .road, .roadDoor, .railDoor, .roadOrRailDoor, .rail, .walk,
  ]

  /// 500 pairs of random places, by every mode: legs against matrix and circle.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func legsAddUpToMatrixAndCircle(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed + 2_000)
    var sketch = WorldSketch.random(using: &random)
    sketch.layRails(using: &random)
    let world = try sketch.world()
    for _ in 0..<5 {
      let places = [sketch.place(using: &random), sketch.place(using: &random)]
      let groups = places.map {
        PlaceGroup(name: PlaceName(chinese: "甲", english: "A"), places: [$0])
      }
      let reading = CentreReading.allCases.randomElement(using: &random) ?? .core
      var times: [TravelMode: UInt32] = [:]
      for mode in Self.modes {
        times[mode] = try expectSum(
          of: mode, from: groups[0], to: groups[1], reading: reading, in: world, seed: seed)
      }
      let either = [times[.roadDoor], times[.railDoor]].compactMap { $0 }.min()
      #expect(times[.roadOrRailDoor] == either, "seed \(seed)")
    }
  }

  /// The matrix's time; nil where nothing is reached.
  private func expectSum(
    of mode: TravelMode, from origin: PlaceGroup, to destination: PlaceGroup,
    reading: CentreReading, in world: World, seed: UInt64
  ) throws -> UInt32? {
    let matrix: TravelMatrix
    do {
      matrix = try world.matrix(
        MatrixQuestion(
          origins: [origin], destinations: [destination], mode: mode, reading: reading))
    } catch is ModeError {
      #expect(mode == .rail)
      return nil
    }
    let answer = try world.route(
      RouteQuestion(from: origin, to: destination, modes: [mode], reading: reading))
    let itinerary = answer.itineraries[0]
    let time = matrix.time(from: 0, to: 0)
    #expect((itinerary == nil) == (time == TravelTime.unreachable), "seed \(seed), \(mode)")
    guard let itinerary else { return nil }
    #expect(itinerary.time == time, "seed \(seed), \(mode)")
    #expect(abs(itinerary.meters - matrix.meters[0]) < 3, "seed \(seed), \(mode)")
    for (leg, next) in zip(itinerary.legs, itinerary.legs.dropFirst()) {
      #expect(leg.kind != next.kind || leg.from != nil, "seed \(seed), \(mode)")
    }
    // Where one leg ends on the ground, the next begins.
    let lines = itinerary.legs.map(\.line).filter { !$0.isEmpty }
    for (line, next) in zip(lines, lines.dropFirst()) {
      #expect(line.last!.localDistance(to: next.first!) < 1, "seed \(seed), \(mode)")
    }
    guard mode != .rail else { return time }
    let question = CircleQuestion(
      groups: [origin], minutes: [1], mode: mode, reading: reading)
    let survey = try CircleSurvey(of: origin, for: question, in: world)
    let cell = try survey.arrival(at: answer.destinations[0]).minutes
    #expect(abs((cell ?? -1) * 60_000 - Double(itinerary.time)) <= 1.5, "seed \(seed), \(mode)")
    return time
  }

  @Test func theLegsOfADrawnJourney() throws {
    var sketch = WorldSketch()
    sketch.node(0, 0)
    sketch.node(100, 0)
    sketch.road(0, 1)
    sketch.county(WorldSketch.box(-20, -20, 50, 20), people: 1_000, seat: (0, 0))
    sketch.county(WorldSketch.box(50, -20, 120, 20), people: 1_000, seat: (100, 3))
    sketch.railway([sketch.station(2, 0), sketch.station(98, 0)], minutes: [20])
    let world = try sketch.world()
    let groups = [0, 1].map { index in
      PlaceGroup(
        name: PlaceName(chinese: "甲", english: "A"),
        places: [.unit(UnitReference(.county, index))])
    }
    let itinerary = try #require(
      try world.route(
        RouteQuestion(from: groups[0], to: groups[1], modes: [.railDoor])
      ).itineraries[0])
    #expect(
      itinerary.legs.map(\.kind.word) == [
        "road", "entry", "wait", "ride", "exit", "road", "last_leg",
      ])
    let minutes = itinerary.legs.map { Double($0.time) / 60_000 }
    #expect(abs(minutes[0] - 2) < 0.01)
    #expect(Array(minutes[1...4]) == [20, 10, 20, 10])
    // Snell again: off the road 3 km across it, 0.41667 of that short of the end.
    let slant = 0.416_67
    #expect(abs(minutes[5] - (2 - 3 * slant)) < 0.02)
    #expect(abs(minutes[6] - 3 * (1 + slant * slant).squareRoot() * 1.3 * 2) < 0.02)
    #expect(itinerary.legs[3].stops == [0, 1] && itinerary.legs[0].to == 0)
  }
}
