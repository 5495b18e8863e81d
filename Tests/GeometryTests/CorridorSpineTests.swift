import Shapes
import Testing

@testable import Geometry

/// Lines laid out from end to end, in kilometres of a drawn plane.
@Suite struct CorridorSpineTests {
  private static func line(_ kilometers: [(Double, Double)]) -> [GeoPoint] {
    CountySketch.points(kilometers)
  }

  @Test func piecesComeInAnyOrderAndDirection() {
    let spine = CorridorSpine([
      Self.line([(20, 0), (10, 0)]), Self.line([(20, 0), (30, 5), (40, 0)]),
      Self.line([(0, 0), (10, 0)]),
    ])
    #expect(spine.points == Self.line([(0, 0), (10, 0), (20, 0), (30, 5), (40, 0)]))
    #expect(spine.gapLength.value == 0)
    #expect(abs(spine.length.kilometers / (20 + 2 * 125.0.squareRoot()) - 1) < 0.03)
    #expect(spine.isDrawn == [false, true, true, true, true])
  }

  @Test func branchesAreLeftOutAndOfARingTheShorterWayIsTaken() {
    let spine = CorridorSpine([
      Self.line([(0, 0), (20, 0)]), Self.line([(20, 0), (30, 0)]),
      Self.line([(20, 0), (20, 5)]),  // a branch
      Self.line([(30, 0), (35, 1), (40, 0)]), Self.line([(30, 0), (35, 9), (40, 0)]),  // a ring
      Self.line([(40, 0), (60, 0)]),
    ])
    #expect(
      spine.points == Self.line([(0, 0), (20, 0), (30, 0), (35, 1), (40, 0), (60, 0)]))
  }

  @Test func gapsAreLeaptAndNotCounted() {
    let spine = CorridorSpine([
      Self.line([(30, 0), (50, 0)]), Self.line([(0, 0), (20, 0)]),
    ])
    #expect(spine.points == Self.line([(0, 0), (20, 0), (30, 0), (50, 0)]))
    #expect(spine.isDrawn == [false, true, false, true])
    #expect(abs(spine.gapLength.kilometers / spine.length.kilometers - 0.2) < 0.001)
  }

  @Test func itRunsFromWestToEastOrFromSouthToNorth() {
    let east = CorridorSpine([Self.line([(50, 3), (25, 0), (0, 5)])])
    #expect(east.points.first == Self.line([(0, 5)])[0])
    let north = CorridorSpine([Self.line([(10, 50), (0, 0)])])
    #expect(north.points.first == Self.line([(0, 0)])[0])
    #expect(north.isDrawn == [false, true])
  }

  @Test func placesLieAlongAndOffTheLine() {
    let spine = CorridorSpine([Self.line([(0, 0), (20, 0), (40, 0)])])
    let place = spine.position(of: Self.line([(30, 4)])[0])
    #expect(abs(place.along / spine.length.value - 0.75) < 0.001)
    #expect(abs(place.off - 4_000) < 150)
    #expect(spine.position(of: Self.line([(-10, 0)])[0]).along < 1)
  }

  @Test func theLimits() {
    let none = CorridorSpine([])
    #expect(none.points.isEmpty && none.length.value == 0)
    #expect(none.position(of: GeoPoint(longitude: 1, latitude: 1)).off == .infinity)
    let ring = CorridorSpine([Self.line([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])])
    #expect(ring.length.value == 0)  // a ring has no two ends
  }
}
