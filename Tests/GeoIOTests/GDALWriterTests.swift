import CGDAL
import Foundation
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// Two squares with every kind of value, one with a hole, a name that a sheet would run.
private var squares: FeatureTable {
  var table = FeatureTable(
    name: "circles",
    columns: [
      .init("name", .text), .init("minutes", .decimal(places: 2)), .init("people", .whole),
      .init("seat_reached", .flag), .init("long_last_leg_share", .decimal(places: 4)),
      .init("long_last_leg_people_share", .decimal(places: 4)),
    ])
  table.append(
    [.text("长沙"), .decimal(30.004), .whole(12), .flag(true), .decimal(0.123_46), .missing],
    shape: .areas([square(112, 28, 0.5, hole: true)]))
  table.append(
    [.text("=cmd()"), .decimal(60), .missing, .flag(false), .missing, .decimal(0.5)],
    shape: .areas([square(113, 28, 1, hole: false)]))
  return table
}

private var rows: FeatureTable {
  var table = FeatureTable(
    name: "coverage", columns: [.init("code", .text), .init("area_share", .decimal(places: 4))])
  table.append([.text("430102"), .decimal(1)])
  table.append([.text("<script>&\"'"), .missing])
  return table
}

private func square(_ west: Double, _ south: Double, _ size: Double, hole: Bool) -> GeoPolygon {
  func ring(_ inset: Double) -> [GeoPoint] {
    [(inset, inset), (size - inset, inset), (size - inset, size - inset), (inset, size - inset)]
      .map { GeoPoint(longitude: west + $0.0, latitude: south + $0.1) }
  }
  return GeoPolygon(outer: ring(0), holes: hole ? [ring(size / 4)] : [])
}

private let about = JSONText.object([
  (key: "version", value: .string("0.1.0")), (key: "parameters", value: .object([])),
])

private let style = LayerStyle(
  layer: "circles", name: "minutes",
  rule: .numbers(
    column: "minutes",
    [
      .init(30, 30, label: "<30>", symbol: .init(fill: 0x440154, opacity: 0.3, stroke: 1, width: 1))
    ]))

/// Writes and opens again by GDAL, from a folder that dies with the test.
private struct Reopened: ~Copyable {
  let library: GDALLibrary
  let dataset: UnsafeMutableRawPointer
  let folder: TemporaryFolder

  init(_ tables: [FeatureTable], _ writer: GDALWriter) throws {
    let folder = try TemporaryFolder()
    let library = try GDALLibrary.loaded()
    let stem = folder.path + "/answer"
    for file in try writer.files(of: tables, styles: [style], hinterland: about) {
      try Data(file.bytes).write(to: URL(fileURLWithPath: stem + file.ending))
    }
    let opened = library.functions.GDALOpenEx(stem + writer.format.ending, 4, nil, nil, nil)
    dataset = try #require(opened)
    self.folder = folder
    self.library = library
  }

  deinit { library.functions.GDALClose(dataset) }

  var layers: [String] {
    (0..<library.functions.GDALDatasetGetLayerCount(dataset)).compactMap {
      library.functions.OGR_L_GetName(library.functions.GDALDatasetGetLayer(dataset, $0))
        .map { String(cString: $0) }
    }
  }

  /// Every row of a layer: its fields as text, nil where there is none, and its shape as GeoJSON.
  func rows(of layer: String, _ fields: [String]) -> [[String?]] {
    let functions = library.functions
    guard let layer = functions.GDALDatasetGetLayerByName(dataset, layer) else { return [] }
    var rows: [[String?]] = []
    while let feature = functions.OGR_L_GetNextFeature(layer) {
      defer { functions.OGR_F_Destroy(feature) }
      var row: [String?] = fields.map { field in
        let index = functions.OGR_F_GetFieldIndex(feature, field)
        guard index >= 0, functions.OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else {
          return nil
        }
        return functions.OGR_F_GetFieldAsString(feature, index).map { String(cString: $0) }
      }
      if let shape = functions.OGR_F_GetGeometryRef(feature),
        let text = functions.OGR_G_ExportToJson(shape)
      {
        row.append(String(cString: text))
        functions.VSIFree(text)
      } else {
        row.append(nil)
      }
      rows.append(row)
    }
    return rows
  }
}

