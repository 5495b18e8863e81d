import Foundation
import Geometry
import Routing
import Shapes
import Testing

@testable import Analysis

/// Rings on foot and by air, where arithmetic says how large they are.
@Suite struct FacilityCircleTests {
  /// Two counties beside each other, a road in the north of both.
  private func plain() throws -> World {
    var sketch = WorldSketch()
    sketch.cellSize = 50
    sketch.county(WorldSketch.box(-5, -5, 5, 5), people: 20_000, urban: 10_000, seat: (0, 3))
    sketch.county(WorldSketch.box(5, -5, 9, 5), people: 1_000, seat: (7, 3))
    sketch.node(-4, 3)
    sketch.node(8, 3)
    sketch.road(0, 1)
    return try sketch.world()
  }

  private func facility(_ kind: String, _ x: Double, _ y: Double) -> Facility {
    Facility(
      kind: kind, name: PlaceName(chinese: kind, english: kind), position: WorldSketch.point(x, y))
  }

  @Test func aWalkOffTheStreetsIsACircle() throws {
    let answer = try plain().lifeCircles(
      LifeCircleQuestion(facilities: [facility("站", 0, -3)], minutes: [5, 10], units: []))
    #expect(answer.rings.map(\.minutes) == [5, 10])
    for ring in answer.rings {
      // 5 km/h over 1.3 of the straight line.
      let radius = ring.minutes / 60 * 5 / 1.3
      #expect(abs(ring.area / (Double.pi * radius * radius) - 1) < 0.01)
    }
    #expect(answer.services.map(\.unit) == [0, 0].map { UnitReference(.county, $0) })
    #expect(answer.services.allSatisfy { $0.facilities == 1 })
  }

  /// Each kind has its own ring, and a county without one is told.
  @Test func everyUnitIsToldWhatItHas() throws {
    let units = [0, 1].map { UnitReference(.county, $0) }
    let answer = try plain().lifeCircles(
      LifeCircleQuestion(
        facilities: [
          facility("学校", 0, 3), facility("诊所", 0, -3), facility("诊所", 7, 3),
          facility("诊所", 50, 50),
        ], minutes: [15], units: units))
    #expect(answer.rings.map(\.kind) == ["学校", "诊所"] && answer.outside == 1)
    let found = answer.services.map(\.facilities)
    #expect(answer.services.map(\.unit) == [units[0], units[0], units[1], units[1]])
    #expect(found == [1, 1, 0, 1])
    // The seat's school lies in the town, whose people live about it.
    #expect(try #require(answer.services[0].peopleShare) > 0.4)
    #expect(answer.services[2].peopleInside == 0)
    for ring in answer.rings {
      let inside = answer.services.filter { $0.kind == ring.kind }.compactMap(\.peopleInside)
      #expect(inside.reduce(0, +) == ring.people)
    }
  }

  @Test func aFlightIsAFixedTimeAndAGreatCircle() throws {
    let airports = [
      facility("airport", 100, 0), facility("airport", 2, 0), facility("airport", 500, 0),
    ]
    let world = try plain()
    let group = PlaceGroup(
      name: PlaceName(chinese: "甲", english: "A"), places: [.unit(UnitReference(.county, 0))])
    let answer = try world.airCircles(
      AirCircleQuestion(groups: [group], minutes: [60, 20, 45], airports: airports))
    // 30 minutes, then 800 km/h.
    #expect(answer.rings.map(\.radius) == [0, 200, 400])
    #expect(answer.rings.allSatisfy { $0.airport == 1 } && answer.rings[0].polygon == nil)
    #expect(answer.rings.map { $0.airports.map(\.airport) } == [[], [0], [0]])
    let minutes = try #require(answer.rings[1].airports.first).minutes
    #expect(abs(minutes - (30 + 98.0 / 800 * 60)) < 0.1)
    #expect(answer.rings.map(\.counties) == [[], [0, 1], [0, 1]])
    #expect(answer.rings[2].people == 21_000)
    for ring in answer.rings.dropFirst() {
      let outer = try #require(ring.polygon?.outer)
      #expect(outer.count == 360)
      for point in outer {
        let distance = airports[1].position.greatCircleDistance(to: point).value
        #expect(abs(distance / 1_000 - ring.radius) < 0.01)
      }
    }
  }
}
