public import GeoIO
public import Reports

/// What a file's ending asks for.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case geoJSON = ".geojson"
  case csv = ".csv"
  case html = ".html"
  case geoPackage = ".gpkg"
  case spreadsheet = ".xlsx"
  case shapefile = ".shp"
  case flatGeobuf = ".fgb"
  case svg = ".svg"
  case png = ".png"
  case pdf = ".pdf"

  /// What GDAL calls it, if GDAL writes it.
  var gdal: GDALFormat? {
    switch self {
    case .geoJSON, .csv, .html, .svg, .png, .pdf: nil
    case .geoPackage: .geoPackage
    case .spreadsheet: .spreadsheet
    case .shapefile: .shapefile
    case .flatGeobuf: .flatGeobuf
    }
  }

  /// What a drawn sheet is turned into; nil where it stays SVG, or is none.
  var sheet: SheetFormat? {
    switch self {
    case .png: .png
    case .pdf: .pdf
    default: nil
    }
  }

  /// Whether it is a map for print.
  public var isSheet: Bool { self == .svg || sheet != nil }

  /// Whether positions may be in a reference system of choice: GeoJSON is WGS 84 by its standard.
  public var hasReferenceSystem: Bool {
    switch self {
    case .geoPackage, .shapefile, .flatGeobuf: true
    case .geoJSON, .csv, .html, .spreadsheet, .svg, .png, .pdf: false
    }
  }
}

/// A file to write, its format known from its ending.
public struct Output: Hashable, Sendable {
  public var path: String
  public var format: OutputFormat
  /// What positions are written in, where the format leaves a choice.
  public var system = ReferenceSystem.wgs84
  /// Whether a CSV file starts with the mark by which Excel knows UTF-8.
  public var hasByteOrderMark = false
  /// What a map for print is drawn for.
  public var paper = PrintSheet.Paper.a4

  /// Finds the format, and whether it can be written here: before work starts.
  ///
  /// - Throws: ``GeoIOError/unknownEnding(path:known:)``, that the place cannot be written to, that
  ///   GDAL or rsvg-convert is missing where the format needs it, or that it does not know `system`.
  public init(
    _ path: String, in system: ReferenceSystem = .wgs84, byteOrderMark: Bool = false,
    paper: PrintSheet.Paper = .a4
  ) throws(GeoIOError) {
    let lowercased = path.lowercased()
    guard let format = OutputFormat.allCases.first(where: { lowercased.hasSuffix($0.rawValue) })
    else { throw .unknownEnding(path: path, known: OutputFormat.allCases.map(\.rawValue)) }
    self.path = path
    self.format = format
    if format.hasReferenceSystem { self.system = system }
    hasByteOrderMark = byteOrderMark && format == .csv
    self.paper = paper
    try format.sheet?.check()
    for path in paths { try OutputFiles.check(path) }
    if let gdal = format.gdal { try GDALWriter(gdal, in: self.system).check() }
  }

  /// The path without the format's ending.
  private var stem: String { String(path.dropLast(format.rawValue.count)) }

  /// All files that are written: the one named, and what comes with it.
  public var paths: [String] {
    switch format {
    case .csv, .flatGeobuf: [path, path + ".json"]
    case .shapefile:
      [path] + GDALFormat.shapefile.fileEndings.dropFirst().map { stem + $0 } + [path + ".json"]
    case .geoJSON, .html, .geoPackage, .spreadsheet, .svg, .png, .pdf: [path]
    }
  }

  /// The place of a file that GDAL makes, by its ending: the one named keeps its spelling.
  func path(of ending: String) -> String {
    ending.hasPrefix(format.rawValue)
      ? path + ending.dropFirst(format.rawValue.count) : stem + ending
  }
}
