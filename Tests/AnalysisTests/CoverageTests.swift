import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

@Suite struct CoverageTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func rowsAddUp(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    let region = world.region
    let question = CircleQuestion.random(in: sketch, within: [12, 25], using: &random)
    for circle in try world.circles(question).circles {
      let counties = circle.coverage.filter { $0.unit.level == .county }
      #expect(circle.extent.people == counties.reduce(0) { $0 + ($1.peopleInside ?? 0) })
      #expect(
        abs(circle.extent.area - circle.outsideArea - counties.reduce(0) { $0 + $1.areaInside })
          < 1e-6)
      for row in circle.coverage {
        #expect(row.areaInside >= 0 && row.areaInside <= row.area + 1e-9)
        if let people = row.people, let inside = row.peopleInside { #expect(inside <= people) }
        if let minutes = row.seatMinutes {
          #expect(row.isSeatReached == (minutes <= circle.minutes))
          #expect(
            row.minutesMissing == (minutes <= circle.minutes ? nil : minutes - circle.minutes))
        } else {
          #expect(!row.isSeatReached && row.minutesMissing == nil)
        }
        guard row.unit.level > .county else {
          #expect(row.people == region.counties[row.unit.index].people)
          continue
        }
        let members = region.counties(of: row.unit)
        let inside = members.compactMap { circle.row(.county, $0) }
        #expect(row.peopleInside == inside.reduce(0) { $0 + ($1.peopleInside ?? 0) })
        #expect(row.people == members.reduce(0) { $0 + (region.counties[$1].people ?? 0) })
        #expect(abs(row.areaInside - inside.reduce(0) { $0 + $1.areaInside }) < 1e-9)
        if inside.count == members.count {
          #expect(abs(row.area - inside.reduce(0) { $0 + $1.area }) < 1e-9)
        }
      }
      // Prefectures add up to provinces.
      for province in circle.coverage where province.unit.level == .province {
        let members = region.provinces[province.unit.index].prefectures
          .compactMap { circle.row(.prefecture, $0) }
        #expect(province.peopleInside == members.reduce(0) { $0 + ($1.peopleInside ?? 0) })
        #expect(abs(province.areaInside - members.reduce(0) { $0 + $1.areaInside }) < 1e-9)
      }
    }
  }

  @Test(arguments: 100..<104 as Range<UInt64>)
  func withTimeEnoughEveryoneIsInside(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random, allReached: true)
    let world = try sketch.world()
    let circle = try world.circle(.unit(UnitReference(.county, 0)), within: 10_000)
    #expect(circle.extent.residents == world.region.people && circle.extent.residents > 0)
    for row in circle.coverage {
      #expect(row.people == row.peopleInside && abs(row.areaShare - 1) < 1e-12)
      #expect(row.isSeatReached == (row.unit.level < .province))  // a province has no seat
    }
    #expect(circle.lower.people == world.region.people)
    #expect(circle.higher == circle.extent || circle.higher.people == world.region.people)
  }

  @Test(arguments: 200..<203 as Range<UInt64>)
  func inNoTimeNothingIsReached(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    let point = WorldSketch.point(6.1234, 5.4321)
    let circle = try world.circle(.point(point), within: 0.001, mode: .road, reading: .seat)
    #expect(circle.polygons.isEmpty && circle.extent == Circle.Extent(area: 0, people: 0))
    #expect(circle.certificate == Circle.Certificate(area: 0, people: 0))
    #expect(circle.coverage.allSatisfy { $0.areaInside == 0 && $0.peopleInside ?? 0 == 0 })
  }

  /// From the middle of a straight road, within 20 minutes: beside the road the edge lies where
  /// x · 60 s + y · 144 s are 20 minutes (Snell), above the centre 20 minutes / 156 s away from it.
  @Test func aStraightRoadGivesARhombus() throws {
    var sketch = WorldSketch()
    sketch.road(sketch.node(-25, 0), sketch.node(0, 0))
    sketch.road(sketch.node(25, 0), 1)
    sketch.county(WorldSketch.box(-40, -15, 40, 15), people: 0, seat: (0, 0))
    let world = try sketch.world()
    let circle = try world.circle(
      .point(WorldSketch.point(0, 0)), within: 20, mode: .road, reading: .seat)
    let (t, road, leg) = (1_200.0, 60.0, 156.0)
    // A quarter: the circular sector of radius T/leg up to Snell's angle off the normal, then the
    // triangle from the centre to the sector's corner and the tip at T/road.
    let angle = asin(road / leg)
    let radius = t / leg
    let sector = angle * radius * radius / 2
    let corner = (x: radius * sin(angle), y: radius * cos(angle))
    let triangle = t / road * corner.y / 2
    let area = 4 * (sector + triangle)
    #expect(abs(circle.extent.area / area - 1) < 0.01)
    #expect(abs(circle.certificate.area) < 0.005)
    #expect(circle.polygons.count == 1)
  }

  @Test func whatIsNotReachedIsSaid() throws {
    var sketch = WorldSketch()
    sketch.road(sketch.node(0, 0), sketch.node(15, 0))
    sketch.county(WorldSketch.box(-5, -5, 5, 5), people: 1_000, seat: (0, 0))
    sketch.county(WorldSketch.box(5, -5, 20, 5), people: nil, seat: (15, 0), prefecture: 1)
    sketch.county(WorldSketch.box(-5, 5, 5, 40), people: 500, seat: (0, 35), prefecture: 2)
    sketch.county(WorldSketch.box(5, 5, 20, 12), people: 400, seat: nil, prefecture: 2)
    let circle = try sketch.world().circle(
      .unit(UnitReference(.county, 0)), within: 10, mode: .road, reading: .seat)
    // 15 km are 15 minutes: missed by five.
    let missed = try #require(circle.row(.county, 1))
    #expect(abs((missed.seatMinutes ?? 0) - 15) < 0.05 && !missed.isSeatReached)
    #expect(abs((missed.minutesMissing ?? 0) - 5) < 0.05)
    #expect(missed.people == nil && missed.peopleInside == nil && missed.peopleShare == nil)
    // No road leads there, or it has no seat, and nothing of it is inside: it has no row.
    #expect(circle.row(.county, 2) == nil && circle.row(.county, 3) == nil)
    // A prefecture of which nobody was counted has no people, which is not zero people.
    #expect(circle.row(.prefecture, 1)?.people == nil)
  }

  @Test(arguments: 300..<304 as Range<UInt64>)
  func zones(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    let all = Array(world.region.counties.indices)
    let some = all.filter { _ in Bool.random(using: &random) }
    func zone(_ ground: Zone.Ground) -> Zone {
      Zone(name: PlaceName(chinese: "圈", english: "zone"), ground: ground)
    }
    var question = CircleQuestion.random(in: sketch, within: [15], using: &random)
    question.zones = [
      zone(.counties(some)), zone(.counties([])),
      zone(.polygons(some.flatMap { world.region.counties[$0].polygons })),
      zone(.polygons([WorldSketch.box(-900, 0, -890, 10)])),
    ]
    let circle = try world.circles(question).circles[0]
    let rows = some.compactMap { circle.row(.county, $0) }
    let listed = circle.zones[0]
    #expect(listed.peopleInside == rows.reduce(0) { $0 + ($1.peopleInside ?? 0) })
    #expect(listed.people == some.reduce(0) { $0 + (world.region.counties[$1].people ?? 0) })
    #expect(abs(listed.areaInside - rows.reduce(0) { $0 + $1.areaInside }) < 1e-9)
    let reached = Set(
      circle.coverage.filter { $0.unit.level == .county && $0.isSeatReached }.map(\.unit.index))
    #expect(Set(listed.listedAndReached) == reached.intersection(some))
    #expect(Set(listed.listedNotReached) == Set(some).subtracting(reached))
    #expect(Set(listed.reachedNotListed) == reached.subtracting(some))
    // The same ground as a layer of polygons: every sub-sample and every person the same.
    let drawn = circle.zones[2]
    #expect(abs(drawn.area - listed.area) < 1e-9)
    #expect(abs(drawn.areaInside - listed.areaInside) < 1e-9)
    #expect(drawn.people == listed.people && drawn.peopleInside == listed.peopleInside)
    #expect(drawn.listedAndReached.isEmpty)
    for nothing in [circle.zones[1], circle.zones[3]] {
      #expect(nothing.areaInside == 0 && nothing.peopleInside == 0 && nothing.people == 0)
    }
  }

  /// An expressway passes village V without an interchange; 12 km from there there is one.
  @Test func anExpresswayServesNothingWhereItCannotBeLeft() throws {
    var sketch = WorldSketch()
    let (a, passing, b) = (sketch.node(0, 0), sketch.node(20, 0), sketch.node(40, 0))
    sketch.road(a, passing, .expressway)
    sketch.road(passing, b, .expressway)
    sketch.road(sketch.node(0, -2), a)
    sketch.road(b, sketch.node(40, -2))
    sketch.county(WorldSketch.box(-5, -5, 12, 5), people: 1_000, seat: (0, 0))
    sketch.county(WorldSketch.box(12, -5, 28, 5), people: 2_000, seat: (20, 0.3))
    sketch.county(WorldSketch.box(28, -5, 45, 5), people: 1_000, seat: (40, 0))
    let circle = try sketch.world().circle(
      .unit(UnitReference(.county, 0)), within: 60, mode: .road, reading: .seat)
    #expect(circle.row(.county, 1)?.seatMinutes == nil)
    // 40 km at 100 km/h: 24 minutes.
    #expect(abs((circle.row(.county, 2)?.seatMinutes ?? 0) - 24) < 0.1)
    #expect(!circle.polygons.contains(WorldSketch.point(20, 0)))
    #expect(circle.polygons.contains(WorldSketch.point(40, 1)))
    #expect(circle.polygons.count == 2)  // the far end is an island, kept
  }

  /// A lake beside the road: its far shore is not reached, an island in reach of another road is.
  @Test func aLakeCutsTheCircle() throws {
    var sketch = WorldSketch()
    sketch.road(sketch.node(-20, 0), sketch.node(20, 0))
    sketch.county(WorldSketch.box(-20, -12, 20, 12), people: 100_000, seat: (0, 0))
    let dry = try sketch.world().circle(
      .unit(UnitReference(.county, 0)), within: 30, mode: .road, reading: .seat)
    sketch.lakes = [WorldSketch.box(-25, 2, 25, 4)]
    let wet = try sketch.world().circle(
      .unit(UnitReference(.county, 0)), within: 30, mode: .road, reading: .seat)
    #expect(dry.polygons.contains(WorldSketch.point(0, 6)))
    #expect(!wet.polygons.contains(WorldSketch.point(0, 6)))
    #expect(wet.polygons.contains(WorldSketch.point(0, 2.4)))  // to the nearest bank, freely
    #expect(!wet.polygons.contains(WorldSketch.point(0, 3.6)))
    #expect(wet.polygons.contains(WorldSketch.point(0, -6)))
    #expect(wet.extent.area < dry.extent.area)
  }
}
