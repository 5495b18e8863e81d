import Geometry

// Sections that a dataset has only where people were counted, or a user's tables were added.
extension SectionWriter {
  mutating func add(_ counted: CountedPeople) {
    add("counted.cell", [counted.cellSize])
    add("counted.first", counted.first)
    add("counted.column", counted.columns.map { Int64($0) })
    add("counted.row", counted.rows.map { Int64($0) })
    add("counted.people", counted.people)
  }

  /// Nothing said is written as NaN.
  mutating func add(_ figures: [UnitFigures]) {
    add("figure.name", texts: figures.map(\.name))
    add("figure.value", figures.flatMap { $0.values.map { $0 ?? .nan } })
  }
}

extension SectionReader {
  /// - Throws: ``GeoIOError/damagedDataset(path:words:)`` also where cells do not sum to the counties'
  ///   people.
  func counted(_ counties: [County]) throws(GeoIOError) -> CountedPeople? {
    guard names.contains("counted.cell") else { return nil }
    let cell: [Double] = try values("counted.cell", count: 1)
    let first: [UInt32] = try values("counted.first", count: counties.count + 1)
    let people: [UInt32] = try values("counted.people")
    let columns: [Int64] = try values("counted.column", count: people.count)
    let rows: [Int64] = try values("counted.row", count: people.count)
    // Half the Earth's girth in cells of a metre.
    let places: ClosedRange<Int64> = -20_100_000...20_100_000
    guard Dataset.cellSizes.contains(cell[0]), first.first == 0,
      Int(first[counties.count]) == people.count,
      zip(first, first.dropFirst()).allSatisfy({ $0 <= $1 }),
      (columns + rows).allSatisfy(places.contains)
    else { throw damaged("its counted people lie on no lattice") }
    let counted = CountedPeople(
      cellSize: cell[0], first: first, columns: columns.map { Int32($0) },
      rows: rows.map { Int32($0) }, people: people)
    for (index, county) in counties.enumerated() {
      let cells = counted.cells(of: index)
      guard cells.isEmpty || cells.reduce(0, { $0 + Int(people[$1]) }) == county.people ?? 0 else {
        throw damaged("the cells of county \(county.code) do not sum to its people")
      }
    }
    return counted
  }

  func figures(counties: Int) throws(GeoIOError) -> [UnitFigures] {
    guard names.contains("figure.name") else { return [] }
    let texts = try self.texts("figure.name")
    let values: [Double] = try values("figure.value", count: texts.count * counties)
    guard values.allSatisfy({ $0.isNaN || ($0 >= 0 && $0.isFinite) }) else {
      throw damaged("a figure of a table is below 0")
    }
    return texts.enumerated().map { index, name in
      UnitFigures(
        name: name,
        values: values[index * counties..<(index + 1) * counties].map { $0.isNaN ? nil : $0 })
    }
  }
}
