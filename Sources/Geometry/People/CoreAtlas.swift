public import Shapes

/// All urban cores of a region, found once.
///
/// A question about single places needs the cores there only, but one about every county needs
/// people all over the region to know them. The atlas is what remains of that: it depends on the
/// region, the lattice, the model of people and the roads they live along, and on nothing else.
public struct CoreAtlas: Hashable, Sendable {
  /// Ordered by their first cell.
  public let cores: [UrbanCore]
  /// Every core's cells, row by row from the south-west, with the core of each.
  private let cells: [Entry]

  private struct Entry: Hashable, Sendable {
    var row: Int
    var column: Int
    var core: Int
  }

  /// - Precondition: no cell belongs to two cores.
  /// - Complexity: O(cells · log cells).
  public init(_ cores: [UrbanCore]) {
    self.cores = cores
    cells = cores.indices
      .flatMap { core in
        cores[core].cells.map { Entry(row: $0.row, column: $0.column, core: core) }
      }
      .sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// The cores with a cell in `window`, whole, in order.
  ///
  /// - Complexity: O(rows · log cells + cells found).
  func cores(touching window: LatticeWindow) -> [UrbanCore] {
    guard !window.isEmpty else { return [] }
    var found: Set<Int> = []
    for row in window.rows {
      var index = firstIndex(row: row, column: window.columns.lowerBound)
      while index < cells.count, cells[index].row == row,
        cells[index].column < window.columns.upperBound
      {
        found.insert(cells[index].core)
        index += 1
      }
    }
    return found.sorted().map { cores[$0] }
  }

  /// The first entry at or behind a cell.
  private func firstIndex(row: Int, column: Int) -> Int {
    var range = cells.startIndex..<cells.endIndex
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if (cells[middle].row, cells[middle].column) < (row, column) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
