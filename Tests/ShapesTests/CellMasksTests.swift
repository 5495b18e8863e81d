import Foundation
import Shapes
import TestSupport
import Testing

@Suite struct CellMasksTests {
  /// A star-shaped ring: simple by construction, with any number of corners.
  static func star(
    around middle: PlanePoint, radius: ClosedRange<Double>, corners: Int,
    using random: inout SeededGenerator
  ) -> [PlanePoint] {
    (0..<corners).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let length = Double.random(in: radius, using: &random)
      return PlanePoint(x: middle.x + length * cos(angle), y: middle.y + length * sin(angle))
    }
  }

  /// Even–odd over all rings, one sub-sample at a time.
  static func isInside(_ polygons: [PlanePolygon], _ x: Double, _ y: Double) -> Bool {
    var inside = false
    for ring in polygons.flatMap(\.rings) {
      for index in ring.indices {
        let (a, b) = (ring[index], ring[(index + 1) % ring.count])
        if (a.y > y) != (b.y > y), x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) {
          inside.toggle()
        }
      }
    }
    return inside
  }

  static func slowMask(_ polygons: [PlanePolygon], of cell: LatticeCell, size: Double) -> UInt64 {
    var mask: UInt64 = 0
    for j in 0..<8 {
      for i in 0..<8 {
        let x = (Double(cell.column) + (Double(i) + 0.5) / 8) * size
        let y = (Double(cell.row) + (Double(j) + 0.5) / 8) * size
        if isInside(polygons, x, y) { mask |= 1 << UInt64(8 * j + i) }
      }
    }
    return mask
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func masksAreAPointInPolygonTestForEverySubsample(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = try embeddedLattice()
    let middle = PlanePoint(
      x: .random(in: -1e6...1e6, using: &random), y: .random(in: -1e6...1e6, using: &random))
    var polygons = [
      PlanePolygon(
        outer: Self.star(
          around: middle, radius: 1_500...4_000, corners: .random(in: 3...40, using: &random),
          using: &random),
        holes: [Self.star(around: middle, radius: 200...1_000, corners: 9, using: &random)])
    ]
    if seed.isMultiple(of: 3) {  // an island in the hole
      polygons.append(
        PlanePolygon(outer: Self.star(around: middle, radius: 20...150, corners: 5, using: &random))
      )
    }
    let masks = try CellMasks(of: polygons, on: lattice)
    for (place, mask) in masks.masks.enumerated() {
      let cell = masks.window.cell(at: place)
      #expect(mask == Self.slowMask(polygons, of: cell, size: 500), "\(cell)")
    }
    // A part of it, asked alone, is the same part.
    let limit = LatticeWindow(
      columns: masks.window.columns.lowerBound + 3..<masks.window.columns.upperBound + 2,
      rows: masks.window.rows.lowerBound - 2..<masks.window.rows.upperBound - 3)
    let part = try CellMasks(of: polygons, on: lattice, within: limit)
    for (place, mask) in part.masks.enumerated() {
      #expect(mask == masks.masks[masks.window.index(of: part.window.cell(at: place))])
    }
  }

  /// A fan of triangles around a point fills a star: each sub-sample falls to exactly one.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func neighboursNeverOverlapAndSumToTheWhole(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lattice = try embeddedLattice()
    let middle = PlanePoint(
      x: .random(in: -1e6...1e6, using: &random), y: .random(in: -1e6...1e6, using: &random))
    let ring = Self.star(
      around: middle, radius: 1_000...3_000, corners: .random(in: 3...30, using: &random),
      using: &random)
    let whole = try CellMasks(of: [PlanePolygon(outer: ring)], on: lattice)
    var sum = [UInt64](repeating: 0, count: whole.masks.count)
    for index in ring.indices {
      var corners = [middle, ring[index], ring[(index + 1) % ring.count]]
      if Bool.random(using: &random) { corners.reverse() }
      let part = try CellMasks(of: [PlanePolygon(outer: corners)], on: lattice)
      for (place, mask) in part.masks.enumerated() where mask != 0 {
        let cell = whole.window.index(of: part.window.cell(at: place))
        #expect(sum[cell] & mask == 0, "two triangles share ground")
        sum[cell] |= mask
      }
    }
    #expect(sum == whole.masks)
  }

  /// Borders that run exactly through the middles of sub-samples, the worst case of a tie.
  @Test func squaresThatMeetOnSubsamplesShareNone() throws {
    let lattice = try embeddedLattice()
    let ties = [0.0, 31.25, 500, 531.25, 1_093.75]
    for x in ties {
      for y in ties {
        func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws
          -> CellMasks
        {
          try CellMasks(
            of: [
              PlanePolygon(outer: [
                PlanePoint(x: west, y: south), PlanePoint(x: east, y: south),
                PlanePoint(x: east, y: north), PlanePoint(x: west, y: north),
              ])
            ], on: lattice)
        }
        let whole = try square(-2_000, -2_000, 2_000, 2_000)
        var sum = [UInt64](repeating: 0, count: whole.masks.count)
        for part in [
          try square(-2_000, -2_000, x, y), try square(x, -2_000, 2_000, y),
          try square(-2_000, y, x, 2_000), try square(x, y, 2_000, 2_000),
        ] {
          for (place, mask) in part.masks.enumerated() where mask != 0 {
            let cell = whole.window.index(of: part.window.cell(at: place))
            #expect(sum[cell] & mask == 0)
            sum[cell] |= mask
          }
        }
        #expect(sum == whole.masks)
        // 4,000 m a side is 64 sub-samples of 62.5 m a side.
        #expect(sum.reduce(0) { $0 + $1.nonzeroBitCount } == 64 * 64)
      }
    }
  }

  @Test func nothingIsNothing() throws {
    let lattice = try embeddedLattice()
    #expect(try CellMasks(of: [], on: lattice).isEmpty)
    let square = PlanePolygon(outer: [
      PlanePoint(x: 0, y: 0), PlanePoint(x: 500, y: 0), PlanePoint(x: 500, y: 500),
      PlanePoint(x: 0, y: 500),
    ])
    let elsewhere = LatticeWindow(columns: 100..<110, rows: 0..<10)
    #expect(try CellMasks(of: [square], on: lattice, within: elsewhere).isEmpty)
    #expect(try CellMasks(of: [square], on: lattice).masks.first == .max)
  }
}

