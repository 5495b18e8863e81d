import Foundation
import Shapes
import TestSupport
import Testing

@Suite struct PositionTests {
  /// Flinders Peak to Buninyong, the worked example of Geoscience Australia's GDA technical manual
  /// on a like ellipsoid (GRS 80 differs by 0.1 mm in its polar axis): 54,972.271 m.
  @Test func theGeodesicOfTheTestsIsTheTextbooks() {
    func degrees(_ d: Double, _ m: Double, _ s: Double) -> Double { d + m / 60 + s / 3_600 }
    let peak = GeoPoint(
      longitude: degrees(144, 25, 29.52440), latitude: -degrees(37, 57, 3.72030))
    let town = GeoPoint(
      longitude: degrees(143, 55, 35.38390), latitude: -degrees(37, 39, 10.15610))
    #expect(abs(geodesic(peak, town) - 54_972.271) < 0.002)
  }

  @Test(arguments: Array(stride(from: 0.0, through: 60, by: 5)))
  func theLocalFrameIsWithinThreePartsInTenThousandOfTheGeodesic(latitude: Double) {
    var random = SeededGenerator(seed: UInt64(latitude))
    for hemisphere in [1.0, -1] {
      for _ in 0..<500 {
        let place = GeoPoint(
          longitude: .random(in: -170...170, using: &random), latitude: hemisphere * latitude)
        let frame = LocalFrame(at: place)
        let bearing = Double.random(in: 0..<2 * .pi, using: &random)
        let distance = Double.random(in: 10...20_000, using: &random)
        let point = frame.point(
          at: PlanePoint(x: distance * cos(bearing), y: distance * sin(bearing)))
        let truth = geodesic(place, point)
        #expect(abs(frame.distance(to: point) / truth - 1) < 0.0003, "\(place) \(point)")
        #expect(abs(point.localDistance(to: place) / truth - 1) < 0.0003, "\(point) \(place)")
      }
    }
  }

  @Test func theLocalFrameGoesThereAndBack() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<1_000 {
      let place = GeoPoint(
        longitude: .random(in: 70...140, using: &random),
        latitude: .random(in: -60...60, using: &random))
      let offset = PlanePoint(
        x: .random(in: -20_000...20_000, using: &random),
        y: .random(in: -20_000...20_000, using: &random))
      let frame = LocalFrame(at: place)
      let again = frame.offset(to: frame.point(at: offset))
      #expect(abs(again.x - offset.x) < 1e-5 && abs(again.y - offset.y) < 1e-5)
    }
  }

  @Test func longitudesAreComparedTheShortWayRound() {
    let east = GeoPoint(longitude: 179.95, latitude: 10)
    let west = GeoPoint(longitude: -179.95, latitude: 10)
    #expect(abs(east.localDistance(to: west) / geodesic(east, west) - 1) < 0.0003)
    #expect(LocalFrame(at: east).offset(to: west).x > 0)
    #expect(LocalFrame(at: west).offset(to: east).x < 0)
  }

  @Test func theGreatCircleIsWithinSixPartsInAThousand() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<1_000 {
      func place() -> GeoPoint {
        GeoPoint(
          longitude: .random(in: 70...140, using: &random),
          latitude: .random(in: 0...60, using: &random))
      }
      let (from, to) = (place(), place())
      #expect(abs(from.greatCircleDistance(to: to).value / geodesic(from, to) - 1) < 0.006)
    }
  }

  @Test func aWrittenPositionIsChecked() throws {
    #expect(try GeoPoint(checking: 180, -90) == GeoPoint(longitude: 180, latitude: -90))
    for (longitude, latitude) in [
      (.nan, 20), (113, .infinity), (180.01, 20), (113, 90.01), (28.2, 113.02),
    ] as [(Double, Double)] {
      #expect(throws: ShapeError.self) { try GeoPoint(checking: longitude, latitude) }
    }
    let swapped = ShapeError.notAPosition(longitude: 28.2, latitude: 113.02)
    #expect(swapped.description.contains("--at 113.02,28.2"))
  }

  /// Every point within the distance stands in the widened box, whatever the latitude.
  @Test func aWidenedBoxHoldsWhatIsNear() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let corner = GeoPoint(
        longitude: .random(in: 70...140, using: &random),
        latitude: .random(in: -60...60, using: &random))
      let box = GeoBounds(
        west: corner.longitude, south: corner.latitude,
        east: corner.longitude + .random(in: 0...0.3, using: &random),
        north: corner.latitude + .random(in: 0...0.3, using: &random))
      let distance = Double.random(in: 1...20_000, using: &random)
      let bearing = Double.random(in: 0..<2 * .pi, using: &random)
      let start = GeoPoint(
        longitude: .random(in: box.west...box.east, using: &random),
        latitude: .random(in: box.south...box.north, using: &random))
      let point = LocalFrame(at: start).point(
        at: PlanePoint(x: distance * cos(bearing), y: distance * sin(bearing)))
      #expect(box.expanded(by: Meters(distance)).contains(point))
    }
    #expect(GeoBounds().expanded(by: Meters(1)).isEmpty)
  }
}

