import Geometry
import Shapes

/// Railways as they are drawn, from `rail_lines.csv`, `rail_segments.csv`, `rail_stations.csv`.
struct RailTables {
  let folder: DatasetFolder

  /// One corridor a line, in the file's order; segments of a line run in order.
  func corridors() throws -> [Corridor] {
    let stations = try stationPositions()
    let lines = try folder.table("rail_lines.csv")
    let (id, chinese, english) = (
      try lines.column("line_id"), try lines.column("name_zh"), try lines.column("name_en")
    )
    let known = Set(try (0..<lines.rowCount).map { try lines.text($0, id) })
    let segments = try folder.table("rail_segments.csv")
    let (line, from, to) = (
      try segments.column("line_id"), try segments.column("from_id"), try segments.column("to_id")
    )
    var drawn: [String: [[GeoPoint]]] = [:]
    for row in 0..<segments.rowCount {
      guard let start = stations[try segments.text(row, from)],
        let end = stations[try segments.text(row, to)]
      else { throw segments.badValue(row, from, expected: "stations of rail_stations.csv") }
      let code = try segments.text(row, line)
      guard known.contains(code) else {
        throw segments.badValue(row, line, expected: "a line of rail_lines.csv")
      }
      var parts = drawn[code] ?? []
      if parts.last?.last == start {
        parts[parts.count - 1].append(end)
      } else {
        parts.append([start, end])
      }
      drawn[code] = parts
    }
    return try (0..<lines.rowCount).map { row in
      let code = try lines.text(row, id)
      return Corridor(
        code: code,
        name: PlaceName(
          chinese: try lines.text(row, chinese), english: try lines.text(row, english)),
        kind: .rail, lines: drawn[code] ?? [])
    }
  }

  private func stationPositions() throws -> [String: GeoPoint] {
    let table = try folder.table("rail_stations.csv")
    let (id, x, y) = (
      try table.column("station_id"), try table.column("lon"), try table.column("lat")
    )
    var positions: [String: GeoPoint] = [:]
    for row in 0..<table.rowCount {
      positions[try table.text(row, id)] = try table.position(row, longitude: x, latitude: y)
    }
    return positions
  }
}
