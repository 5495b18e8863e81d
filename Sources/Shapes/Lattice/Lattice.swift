/// Square cells over an equal-area plane, anchored at its origin.
///
/// Cell (column, row) covers `column × cellSize ..< (column + 1) × cellSize` eastwards, rows going
/// north. The lattice belongs to a dataset; a question only chooses a ``LatticeWindow`` of it.
public struct Lattice: Hashable, Sendable {
  public let plane: ProjectedPlane
  /// Side of a cell in metres.
  public let cellSize: Double

  /// Sub-samples along a side of a cell: counts of crossed cells come from 8 × 8 of them.
  public static let subdivision = 8

  /// More cells than any question needs on 24 GiB; a wrong extent is refused, not tried.
  public static let cellLimit = 60_000_000

  public init(plane: ProjectedPlane, cellSize: Double) {
    precondition(cellSize > 0)
    self.plane = plane
    self.cellSize = cellSize
  }

  /// Square kilometres of a cell: the same everywhere, for the plane is equal-area.
  public var cellArea: Double { cellSize * cellSize / 1e6 }

  /// The smallest window that covers `points`, widened by `margin` cells on every side.
  public func window(around points: [PlanePoint], margin: Int = 0) throws(ShapeError)
    -> LatticeWindow
  {
    guard let first = points.first else { return LatticeWindow(columns: 0..<0, rows: 0..<0) }
    var (west, east, south, north) = (first.x, first.x, first.y, first.y)
    for point in points {
      west = min(west, point.x)
      east = max(east, point.x)
      south = min(south, point.y)
      north = max(north, point.y)
    }
    let columns = (east - west) / cellSize + Double(2 * margin) + 2
    let rows = (north - south) / cellSize + Double(2 * margin) + 2
    guard columns * rows <= Double(Self.cellLimit) else {
      throw .extentTooLarge(cells: Int(columns * rows), limit: Self.cellLimit)
    }
    return LatticeWindow(
      columns: Int((west / cellSize).rounded(.down)) - margin..<Int(
        (east / cellSize).rounded(.down)) + 1 + margin,
      rows: Int((south / cellSize).rounded(.down)) - margin..<Int(
        (north / cellSize).rounded(.down)) + 1 + margin)
  }

  public func cell(at point: PlanePoint) -> LatticeCell {
    LatticeCell(
      column: Int((point.x / cellSize).rounded(.down)),
      row: Int((point.y / cellSize).rounded(.down)))
  }

  public func centre(of cell: LatticeCell) -> PlanePoint {
    PlanePoint(
      x: (Double(cell.column) + 0.5) * cellSize, y: (Double(cell.row) + 0.5) * cellSize)
  }

  /// The south-western corner of the cell (column, row).
  public func corner(column: Int, row: Int) -> PlanePoint {
    PlanePoint(x: Double(column) * cellSize, y: Double(row) * cellSize)
  }

  /// The positions of all corners of `window`, row by row from the south-west.
  public func corners(of window: LatticeWindow) throws(ShapeError) -> [GeoPoint] {
    var points: [PlanePoint] = []
    points.reserveCapacity(window.cornerCount)
    for row in window.rows.lowerBound...window.rows.upperBound {
      for column in window.columns.lowerBound...window.columns.upperBound {
        points.append(corner(column: column, row: row))
      }
    }
    return try plane.unproject(points)
  }
}

public struct LatticeCell: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells of a ``Lattice``.
public struct LatticeWindow: Hashable, Sendable {
  public var columns: Range<Int>
  public var rows: Range<Int>

  public init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  @inlinable public var isEmpty: Bool { columns.isEmpty || rows.isEmpty }
  @inlinable public var cellCount: Int { columns.count * rows.count }
  /// Corners in a row: one more than cells.
  @inlinable public var cornerColumns: Int { columns.count + 1 }
  @inlinable public var cornerCount: Int { (columns.count + 1) * (rows.count + 1) }

  @inlinable
  public func contains(_ cell: LatticeCell) -> Bool {
    columns.contains(cell.column) && rows.contains(cell.row)
  }

  /// Where `cell` stands in arrays that run row by row from the south-west.
  @inlinable
  public func index(of cell: LatticeCell) -> Int {
    (cell.row - rows.lowerBound) * columns.count + cell.column - columns.lowerBound
  }

  @inlinable
  public func cell(at index: Int) -> LatticeCell {
    LatticeCell(
      column: columns.lowerBound + index % columns.count,
      row: rows.lowerBound + index / columns.count)
  }

  /// Where the corner (column, row) stands among ``Lattice/corners(of:)``.
  @inlinable
  public func cornerIndex(column: Int, row: Int) -> Int {
    (row - rows.lowerBound) * cornerColumns + column - columns.lowerBound
  }

  public func intersection(_ other: LatticeWindow) -> LatticeWindow {
    LatticeWindow(columns: columns.clamped(to: other.columns), rows: rows.clamped(to: other.rows))
  }

  public func intersects(_ other: LatticeWindow) -> Bool {
    columns.overlaps(other.columns) && rows.overlaps(other.rows)
  }

  public func union(_ other: LatticeWindow) -> LatticeWindow {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return LatticeWindow(
      columns: min(
        columns.lowerBound, other.columns.lowerBound)..<max(
          columns.upperBound, other.columns.upperBound),
      rows: min(
        rows.lowerBound, other.rows.lowerBound)..<max(
          rows.upperBound, other.rows.upperBound))
  }

  public func expanded(by cells: Int) -> LatticeWindow {
    LatticeWindow(
      columns: columns.lowerBound - cells..<columns.upperBound + cells,
      rows: rows.lowerBound - cells..<rows.upperBound + cells)
  }
}
