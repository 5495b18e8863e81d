import Shapes

/// People as they were counted: by the cells of one lattice over the dataset's plane, each county's
/// own.
///
/// A cell on a border stands once for each county that has people there.
public struct CountedPeople: Hashable, Sendable {
  /// Metres a side of a cell.
  public var cellSize: Double
  /// Cells of county c: `first[c]..<first[c + 1]`; none for a county that was not counted so.
  public var first: [UInt32]
  public var columns: [Int32]
  public var rows: [Int32]
  public var people: [UInt32]

  public init(
    cellSize: Double, first: [UInt32], columns: [Int32], rows: [Int32], people: [UInt32]
  ) {
    self.cellSize = cellSize
    self.first = first
    self.columns = columns
    self.rows = rows
    self.people = people
  }

  /// Positions of a county's cells in the arrays.
  public func cells(of county: Int) -> Range<Int> {
    Int(first[county])..<Int(first[county + 1])
  }

  /// A county's people on the cells of any lattice over the same plane, as they would have to be
  /// rounded.
  ///
  /// Within one of its own cells people are even over the county's sub-samples. Cells that have
  /// none, as when a lattice is coarser than a strip of ground, are made up for in proportion.
  ///
  /// - Returns: people a cell, in the order of `places`, nil where the county has no such cells.
  /// - Complexity: O(sub-samples).
  func spread(
    county: Int, places: [UInt32], masks: [UInt64], window: LatticeWindow, lattice: Lattice
  ) -> [Double]? {
    let cells = cells(of: county)
    guard !cells.isEmpty else { return nil }
    let box = LatticeWindow(
      columns: Int(columns[cells].min() ?? 0)..<Int(columns[cells].max() ?? 0) + 1,
      rows: Int(rows[cells].min() ?? 0)..<Int(rows[cells].max() ?? 0) + 1)
    var own = [Double](repeating: 0, count: box.cellCount)
    for cell in cells {
      own[box.index(of: LatticeCell(column: Int(columns[cell]), row: Int(rows[cell])))] +=
        Double(people[cell])
    }
    let step = lattice.cellSize / Double(Lattice.subdivision)
    /// Calls `body` with each sub-sample of the county: its place and the counted cell it lies in.
    func forEachSample(_ body: (Int, Int) -> Void) {
      for (index, place) in places.enumerated() {
        let cell = window.cell(at: Int(place))
        let corner = lattice.corner(column: cell.column, row: cell.row)
        for bit in 0..<64 where masks[index] & (1 << UInt64(bit)) != 0 {
          let (j, i) = bit.quotientAndRemainder(dividingBy: Lattice.subdivision)
          let counted = LatticeCell(
            column: Int(((corner.x + (Double(i) + 0.5) * step) / cellSize).rounded(.down)),
            row: Int(((corner.y + (Double(j) + 0.5) * step) / cellSize).rounded(.down)))
          if box.contains(counted) { body(index, box.index(of: counted)) }
        }
      }
    }
    var samples = [UInt32](repeating: 0, count: own.count)
    forEachSample { samples[$1] += 1 }
    var wanted = [Double](repeating: 0, count: places.count)
    forEachSample { place, cell in wanted[place] += own[cell] / Double(samples[cell]) }
    let (sum, total) = (wanted.reduce(0, +), own.reduce(0, +))
    guard sum > 0 else {
      let area = Double(masks.reduce(0) { $0 + $1.nonzeroBitCount })
      return masks.map { total * Double($0.nonzeroBitCount) / max(1, area) }
    }
    return wanted.map { $0 * total / sum }
  }
}
