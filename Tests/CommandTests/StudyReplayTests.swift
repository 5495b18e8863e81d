import Foundation
import TestSupport
import Testing

/// Results asked again from what they say of themselves.
@Suite struct StudyReplayTests {
  /// The command line, and the file that it writes.
  static let questions: [(arguments: [String], file: String)] = [
    (["circle", "怀化", "--within", "30,60", "--zone", "鹤中", "--simplify", "50m"], "a.geojson"),
    (["circle", "--at", "113.02,28.2", "--within", "20", "--cell", "250m"], "b.geojson"),
    (["circle", "长株潭", "--within", "30", "--each", "--centre-at", "seat"], "c.csv"),
    (["matrix", "长沙", "株洲", "--to", "怀化", "岳阳", "--cell", "1000m"], "d.csv"),
    (["route", "长沙", "怀化", "--mode", "road-door,rail-door"], "e.geojson"),
    (["access", "鹤中", "--cohesion"], "f.csv"),
    (["access", "怀化", "--nearest", "airport,hsr"], "g.csv"),
    (["border", "湖南", "贵州", "--effect"], "h.csv"),
    (["corridor", "沪昆高铁", "--within", "30", "--hub", "怀化"], "i.csv"),
    (["explain", "沅陵县", "--of", "怀化", "--within", "60", "--lang", "en"], "j.csv"),
    (["circle", "怀化", "--within", "60", "--mode", "rail"], "k.csv"),
    (["circle", "怀化", "--within", "120", "--mode", "air"], "l.geojson"),
    (["circle", "怀化", "--within", "60", "--bom"], "m.csv"),
    (["access", "prefectures", "--indicator", "watt,daily"], "n.csv"),
    (["access", "鹤中", "--structure"], "o.csv"), (["border", "怀化", "--within", "60"], "p.csv"),
    (["compare", link, "--of", "怀化", "--within", "60"], "q.csv"),
    (["compare", link, other, "--of", "怀化", "--rank", "--budget", "300km"], "r.csv"),
    (["compare", "--of", "鹤中", "--close-each", "expressway"], "s.csv"),
  ]

  private static let links =
    URL(fileURLWithPath: Command.tables).deletingLastPathComponent().path + "/Examples/links/"
  private static let link = links + "L022-tongren-xinhuang-tianzhu-expressway.yaml"
  private static let other = links + "L024-xupu-dongkou-expressway.yaml"

  @Test(arguments: questions)
  func comesOutTheSame(arguments: [String], file: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: file)
    // Scenarios are named without their folder: they are looked for beside the result.
    for scenario in [Self.link, Self.other] where arguments.contains(scenario) {
      let text = try String(contentsOfFile: scenario, encoding: .utf8)
      _ = try folder.write(text, to: URL(fileURLWithPath: scenario).lastPathComponent)
    }
    let asked = try Command(arguments + ["-o", path])
    #expect(asked.exitCode == 0, "\(asked.words)")
    let replay = try Command(["study", "replay", path, "--lang", "en"])
    #expect(replay.exitCode == 0, "\(replay.words)\(replay.text)")
    #expect(replay.text.contains("the same "), "\(replay.text)")
  }

  /// The result carries the scenario itself; its file is not needed.
  @Test func aScenarioComesWithTheResult() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.write(
      "border_delay:\n  - {between: [湖南, 贵州], minutes: 20}\n", to: "delayed.yaml")
    let path = folder.path(of: "x.geojson")
    let asked = try Command(["circle", "怀化", "--within", "60", "--with", scenario, "-o", path])
    #expect(asked.exitCode == 0, "\(asked.words)")
    try FileManager.default.removeItem(atPath: scenario)
    let replay = try Command(["study", "replay", path, "--lang", "en"])
    #expect(replay.exitCode == 0, "\(replay.words)\(replay.text)")
  }

  @Test func aChangedFigureIsToldByItsPlace() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "x.csv")
    _ = try Command(["matrix", "长沙", "--to", "怀化", "-o", path])
    let text = try #require(folder.text(of: "x.csv"))
    let changed = text.replacing("239", with: "238")
    #expect(changed != text)
    _ = try folder.write(changed, to: "x.csv")
    let replay = try Command(["study", "replay", path, "--lang", "en"])
    #expect(replay.exitCode == 1)
    #expect(replay.text.contains("(line 2)"), "\(replay.text)")
  }

  /// A result that was made to run something else is no result.
  @Test(arguments: [
    ("data", "\"places\":[\"import\"]"), ("study", "\"places\":[\"new\",\"x\"]"),
    ("circle", "\"places\":[\"--output=x.csv\"]"),
    ("circle", "\"places\":[\"怀化\"],\"output\":\"x.csv\""),
    ("circle", "\"places\":[\"怀化\"],\"profile\":\"/dev/zero\""),
  ])
  func aResultThatAsksForMoreIsRefused(question: String, parameters: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "{\"features\":[],\"hinterland\":{\"version\":\"0\",\"question\":\"\(question)\",\"dataset\":"
        + "{\"digest\":\"0\"},\"profile\":{},\"parameters\":{\(parameters)}}}", to: "x.geojson")
    let replay = try Command(["study", "replay", path, "--lang", "en"])
    #expect(replay.exitCode == 65, "\(replay.words)\(replay.text)")
    #expect(replay.words.contains("is no result that can be asked again"), "\(replay.words)")
  }

  @Test func whatIsNoResultIsRefused() throws {
    let folder = try TemporaryFolder()
    let plain = try folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[]}", to: "p.geojson")
    let broken = try folder.write("{", to: "b.geojson")
    let table = try folder.write("a,b\n1,2\n", to: "t.csv")
    for (path, code) in [(plain, 65), (broken, 65), (table, 66), (folder.path(of: "no.csv"), 66)] {
      let replay = try Command(["study", "replay", path, "--lang", "en"])
      #expect(replay.exitCode == Int32(code), "\(path): \(replay.words)")
      #expect(replay.words.split(separator: "\n").count == 1, "\(replay.words)")
    }
    #expect(try Command(["study", "replay", "x.html"]).exitCode == 64)
  }
}
