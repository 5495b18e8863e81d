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
          bindingMinutes: value.bindingMinutes, isMust: value.target.isMust, remedy: value.remedy)
      },
      questions: answers.map { answer in
        StudyReport.Question(
          name: answer.question.name,
          command: study.command(answer.question),
          answer: answer.run.sentence,
          files: answer.question.outputs.map { answer.question.name + $0 })
      },
      asked: study.questions.count,
      failures: failures, targetFailures: targetFailures,
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

  /// Several studies as one index.
  ///
  /// `catalogue` is the list of all targets that the studies are held against, where there is one.
  ///
  /// - Precondition: one study at least.
  public static func index(of runs: [StudyRun], catalogue: TargetCatalogue? = nil) -> StudyIndex {
    let entries = runs.map { StudyIndex.Entry(name: $0.study.name, report: $0.report) }
    return StudyIndex(
      entries: entries, catalogue: catalogue?.counts(answeredBy: entries),
      ground: entries[0].report.ground)
  }

  /// Writes texts, each to its path: all or none.
  public static func write(_ texts: [(text: String, path: String)]) throws {
    var files = OutputFiles()
    for (text, path) in texts { files.add(text, at: path) }
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

extension Study {
  /// A question as its folder's user would type it there.
  fileprivate func command(_ question: Question) -> String {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path + "/"
    return (["hinterland"] + question.arguments.map { $0.replacing(folder, with: "") })
      .joined(separator: " ")
  }
}
