import Foundation
public import Geometry

extension DatasetFolder {
  /// Opening dates from `openings.csv`; none where the dataset has no such table.
  public func openings() throws -> [Opening] {
    guard FileManager.default.fileExists(atPath: file("openings.csv")) else { return [] }
    let table = try table("openings.csv")
    let (name, code, mode) = (
      try table.column("name_zh"), try table.column("code"), try table.column("mode")
    )
    let (from, to, opened) = (
      try table.column("from_zh"), try table.column("to_zh"), try table.column("opened")
    )
    return try (0..<table.rowCount).map { row in
      let opening = Opening(
        name: try table.text(row, name), code: try table.text(row, code),
        isRoad: try table.text(row, mode) == "road", from: try table.text(row, from),
        to: try table.text(row, to), date: try table.text(row, opened))
      guard opening.year != nil else {
        throw table.badValue(row, opened, expected: "a date as in 2022-11")
      }
      return opening
    }
  }

  /// What a kilometre costs, from `unit_costs.csv`; none where the dataset has no such table.
  public func unitCosts() throws -> [UnitCost] {
    guard FileManager.default.fileExists(atPath: file("unit_costs.csv")) else { return [] }
    let table = try table("unit_costs.csv")
    let (name, terrain, dated, median) = (
      try table.column("class"), try table.column("terrain"), try table.column("figure_dated"),
      try table.column("median_yi_per_km")
    )
    return try (0..<table.rowCount).map { row in
      UnitCost(
        kind: try table.text(row, name), terrain: try table.text(row, terrain),
        dated: try table.text(row, dated), perKilometer: try table.number(row, median))
    }
  }
}
