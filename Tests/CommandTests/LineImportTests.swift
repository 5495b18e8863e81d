import Foundation
import TestSupport
import Testing

/// A layer of lines as a dataset that questions are asked of.
@Suite struct LineImportTests {
  private let folder: TemporaryFolder

  /// A grid of roads 0.05° apart, drawn as one line a street, cut at each crossing.
  init() throws {
    folder = try TemporaryFolder()
    var features: [String] = []
    func add(_ from: (Int, Int), _ to: (Int, Int), _ road: String) {
      let ends = [from, to].map {
        "[\(112 + Double($0.0) * 0.05),\(28 + Double($0.1) * 0.05)]"
      }
      features.append(
        """
        {"type":"Feature","properties":{"等级":"\(road)"},\
        "geometry":{"type":"LineString","coordinates":[\(ends.joined(separator: ","))]}}
        """)
    }
    for row in 0..<9 {
      for column in 0..<9 {
        if column < 8 { add((column, row), (column + 1, row), "省道") }
        if row < 8 { add((column, row), (column, row + 1), "县道") }
      }
    }
    try folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}",
      to: "roads.geojson")
    try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",\
      "properties":{"code":"430102","name":"甲县"},"geometry":{"type":"Polygon","coordinates":\
      [[[112,28],[112.4,28],[112.4,28.4],[112,28.4],[112,28]]]}}]}
      """, to: "counties.geojson")
    try folder.write("code,people\n430102,500000\n", to: "people.csv")
    try folder.write("id,lon,lat\n", to: "nodes.csv")
  }

  private func imported(_ arguments: String) throws -> Command {
    try Command(
      ("data import -o FOLDER/own.hinterland " + arguments)
        .replacing("FOLDER", with: folder.path).split(separator: " ").map(String.init))
  }

  @Test func theImportSaysHowLinesMeet() throws {
    let made = try imported(
      "--lines FOLDER/roads.geojson --regions FOLDER/counties.geojson --population FOLDER/people.csv "
        + "--lang en")
    #expect(made.exitCode == 0, "\(made.words)")
    #expect(made.text.contains("144 lines used as roads"))
    #expect(made.text.contains("288 ends of lines, 288 of them joined with others within 1 m"))
    #expect(made.text.contains("The network is of one piece."))
    #expect(made.text.contains("class from 等级"))
    let circle = try Command([
      "circle", "甲县", "--within", "30", "--data", folder.path(of: "own.hinterland"), "-o",
      folder.path(of: "circle.csv"),
    ])
    #expect(circle.exitCode == 0, "\(circle.words)")
    #expect(folder.text(of: "circle.csv")?.contains("甲县") == true)
    let chinese = try imported("--lines FOLDER/roads.geojson --snap 0 --lang zh")
    #expect(chinese.text.contains("在 0 m 内与他线相接的 288 个"), "\(chinese.text)")
  }

  @Test(
    arguments: [
      ("--lines FOLDER/roads.geojson --snap 101", 64),
      ("--lines FOLDER/roads.geojson --snap -1", 64),
      ("--lines FOLDER/roads.geojson --snap nan", 64),
      ("--lines FOLDER/roads.geojson --snap far", 64),
      ("--lines FOLDER/roads.geojson --tables FOLDER", 64),
      ("--nodes FOLDER/nodes.csv --edges FOLDER/nodes.csv --snap 2", 64), ("--snap 2", 64),
      ("--lines FOLDER/none.gpkg", 66), ("--lines FOLDER/counties.geojson", 65),
      ("--lines FOLDER/people.csv", 65), ("--lines FOLDER/roads.geojson --class-column x", 65),
      ("--lines FOLDER/roads.geojson --lines-layer x", 65),
      ("--lines FOLDER/roads.geojson --population FOLDER/people.csv", 64),
    ] as [(String, Int32)])
  func whatIsWrongGetsASentenceAndNoDataset(arguments: String, code: Int32) throws {
    let made = try imported(arguments)
    made.expectRefusal(code)
    #expect(!folder.names.contains("own.hinterland"))
  }
}
