public import Shapes

extension Region {
  /// The middle of a county's densest square kilometre, by people as they were counted; nil where
  /// they were not.
  ///
  /// - Complexity: O(cells of the county).
  public func densestPoint(of county: Int, on plane: ProjectedPlane) throws -> GeoPoint? {
    guard let counted, !counted.cells(of: county).isEmpty else { return nil }
    // Squares of about a kilometre: single cells are as often barracks or a school.
    let side = max(1, Int32((1_000 / counted.cellSize).rounded()))
    var squares: [LatticeCell: (people: Int, x: Double, y: Double)] = [:]
    for cell in counted.cells(of: county) {
      let (column, row) = (counted.columns[cell], counted.rows[cell])
      let people = Double(counted.people[cell])
      let square = LatticeCell(
        column: Int((Double(column) / Double(side)).rounded(.down)),
        row: Int((Double(row) / Double(side)).rounded(.down)))
      var sum = squares[square] ?? (0, 0, 0)
      sum.people += Int(counted.people[cell])
      sum.x += people * (Double(column) + 0.5) * counted.cellSize
      sum.y += people * (Double(row) + 0.5) * counted.cellSize
      squares[square] = sum
    }
    let best = squares.max {
      ($0.value.people, $1.key.row, $1.key.column) < ($1.value.people, $0.key.row, $0.key.column)
    }?.value
    guard let best, best.people > 0 else { return nil }
    let count = Double(best.people)
    return try plane.unproject([PlanePoint(x: best.x / count, y: best.y / count)]).first
  }
}
