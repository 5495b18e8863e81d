internal import CGDAL
import Foundation
import Geometry
import Shapes

/// A raster of people in any format and reference system that GDAL reads, block by block.
///
/// Its first band holds people a cell, or people a km². Cells without data, negative or not a number
/// say nothing. A cell counts at its middle; one larger than the lattice's cells counts in as many
/// even parts as bring them to that size, 16 a side at most.
struct PopulationRaster {
  /// What a cell's value is.
  enum Unit: Sendable {
    case count
    case density
  }

  /// Values read at once: 32 MB.
  private static let blockValues = 4_000_000
  /// More cells over the regions would take over an hour.
  fileprivate static let mostCells = 4_000_000_000
  /// m² that a cell has at least: finer ones count no people.
  fileprivate static let leastCell = 1.0
  /// Parts a side that a cell is cut into at most.
  private static let mostParts = 16

  /// Adds what lies within `bounds` to `tally`.
  ///
  /// - Returns: how many cells had people or none, and how many said nothing.
  /// - Throws: ``GeoIOError/notARaster(path:words:)``, ``GeoIOError/noPeople(path:words:)`` where the
  ///   raster lies elsewhere or says nothing.
  /// - Complexity: O(cells within the bounds); about 1 µs each.
  static func add(
    _ path: String, of unit: Unit, within bounds: GeoBounds, to tally: inout PeopleTally
  ) throws -> (known: Int, silent: Int) {
    try FileBytes.check(path)
    let library = try GDALLibrary.loaded()
    var result: Result<(known: Int, silent: Int), any Error>?
    let (_, words) = try library.quietly { () throws(GeoIOError) in
      guard let raster = OpenRaster(path: path, library: library) else { return }
      do {
        result = .success(try raster.add(unit, within: bounds, to: &tally))
      } catch {
        result = .failure(error)
      }
    }
    guard let result else {
      throw GeoIOError.notARaster(path: path, words: words ?? "GDAL knows no such format")
    }
    let counts = try result.get()
    if let words { throw GeoIOError.notARaster(path: path, words: words) }
    guard counts.known > 0 else {
      throw GeoIOError.noPeople(path: path, words: "none of \(counts.silent) cells there has data")
    }
    return counts
  }

  fileprivate static func parts(area: Double, cellSize: Double) -> Int {
    max(1, min(mostParts, Int(((area * 1e6).squareRoot() / cellSize).rounded(.up))))
  }

  /// Columns and rows of the blocks that a window is read in.
  fileprivate static func block(of width: Int) -> (columns: Int, rows: Int) {
    let columns = max(1, min(width, blockValues))
    return (columns, max(1, blockValues / columns))
  }
}

/// The only owner of one raster that GDAL has open, and of the ways to and from WGS 84.
private struct OpenRaster: ~Copyable {
  private let library: GDALLibrary
  private let dataset: UnsafeMutableRawPointer
  private let band: UnsafeMutableRawPointer
  private let toWGS84: UnsafeMutableRawPointer?
  private let fromWGS84: UnsafeMutableRawPointer?
  private let path: String
  private let size: (width: Int, height: Int)
  /// GDAL's affine transformation: x = g0 + column·g1 + row·g2, y = g3 + column·g4 + row·g5.
  private let affine: [Double]
  private let noData: Double?

  /// GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR.
  private static let flags: UInt32 = 0x02 | 0x40

  /// Nil where GDAL cannot open it.
  init?(path: String, library: GDALLibrary) {
    let functions = library.functions
    let absolute = URL(fileURLWithPath: path).path
    guard let dataset = functions.GDALOpenEx(absolute, Self.flags, nil, nil, nil) else {
      return nil
    }
    guard functions.GDALGetRasterCount(dataset) > 0,
      let band = functions.GDALGetRasterBand(dataset, 1)
    else {
      functions.GDALClose(dataset)
      return nil
    }
    var affine = [Double](repeating: 0, count: 6)
    if functions.GDALGetGeoTransform(dataset, &affine) != 0 { affine = [] }
    self.affine = affine
    var has: Int32 = 0
    let value = functions.GDALGetRasterNoDataValue(band, &has)
    noData = has != 0 ? value : nil
    size = (
      Int(functions.GDALGetRasterXSize(dataset)), Int(functions.GDALGetRasterYSize(dataset))
    )
    var ways: (UnsafeMutableRawPointer?, UnsafeMutableRawPointer?)
    if let text = functions.GDALGetProjectionRef(dataset), text[0] != 0,
      let reference = functions.OSRNewSpatialReference(text)
    {
      functions.OSRSetAxisMappingStrategy(reference, 0)
      ways.0 = WGS84.transformation(from: reference, library: library)
      if let own = WGS84.reference(library) {
        ways.1 = functions.OCTNewCoordinateTransformation(own, reference)
        functions.OSRDestroySpatialReference(own)
      }
      functions.OSRDestroySpatialReference(reference)
    }
    (toWGS84, fromWGS84) = ways
    self.library = library
    self.dataset = dataset
    self.band = band
    self.path = path
  }

