import Foundation
import GeoIO
import Studies
import TestSupport
import Testing

/// The studies of the repository, and the list of all targets.
@Suite struct StudyExamplesTests {
  private static let repository = URL(fileURLWithPath: Command.tables).deletingLastPathComponent()
  private static let examples = repository.appendingPathComponent("Examples").path

  private func studies() throws -> [Study] {
    try FileManager.default.contentsOfDirectory(atPath: Self.examples).sorted()
      .map { "\(Self.examples)/\($0)/study.yaml" }.filter(FileManager.default.fileExists)
      .map(StudyFile.study)
  }

  @Test func allReadAndHaveAReadmeOfTenLines() throws {
    let studies = try studies()
    #expect(studies.count == 20)
    for study in studies {
      let path = URL(fileURLWithPath: study.path).deletingLastPathComponent()
        .appendingPathComponent("README.md")
      let lines = try String(contentsOf: path, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count - 1 == 10, "\(study.name)")
    }
  }

  /// A row is answered by a study, or what it lacks is not there; else it could be answered.
  @Test func everyTargetIsAnsweredOrLacksAColumn() throws {
    let table = try CSVTable(path: Self.examples + "/targets.csv")
    let studies = try studies()
    let answered = Dictionary(grouping: studies, by: \.name)
    let (id, by) = (try table.column("id"), try table.column("study"))
    let (file, column) = (try table.column("lacks_table"), try table.column("lacks_column"))
    #expect(table.rowCount == 297)
    for row in 0..<table.rowCount {
      let target = try table.text(row, id)
      let name = try table.text(row, by)
      if !name.isEmpty {
        let study = try #require(answered[name]?.first)
        #expect(
          study.targets.contains { $0.id == target || $0.id.hasPrefix(target + "-") }, "\(target)")
        continue
      }
      #expect(
        !studies.contains {
          $0.targets.contains { $0.id == target || $0.id.hasPrefix(target + "-") }
        },
        "\(target) is answered: run Scripts/list-targets.py")
      let (lackedFile, lacked) = (try table.text(row, file), try table.text(row, column))
      let path = Command.tables + "/" + lackedFile
      let kind = lacked.hasPrefix("kind=") ? String(lacked.dropFirst(5)) : nil
      let held = try CSVTable(path: path)
      if let kind {
        let column = try held.column("kind")
        let found = try (0..<held.rowCount).contains { try held.text($0, column) == kind }
        #expect(!found, "\(target) can be answered: \(lackedFile) has \(kind) now")
      } else {
        #expect(
          !lacked.isEmpty && !held.columns.contains(lacked),
          "\(target) can be answered: \(lackedFile) has \(lacked) now")
      }
    }
  }

  @Test func primacyAndClassesAreThePlansOwn() throws {
    let folder = try TemporaryFolder()
    let junit = folder.path(of: "targets.xml")
    let command = try Command([
      "study", "test", Self.examples + "/size-primacy/study.yaml", "--junit", junit, "--lang", "en",
    ])
    #expect(command.exitCode == 0, "\(command.words)\(command.text)")
    let lines = command.text.split(separator: "\n")
    for (target, value) in [("primacy-2 *", " 3.82 "), ("primacy-4 *", " 1.44 "), ("T103 *", "32")]
    {
      let line = try #require(lines.first { $0.hasPrefix(target) }, "\(target)")
      #expect(line.contains(value) && line.contains(" met "), "\(line)")
    }
    #expect(folder.text(of: "targets.xml")?.contains("<testsuite name=\"size-primacy\"") == true)
  }

  @Test func aMissedMustGivesExitCodeOne() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("name,people\na,60\nb,30\n", to: "cities.csv")
    let path = try folder.write(
      """
      version: 1
      title: {zh: 甲, en: A}
      sentence: {quote: 首位, document: 001, line: 1}
      doubt: {zh: 疑, en: B}
      targets:
        - {id: p, zh: 首位度, en: primacy, quote: 首位, document: 001, line: 1, compare: '>= 3', must: true, table: {measure: primacy, file: cities.csv, column: people}}

      """, to: "study.yaml")
    let command = try Command(["study", "test", path, "--lang", "en"])
    #expect(command.exitCode == 1)
    #expect(command.words.contains("missed: "), "\(command.words)")
  }

  @Test func aStudyWithoutAnAnswerFails() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      version: 1
      title: {zh: 甲, en: A}
      sentence: {quote: 一, document: 001, line: 1}
      doubt: {zh: 疑, en: B}
      questions:
        - circle: [无此地名]

      """, to: "study.yaml")
    let command = try Command(["study", "run", path, "-o", folder.path(of: "out"), "--lang", "en"])
    #expect(command.exitCode == 65)
    #expect(command.text.contains("0 of 1 questions computed"), "\(command.text)")
  }
}
