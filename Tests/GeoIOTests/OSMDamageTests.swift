import Foundation
import TestSupport
import Testing

@testable import GeoIO

/// Files that are no extract, or a strange one: a sentence that names the file, and nothing else.
@Suite struct OSMDamageTests {
  private static let head = "<?xml version='1.0'?>\n<osm version=\"0.6\">"
  private static let pair =
    "<node id=\"1\" lon=\"0\" lat=\"0\"/><node id=\"2\" lon=\"0.01\" lat=\"0\"/>"
  private static let street = "<tag k=\"highway\" v=\"residential\"/>"

  private static let files: [(name: String, text: String)] = [
    ("empty.osm", ""), ("empty.osm.gz", ""), ("empty.osm.bz2", ""), ("empty.osm.pbf", ""),
    ("words.osm", "roads, please"), ("words.osm.gz", "roads, please"),
    ("words.osm.bz2", "roads, please"), ("words.osm.pbf", "roads, please"),
    ("xml.osm.pbf", head + "</osm>"), ("other.osm", "<gpx></gpx>"),
    ("version.osm", "<osm version=\"9.9\"></osm>"), ("open.osm", head + pair),
    ("halftag.osm", head + "<node id=\"1\" lon="), ("none.osm", head + "</osm>"),
    ("nodes.osm", head + pair + "</osm>"),
    ("one.osm", head + pair + "<way id=\"1\"><nd ref=\"1\"/>" + street + "</way></osm>"),
    ("nothing.osm", head + pair + "<way id=\"1\">" + street + "</way></osm>"),
    (
      "unknown.osm",
      head + pair + "<way id=\"1\"><nd ref=\"8\"/><nd ref=\"9\"/>" + street + "</way></osm>"
    ),
    (
      "same.osm",
      head + pair + "<way id=\"1\"><nd ref=\"1\"/><nd ref=\"1\"/>" + street + "</way></osm>"
    ),
    (
      "footway.osm",
      head + pair + "<way id=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/>"
        + "<tag k=\"highway\" v=\"footway\"/></way></osm>"
    ),
    (
      "oneway.osm",
      head + pair + "<way id=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/>" + street
        + "<tag k=\"oneway\" v=\"yes\"/></way></osm>"
    ),
    ("letters.osm", head + "<node id=\"one\" lon=\"0\" lat=\"0\"/></osm>"),
    ("degrees.osm", head + "<node id=\"1\" lon=\"east\" lat=\"0\"/></osm>"),
    (
      "away.osm",
      head + "<node id=\"1\" lon=\"500\" lat=\"0\"/><node id=\"2\" lon=\"0\" lat=\"95\"/>"
        + "<way id=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/>" + street + "</way></osm>"
    ),
    ("reference.osm", head + "<way id=\"1\"><nd ref=\"99999999999999999999\"/></way></osm>"),
    ("entity.osm", "<!DOCTYPE x [<!ENTITY a \"b\">]><osm version=\"0.6\">&a;</osm>"),
    ("ending.txt", head + "</osm>"), ("ending.geojson", "{}"),
    ("zeros.osm.pbf", String(repeating: "\0", count: 400)),
    ("huge.osm.pbf", "\u{7F}\u{7F}\u{7F}\u{7F}"),
  ]

  @Test(arguments: files.map(\.name)) func isRefusedWithASentence(name: String) throws {
    let folder = try TemporaryFolder()
    let text = try #require(Self.files.first { $0.name == name }).text
    let path = folder.path(of: name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: GeoIOError.self) { try OSMImport(paths: [path]) }
    let words = try #require(error).description
    #expect(words.contains(name) && !words.contains("\n"), "\(words)")
  }

  @Test func missingFilesAndFoldersAreNamed() throws {
    let folder = try TemporaryFolder()
    #expect(throws: GeoIOError.fileNotFound(path: "/no/such.osm.pbf")) {
      try OSMImport(paths: ["/no/such.osm.pbf"])
    }
    #expect(throws: GeoIOError.self) { try OSMImport(paths: [folder.path]) }
  }

  private static let packed = "osm/test.osm.pbf"

  @Test(
    .enabled(if: BenchFiles.serve(packed), "HINTERLAND_BENCH names no folder with this file."),
    arguments: [1, 7, 100, 5_000, 60_000, 137_000])
  func aFileThatBreaksOffIsRefused(bytes: Int) throws {
    let source = try #require(BenchFiles.path(of: Self.packed))
    let whole = try Data(contentsOf: URL(fileURLWithPath: source))
    #expect(whole.count > bytes)
    let folder = try TemporaryFolder()
    let path = folder.path(of: "short.osm.pbf")
    try whole.prefix(bytes).write(to: URL(fileURLWithPath: path))
    #expect(throws: GeoIOError.self) { try OSMImport(paths: [path]) }
  }
}
