internal import CGEOS
internal import CPROJ

/// What this build runs with, by name and version: a strange figure may be a library's.
public enum LinkedLibraries {
  public static var versions: [(name: String, version: String)] {
    [
      ("GEOS", GEOSversion().map { String(cString: $0) } ?? "?"),
      ("PROJ", proj_info().release.map { String(cString: $0) } ?? "?"),
    ]
  }
}