  deinit {
    for way in [toWGS84, fromWGS84] {
      if let way { library.functions.OCTDestroyCoordinateTransformation(way) }
    }
    library.functions.GDALClose(dataset)
  }

  borrowing func add(
    _ unit: PopulationRaster.Unit, within bounds: GeoBounds, to tally: inout PeopleTally
  ) throws -> (known: Int, silent: Int) {
    let window = try window(of: bounds)
    try check(window, on: tally.lattice.plane)
    var counts = (known: 0, silent: 0)
    let block = PopulationRaster.block(of: window.columns.count)
    for top in stride(from: window.rows.lowerBound, to: window.rows.upperBound, by: block.rows) {
      for left in stride(
        from: window.columns.lowerBound, to: window.columns.upperBound, by: block.columns)
      {
        let added = try add(
          unit, columns: left..<min(left + block.columns, window.columns.upperBound),
          rows: top..<min(top + block.rows, window.rows.upperBound), to: &tally)
        counts = (counts.known + added.known, counts.silent + added.silent)
      }
    }
    return counts
  }

  /// - Throws: ``GeoIOError/rasterTooFine(path:words:)``.
  private borrowing func check(
    _ window: (columns: Range<Int>, rows: Range<Int>), on plane: ProjectedPlane
  ) throws {
    let cells = Double(window.columns.count) * Double(window.rows.count)
    guard cells <= Double(PopulationRaster.mostCells) else {
      throw GeoIOError.rasterTooFine(
        path: path, words: String(format: "%.3g cells", locale: nil, cells))
    }
    let area = try cellArea(
      column: window.columns.lowerBound + window.columns.count / 2,
      row: window.rows.lowerBound + window.rows.count / 2, on: plane)
    guard area * 1e6 >= PopulationRaster.leastCell else {
      throw GeoIOError.rasterTooFine(path: path, words: "cells of less than a square metre")
    }
  }

  private borrowing func add(
    _ unit: PopulationRaster.Unit, columns: Range<Int>, rows: Range<Int>,
    to tally: inout PeopleTally
  ) throws -> (known: Int, silent: Int) {
    let plane = tally.lattice.plane
    var counts = (known: 0, silent: 0)
    let width = columns.count
    var values = [Double](repeating: 0, count: width * rows.count)
    // 7 is GDT_Float64.
    guard
      library.functions.GDALRasterIO(
        band, 0, Int32(columns.lowerBound), Int32(rows.lowerBound), Int32(width),
        Int32(rows.count), &values, Int32(width), Int32(rows.count), 7, 0, 0) == 0
    else { throw GeoIOError.notARaster(path: path, words: "its cells cannot be read") }
    for (row, line) in rows.enumerated() {
      let area = try cellArea(column: columns.lowerBound + width / 2, row: line, on: plane)
      let parts = PopulationRaster.parts(area: area, cellSize: tally.lattice.cellSize)
      let scale = (unit == .density ? area : 1) / Double(parts * parts)
      var (x, y, people): ([Double], [Double], [Double]) = ([], [], [])
      for column in 0..<width {
        let value = values[row * width + column]
        guard value.isFinite, value >= 0, value != noData, value < 1e12 else {
          counts.silent += 1
          continue
        }
        counts.known += 1
        for part in 0..<parts * parts {
          let (j, i) = part.quotientAndRemainder(dividingBy: parts)
          let at = (
            Double(columns.lowerBound + column) + (Double(i) + 0.5) / Double(parts),
            Double(line) + (Double(j) + 0.5) / Double(parts)
          )
          x.append(affine[0] + at.0 * affine[1] + at.1 * affine[2])
          y.append(affine[3] + at.0 * affine[4] + at.1 * affine[5])
          people.append(value * scale)
        }
      }
      let points = degrees(&x, &y)
      let known = points.indices.filter { points[$0] != nil }
      let positions = points.compactMap(\.self)
      for (place, point) in zip(known.indices, try plane.project(positions)) {
        tally.add(people[known[place]], at: positions[place], point)
      }
    }
    return counts
  }

