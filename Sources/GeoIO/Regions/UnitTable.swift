import Geometry

/// What a table brought to a dataset's counties.
public struct UnitTableCounts: Hashable, Sendable {
  public var path: String
  /// Columns of numbers that were taken, with how many counties have a figure.
  public var columns: [(name: String, counties: Int)]
  /// Columns that hold no numbers.
  public var leftOut: [String]
  public var unmatched: [String]
  /// Counties that no row speaks of, by name.
  public var without: [String]

  public static func == (left: Self, right: Self) -> Bool {
    left.path == right.path && left.columns.elementsEqual(right.columns, by: ==)
      && left.leftOut == right.leftOut && left.unmatched == right.unmatched
      && left.without == right.without
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

extension Dataset {
  /// Adds every column of a table that holds numbers to the counties its rows name.
  ///
  /// - Throws: ``GeoIOError``: no unit named, a county twice, a number below 0, a column that is there
  ///   already, no column of numbers.
  mutating func addTable(
    _ path: String, own: RegionFile.Counts?
  ) throws(GeoIOError) -> UnitTableCounts {
    let table = try PlanTable(path: path)
    let join = try UnitJoin(table, in: region, simplified: simplified, own: own)
    var counts = UnitTableCounts(
      path: path, columns: [], leftOut: [], unmatched: join.unmatched,
      without: zip(region.counties, join.rowOfCounty).filter { $0.1 == nil }.map(\.0.name.chinese))
    for (column, name) in table.columns.enumerated()
    where !join.keyColumns.contains(column) && !name.isEmpty {
      let rows = join.rowOfCounty.compactMap(\.self).filter { table.rows[$0][column] != nil }
      let numbers = rows.filter { table.number($0, column) != nil }
      // One figure that is none is a mistake in a column of figures; many make a column of words.
      guard !numbers.isEmpty, 2 * numbers.count > rows.count else {
        counts.leftOut.append(name)
        continue
      }
      guard !region.figures.contains(where: { $0.name == name }),
        !["people", "urban"].contains(name)
      else { throw .columnTwice(name, path: path) }
      var values = [Double?](repeating: nil, count: region.counties.count)
      for (county, row) in join.rowOfCounty.enumerated() {
        guard let row, table.rows[row][column] != nil else { continue }
        guard let value = table.number(row, column), value >= 0 else {
          throw table.badValue(row, column, expected: "a number of 0 or more")
        }
        values[county] = value
      }
      region.figures.append(UnitFigures(name: name, values: values))
      counts.columns.append((name, values.count { $0 != nil }))
    }
    guard !counts.columns.isEmpty else {
      throw .noUnitColumn(
        "numbers", option: "a column of figures", path: path, found: table.columns)
    }
    return counts
  }
}