@Suite struct GDALWriterTests {
  @Test func aGeoPackageHoldsLayersStylesAndProvenance() throws {
    let file = try Reopened([squares, rows], GDALWriter(.geoPackage))
    #expect(file.layers.sorted() == ["circles", "coverage", "hinterland", "layer_styles"])
    let circles = file.rows(
      of: "circles", ["name", "minutes", "people", "seat_reached", "long_last_leg_share"])
    #expect(
      circles.map { Array($0.dropLast()) } == [
        ["长沙", "30", "12", "1", "0.1235"], ["=cmd()", "60", nil, "0", nil],
      ])
    let shape = try #require(circles[0][5])
    #expect(shape.contains("MultiPolygon") && shape.contains("[ 112.5, 28.0 ]"))
    #expect(shape.components(separatedBy: "[ [").count > 2)  // its hole
    #expect(file.rows(of: "coverage", ["code"]).map { $0[0] } == ["430102", "<script>&\"'"])
    #expect(file.rows(of: "hinterland", ["name", "value"]).map { $0[1] } == ["0.1.0", "{}"])
    let styles = file.rows(
      of: "layer_styles", ["f_table_name", "f_geometry_column", "useAsDefault", "styleQML"])
    #expect(styles[0].prefix(3) == ["circles", "geom", "1"])
    #expect(styles[0][3]?.contains("label=\"&lt;30&gt;\"") == true)
    // As QGIS 3.22 would write the number: it compares texts.
    #expect(styles[0][3]?.contains("category value=\"30\" ") == true)
    _ = try XMLDocumentCheck(styles[0][3] ?? "")
  }

  @Test func aSpreadsheetRunsNothing() throws {
    let file = try Reopened([squares, rows], GDALWriter(.spreadsheet))
    #expect(file.layers == ["circles", "coverage", "hinterland"])
    let names = file.rows(of: "circles", ["name", "people"]).map { Array($0.dropLast()) }
    #expect(names == [["长沙", "12"], ["'=cmd()", nil]])
  }

  @Test func aShapefileSaysWhatItsShortNamesAre() throws {
    let writer = GDALWriter(.shapefile)
    let file = try Reopened([rows, squares], writer)
    let circles = file.rows(of: "answer", ["name", "long_last_", "long_las_1"])
    #expect(circles.map { $0[0] } == ["长沙", "=cmd()"])
    #expect(circles.map { $0[1] } == ["0.1235", nil] && circles.map { $0[2] } == [nil, "0.5000"])
    let about = try writer.files(of: [rows, squares], hinterland: about).last
    #expect(about?.ending == ".shp.json")
    let text = String(decoding: about?.bytes ?? [], as: UTF8.self)
    #expect(text.contains("\"long_las_1\":\"long_last_leg_people_share\""))
  }

  @Test func aFlatGeobufHoldsTheShapes() throws {
    let file = try Reopened([rows, squares], GDALWriter(.flatGeobuf))
    #expect(file.layers == ["circles"])
    #expect(Set(file.rows(of: "circles", ["name"]).map { $0[0] }) == ["长沙", "=cmd()"])
  }

  /// All but FlatGeobuf, whose writer leaves such rows out.
  @Test(arguments: [GDALFormat.geoPackage, .spreadsheet, .shapefile])
  func aRowWithoutAShapeStays(format: GDALFormat) throws {
    var table = squares
    table.append([.text("nowhere"), .missing, .missing, .missing, .missing, .missing])
    let file = try Reopened([table], GDALWriter(format))
    let layer = format == .shapefile ? "answer" : "circles"
    let rows = file.rows(of: layer, ["name"])
    let formula = format == .spreadsheet ? "'=cmd()" : "=cmd()"
    #expect(rows.map { $0[0] } == ["长沙", formula, "nowhere"])
    #expect(rows.last?[1] == nil)
  }

  /// Words of the data become classes of a style: a county called `<script>` is harmless there.
  @Test func wordsOfAStyleAreEscaped() throws {
    let style = LayerStyle(
      layer: "circles", name: "kinds",
      rule: .words(
        column: "name",
        ["<script>&\"'", "长沙"].map {
          ($0, .init(fill: 0x77AADD, opacity: 0.5, stroke: 0, width: 0.1))
        }))
    let qml = StyleTable.qml(of: style, on: .areas)
    _ = try XMLDocumentCheck(qml)
    #expect(qml.contains("value=\"&lt;script&gt;&amp;&quot;'\""))
    #expect(!qml.contains("<script"))
  }

  @Test(arguments: GDALFormat.allCases)
  func theSameTablesGiveTheSameBytes(format: GDALFormat) throws {
    let writer = GDALWriter(format)
    let first = try writer.files(of: [squares, rows], styles: [style], hinterland: about)
    // Clocks of archives count in steps of two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    let second = try writer.files(of: [squares, rows], styles: [style], hinterland: about)
    #expect(first.map(\.ending) == second.map(\.ending))
    for (one, other) in zip(first, second) { #expect(one.bytes == other.bytes, "\(one.ending)") }
  }

  /// CGCS2000 3-degree zone 38 (EPSG:4526) has its meridian at 114° and a false easting of
  /// 38,500,000 m: a point on the meridian keeps that easting, and one degree of latitude is
  /// 110.9 km long near 28°.
  @Test func positionsAreInTheSystemAskedFor() throws {
    var table = FeatureTable(name: "centres", columns: [.init("name", .text)])
    table.append([.text("a")], shape: .point(GeoPoint(longitude: 114, latitude: 28)))
    table.append([.text("b")], shape: .point(GeoPoint(longitude: 114, latitude: 29)))
    let system = try ReferenceSystem(parsing: "epsg:4526")
    let file = try Reopened([table], GDALWriter(.geoPackage, in: system))
    let numbers = file.rows(of: "centres", []).map { row in
      (row[0] ?? "").matches(of: #/-?\d+\.?\d*/#).compactMap { Double($0.0) }
    }
    try #require(numbers.count == 2 && numbers.allSatisfy { $0.count == 2 })
    #expect(abs(numbers[0][0] - 38_500_000) < 0.01)
    #expect(abs(numbers[1][1] - numbers[0][1] - 110_850) < 30)
  }

  @Test(arguments: ["4490", "EPSG:", "EPSG:x", "EPSG:-1", "ESRI:102012", "EPSG:4490:1"])
  func aWrongReferenceSystemIsNamed(text: String) {
    #expect(throws: GeoIOError.notAReferenceSystem(text: text)) {
      try ReferenceSystem(parsing: text)
    }
  }

  @Test func aVerticalSystemIsRefused() throws {
    let system = try ReferenceSystem(parsing: "EPSG:5737")
    #expect(throws: GeoIOError.unknownReferenceSystem(code: 5_737)) {
      try GDALWriter(.geoPackage, in: system).files(of: [squares], hinterland: about)
    }
  }

  @Test func withoutShapesThereIsNoShapefile() {
    #expect(
      throws: GeoIOError.cannotMake(format: ".shp", words: "the answer has no shapes")
    ) { try GDALWriter(.shapefile).files(of: [rows], hinterland: about) }
  }
}

/// Fails unless a text is well-formed XML as far as tags go: each is closed in turn.
private struct XMLDocumentCheck {
  struct NotClosed: Error { var tag: String }

  init(_ text: String) throws {
    var open: [Substring] = []
    for match in text.matches(of: #/<(\/?)([A-Za-z][\w-]*)[^<>]*?(\/?)>/#) {
      if match.1 == "/" {
        guard open.popLast() == match.2 else { throw NotClosed(tag: String(match.2)) }
      } else if match.3.isEmpty {
        open.append(match.2)
      }
    }
    if let left = open.last { throw NotClosed(tag: String(left)) }
  }
}
