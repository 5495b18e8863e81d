import Geometry
import Shapes

/// Tables that a dataset made of a user's own files may have beside those of the embedded one:
/// people on cells, columns of figures, places by name.
struct OwnTables {
  let folder: DatasetFolder

  /// People where they were counted, from `counted.csv` (`adcode,column,row,people`).
  ///
  /// `cell` is the side of its cells over `plane` in metres; nil comes of a dataset without such a
  /// table.
  ///
  /// - Throws: ``GeoIOError/badValue(_:column:row:path:expected:)``, also where a cell lies off its
  ///   county, or a county's cells do not sum to its people.
  func counted(
    in counties: [County], cell: @autoclosure () throws -> Double, plane: ProjectedPlane
  ) throws -> CountedPeople? {
    guard folder.has("counted.csv") else { return nil }
    let table = try folder.table("counted.csv")
    let (code, people) = (try table.column("adcode"), try table.column("people"))
    let (column, row) = (try table.column("column"), try table.column("row"))
    let index = Dictionary(uniqueKeysWithValues: counties.enumerated().map { ($1.code, $0) })
    var rowsOf = [[Int]](repeating: [], count: counties.count)
    for line in 0..<table.rowCount {
      guard let county = index[try table.text(line, code)] else {
        throw table.badValue(line, code, expected: "a code of regions.geojson")
      }
      rowsOf[county].append(line)
    }
    var counted = CountedPeople(
      cellSize: try cell(), first: [0], columns: [], rows: [], people: [])
    for (county, lines) in zip(counties, rowsOf) {
      let places =
        lines.isEmpty ? nil : try CellRange(around: county, side: counted.cellSize, on: plane)
      func place(_ line: Int, _ column: Int, _ range: ClosedRange<Double>?) throws -> Int32 {
        let value = try table.number(line, column)
        guard range?.contains(value) == true, value == value.rounded() else {
          throw table.badValue(
            line, column, expected: "a cell of the lattice that lies on \(county.code)")
        }
        return Int32(value)
      }
      var sum = 0
      for line in lines {
        counted.columns.append(try place(line, column, places?.columns))
        counted.rows.append(try place(line, row, places?.rows))
        let here = try table.whole(line, people, below: RegionTables.mostPeople)
        counted.people.append(UInt32(here))
        sum += here
      }
      counted.first.append(UInt32(counted.people.count))
      if let line = lines.first, sum != county.people ?? 0 {
        throw table.badValue(
          line, people,
          expected: "cells of \(county.code) that sum to its \(county.people ?? 0) people, not to "
            + "\(sum)")
      }
    }
    return counted
  }

  /// Cells that may lie on a county: its box over the plane and a tenth more on each side, for straight
  /// sides in degrees are bent there.
  private struct CellRange {
    var columns: ClosedRange<Double>
    var rows: ClosedRange<Double>

    /// Half the Earth's girth in cells of a metre.
    private static let farthest = 20_100_000.0

    init(around county: County, side: Double, on plane: ProjectedPlane) throws {
      let corners = try plane.project(county.polygons.flatMap(\.outer))
      func range(_ values: [Double]) -> ClosedRange<Double> {
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        let margin = 2 * side + (high - low) / 10
        func cell(_ value: Double) -> Double {
          min(Self.farthest, max(-Self.farthest, (value / side).rounded(.down)))
        }
        return cell(low - margin)...cell(high + margin)
      }
      columns = range(corners.map(\.x))
      rows = range(corners.map(\.y))
    }
  }

  /// A user's own columns, from `figures.csv`: `adcode` and a column a figure; none where there is no
  /// such table.
  func figures(of counties: [County]) throws -> [UnitFigures] {
    guard folder.has("figures.csv") else { return [] }
    let table = try folder.table("figures.csv")
    guard try table.column("adcode") == 0 else {
      throw GeoIOError.missingColumn("adcode", path: table.path, found: table.columns)
    }
    let index = Dictionary(uniqueKeysWithValues: counties.enumerated().map { ($1.code, $0) })
    var figures = table.columns.dropFirst().map {
      UnitFigures(name: $0, values: Array(repeating: nil, count: counties.count))
    }
    for row in 0..<table.rowCount {
      guard let county = index[try table.text(row, 0)] else {
        throw table.badValue(row, 0, expected: "a code of regions.geojson")
      }
      for figure in figures.indices where !table.isEmpty(row, figure + 1) {
        let value = try table.number(row, figure + 1)
        guard value >= 0 else {
          throw table.badValue(row, figure + 1, expected: "a number of 0 or more")
        }
        figures[figure].values[county] = value
      }
    }
    return figures
  }

  /// Towns and villages that are points with names, from `named_places.csv`
  /// (`name,name_zh,name_en,kind,lon,lat`); none where there is no such table.
  func places() throws -> [NamedPlace] {
    guard folder.has("named_places.csv") else { return [] }
    let table = try folder.table("named_places.csv")
    let (local, kind) = (try table.column("name"), try table.column("kind"))
    let (chinese, english) = (try table.column("name_zh"), try table.column("name_en"))
    let (x, y) = (try table.column("lon"), try table.column("lat"))
    return try (0..<table.rowCount).map { row in
      guard let kind = NamedPlace.Kind(rawValue: try table.text(row, kind)) else {
        throw table.badValue(
          row, kind,
          expected: NamedPlace.Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return NamedPlace(
        name: PlaceName(
          chinese: try table.text(row, chinese), english: try table.text(row, english)),
        localName: try table.text(row, local), kind: kind,
        position: try table.position(row, longitude: x, latitude: y))
    }
  }
}
