public import GeoIO

/// What a file's ending asks for.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case geoJSON = ".geojson"
  case csv = ".csv"
  case html = ".html"
}

/// A file to write, its format known from its ending.
public struct Output: Hashable, Sendable {
  public var path: String
  public var format: OutputFormat

  /// - Throws: ``GeoIOError/unknownEnding(path:known:)``, or that the place cannot be written to.
  public init(_ path: String) throws(GeoIOError) {
    let lowercased = path.lowercased()
    guard let format = OutputFormat.allCases.first(where: { lowercased.hasSuffix($0.rawValue) })
    else { throw .unknownEnding(path: path, known: OutputFormat.allCases.map(\.rawValue)) }
    try OutputFiles.check(path)
    if format == .csv { try OutputFiles.check(path + ".json") }
    self.path = path
    self.format = format
  }
}
