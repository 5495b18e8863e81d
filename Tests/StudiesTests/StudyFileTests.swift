import Analysis
import Foundation
import Studies
import TestSupport
import Testing

/// Study files as they are written, and what is said of those that are wrong.
@Suite struct StudyFileTests {
  private func study(_ text: String) throws -> Study {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "study.yaml")
    return try withExtendedLifetime(folder) { try StudyFile.study(at: path) }
  }

  private static let head = """
    version: 1
    title: {zh: 甲, en: A}
    sentence: {quote: 一小时, document: 001, line: 7}
    doubt: {zh: 疑, en: B}

    """

  @Test func theTemplateReads() throws {
    let study = try study(StudyFile.template)
    #expect(study.questions.map(\.arguments).first?.prefix(2) == ["circle", "长沙"])
    #expect(study.targets.first?.bound.words == "≥ 80 %")
    #expect(study.sentence.line == 1)
  }

  @Test func optionsAreThoseOfTheCommandLine() throws {
    let study = try study(
      Self.head + "questions:\n  - matrix: [甲, 乙]\n    to: [丙, 丁]\n    mode: road\n    each: true\n"
    )
    #expect(
      study.questions[0].arguments
        == ["matrix", "甲", "乙", "--each", "--mode=road", "--to=丙", "--to=丁"])
  }

  @Test(arguments: [
    ("questions:\n  - circl: [甲]\n", ":6:5: a question has no command"),
    ("questions:\n  - circle: [甲]\n    lang: en\n", ":7:11: lang is not said"),
    ("targets:\n  - id: t\n    zh: 甲\n", "gives"), ("questionz: []\n", ":5:1: a study has no key"),
    ("", "the study asks nothing"),
    (
      "scenarios: [a, b, c, d, e, f, g, h, i]\nquestions:\n  - circle: [甲]\n",
      ":5:12: there are 9 scenarios"
    ),
    (
      "targets:\n  - {id: t, zh: 甲, en: A, quote: q, document: 1, line: 1, compare: '>= 1 %', "
        + "reach: {measure: people, of: 甲, from: 乙, within: 60, mode: rail}}\n",
      "people within minutes rail have no ground"
    ),
    (
      "targets:\n  - {id: t, zh: 甲, en: A, quote: q, document: 1, line: 1, compare: '<= 2 h', "
        + "reach: {measure: minutes, of: 甲, from: 乙, within: 60}}\n", "minutes are in min or 分钟"
    ),
    (
      "targets:\n  - {id: t, zh: 甲, en: A, quote: q, document: 1, line: 1, compare: '<= 9 min', "
        + "reach: {measure: minutes, of: 甲, from: each, within: 60}}\n", "each county's own start"
    ),
    (
      "targets:\n  - {id: t, zh: 甲, en: A, quote: q, document: 1, line: 1, compare: '>= 9 %', "
        + "reach: {measure: area, of: 甲, from: 乙, within: 60, readings: []}}\n", "readings are none"
    ),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, words: String) {
    let error = #expect(throws: (any Error).self) { try study(Self.head + text) }
    let said = error.map { "\($0)" } ?? ""
    #expect(words == "gives" ? said.contains("give one") : said.contains(words), "\(said)")
  }

  @Test func aVersionFromTheFutureIsRefused() {
    let text = Self.head.replacingOccurrences(of: "version: 1", with: "version: 2")
    let error = #expect(throws: (any Error).self) { try study(text) }
    #expect(error.map { "\($0)" }?.contains("this program reads 1") == true)
  }
}
