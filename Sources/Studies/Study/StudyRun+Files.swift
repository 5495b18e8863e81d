import Foundation
import GeoIO
public import Reports
import Shapes

extension StudyRun {
  /// The study as its page and its tables tell it.
  public var report: StudyReport {
    let study = study
    return StudyReport(
      title: study.title, quote: study.sentence.quote, place: study.sentence.place,
      doubt: study.doubt,
      targets: values.map { value in
        StudyReport.Target(
          id: value.target.id, words: value.target.words, quote: value.target.source.quote,
          place: value.target.source.place, reading: value.reading,
          bound: value.target.bound, value: value.value, binding: value.binding,
          bindingMinutes: value.bindingMinutes, isMust: value.target.isMust)
      },
      questions: answers.map { answer in
        StudyReport.Question(
          name: answer.question.name,
          command: (["hinterland"] + answer.question.arguments).joined(separator: " "),
          answer: answer.sentence,
          files: answer.question.outputs.map { answer.question.name + $0 })
      },
      asked: study.questions.count,
      failures: failures.map(\.words) + targetFailures.map(\.words),
      contradictions: study.contradictions.map { ($0.words, $0.at) },
      waits: study.waits.map {
        StudyReport.Wait(words: $0.words, column: $0.column, format: $0.format)
      },
      ground: ResultPage.Ground(
        region: workspace.dataset.region, corridors: workspace.dataset.corridors,
        notes: workspace.dataset.notes, language: language))
  }

  /// Writes each question's files, the study's page and its Markdown into a folder of its own.
  public func write(into folder: String) throws {
    let own = folder + "/" + study.name
    try Self.makeFolder(own)
    for answer in answers {
      try answer.run.write(
        to: try answer.question.outputs.map { try Output(own + "/" + answer.question.name + $0) })
    }
    let map = answers.lazy.compactMap { try? $0.run.sheet(on: .a4).map }.first
    var files = OutputFiles()
    let report = report
    files.add(
      try report.page(map: map).html(leaflet: LeafletFiles.read(beside: workspace.dataset.folder)),
      at: own + "/index.html")
    files.add(report.markdown(), at: own + "/index.md")
    try files.commit()
  }

  /// One page that leads to all.
  public static func writeIndex(of runs: [StudyRun], into folder: String) throws {
    guard let first = runs.first else { return }
    let entries = runs.map { StudyIndex.Entry(name: $0.study.name, report: $0.report) }
    var files = OutputFiles()
    let index = StudyIndex(entries: entries, ground: first.report.ground)
    files.add(index.html(), at: folder + "/index.html")
    files.add(index.markdown(), at: folder + "/index.md")
    try files.commit()
  }

  /// JUnit's XML: a suite a study, a case a target and reading; only `must:` targets fail.
  public static func writeJUnit(of runs: [StudyRun], to path: String) throws {
    var files = OutputFiles()
    files.add(JUnitText.text(of: runs), at: path)
    try files.commit()
  }

  /// Makes a folder where there is none.
  public static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw GeoIOError.cannotWrite(path: path, words: "no folder can be made there")
    }
  }
}

/// Targets as JUnit knows tests.
enum JUnitText {
  static func text(of runs: [StudyRun]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for run in runs {
      let missed = Set(run.missedMusts)
      let failed = run.targetFailures
      text +=
        "  <testsuite name=\"\(escaped(run.study.name))\" tests=\"\(run.values.count + failed.count)\""
        + " failures=\"\(run.values.count { missed.contains($0.target.id) })\""
        + " errors=\"\(failed.count)\">\n"
      for value in run.values {
        let name = value.target.id + (value.reading.map { " \($0.rawValue)" } ?? "")
        let words =
          "\(value.target.bound.words): \(value.value.map { "\($0)" } ?? "no value")"
        text += "    <testcase name=\"\(escaped(name))\" classname=\"\(escaped(run.study.name))\""
        if missed.contains(value.target.id) {
          text += "><failure message=\"\(escaped(words))\"/></testcase>\n"
        } else {
          text += "><system-out>\(escaped(words))</system-out></testcase>\n"
        }
      }
      for failure in failed {
        text +=
          "    <testcase name=\"\(escaped(failure.name))\" classname=\"\(escaped(run.study.name))\">"
          + "<error message=\"\(escaped(failure.words))\"/></testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  /// Text as it may stand in XML 1.0: no control characters but line ends and tabs.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension StudyRun {
  /// Studies for machines: a record each, with its targets.
  public static func json(of runs: [StudyRun]) -> String {
    JSONText.object([
      (
        key: "studies",
        value: .array(
          runs.map { run in
            guard case .object(let members) = run.report.json else { return .null }
            return .object([(key: "name", value: .string(run.study.name))] + members)
          })
      )
    ]).text + "\n"
  }
}
