import Foundation
import Shapes
import TestSupport
import Testing

@Suite struct PolygonTests {
  private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [GeoPoint] {
    [
      GeoPoint(longitude: west, latitude: south), GeoPoint(longitude: east, latitude: south),
      GeoPoint(longitude: east, latitude: north), GeoPoint(longitude: west, latitude: north),
    ]
  }

  private func degrees(_ areas: [GeoPolygon]) -> Double { squareMeters(areas) / 1e10 }

  @Test func neighboursDissolveIntoOne() throws {
    let tiles = (0..<12).map { tile -> GeoPolygon in
      let (x, y) = (Double(tile % 4), Double(tile / 4))
      return GeoPolygon(outer: box(100 + x, 20 + y, 101 + x, 21 + y))
    }
    let whole = try tiles.dissolved()
    #expect(whole.count == 1 && whole[0].holes.isEmpty)
    #expect(abs(degrees(whole) - 12) < 1e-9)
    #expect(try tiles.filter { $0 != tiles[5] }.dissolved()[0].holes.count == 1)
  }

  @Test func unionIntersectionAndDifferenceAddUp() throws {
    let left = [GeoPolygon(outer: box(0, 0, 2, 2), holes: [box(0.5, 0.5, 1.5, 1.5).reversed()])]
    let right = [GeoPolygon(outer: box(1, 1, 3, 3))]
    // 2 × 2 less a hole of 1; their common square of 1 less a quarter of the hole.
    #expect(abs(degrees(left) - 3) < 1e-12)
    #expect(abs(degrees(try left.intersection(right)) - 0.75) < 1e-12)
    #expect(abs(degrees(try left.subtracting(right)) - 2.25) < 1e-12)
    #expect(try left.intersection([GeoPolygon(outer: box(5, 5, 6, 6))]).isEmpty)
    #expect(try left.subtracting(left).isEmpty)
    #expect(try [GeoPolygon]().dissolved().isEmpty)
  }

  @Test func ringsAreTurnedAsRFC7946Asks() throws {
    let wrong = GeoPolygon(outer: box(0, 0, 2, 2).reversed(), holes: [box(0.5, 0.5, 1, 1)])
    let right = wrong.wound()
    #expect(right.outer == box(0, 0, 2, 2))
    #expect(right.holes == [box(0.5, 0.5, 1, 1).reversed()])
    #expect(right.wound() == right)
    for area in try [wrong].dissolved() { #expect(area.wound() == area) }
  }

  @Test func whatCrossesItselfIsNamed() throws {
    let bow = GeoPolygon(outer: [
      GeoPoint(longitude: 0, latitude: 0), GeoPoint(longitude: 1, latitude: 1),
      GeoPoint(longitude: 1, latitude: 0), GeoPoint(longitude: 0, latitude: 1),
    ])
    #expect(try [bow].invalidity()?.contains("Self-intersection") == true)
    #expect(throws: ShapeError.self) {
      try [GeoPolygon(outer: [GeoPoint(longitude: 0, latitude: 0)])].invalidity()
    }
  }

  /// A circle of 400 corners whose radius trembles by 20 m of 1 km.
  @Test func simplifyingMovesNothingFurtherThanItMay() throws {
    var random = SeededGenerator(seed: 7)
    let ring = CellMasksTests.star(
      around: PlanePoint(x: 0, y: 0), radius: 980...1_000, corners: 400, using: &random)
    let fine = asDegrees([PlanePolygon(outer: ring)])
    let coarse = try fine.simplified(tolerance: 30 / 1e5)
    #expect(coarse.count == 1 && coarse[0].outer.count < 60)
    #expect(try coarse.invalidity() == nil)
    let corners = coarse[0].outer
    for vertex in ring {
      var nearest = Double.infinity
      for index in corners.indices {
        let (a, b) = (corners[index], corners[(index + 1) % corners.count])
        let (ax, ay) = (a.longitude * 1e5, a.latitude * 1e5)
        let (dx, dy) = (b.longitude * 1e5 - ax, b.latitude * 1e5 - ay)
        let part = max(
          0, min(1, ((vertex.x - ax) * dx + (vertex.y - ay) * dy) / (dx * dx + dy * dy)))
        nearest = min(nearest, hypot(vertex.x - ax - part * dx, vertex.y - ay - part * dy))
      }
      #expect(nearest <= 30.001)
    }
  }

  /// Islands in bays and holes near rims: what a simplified line could step over.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func simplifiedIsolinesAreValid(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = try embeddedLattice()
    let field = CornerField.rough(25, 25, using: &random)
    let level =
      field.values.filter { $0 < CornerField.unreached }
      .randomElement(using: &random) ?? 0
    let line = try asWritten(field.isoline(level, on: lattice), on: lattice)
    for meters in [20.0, 200, 400] {
      #expect(try line.simplified(tolerance: meters / 111_320).invalidity() == nil, "\(meters) m")
    }
  }
}

