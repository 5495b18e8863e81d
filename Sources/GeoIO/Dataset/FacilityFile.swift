import Foundation
public import Geometry
public import Shapes

/// Facilities from a table (`kind,lon,lat`, with `name` or `name_zh` and `name_en` if known) or from
/// the points of a GeoJSON layer with the same properties.
public struct FacilityFile: Sendable {
  /// One facility as it is listed.
  public struct Entry: Hashable, Sendable {
    public var kind: String
    public var code: String?
    public var name: PlaceName
    public var position: GeoPoint
  }

  public let entries: [Entry]

  public init(path: String) throws {
    entries =
      [".geojson", ".json"].contains(where: path.lowercased().hasSuffix)
      ? try Self.layer(path) : try Self.table(path)
  }

  private static func table(_ path: String) throws -> [Entry] {
    let table = try CSVTable(path: path)
    let (kind, x, y) = (
      try table.column("kind"), try table.column("lon"), try table.column("lat")
    )
    func column(_ names: [String]) -> Int? {
      names.lazy.compactMap { table.columns.firstIndex(of: $0) }.first
    }
    let (chinese, english, code) = (
      column(["name_zh", "name"]), column(["name_en", "name", "name_zh"]), column(["code"])
    )
    return try (0..<table.rowCount).map { row in
      let word = try table.text(row, kind)
      guard !word.isEmpty else { throw table.badValue(row, kind, expected: "what it is, as in 学校") }
      return Entry(
        kind: word, code: try code.map { try table.text(row, $0) },
        name: PlaceName(
          chinese: try chinese.map { try table.text(row, $0) } ?? word,
          english: try english.map { try table.text(row, $0) } ?? word),
        position: try table.position(row, longitude: x, latitude: y))
    }
  }

  private static func layer(_ path: String) throws -> [Entry] {
    let features = try GeoJSONLayer(path: path).features
    let entries = features.flatMap { feature in
      let kind = feature.properties["kind"] ?? feature.properties["amenity"] ?? "facility"
      let name = feature.properties["name_zh"] ?? feature.properties["name"] ?? kind
      return feature.points.map { point in
        Entry(
          kind: kind, code: feature.properties["code"],
          name: PlaceName(chinese: name, english: feature.properties["name_en"] ?? name),
          position: point)
      }
    }
    guard !entries.isEmpty else { throw GeoIOError.noPoints(path: path) }
    return entries
  }
}