@Suite struct BilinearSurfaceTests {
  static func slowMask(_ corners: [UInt32], level: UInt32) -> UInt64 {
    var mask: UInt64 = 0
    for j in 0..<8 {
      for i in 0..<8 {
        let (x, y) = ((Double(i) + 0.5) / 8, (Double(j) + 0.5) / 8)
        let south = Double(corners[0]) * (1 - x) + Double(corners[1]) * x
        let north = Double(corners[2]) * (1 - x) + Double(corners[3]) * x
        // Weights are sixteenths and values below 2^31, so this is exact in a Double.
        if south * (1 - y) + north * y <= Double(level) { mask |= 1 << UInt64(8 * j + i) }
      }
    }
    return mask
  }

  @Test func subsamplesEqualTheSlowEvaluation() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let largest = [3, 300, 3_600_000, 1 << 30].randomElement(using: &random) ?? 3
      let corners = (0..<4).map { _ in
        Int.random(in: 0..<4, using: &random) == 0
          ? 1 << 30 : UInt32.random(in: 0...UInt32(largest), using: &random)
      }
      let level = UInt32.random(in: 0...UInt32(largest), using: &random)
      #expect(
        subsamplesInside(corners[0], corners[1], corners[2], corners[3], level: level)
          == Self.slowMask(corners, level: level), "\(corners) at \(level)")
    }
  }

  @Test func drawnCells() {
    // Rising eastwards from 0 to 16: the first sub-sample is 1, the next 3 … at most 7: four.
    #expect(subsamplesInside(0, 16, 0, 16, level: 7) == 0x0F0F_0F0F_0F0F_0F0F)
    #expect(subsamplesInside(0, 16, 0, 16, level: 6) == 0x0707_0707_0707_0707)
    // Rising northwards: whole rows.
    #expect(subsamplesInside(0, 0, 16, 16, level: 3) == 0xFFFF)
    #expect(subsamplesInside(5, 5, 5, 5, level: 5) == .max)
    #expect(subsamplesInside(5, 5, 5, 5, level: 4) == 0)
  }
}