@Suite struct ProjectedPlaneTests {
  @Test func thereAndBackIsMicrometres() throws {
    let plane = try embeddedLattice().plane
    var random = SeededGenerator(seed: 4)
    let points = (0..<5_000).map { _ in
      GeoPoint(
        longitude: .random(in: 74...135, using: &random),
        latitude: .random(in: 18...53, using: &random))
    }
    for (point, again) in zip(points, try plane.unproject(plane.project(points))) {
      // 1e-10 of a degree is 11 µm.
      #expect(abs(point.longitude - again.longitude) < 1e-10)
      #expect(abs(point.latitude - again.latitude) < 1e-10)
    }
  }

  /// A quarter-degree field, its parallels drawn in 200 steps, has the ellipsoid's own area.
  @Test func areasAreTheEllipsoids() throws {
    let plane = try embeddedLattice().plane
    for (west, south) in [(74.0, 38.0), (98, 18), (105, 36), (113, 28.25), (134.5, 48)] {
      let (east, north) = (west + 0.25, south + 0.25)
      let steps = 200
      var ring: [GeoPoint] = []
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        ring.append(GeoPoint(longitude: west + part * (east - west), latitude: south))
      }
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        ring.append(GeoPoint(longitude: east - part * (east - west), latitude: north))
      }
      let area = try plane.project(ring).signedArea
      let truth = ellipsoidalArea(west: west, south: south, east: east, north: north)
      // A parallel's chord of 100 m lies within 1 mm of it: parts in ten million of the area.
      #expect(abs(area / truth - 1) < 1e-7)
    }
  }

  @Test func nonsenseIsAnError() throws {
    #expect(throws: ShapeError.self) { try ProjectedPlane("+proj=nothing") }
    let plane = try embeddedLattice().plane
    #expect(throws: ShapeError.self) {
      try plane.project([GeoPoint(longitude: .infinity, latitude: 20)])
    }
    #expect(try plane.project([]).isEmpty)
  }

  @Test func anExtentTooLargeIsRefused() throws {
    let lattice = try embeddedLattice(cellSize: 1)
    #expect(throws: ShapeError.self) {
      try lattice.window(around: [PlanePoint(x: 0, y: 0), PlanePoint(x: 1e5, y: 1e5)])
    }
    #expect(try lattice.window(around: []).isEmpty)
  }

  @Test func cellsAndIndicesAgree() throws {
    let lattice = try embeddedLattice()
    let window = LatticeWindow(columns: -3..<4, rows: 10..<12)
    for index in 0..<window.cellCount {
      let cell = window.cell(at: index)
      #expect(window.index(of: cell) == index && window.contains(cell))
      #expect(lattice.cell(at: lattice.centre(of: cell)) == cell)
      #expect(lattice.cell(at: lattice.corner(column: cell.column, row: cell.row)) == cell)
    }
    #expect(try lattice.corners(of: window).count == window.cornerCount)
    #expect(lattice.cellArea == 0.25)
  }
}

@Suite struct ParallelTests {
  private struct Failure: Error, Equatable { var index: Int }

  @Test func resultsKeepTheirOrder() throws {
    for count in [0, 1, 2, 1_000] {
      #expect(try Parallel.map(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }

  @Test func theLowestFailureIsThrown() {
    #expect(throws: Failure(index: 7)) {
      try Parallel.map(500) { index in
        if index % 100 == 7 { throw Failure(index: index) }
        return index
      }
    }
  }
}
