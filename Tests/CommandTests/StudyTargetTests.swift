import Foundation
import TestSupport
import Testing

/// Targets of studies on the embedded dataset, against what the questions themselves say.
@Suite struct StudyTargetTests {
  private static let links =
    URL(fileURLWithPath: Command.tables).deletingLastPathComponent().path + "/Examples/links/"

  private static let head = """
    version: 1
    title: {zh: 甲, en: A}
    sentence: {quote: 一小时, document: 001, line: 7}
    doubt: {zh: 疑, en: B}

    """

  private func target(_ id: String, _ compare: String, _ reach: String) -> String {
    "  - {id: \(id), zh: 甲, en: A, quote: q, document: '001', line: 1, compare: '\(compare)', "
      + "reach: {\(reach)}}\n"
  }

  /// The targets of a study, by id and reading.
  private func values(_ text: String) throws -> [String: [String: Any]] {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.head + text, to: "study.yaml")
    let command = try Command(["study", "test", path, "--json", "--lang", "en"])
    #expect(command.exitCode == 0, "\(command.words)")
    let document = try #require(
      JSONSerialization.jsonObject(with: command.output) as? [String: Any])
    let study = try #require((document["studies"] as? [[String: Any]])?.first)
    let targets = try #require(study["targets"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: targets.map {
        ("\($0["id"] as? String ?? "") \($0["reading"] as? String ?? "")", $0)
      })
  }

  /// People and area come from cells as a circle's do: the same shares, reading by reading.
  @Test(arguments: ["core", "seat", "districts"])
  func sharesAreThoseOfTheCircle(reading: String) throws {
    let circle = try Command([
      "circle", "怀化", "--within", "60", "--zone", "怀化市", "--centre-at", reading, "--json",
    ])
    #expect(circle.exitCode == 0, "\(circle.words)")
    let document = try #require(
      JSONSerialization.jsonObject(with: circle.output) as? [String: Any])
    let zone = try #require((document["zones"] as? [[String: Any]])?.first)
    let of = "of: 怀化市, from: 怀化, within: 60, readings: [\(reading)]"
    let values = try values(
      "targets:\n" + target("p", ">= 1 %", "measure: people, \(of)")
        + target("a", ">= 1 %", "measure: area, \(of)"))
    for (id, inside, whole) in [
      ("p", "people_inside", "people"), ("a", "area_inside_km2", "area_km2"),
    ] {
      let (inside, whole) = (
        try #require(zone[inside] as? Double), try #require(zone[whole] as? Double)
      )
      let value = try #require(values["\(id) \(reading)"]?["value"] as? Double)
      // Areas of the zone are told to the hundredth of a square kilometre.
      #expect(abs(value - 100 * inside / whole) < 1e-4, "\(id)")
    }
  }

  /// 锦屏县 is reached from 铜仁 within two hours once 铜天高速 is built, and by no other of the three.
  @Test func theFewestLinksAreNamed() throws {
    let names = [
      "L020-zhangjiajie-guanzhuang", "L022-tongren-xinhuang-tianzhu", "L024-xupu-dongkou",
    ]
    let files = names.map { "'\(Self.links)\($0)-expressway.yaml'" }.joined(separator: ", ")
    let values = try values(
      "scenarios: [\(files)]\ntargets:\n"
        + target(
          "t", "<= 120 min", "measure: minutes, of: 锦屏县, from: 铜仁, within: 120, readings: [core]")
        + target(
          "far", "<= 10 min", "measure: minutes, of: 锦屏县, from: 铜仁, within: 10, readings: [core]")
        + target(
          "met", "<= 600 min",
          "measure: minutes, of: 锦屏县, from: 铜仁, within: 600, readings: [core]"))
    #expect(values["t core"]?["fewest_scenarios"] as? String == "铜天高速")
    #expect(values["far core"]?["fewest_scenarios"] as? String == "not even all 3")
    #expect(values["met core"]?["fewest_scenarios"] is NSNull)
  }
}
