import Foundation
import Shapes
import TestSupport
import Testing

/// Times at the corners of a window, and ways to make them up.
struct CornerField {
  var window: LatticeWindow
  var values: [UInt32]

  static let unreached: UInt32 = 1 << 30

  /// Any value anywhere: saddles, holes and islands in every cell.
  static func rough(_ columns: Int, _ rows: Int, using random: inout SeededGenerator) -> Self {
    let window = LatticeWindow(
      columns: 300..<300 + columns, rows: 6_000..<6_000 + rows)
    let largest = [2, 9, 1_000, 5_400_000].randomElement(using: &random) ?? 2
    let gaps = Int.random(in: 0...4, using: &random)
    return CornerField(
      window: window,
      values: (0..<window.cornerCount).map { _ in
        Int.random(in: 0..<10, using: &random) < gaps
          ? unreached : UInt32.random(in: 0...UInt32(largest), using: &random)
      })
  }

  /// A plane that rises in one direction.
  static func tilted(_ columns: Int, _ rows: Int, using random: inout SeededGenerator) -> Self {
    let window = LatticeWindow(columns: 300..<300 + columns, rows: 6_000..<6_000 + rows)
    let bearing = Double.random(in: 0..<2 * .pi, using: &random)
    let steepness = Double.random(in: 10_000...80_000, using: &random)
    var values: [UInt32] = []
    for row in 0...rows {
      for column in 0...columns {
        let height = Double(column) * cos(bearing) + Double(row) * sin(bearing)
        values.append(UInt32(3_000_000 + (height * steepness).rounded()))
      }
    }
    return CornerField(window: window, values: values)
  }

  func isoline(_ level: UInt32, on lattice: Lattice) -> [PlanePolygon] {
    Isoline(of: values, over: window, level: level, on: lattice).polygons
  }

  /// Cells with corners on both sides of the level, the ring of cells around the window included.
  func crossedCells(_ level: UInt32) -> Int {
    func value(_ column: Int, _ row: Int) -> UInt32 {
      guard column >= 0, row >= 0, column <= window.columns.count, row <= window.rows.count else {
        return Self.unreached
      }
      return values[row * window.cornerColumns + column]
    }
    var crossed = 0
    for row in -1...window.rows.count {
      for column in -1...window.columns.count {
        let inside = [(0, 0), (1, 0), (0, 1), (1, 1)].count {
          value(column + $0.0, row + $0.1) <= level
        }
        if inside > 0 && inside < 4 { crossed += 1 }
      }
    }
    return crossed
  }

  /// Square metres by the sub-samples that all counts come from.
  func countedArea(_ level: UInt32, cellSize: Double) -> Double {
    var subsamples = 0
    let corners = window.cornerColumns
    for row in 0..<window.rows.count {
      for column in 0..<window.columns.count {
        let corner = row * corners + column
        subsamples +=
          subsamplesInside(
            values[corner], values[corner + 1], values[corner + corners],
            values[corner + corners + 1], level: level
          ).nonzeroBitCount
      }
    }
    return Double(subsamples) / 64 * cellSize * cellSize
  }
}

@Suite struct IsolineTests {
  @Test(arguments: 0..<400 as Range<UInt64>)
  func everyFieldGivesValidAreasAsWritten(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = try embeddedLattice()
    let field = CornerField.rough(
      .random(in: 1...14, using: &random), .random(in: 1...14, using: &random), using: &random)
    let level =
      field.values.filter { $0 < CornerField.unreached }
      .randomElement(using: &random) ?? 0
    let line = field.isoline(level, on: lattice)
    let written = try asWritten(line, on: lattice)
    #expect(try written.invalidity() == nil)
    for (plane, polygon) in zip(line, written) {
      #expect(plane.outer.signedArea > 0)
      #expect(plane.holes.allSatisfy { $0.signedArea < 0 })
      #expect(polygon.wound() == polygon)
    }
    // Every corner is on the side its value says: nothing is lost, holes and islands included.
    let drawn = asDegrees(line)
    for row in 0...field.window.rows.count {
      for column in 0...field.window.columns.count {
        let corner = lattice.corner(
          column: field.window.columns.lowerBound + column,
          row: field.window.rows.lowerBound + row)
        let value = field.values[row * field.window.cornerColumns + column]
        #expect(
          drawn.contains(GeoPoint(longitude: corner.x / 1e5, latitude: corner.y / 1e5))
            == (value <= level))
      }
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func aLowerLevelLiesInsideAHigherOne(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = try embeddedLattice()
    let field = CornerField.rough(12, 9, using: &random)
    let largest = field.values.filter { $0 < CornerField.unreached }.max() ?? 0
    var lower: [GeoPolygon] = []
    for level in (0..<6).map({ _ in UInt32.random(in: 0...largest, using: &random) }).sorted() {
      let higher = asDegrees(field.isoline(level, on: lattice))
      // What GEOS finds outside is rounding: less than a square metre of 27 km².
      #expect(squareMeters(try lower.subtracting(higher)) < 1)
      #expect(squareMeters(lower) <= squareMeters(higher) + 1)
      lower = higher
    }
  }

  // On a plane the line is exact. In each of a cell's eight rows the middle of the row is right
  // on average and whole sub-samples are wrong by at most one: 8 of 64 a crossed cell.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func onAPlaneTheAreaIsTheCountsToAnEighthOfACrossedCell(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = try embeddedLattice()
    let field = CornerField.tilted(20, 15, using: &random)
    let area = field.isoline(3_000_000, on: lattice).reduce(0) { $0 + $1.area }
    let counted = field.countedArea(3_000_000, cellSize: 500)
    // Around the window all is unreached: half a metre of fringe a cell.
    let fringe = 2 * 0.001 * 500 * 500 * Double(20 + 15) * 2
    let crossed = Double(field.crossedCells(3_000_000))
    #expect(abs(area - counted) <= crossed * 250_000 / 8 + fringe)
  }

