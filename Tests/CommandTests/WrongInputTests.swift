import Foundation
import TestSupport
import Testing

/// What is wrong gets a sentence on standard error, nothing on standard output, and a code:
/// 64 wrong command line, 65 bad data, 66 missing file.
@Suite struct WrongInputTests {
  private let folder: TemporaryFolder

  /// Files that are wrong in one way each; `FOLDER` in the commands is where they lie.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("id,lon,lat\n", to: "table.geojson")
    try folder.write("{\"type\":\"Point\",\"coordinates\":[113,28]}", to: "point.geojson")
    try folder.write(
      "{\"type\":\"Polygon\",\"coordinates\":[[[28,113],[29,113],[29,114],[28,113]]]}",
      to: "swapped.geojson")
    try folder.write("{\"type\":\"Polygon\",\"coordinates\":[[[113,28],[114", to: "cut.geojson")
    try Data([0x89] + Array("HLD\r\n\u{1A}\n".utf8)).write(
      to: URL(fileURLWithPath: folder.path(of: "cut.hinterland")))
    try folder.write(
      "{\"type\":\"LineString\",\"coordinates\":[[113,28],[114,28]]}", to: "line.geojson")
    try folder.write("code,gdp\n430102,-5\n", to: "weights.csv")
    try folder.write("code,gdp\n430100,5\n", to: "prefectures.csv")
    try folder.write("code,gdp\n430102,5\n430102,7\n", to: "twice.csv")
    try folder.write("", to: "nothing.csv")
    try folder.write(
      "{\"type\":\"Polygon\",\"coordinates\":[[[113,28],[114,28],[114,29],[113,28]]]}",
      to: "polygon.geojson")
    try folder.write("speeds: fast\n", to: "profile.yaml")
    let profile = FileManager.default.contents(atPath: Command.tables + "/profile.yaml") ?? Data()
    try folder.write(
      String(decoding: profile, as: UTF8.self).replacing("main: 60", with: "main: 0"),
      to: "standstill.yaml")
    for name in ["folder.geojson", "empty", "damaged"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(of: name), withIntermediateDirectories: false)
    }
    // The embedded tables, but for one that is damaged.
    for name in try FileManager.default.contentsOfDirectory(atPath: Command.tables)
    where name != "roads_edges.csv" {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(of: "damaged/" + name),
        withDestinationPath: Command.tables + "/" + name)
    }
    try folder.write(
      "from,to,km,class,ref,origin\n0,1,15.824,main,,osm\n0,2,17.355,alley,,osm\n",
      to: "damaged/roads_edges.csv")
  }

  static let commandLines: [[String]] = [
    ["frobnicate"],
    ["circle"],
    ["circle", "长沙", "--fast"],
    ["circle", "长沙", "--within"],
    ["circle", "长沙", "--each=3"],
    ["data", "find"],
    ["matrix"],
    ["access"],
    ["access", "counties", "--indicator", "gdp"],
    ["access", "counties", "--indicator", ""],
    ["access", "counties", "--nearest", ","],
    ["access", "长沙", "--mode", "rail"],
    ["border", "湖南", "--mode", "walk"],
    ["corridor", "京广高铁", "--mode", "rail-door"],
    ["access", "counties", "--structure", "--nearest", "airport"],
    ["access", "systems", "--indicator", "watt"],
    ["access", "--at", "113.02,28.20", "--cohesion"],
    ["access", "counties", "--to", "villages"],
    ["access", "counties", "--mode", "flying"],
    ["matrix", "长沙", "--to-at", "28.20,113.02"],
    ["matrix", "长沙", "--mode", "flying"],
    ["circle", "长沙", "--within", "0"],
    ["circle", "长沙", "--within", "-5"],
    ["circle", "长沙", "--within", "1000000000"],
    ["circle", "长沙", "--within", "NaN"],
    ["circle", "长沙", "--within", "inf"],
    ["circle", "长沙", "--within", "abc"],
    ["circle", "长沙", "--within", ""],
    ["circle", "长沙", "--within", "30,,60"],
    ["circle", "长沙", "--within", "30/60"],
    ["circle", "长沙", "--within", (1...1_000).map(String.init).joined(separator: ",")],
    ["circle", "--at", "113.02,95"],
    ["circle", "--at", "28.20,113.02"],
    ["circle", "--at", "nan,28.20"],
    ["circle", "--at", "113.02"],
    ["circle", "--at", "113.02,28.20,50"],
    ["circle", "--at", "113.02 28.20"],
    ["circle", "--at", ""],
    ["circle", "长沙", "--mode", "fly"],
    ["circle", "长沙", "--mode", "rail,walk"],
    ["circle", "长沙", "--facilities", "FOLDER/none.csv"],
    ["circle", "--at", "113,28", "--mode", "walk", "--facilities", "FOLDER/none.csv"],
    ["route"],
    ["route", "长沙"],
    ["route", "长沙", "怀化", "岳阳"],
    ["route", "长沙", "怀化", "--mode", "air"],
    ["route", "长沙", "怀化", "--mode", ""],
    ["route", "长沙", "--to-at", "28,113"],
    ["circle", "长沙", "--centre-at", "mall"],
    ["circle", "长沙", "--lang", "fr"],
    ["circle", "长沙", "--cell", "0"],
    ["circle", "长沙", "--cell", "-250m"],
    ["circle", "长沙", "--cell", "250ft"],
    ["circle", "长沙", "--simplify", "-1m"],
    ["circle", "长沙", "--simplify", "some"],
    ["circle", "长沙", "-o", "FOLDER/circle.doc"],
    ["circle", "长沙", "-o", "FOLDER/circle.gpkg", "--crs", "4490"],
    ["circle", "长沙", "-o", "FOLDER/circle.gpkg", "--crs", "EPSG:5737"],
    ["circle", "长沙", "-o", "FOLDER/circle.geojson", "--crs", "EPSG:4490"],
    ["circle", "长沙", "-o", "FOLDER/circle.geojson", "--bom"],
    ["circle", "长沙", "-o", "FOLDER/circle.svg", "--paper", "A5"],
    ["circle", "长沙", "-o", "FOLDER/circle.csv", "--paper", "A3"],
    ["circle", "长沙", "-o", ""],
    ["circle", "长沙", "-o", "FOLDER/folder.geojson"],
    ["circle", "长沙", "-o", "FOLDER/none/circle.geojson"],
    ["circle", "长沙", "-o", "FOLDER/table.geojson/circle.geojson"],
    ["data", "import"],
    ["data", "import", "--tables", "FOLDER/damaged"],
    ["data", "import", "--tables", "FOLDER/damaged", "-o", "FOLDER/all.csv"],
    ["data", "import", "--tables", "FOLDER/damaged", "-o", "FOLDER/none/all.hinterland"],
    ["border"],
    ["border", "湖南", "--band", "0"],
    ["border", "湖南", "--band", "50miles"],
    ["border", "湖南", "--within", "30,60"],
    ["border", "湖南", "--resolution", "0"],
    ["border", "湖南", "--seed", "1.5"],
    ["border", "湖南", "--decay", "x"],
    ["corridor"],
    ["corridor", "G60", "--within", "0"],
    ["corridor", "G60", "--gain", "none"],
    ["corridor", "G60", "--step", "0"],
  ]

  /// Those that are wrong only once the dataset is known.
  static let names: [[String]] = [
    ["circle", "长沙", "--data", "FOLDER/none"],
    ["circle", "长沙", "--data", "FOLDER/empty"],
    ["circle", "长沙", "--data", "FOLDER/damaged"],
    ["circle", "长沙", "--data", "FOLDER/table.geojson"],
    ["data", "show", "FOLDER/none"],
    ["data", "show", "FOLDER/cut.hinterland"],
    ["data", "import", "--tables", "FOLDER/none", "-o", "FOLDER/all.hinterland"],
    ["data", "import", "--tables", "FOLDER/table.geojson", "-o", "FOLDER/all.hinterland"],
    ["data", "import", "--tables", "FOLDER/damaged", "-o", "FOLDER/all.hinterland"],
    ["circle", "长沙", "--profile", "FOLDER/none.yaml"],
    ["circle", "长沙", "--profile", "FOLDER/profile.yaml"],
    ["circle", "长沙", "--profile", "FOLDER/standstill.yaml"],
    ["circle", ""],
    ["circle", "长沙,,株洲"],
    ["circle", String(repeating: "长", count: 10_000)],
    ["circle", "长纱"],
    ["circle", "Atlantis"],
    ["circle", "永定区"],
    ["circle", "西湖区"],
    ["circle", "洪江区"],
    ["circle", "湖南"],
    ["circle", "湘鄂渝黔桂"],
    ["circle", "武汉都市圈"],
    ["circle", "3+5五市"],
    ["data", "find", "长纱"],
    ["access", "长沙", "--weight", "gdp"],
    ["access", "长沙", "--weight", "gdp", "--weights", "FOLDER/none.csv"],
    ["access", "长沙", "--weight", "gdp", "--weights", "FOLDER/weights.csv"],
    ["access", "长沙", "--weight", "jobs", "--weights", "FOLDER/weights.csv"],
    ["access", "长沙", "--weight", "gdp", "--weights", "FOLDER/prefectures.csv"],
    ["access", "长沙", "--weight", "gdp", "--weights", "FOLDER/twice.csv"],
    ["access", "长沙", "--weight", "gdp", "--weights", "FOLDER/nothing.csv"],
    ["access", "长沙", "--nearest", "shop"],
    ["access", "长沙", "--nearest", "FOLDER/swapped.geojson"],
    ["access", "长沙", "--nearest", "FOLDER/none.csv"],
    ["access", "长沙", "--nearest", "FOLDER/polygon.geojson"],
    ["access", "武汉都市圈"],
    ["access", "三四五都市圈", "--cohesion"],
    ["access", "芙蓉区", "--cohesion"],
    ["data", "find", ""],
    ["circle", "长沙", "--within", "15", "--zone", ""],
    ["circle", "长沙", "--within", "15", "--zone", "乌有之乡"],
    ["circle", "长沙", "--within", "15", "--zone", "FOLDER/none.geojson"],
    ["circle", "长沙", "--within", "15", "--zone", "FOLDER/point.geojson"],
    ["circle", "长沙", "--within", "15", "--zone", "FOLDER/table.geojson"],
    ["circle", "长沙", "--within", "15", "--zone", "FOLDER/swapped.geojson"],
    ["circle", "长沙", "--within", "15", "--zone", "FOLDER/cut.geojson"],
    ["circle", "--centre-zone", "FOLDER/point.geojson", "--within", "15"],
    ["circle", "--at", "180,90", "--within", "15"],
    ["circle", "--mode", "walk", "--facilities", "FOLDER/none.csv"],
    ["circle", "--mode", "walk", "--facilities", "FOLDER/swapped.geojson"],
    ["circle", "--at", "116.9,25.0", "--mode", "rail"],
    ["circle", "长沙", "--mode", "air", "--within", "6000"],
    ["route", "长沙", "长纱"],
    ["matrix", "长沙", "怀化", "--mode", "air"],
    ["circle", "长沙", "--within", "17000", "--cell", "25m"],
    ["border", "湖南", "浙江"],
    ["border", "湖楠"],
    ["border", "武汉都市圈"],
    ["corridor", "沪昆高数"],
    ["corridor", "--via", "长沙"],
    ["corridor", "--via", "长沙,湖南"],
    ["corridor", "--line", "FOLDER/none.geojson"],
    ["corridor", "--line", "FOLDER/point.geojson"],
    ["corridor", "--line", "FOLDER/line.geojson"],
  ]

  @Test func wrongCommandLines() throws {
    try Golden.expect(transcript(of: Self.commandLines), is: "wrong-command-lines.txt")
  }

  @Test func wrongNamesAndFiles() throws {
    try Golden.expect(transcript(of: Self.names), is: "wrong-names-and-files.txt")
  }

  /// Each command, its exit code, and what it said on standard error.
  private func transcript(of commands: [[String]]) throws -> String {
    var transcript = ""
    for arguments in commands {
      let command = try Command(
        arguments.map { $0.replacing("FOLDER", with: folder.path) })
      let words = command.words.replacing(folder.path, with: "FOLDER")
        .replacing(Command.tables, with: "GeoData")
      let line = (["hinterland"] + arguments.map(Self.quoted)).joined(separator: " ")
      transcript += "$ \(line)\n\(words)exit \(command.exitCode)\n\n"
      #expect([64, 65, 66].contains(command.exitCode), "\(line)")
      #expect(command.output.isEmpty, "\(line)")
      #expect(words.count < 600, "\(line)")
    }
    return transcript
  }

  private static func quoted(_ argument: String) -> String {
    if argument.count > 60 { return "\(argument.prefix(6))…(\(argument.count) characters)" }
    return argument.isEmpty || argument.contains(" ") ? "'\(argument)'" : argument
  }
}
