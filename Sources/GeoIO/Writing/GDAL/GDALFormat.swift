import Shapes

/// The formats that GDAL writes for us.
public enum GDALFormat: Hashable, Sendable, CaseIterable {
  /// Layers, their styles and the provenance in one file.
  case geoPackage
  /// Tables as sheets, without shapes.
  case spreadsheet
  /// The first layer that has shapes.
  case shapefile
  /// The first layer that has shapes.
  case flatGeobuf

  public var ending: String {
    switch self {
    case .geoPackage: ".gpkg"
    case .spreadsheet: ".xlsx"
    case .shapefile: ".shp"
    case .flatGeobuf: ".fgb"
    }
  }

  /// The endings of all files that one output of this kind consists of, the one named first.
  public var fileEndings: [String] {
    self == .shapefile ? [".shp", ".shx", ".dbf", ".prj", ".cpg"] : [ending]
  }

  var driver: String {
    switch self {
    case .geoPackage: "GPKG"
    case .spreadsheet: "XLSX"
    case .shapefile: "ESRI Shapefile"
    case .flatGeobuf: "FlatGeobuf"
    }
  }

  func layerOptions(of table: FeatureTable) -> [String] {
    let hasShapes = table.geometryKind != .none
    return switch self {
    case .geoPackage: hasShapes ? ["SPATIAL_INDEX=YES"] : ["ASPATIAL_VARIANT=GPKG_ATTRIBUTES"]
    case .shapefile: ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2000-01-01"]
    case .spreadsheet: []
    // An index has no place for rows without a shape; GDAL 3.6 leaves them out either way.
    case .flatGeobuf:
      ["SPATIAL_INDEX=\(table.rows.allSatisfy { $0.shape != nil } ? "YES" : "NO")"]
    }
  }

  /// A sheet runs what starts like a formula; an apostrophe before it keeps it a text, as in CSV.
  func inert(_ text: String) -> String {
    self == .spreadsheet ? CSVWriter.inert(text) : text
  }
}

/// A reference system by its number in the EPSG register, as 4490 (CGCS2000) or 4526.
public struct ReferenceSystem: Hashable, Sendable {
  public let code: Int

  /// What positions are in everywhere else.
  public static let wgs84 = ReferenceSystem(code: 4326)

  private init(code: Int) { self.code = code }

  /// - Throws: ``GeoIOError/notAReferenceSystem(text:)`` unless it reads like `EPSG:4490`.
  public init(parsing text: String) throws(GeoIOError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].uppercased() == "EPSG", let code = Int(parts[1]),
      (1_024...998_999).contains(code)
    else { throw .notAReferenceSystem(text: text) }
    self.code = code
  }
}