  /// A cell's chord and the curve of its bilinear surface differ by half a cell at most: both keep
  /// to the same side of the same corners.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func theAreaIsTheCountsToFiveEighthsOfACrossedCell(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = try embeddedLattice()
    let field = CornerField.rough(15, 15, using: &random)
    let level =
      field.values.filter { $0 < CornerField.unreached }
      .randomElement(using: &random) ?? 0
    let area = field.isoline(level, on: lattice).reduce(0) { $0 + $1.area }
    let counted = field.countedArea(level, cellSize: 500)
    #expect(abs(area - counted) <= Double(field.crossedCells(level)) * 250_000 * 5 / 8)
  }

  /// `#` is inside, `.` outside: corners of a drawn field, northernmost row first.
  private func areas(_ picture: String, inside: UInt32 = 10, outside: UInt32 = 30) throws
    -> [PlanePolygon]
  {
    let rows = picture.split(separator: "\n").reversed()
    let columns = rows.first?.count ?? 0
    let window = LatticeWindow(columns: 0..<columns - 1, rows: 0..<rows.count - 1)
    let values = rows.flatMap { $0.map { $0 == "#" ? inside : outside } }
    return Isoline(of: values, over: window, level: 20, on: try embeddedLattice()).polygons
  }

  @Test func holesAndIslandsAreKept() throws {
    let ring = try areas(
      """
      .........
      .#######.
      .#.....#.
      .#..#..#.
      .#.....#.
      .#######.
      .........
      ........#
      """)
    #expect(ring.count == 3)  // the corner in the south-east, the ring, the island in its hole
    #expect(ring.map(\.holes.count).sorted() == [0, 0, 1])
    let withHole = try #require(ring.first { !$0.holes.isEmpty })
    // A single corner is drawn as a diamond half a cell out: half a cell of area, ×250,000 m²,
    // for the level lies 10.5 of 20 of the way.
    let island = try #require(ring.filter { $0.outer.count == 4 }.map(\.area).max())
    #expect(abs(island - 2 * 0.525 * 0.525 * 250_000) < 1)
    #expect(withHole.area > 16 * 250_000 * 0.9)
  }

  @Test func nothingEverythingAndOne() throws {
    let lattice = try embeddedLattice()
    let window = LatticeWindow(columns: 0..<2, rows: 0..<2)
    func polygons(_ values: [UInt32]) -> [PlanePolygon] {
      Isoline(of: values, over: window, level: 20, on: lattice).polygons
    }
    #expect(polygons([UInt32](repeating: 30, count: 9)).isEmpty)
    #expect(polygons([UInt32](repeating: 1 << 30, count: 9)).isEmpty)
    let all = polygons([UInt32](repeating: 20, count: 9))  // at most the level is inside
    #expect(all.count == 1 && all[0].holes.isEmpty)
    // Two cells a side and 0.5 m of fringe towards the unreached corners around.
    #expect(abs(all[0].area - 1_000 * 1_000) < 4 * 1_000 * 0.5 + 1)
    var one = [UInt32](repeating: 1 << 30, count: 9)
    one[4] = 0
    let diamond = polygons(one)
    #expect(diamond.count == 1 && diamond[0].outer.count == 4)
  }

  /// Two inside corners across a cell: the saddle's height decides, not their order.
  @Test func saddlesAreJoinedWhereTheSurfaceIsInside() throws {
    // Corners 10, 30, 30, 10: the saddle is (10·10 − 30·30)/(20 − 60) = 20, at the level: joined.
    let joined = try areas(
      """
      ....
      .#..
      ..#.
      ....
      """)
    #expect(joined.count == 1 && joined[0].outer.count == 8)
    // Corners 10, 40: (100 − 1,600)/(20 − 80) = 25, above it: apart.
    let apart = try areas(
      """
      ....
      .#..
      ..#.
      ....
      """, outside: 40)
    #expect(apart.count == 2)
    let mirrored = try areas(
      """
      ....
      ..#.
      .#..
      ....
      """)
    #expect(mirrored.count == 1)
  }

  @Test func theSameFieldInALargerWindowGivesTheSameLine() throws {
    var random = SeededGenerator(seed: 6)
    let lattice = try embeddedLattice()
    for _ in 0..<50 {
      let field = CornerField.rough(6, 5, using: &random)
      let level = UInt32.random(in: 0...1_000, using: &random)
      let wide = field.window.expanded(by: 3)
      var values = [UInt32](repeating: CornerField.unreached, count: wide.cornerCount)
      for row in field.window.rows.lowerBound...field.window.rows.upperBound {
        for column in field.window.columns.lowerBound...field.window.columns.upperBound {
          values[wide.cornerIndex(column: column, row: row)] =
            field.values[field.window.cornerIndex(column: column, row: row)]
        }
      }
      #expect(
        Isoline(of: values, over: wide, level: level, on: lattice).polygons
          == field.isoline(level, on: lattice))
    }
  }
}