@Suite struct NearestTests {
  private func distance(_ p: PlanePoint, _ a: PlanePoint, _ b: PlanePoint) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let squared = dx * dx + dy * dy
    let part = squared > 0 ? max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared)) : 0
    return hypot(p.x - a.x - part * dx, p.y - a.y - part * dy)
  }

  private struct Pieces {
    var starts: [PlanePoint] = []
    var ends: [PlanePoint] = []

    init(_ count: Int, using random: inout SeededGenerator) {
      for _ in 0..<count {
        let start = PlanePoint(
          x: .random(in: -20_000...20_000, using: &random),
          y: .random(in: -20_000...20_000, using: &random))
        let length = Bool.random(using: &random) ? 0 : Double.random(in: 1...6_000, using: &random)
        let bearing = Double.random(in: 0..<2 * .pi, using: &random)
        starts.append(start)
        ends.append(
          PlanePoint(x: start.x + length * cos(bearing), y: start.y + length * sin(bearing)))
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func theNearestPieceIsBruteForces(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = Pieces(.random(in: 1...60, using: &random), using: &random)
    let index = NearestSegment(
      starts: pieces.starts, ends: pieces.ends,
      bucketSize: .random(in: 500...5_000, using: &random), reach: 80_000)
    for _ in 0..<40 {
      let point = PlanePoint(
        x: .random(in: -25_000...25_000, using: &random),
        y: .random(in: -25_000...25_000, using: &random))
      let all = pieces.starts.indices.map { distance(point, pieces.starts[$0], pieces.ends[$0]) }
      let found = index.nearest(to: point)
      #expect(abs((found?.distance ?? .infinity) - (all.min() ?? .infinity)) < 1e-6)
      let guess = Int.random(in: all.indices, using: &random)
      let guided = index.nearest(to: point, guess: guess)
      #expect(guided?.index == found?.index && guided?.distance == found?.distance)
    }
  }

  @Test func ofTwoAsNearTheEarlierOneIsTaken() {
    let west = PlanePoint(x: -3_000, y: 0)
    let east = PlanePoint(x: 3_000, y: 0)
    let both = NearestSegment(
      starts: [east, west], ends: [east, west], bucketSize: 1_000, reach: 5_000)
    #expect(both.nearest(to: PlanePoint(x: 0, y: 0))?.index == 0)
    let turned = NearestSegment(
      starts: [west, east], ends: [west, east], bucketSize: 1_000, reach: 5_000)
    #expect(turned.nearest(to: PlanePoint(x: 0, y: 0))?.index == 0)
  }

  @Test func beyondReachNothingIsNear() {
    let none = NearestSegment(starts: [], ends: [], bucketSize: 1_000, reach: 5_000)
    #expect(none.nearest(to: PlanePoint(x: 0, y: 0)) == nil)
    let far = PlanePoint(x: 9_000, y: 0)
    let one = NearestSegment(starts: [far], ends: [far], bucketSize: 1_000, reach: 5_000)
    #expect(one.nearest(to: PlanePoint(x: 0, y: 0)) == nil)
    let near = PlanePoint(x: 5_400, y: 0)
    let almost = NearestSegment(starts: [near], ends: [near], bucketSize: 1_000, reach: 5_000)
    #expect(almost.nearest(to: PlanePoint(x: 0, y: 0)) == nil)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func theAreaIndexAgreesWithThePlainTest(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let areas = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let middle = PlanePoint(
        x: .random(in: -5_000...5_000, using: &random),
        y: .random(in: -5_000...5_000, using: &random))
      return PlanePolygon(
        outer: CellMasksTests.star(
          around: middle, radius: 1_000...6_000, corners: .random(in: 3...200, using: &random),
          using: &random),
        holes: [CellMasksTests.star(around: middle, radius: 100...900, corners: 6, using: &random)])
    }
    let drawn = asDegrees(areas)
    let index = AreaIndex(drawn)
    let corners = drawn.flatMap(\.outer)
    for draw in 0..<400 {
      // A corner's own latitude is where crossings are counted twice or not at all, if anywhere.
      let point = GeoPoint(
        longitude: .random(in: -0.12...0.12, using: &random),
        latitude: draw.isMultiple(of: 4)
          ? corners.randomElement(using: &random)?.latitude ?? 0
          : .random(in: -0.12...0.12, using: &random))
      let slow = CellMasksTests.isInside(areas, point.longitude * 1e5, point.latitude * 1e5)
      #expect(index.contains(point) == drawn.contains(point))
      if !draw.isMultiple(of: 4) { #expect(index.contains(point) == slow) }
    }
    #expect(!AreaIndex([]).contains(GeoPoint(longitude: 0, latitude: 0)))
  }
}

@Suite struct CellOutlineTests {
  private func outline(_ cells: Set<LatticeCell>, on lattice: Lattice) throws -> [GeoPolygon] {
    var builder = CellOutline()
    for cell in cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      builder.add(cell, among: cells)
    }
    return try builder.polygons(on: lattice)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func theRimHoldsItsCellsAndNoOther(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = try embeddedLattice()
    let density = Double.random(in: 0.2...0.95, using: &random)
    var cells: Set<LatticeCell> = []
    for row in 6_000..<6_008 {
      for column in 700..<709 where Double.random(in: 0..<1, using: &random) < density {
        cells.insert(LatticeCell(column: column, row: row))
      }
    }
    let rings = try outline(cells, on: lattice)
    // Counter-clockwise rings add, clockwise ones take off.
    let area = try rings.reduce(0.0) { $0 + (try lattice.plane.project($1.outer)).signedArea }
    #expect(abs(area - Double(cells.count) * 250_000) < 1)
    for row in 5_999...6_008 {
      for column in 699...709 {
        let cell = LatticeCell(column: column, row: row)
        let middle = try lattice.plane.unproject([lattice.centre(of: cell)])[0]
        #expect(rings.contains(middle) == cells.contains(cell))
      }
    }
  }

  @Test func cellsThatMeetInACornerStayApart() throws {
    let lattice = try embeddedLattice()
    let pair: Set = [LatticeCell(column: 0, row: 0), LatticeCell(column: 1, row: 1)]
    #expect(try outline(pair, on: lattice).map(\.outer.count) == [4, 4])
    let ring = Set(
      (0..<9).filter { $0 != 4 }.map { LatticeCell(column: $0 % 3, row: $0 / 3) })
    #expect(try outline(ring, on: lattice).count == 2)
    #expect(try outline([], on: lattice).isEmpty)
  }
}
