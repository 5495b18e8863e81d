import Foundation
public import Geometry
import Shapes

/// Facilities from a table with `lon` and `lat`, or from the points of a GeoJSON layer.
///
/// Where there are such columns or properties, `kind` (or `amenity`) tells what each is, `code` (or
/// `id`), `name_zh`, `name_en` or `name` which, and `supply` what it offers. Without a kind the
/// file's name stands for it, without a name the code or the row's number.
public struct FacilityFile: Sendable {
  public let facilities: [Facility]

  /// - Throws: ``GeoIOError`` with line and value, or where the file holds no point.
  public init(path: String) throws {
    let kind = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    facilities =
      [".geojson", ".json"].contains(where: path.lowercased().hasSuffix)
      ? try Self.layer(path, kind: kind) : try Self.table(CSVTable(path: path), kind: kind)
    guard !facilities.isEmpty else { throw GeoIOError.noPoints(path: path) }
  }

  static func table(_ table: CSVTable, kind: String) throws -> [Facility] {
    let (x, y) = (try table.column("lon"), try table.column("lat"))
    let supply = table.columns.firstIndex(of: "supply")
    return try (0..<table.rowCount).map { row in
      let offered =
        if let supply { try table.number(row, supply) } else { 1.0 }
      if let supply, !Facility.supplies.contains(offered) {
        throw table.badValue(row, supply, expected: "0 to 10^12")
      }
      return try Facility(
        row: row, kind: kind, position: table.position(row, longitude: x, latitude: y),
        supply: offered
      ) { name in
        try table.columns.firstIndex(of: name).map { try table.text(row, $0) }
      }
    }
  }

  private static func layer(_ path: String, kind: String) throws -> [Facility] {
    try GeoJSONLayer(path: path).features.enumerated().flatMap { index, feature in
      let supply = try feature.properties["supply"].map { text in
        guard let number = Double(text), Facility.supplies.contains(number) else {
          throw GeoIOError.badValue(
            text, column: "supply", row: index + 1, path: path, expected: "0 to 10^12")
        }
        return number
      }
      return feature.points.map { point in
        Facility(row: index, kind: kind, position: point, supply: supply ?? 1) {
          feature.properties[$0]
        }
      }
    }
  }
}

extension Facility {
  /// What a facility may offer, in its own units: more is a mistake.
  static let supplies = 0.0...1e12

  /// A facility by what its row's columns say; what is empty counts as not there.
  fileprivate init<Failure: Error>(
    row: Int, kind: String, position: GeoPoint, supply: Double,
    text: (String) throws(Failure) -> String?
  ) throws(Failure) {
    func first(_ names: [String]) throws(Failure) -> String? {
      for name in names {
        if let found = try text(name), !found.isEmpty { return found }
      }
      return nil
    }
    let kind = try first(["kind", "amenity"]) ?? kind
    let code = try first(["code", "id"])
    let name = try first(["name_zh", "name", "name_en"]) ?? code ?? "\(kind) \(row + 1)"
    self.init(
      kind: kind, code: code,
      name: PlaceName(chinese: name, english: try first(["name_en"]) ?? name),
      position: position, supply: supply)
  }
}

extension DatasetFolder {
  /// Airports, ports and freight stations of `facilities.csv`; a dataset without it has none.
  func facilities() throws -> [Facility] {
    guard has("facilities.csv") else { return [] }
    return try FacilityFile.table(table("facilities.csv"), kind: "facility")
  }
}