  /// The raster's own positions in degrees; nil where there is no such place.
  private borrowing func degrees(_ x: inout [Double], _ y: inout [Double]) -> [GeoPoint?] {
    var isThere = [Int32](repeating: 1, count: x.count)
    if let toWGS84, !x.isEmpty {
      _ = library.functions.OCTTransformEx(toWGS84, Int32(x.count), &x, &y, nil, &isThere)
    }
    return x.indices.map { index in
      guard isThere[index] != 0, x[index].isFinite, abs(x[index]) <= 180.001,
        y[index].isFinite, abs(y[index]) <= 90
      else { return nil }
      return GeoPoint(longitude: x[index], latitude: y[index])
    }
  }

  /// Square kilometres of a cell on the equal-area plane.
  private borrowing func cellArea(column: Int, row: Int, on plane: ProjectedPlane) throws
    -> Double
  {
    let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map {
      (Double(column) + $0.0, Double(row) + $0.1)
    }
    var x = corners.map { affine[0] + $0.0 * affine[1] + $0.1 * affine[2] }
    var y = corners.map { affine[3] + $0.0 * affine[4] + $0.1 * affine[5] }
    let points = degrees(&x, &y).compactMap(\.self)
    return points.count == 4 ? abs(try plane.project(points).signedArea) / 1e6 : 0
  }

  /// The cells that may lie within `bounds`.
  private borrowing func window(of bounds: GeoBounds) throws -> (
    columns: Range<Int>, rows: Range<Int>
  ) {
    guard affine.count == 6 else {
      throw GeoIOError.notARaster(path: path, words: "it does not say where it lies")
    }
    let determinant = affine[1] * affine[5] - affine[2] * affine[4]
    guard determinant != 0, determinant.isFinite else {
      throw GeoIOError.notARaster(path: path, words: "its cells have no size")
    }
    let steps = 20
    var (x, y): ([Double], [Double]) = ([], [])
    for i in 0...steps {
      for j in 0...steps {
        x.append(bounds.west + (bounds.east - bounds.west) * Double(i) / Double(steps))
        y.append(bounds.south + (bounds.north - bounds.south) * Double(j) / Double(steps))
      }
    }
    var isThere = [Int32](repeating: 1, count: x.count)
    if let fromWGS84 {
      _ = library.functions.OCTTransformEx(fromWGS84, Int32(x.count), &x, &y, nil, &isThere)
    }
    var columns = (low: Double.infinity, high: -Double.infinity)
    var rows = columns
    for index in x.indices where isThere[index] != 0 && x[index].isFinite && y[index].isFinite {
      let (east, north) = (x[index] - affine[0], y[index] - affine[3])
      let column = (east * affine[5] - north * affine[2]) / determinant
      let row = (north * affine[1] - east * affine[4]) / determinant
      columns = (min(columns.low, column), max(columns.high, column))
      rows = (min(rows.low, row), max(rows.high, row))
    }
    func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
      // Between the points of the grid a curved side may reach further.
      let margin = 2 + (high - low) / 50
      guard low.isFinite, high.isFinite else { return 0..<0 }
      let from = max(0, min(Double(count), (low - margin).rounded(.down)))
      let to = max(0, min(Double(count), (high + margin).rounded(.up)))
      return Int(from)..<Int(to)
    }
    let window = (
      range(columns.low, columns.high, size.width), range(rows.low, rows.high, size.height)
    )
    guard !window.0.isEmpty, !window.1.isEmpty else {
      throw GeoIOError.noPeople(path: path, words: "the raster lies elsewhere")
    }
    return window
  }
}
