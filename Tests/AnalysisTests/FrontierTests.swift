import Foundation
import Geometry
import Routing
import Shapes
import Testing

@testable import Analysis

/// Worlds drawn where windows, levels and blocks end.
@Suite struct FrontierTests {
  /// A start in the middle of a road of 80 km whose ends are 40 minutes off: 20 minutes reach
  /// 20 km each way, along the road.
  @Test func aLongRoadIsFollowedFromItsMiddle() throws {
    var sketch = WorldSketch()
    sketch.road(sketch.node(-40, 0), sketch.node(40, 0))
    sketch.county(WorldSketch.box(-45, -12, 45, 12), people: 1_000, seat: (0, 0))
    let circle = try sketch.world().circle(
      .point(WorldSketch.point(0, 0)), within: 20, mode: .road, reading: .seat)
    #expect(circle.polygons.contains(WorldSketch.point(18, 0)))
    #expect(circle.polygons.contains(WorldSketch.point(8, 0)))
  }

  /// A prefecture's other town, far beyond what 15 minutes touch: 60 km, and 5 minutes to arrive.
  @Test func aSeatBeyondTheWindowCostsWhatItCosts() throws {
    var sketch = WorldSketch()
    for stop in 0...12 { sketch.node(5 * Double(stop), 0) }
    for stop in 0..<12 as Range<UInt32> { sketch.road(stop, stop + 1) }
    sketch.county(WorldSketch.box(-10, -10, 10, 10), people: 1_000, seat: (0, 0))
    sketch.county(
      WorldSketch.box(50, -10, 70, 10), people: 200_000, urban: 200_000, seat: (60, 0))
    sketch.prefectureCores[0] = WorldSketch.point(60, 0)
    let world = try sketch.world()
    let place = CentrePlace.unit(UnitReference(.county, 0))
    let near = try world.circle(place, within: 15, reading: .seat)
    let far = try world.circle(place, within: 90, reading: .seat)
    // 1,000 people fill no core of 50,000: leaving costs nothing.
    #expect(abs((far.row(.prefecture, 0)?.seatMinutes ?? 0) - 65) < 0.05)
    #expect(abs((near.row(.prefecture, 0)?.seatMinutes ?? 0) - 65) < 0.05)
  }

  /// Cells of 4 km: a block of 4 × 4 corners is wider than the roads that are listed for it.
  @Test func largeCellsAreTimedLikePlaces() throws {
    var sketch = WorldSketch()
    sketch.cellSize = 4_000
    sketch.road(sketch.node(0, 0), sketch.node(50, 3))
    sketch.county(WorldSketch.box(-10, -15, 60, 15), people: 1_000, seat: (0, 0))
    let world = try sketch.world()
    let question = CircleQuestion(
      [.point(WorldSketch.point(0, 0))], within: [60], mode: .road, reading: .seat)
    let survey = try CircleSurvey(of: question.groups[0], for: question, in: world)
    let corners = try world.lattice.corners(of: survey.window)
    let single = corners.map { TravelTime.rounded(survey.arrivals[0].arrival(at: $0).time) }
    #expect(survey.surface.times == single)
  }

  /// 20,000 minutes are more milliseconds than "not reached" is: what no road leads to stays out.
  @Test func moreMinutesThanTimeHoldsReachNoMore() throws {
    var sketch = WorldSketch()
    sketch.road(sketch.node(0, 0), sketch.node(10, 0))
    sketch.county(WorldSketch.box(-5, -5, 15, 5), people: 1_000, seat: (0, 0))
    let world = try sketch.world()
    let place = CentrePlace.point(WorldSketch.point(0, 0))
    let enough = try world.circle(place, within: 10_000, mode: .road, reading: .seat)
    let more = try world.circle(place, within: 20_000, mode: .road, reading: .seat)
    #expect(enough.extent.people == 1_000)
    // An unreached corner is 2^30, so that the line creeps on within the last cell, and no further.
    #expect(more.extent.people == 1_000)
    #expect(more.extent.area >= enough.extent.area && more.extent.area < enough.extent.area * 1.1)
    #expect(try !more.polygons.isEmpty && more.polygons.invalidity() == nil)
  }

  /// 12 km from the only road: no last leg is that long, and a reader is told.
  @Test func aCentreWithoutRoadsIsSaid() throws {
    var sketch = WorldSketch()
    sketch.road(sketch.node(0, 0), sketch.node(10, 0))
    sketch.county(WorldSketch.box(-5, -5, 15, 20), people: 1_000, seat: (0, 12))
    let world = try sketch.world()
    let near = try world.circles(
      CircleQuestion([.point(WorldSketch.point(0, 3))], within: [30], reading: .seat))
    #expect(
      near.warnings.contains {
        guard case .centreFarFromRoads(_, let kilometers) = $0 else { return false }
        return abs(kilometers - 3) < 0.01
      })
    let far = try world.circles(
      CircleQuestion([.point(WorldSketch.point(0, 12))], within: [30], reading: .seat))
    #expect(
      far.warnings.contains { if case .centreWithoutRoads = $0 { true } else { false } })
  }

  /// Two long legs of the start itself are not last legs: a seat on a road that ends there, and
  /// ground on the other side of it.
  @Test func theDirectLegIsNoLastLeg() throws {
    var sketch = WorldSketch()
    sketch.road(sketch.node(0, 0), sketch.node(1, 0))
    sketch.county(WorldSketch.box(-15, -15, 15, 15), people: 0, seat: (0, 0))
    let circle = try sketch.world().circle(
      .point(WorldSketch.point(0, 0)), within: 25, mode: .road, reading: .seat)
    // 25 minutes of direct leg are 9.6 km; half of that disc lies west of the road's end.
    #expect(circle.longLegAreaShare < 0.5)
  }

  @Test func groundOutsideTheFrameIsSaid() throws {
    var sketch = WorldSketch()
    sketch.road(sketch.node(0, 0), sketch.node(10, 0))
    sketch.county(WorldSketch.box(-1, -1, 1, 1), people: 100, seat: (0, 0))
    let answer = try sketch.world().circles(
      CircleQuestion([.unit(UnitReference(.county, 0))], within: [20], reading: .seat))
    let circle = answer.circles[0]
    #expect(circle.outsideArea > 100 && circle.outsideArea < circle.extent.area)
    #expect(
      answer.warnings.contains {
        if case .leavesFrame(_, 20, let area) = $0 { area == circle.outsideArea } else { false }
      })
  }
}
