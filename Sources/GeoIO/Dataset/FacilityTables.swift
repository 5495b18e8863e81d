public import Geometry
public import Shapes

/// A point that serves people, as a table has it.
public struct FacilityRow: Hashable, Sendable {
  /// `airport`, `river port`; of a station the class of its best line: `HSR`, `intercity`.
  public var kind: String
  public var code: String
  public var name: PlaceName
  public var position: GeoPoint
  /// What it offers; 1 where no column says.
  public var supply: Double
}

extension DatasetFolder {
  /// Airports, ports and freight stations of `facilities.csv`.
  public func facilities() throws -> [FacilityRow] {
    let table = try table("facilities.csv")
    let (code, kind, chinese, english, x, y) = (
      try table.column("id"), try table.column("kind"), try table.column("name_zh"),
      try table.column("name_en"), try table.column("lon"), try table.column("lat")
    )
    return try (0..<table.rowCount).map { row in
      FacilityRow(
        kind: try table.text(row, kind), code: try table.text(row, code),
        name: PlaceName(
          chinese: try table.text(row, chinese), english: try table.text(row, english)),
        position: try table.position(row, longitude: x, latitude: y), supply: 1)
    }
  }

  /// Railway stations, each with the class of its best line: HSR, intercity, then conventional.
  public func stations() throws -> [FacilityRow] {
    let lines = try table("rail_lines.csv")
    let (line, lineClass) = (try lines.column("line_id"), try lines.column("class"))
    var classOfLine: [String: String] = [:]
    for row in 0..<lines.rowCount {
      classOfLine[try lines.text(row, line)] = try lines.text(row, lineClass)
    }
    let segments = try table("rail_segments.csv")
    let (segmentLine, ends) = (
      try segments.column("line_id"),
      [try segments.column("from_id"), try segments.column("to_id")]
    )
    var classes: [String: Set<String>] = [:]
    for row in 0..<segments.rowCount {
      guard let found = classOfLine[try segments.text(row, segmentLine)] else { continue }
      for end in ends { classes[try segments.text(row, end), default: []].insert(found) }
    }
    let ranked = ["HSR", "intercity", "conventional"]
    let table = try table("rail_stations.csv")
    let (code, chinese, english, x, y) = (
      try table.column("station_id"), try table.column("name_zh"), try table.column("name_en"),
      try table.column("lon"), try table.column("lat")
    )
    return try (0..<table.rowCount).map { row in
      let id = try table.text(row, code)
      return FacilityRow(
        kind: ranked.first { classes[id]?.contains($0) == true } ?? "conventional", code: id,
        name: PlaceName(
          chinese: try table.text(row, chinese) + "站",
          english: try table.text(row, english) + " station"),
        position: try table.position(row, longitude: x, latitude: y), supply: 1)
    }
  }
}

extension FacilityRow {
  /// Points of a user's layer: a CSV table with `lon`, `lat` and, where there are, `name`, `code`
  /// and `supply`, or the points of a GeoJSON file with these properties.
  public static func read(_ path: String) throws -> [FacilityRow] {
    path.lowercased().hasSuffix(".csv")
      ? try read(CSVTable(path: path)) : try read(GeoJSONLayer(path: path), path: path)
  }

  private static func read(_ table: CSVTable) throws -> [FacilityRow] {
    let (x, y) = (try table.column("lon"), try table.column("lat"))
    func text(_ name: String, _ row: Int) throws -> String? {
      try table.columns.firstIndex(of: name).map { try table.text(row, $0) }
    }
    let supply = table.columns.firstIndex(of: "supply")
    return try (0..<table.rowCount).map { row in
      let code = try text("code", row) ?? "\(row + 1)"
      let name = try text("name", row) ?? code
      let offered = try supply.map { try table.number(row, $0) } ?? 1
      if let supply, offered < 0 {
        throw table.badValue(row, supply, expected: "0 or more")
      }
      return FacilityRow(
        kind: "layer", code: code, name: PlaceName(chinese: name, english: name),
        position: try table.position(row, longitude: x, latitude: y), supply: offered)
    }
  }

  private static func read(_ layer: GeoJSONLayer, path: String) throws -> [FacilityRow] {
    try layer.features.enumerated().flatMap { index, feature in
      let code = feature.properties["code"] ?? "\(index + 1)"
      let name = feature.properties["name"] ?? code
      let supply = try feature.properties["supply"].map { text in
        guard let number = Double(text), number.isFinite, number >= 0 else {
          throw GeoIOError.badValue(
            text, column: "supply", row: index + 1, path: path, expected: "0 or more")
        }
        return number
      }
      return feature.points.map { point in
        FacilityRow(
          kind: "layer", code: code, name: PlaceName(chinese: name, english: name),
          position: point, supply: supply ?? 1)
      }
    }
  }
}
