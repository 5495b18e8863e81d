import Foundation
import GeoIO
import TestSupport
import Testing

/// What a run leaves behind: files, standard output, standard error.
@Suite struct OutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let hasLeaflet = FileManager.default.fileExists(
    atPath: "/usr/share/javascript/leaflet/leaflet.css")

  private func features(_ text: String) throws -> [[String: Any]] {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require(document["features"] as? [[String: Any]])
  }

  @Test(.enabled(if: hasLeaflet)) func allFilesAreWritten() throws {
    let paths = ["a.geojson", "a.csv", "a.html"]
    let command = try Command(
      ["circle", "长沙", "--within", "15,30"] + paths.flatMap { ["-o", folder.path(of: $0)] })
    #expect(command.exitCode == 0)
    #expect(folder.names == ["a.csv", "a.csv.json", "a.geojson", "a.html"])
    #expect(command.words == paths.map { "已写出 \(folder.path(of: $0))\n" }.joined())
    #expect(try features(folder.text(of: "a.geojson") ?? "").count == 2)
    #expect(folder.text(of: "a.csv")?.hasPrefix("code,name,prefecture,province,minutes,") == true)
    let beside = try JSONSerialization.jsonObject(
      with: Data((folder.text(of: "a.csv.json") ?? "").utf8))
    #expect((beside as? [String: Any])?["hinterland"] != nil)
    #expect(folder.text(of: "a.html")?.contains("长沙") == true)
  }

  private static let hasGDAL = GDALWriter.libraryVersion != nil

  /// Layers, tables and shapes for other programs, all files of a run or none.
  @Test(.enabled(if: hasGDAL)) func filesForOtherProgramsAreWritten() throws {
    let paths = ["a.gpkg", "a.xlsx", "a.shp", "a.fgb", "a.svg"]
    let question =
      ["circle", "长沙", "--within", "15", "--crs", "EPSG:4490"]
      + paths.flatMap { ["-o", folder.path(of: $0)] }
    #expect(try Command(question).exitCode == 0)
    #expect(
      folder.names == [
        "a.cpg", "a.dbf", "a.fgb", "a.fgb.json", "a.gpkg", "a.prj", "a.shp", "a.shp.json", "a.shx",
        "a.svg", "a.xlsx",
      ])
    #expect(folder.text(of: "a.prj")?.contains("CGCS") == true)
    #expect(folder.text(of: "a.svg")?.contains("长沙市") == true)
    let before = try folder.names.map {
      try Data(contentsOf: URL(fileURLWithPath: folder.path(of: $0)))
    }
    #expect(try Command(question).exitCode == 0)
    let after = try folder.names.map {
      try Data(contentsOf: URL(fileURLWithPath: folder.path(of: $0)))
    }
    #expect(before == after)
  }

  /// The map of a page is also one for print, whatever was asked.
  @Test func aPagesMapIsPrinted() throws {
    let path = folder.path(of: "a.svg")
    let command = try Command(
      ["route", "长沙", "株洲", "--mode", "road,rail", "--paper", "A3", "-o", path])
    #expect(command.exitCode == 0)
    let text = folder.text(of: "a.svg") ?? ""
    #expect(text.contains("width=\"420mm\"") && text.contains("长沙市到株洲市"))
    #expect(text.contains("审图") && text.contains("图例"))
  }

  @Test func aMarkAtItsStartTellsExcelTheEncoding() throws {
    let path = folder.path(of: "a.csv")
    let command = try Command(["circle", "长沙", "--within", "15", "--bom", "-o", path])
    #expect(command.exitCode == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(Array(bytes.prefix(8)) == [0xEF, 0xBB, 0xBF] + Array("code,".utf8))
  }

  @Test(arguments: ["none/b.csv", "folder.csv", "b.doc"])
  func oneFileThatCannotBeWrittenLeavesNone(second: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "folder.csv"), withIntermediateDirectories: false)
    try folder.write("old", to: "a.geojson")
    let command = try Command([
      "circle", "长沙", "--within", "15", "-o", folder.path(of: "a.geojson"), "-o",
      folder.path(of: second),
    ])
    #expect(command.exitCode == 64 || command.exitCode == 66)
    #expect(command.output.isEmpty)
    #expect(folder.names == ["a.geojson", "folder.csv"])
    #expect(folder.text(of: "a.geojson") == "old")
  }

  /// `a.csv` brings `a.csv.json` with it, whose place is taken here.
  @Test func theFileBesideATableCountsAsWell() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "a.csv.json"), withIntermediateDirectories: false)
    let command = try Command([
      "circle", "长沙", "--within", "15", "-o", folder.path(of: "a.csv"),
    ])
    #expect(command.exitCode == 66)
    #expect(folder.names == ["a.csv.json"])
  }

  @Test func aFileNamedTwiceIsWrittenOnceOrRefused() throws {
    let path = folder.path(of: "a.geojson")
    let command = try Command(["circle", "长沙", "--within", "15", "-o", path, "-o", path])
    #expect(folder.names == (command.exitCode == 0 ? ["a.geojson"] : []))
  }

  @Test func aDashPutsNothingButGeoJSONOnStandardOutput() throws {
    let command = try Command(["circle", "长沙", "--within", "15", "-o", "-"])
    #expect(command.exitCode == 0)
    #expect(try features(command.text).count == 1)
    #expect(command.words.hasPrefix("长沙市"))
    let plain = try Command(["circle", "长沙", "--within", "15"])
    #expect(plain.text == command.words)
    #expect(plain.words.isEmpty)
  }

  @Test func jsonIsForMachines() throws {
    let command = try Command(["circle", "长沙", "--within", "15,30", "--zone", "长沙", "--json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: command.output) as? [String: Any])
    #expect(
      Set(document.keys) == ["circles", "coverage", "readings", "zones", "hinterland"])
    let circles = try #require(document["circles"] as? [[String: Any]])
    #expect(circles.compactMap { $0["minutes"] as? Double } == [15, 30])
    let zones = try #require(document["zones"] as? [[String: Any]])
    let people = zones.compactMap { $0["people_inside"] as? Int }
    #expect(people.count == 2 && people[0] < people[1])
  }

  /// The same question gives the same bytes, whoever asks on whatever machine.
  @Test func bytesDependOnTheQuestionAlone() throws {
    let question = ["circle", "430100", "430200", "--within", "20,30", "-o", "-"]
    let first = try Command(question, environment: ["HINTERLAND_THREADS": "1"])
    #expect(first.exitCode == 0 && first.output.count > 1_000)
    #expect(first.words.hasPrefix("20 minutes from Changsha"))
    for environment in [
      ["HINTERLAND_THREADS": "2", "LANG": "zh_CN.UTF-8"],
      ["HINTERLAND_THREADS": "7", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Shanghai"],
    ] {
      let other = try Command(question, environment: environment)
      #expect(other.output == first.output, "\(environment)")
      #expect(other.words.hasPrefix("长沙") == (environment["LANG"] != nil))
    }
  }

  /// With and without others, in one line of a feature: the question's own minutes decide.
  @Test func aCircleIsTheSameAloneAndAmongOthers() throws {
    func feature(of minutes: String) throws -> String {
      let text = try Command(["circle", "changsha", "--within", minutes, "-o", "-"]).text
      let line = text.split(separator: "\n").first { $0.contains("\"minutes\":20.00") }
      return String(try #require(line)).replacing(/,$/, with: "")
    }
    let alone = try feature(of: "20")
    #expect(try feature(of: "10,20,30") == alone)
    #expect(try feature(of: "30,20") == alone)
  }

  @Test(arguments: [
    (["长沙"], "C", "长沙市"), (["changsha"], "zh_CN.UTF-8", "5 minutes"),
    (["430100"], "zh_CN.UTF-8", "长沙市"), (["长沙", "--lang", "en"], "zh_CN.UTF-8", "5 minutes"),
  ])
  func theLanguageIsThatOfTheNamesThenOfTheLocale(
    arguments: [String], locale: String, start: String
  ) throws {
    let command = try Command(
      ["circle", "--within", "5"] + arguments, environment: ["LANG": locale])
    #expect(command.text.hasPrefix(start), "\(command.text.prefix(60))")
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let command = try Command(
      bash: """
        "$hinterland" circle --at 113.02,28.20 --within 45 --mode road --cell 250m -o - \
        2>/dev/null | head -c 300; ended="${PIPESTATUS[*]}"; echo; echo "$ended"; \
        "$hinterland" data show 2>&1 >/dev/null | head -c 1; echo "${PIPESTATUS[0]}"
        """)
    let lines = command.text.split(separator: "\n")
    #expect(lines.first == "{\"type\":\"FeatureCollection\",")
    #expect(lines.suffix(2) == ["0 0", "0"])
  }

  @Test func aFullDiskIsAnError() throws {
    let command = try Command(
      bash: "\"$hinterland\" circle changsha --within 15 -o - >/dev/full 2>/dev/null")
    #expect(command.exitCode == 1)
  }
}
