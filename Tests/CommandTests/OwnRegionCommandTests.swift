import Foundation
import TestSupport
import Testing

/// A user's own roads, counties, people and figures as one file, asked every kind of question.
@Suite struct OwnRegionCommandTests {
  private let folder: TemporaryFolder

  /// Four counties of 0.2° in two provinces, two by two, under a grid of roads 0.05° apart.
  init() throws {
    folder = try TemporaryFolder()
    var (nodes, edges) = ("id,lon,lat\n", "from,to,km,class\n")
    for row in 0..<9 {
      for column in 0..<9 {
        nodes += "\(row)\(column),\(112 + Double(column) * 0.05),\(28 + Double(row) * 0.05)\n"
        if column < 8 { edges += "\(row)\(column),\(row)\(column + 1),5,provincial\n" }
        if row < 8 { edges += "\(row)\(column),\(row + 1)\(column),5.5,provincial\n" }
      }
    }
    try folder.write(nodes, to: "nodes.csv")
    try folder.write(edges, to: "edges.csv")
    let units = [
      ("430102", "甲县", 112.0, 28.0), ("430103", "乙县", 112.2, 28.0), ("520602", "丙县", 112.0, 28.2),
      ("520603", "丁县", 112.2, 28.2),
    ]
    let features = units.map { code, name, west, south in
      let corners = [(0, 0), (0.2, 0), (0.2, 0.2), (0, 0.2), (0, 0)]
        .map { "[\(west + $0.0),\(south + $0.1)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"gb":"156\(code)","name":"\(name)"},\
        "geometry":{"type":"Polygon","coordinates":[[\(corners)]]}}
        """
    }
    try folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}",
      to: "counties.geojson")
    try folder.write("code,people\n430102,500000\n430103,200000\n520602,90000\n", to: "people.csv")
    try folder.write("name,gdp\n甲县,50\n乙县,20\n丙县,9\n丁县,4\n", to: "gdp.csv")
    try folder.write("from,to,minutes\n甲县,乙县,20\n甲县,丁县,40\n甲县,月县,9\n", to: "times.csv")
  }

  private func run(_ arguments: String...) throws -> Command {
    try Command(arguments.map { $0.replacing("FOLDER", with: folder.path) })
  }

  private func imported(_ more: String...) throws -> Command {
    try Command(
      [
        "data", "import", "--nodes", folder.path(of: "nodes.csv"), "--edges",
        folder.path(of: "edges.csv"), "-o", folder.path(of: "own.hinterland"),
      ] + more.map { $0.replacing("FOLDER", with: folder.path) })
  }

  @Test func everyQuestionIsAnsweredByName() throws {
    let made = try imported(
      "--regions", "FOLDER/counties.geojson", "--population", "FOLDER/people.csv", "--table",
      "FOLDER/gdp.csv", "--lang", "en")
    #expect(made.exitCode == 0, "\(made.words)")
    #expect(made.text.contains("4 units, 2 prefectures, 2 provinces"))
    #expect(made.text.contains("4 pairs of neighbours"))
    #expect(made.text.contains("gdp (4 units)"))
    for arguments in [
      ["circle", "甲县", "--within", "30", "-o", "FOLDER/circle.geojson"],
      ["matrix", "甲县", "乙县", "丁县", "-o", "FOLDER/matrix.csv"],
      [
        "access", "counties", "--weight", "gdp", "--indicator", "potential", "-o",
        "FOLDER/access.csv",
      ],
      ["border", "430000", "520000", "-o", "FOLDER/border.geojson"],
    ] {
      let answer = try Command(
        arguments.map { $0.replacing("FOLDER", with: folder.path) } + [
          "--data", folder.path(of: "own.hinterland"),
        ])
      #expect(answer.exitCode == 0, "\(arguments): \(answer.words)")
    }
    #expect(folder.text(of: "circle.geojson")?.contains("\"people\":") == true)
    #expect(folder.text(of: "matrix.csv")?.split(separator: "\n").count == 10)
    #expect(folder.text(of: "access.csv")?.contains("potential") == true)
  }

  @Test func knownTimesAreHeldAgainstIt() throws {
    #expect(try imported("--regions", "FOLDER/counties.geojson").exitCode == 0)
    let check = try run(
      "data", "check-times", "FOLDER/times.csv", "--data", "FOLDER/own.hinterland", "-o",
      "FOLDER/errors.csv", "--lang", "en")
    #expect(check.exitCode == 0, "\(check.words)")
    #expect(check.text.contains("2 pairs compared"))
    #expect(check.text.contains("Places the dataset does not know (1): 甲县–月县"))
    #expect(folder.text(of: "errors.csv")?.split(separator: "\n").count == 4)
  }

  static let wrong: [(arguments: String, code: Int32)] = [
    ("--population FOLDER/people.csv", 64), ("--from-gcj02", 64),
    ("--regions FOLDER/counties.geojson --totals x.csv", 64),
    ("--regions FOLDER/counties.geojson --from-gcj02 --as-drawn", 64),
    ("--regions FOLDER/none.gpkg", 66), ("--regions FOLDER/nodes.csv", 65),
    ("--regions FOLDER/counties.geojson --code-column nothing", 65),
    ("--regions FOLDER/counties.geojson --population FOLDER/edges.csv", 65),
    ("--regions FOLDER/counties.geojson --population FOLDER/none.tif", 66),
    ("--regions FOLDER/counties.geojson --table FOLDER/nodes.csv", 65),
  ]

  @Test(arguments: wrong)
  func whatIsWrongGetsASentenceAndNoDataset(arguments: String, code: Int32) throws {
    let made = try Command(
      [
        "data", "import", "--nodes", folder.path(of: "nodes.csv"), "--edges",
        folder.path(of: "edges.csv"), "-o", folder.path(of: "own.hinterland"),
      ] + arguments.replacing("FOLDER", with: folder.path).split(separator: " ").map(String.init))
    made.expectRefusal(code)
    #expect(!folder.names.contains("own.hinterland"))
  }

  @Test func aTableAloneGoesOntoTheEmbeddedDataset() throws {
    try folder.write("name,gdp\n长沙县,2000\n芷江,150\n", to: "hunan.csv")
    let made = try run(
      "data", "import", "--table", "FOLDER/hunan.csv", "-o", "FOLDER/with.hinterland", "--lang",
      "en")
    #expect(made.exitCode == 0, "\(made.words)")
    #expect(made.text.contains("gdp (2 units)"))
    let shown = try run("data", "show", "FOLDER/with.hinterland", "--lang", "en")
    #expect(shown.text.contains("Weights (--weight): gdp (2 units)"))
    #expect(shown.text.contains("583276522"))
    // 长沙县 lies in the hour around 长沙 as a whole, 芷江 far outside.
    let circle = try run(
      "circle", "长沙", "--within", "60", "--data", "FOLDER/with.hinterland", "--lang", "en", "-o",
      "FOLDER/circle.csv")
    #expect(circle.text.contains("gdp within 60 minutes of"))
    let table = try #require(folder.text(of: "circle.csv"))
    #expect(table.split(separator: "\n")[0].hasSuffix(",gdp_inside"))
    let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("430121,") })
    let inside = try #require(row.split(separator: ",").last.flatMap { Double($0) })
    #expect(inside > 1_000 && inside <= 2_000)
    #expect(try run("data", "import", "-o", "FOLDER/none.hinterland").exitCode == 64)
  }

  @Test func timesThatAreNone() throws {
    #expect(try run("data", "check-times", "FOLDER/none.csv").exitCode == 66)
    #expect(try run("data", "check-times", "FOLDER/nodes.csv").exitCode == 65)
    try folder.write("from,to,minutes\n月,日,5\n", to: "elsewhere.csv")
    #expect(try run("data", "check-times", "FOLDER/elsewhere.csv").exitCode == 65)
    try folder.write("from,to,minutes\n长沙,怀化,-5\n", to: "negative.csv")
    #expect(try run("data", "check-times", "FOLDER/negative.csv").exitCode == 65)
  }
}
