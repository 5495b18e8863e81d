import ArgumentParser
import Foundation
import GeoIO
import Reports
import Studies

/// Studies of one run of the program, asked one after the other of worlds that are opened once.
struct StudySession {
  let studies: [Study]
  let language: Language
  private let catalogue: TargetCatalogue?
  private let started = Date()

  /// Reads all files before work starts.
  ///
  /// - Throws: ``UsageError`` where no file is given, and what reading a study throws.
  init(files: [String], all: String?, lang: String) throws {
    language = try Language(named: lang, option: "--lang")
    var paths = files
    if let all { paths += try Self.studyFiles(in: all) }
    catalogue = try all.flatMap { try TargetCatalogue(in: $0) }
    guard !paths.isEmpty else {
      throw UsageError(
        "No study is given; name files, as in `hinterland study run Examples/*/study.yaml`, or use "
          + "--all Examples.")
    }
    studies = try paths.map(StudyFile.study)
    var names: [String: String] = [:]
    for study in studies {
      if let other = names.updateValue(study.path, forKey: study.name) {
        throw UsageError(
          "\(other) and \(study.path) are both called \(study.name); their answers would take one "
            + "folder, so rename one.")
      }
    }
  }

  private static func studyFiles(in folder: String) throws -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw GeoIOError.fileNotFound(path: folder)
    }
    let paths = names.sorted().map { "\(folder)/\($0)/study.yaml" }
      .filter(FileManager.default.fileExists)
    guard !paths.isEmpty else {
      throw UsageError("No folder in \(folder) holds a study.yaml; name a folder of studies.")
    }
    return paths
  }

  /// Answers each study and hands it over as soon as it is done, with the seconds it took.
  func runs(
    targetsOnly: Bool = false, done: (StudyRun, Double) throws -> Void
  ) throws -> [StudyRun] {
    let shelf = WorkspaceShelf()
    var runs: [StudyRun] = []
    for study in studies {
      let started = Date()
      let progress = ProgressLine()
      defer { progress.stop() }
      let desk = StudyDesk(
        shelf: shelf, dataset: study.dataset, corrections: study.corrections, language: language)
      let run = try StudyRun(
        study, on: shelf, targetsOnly: targetsOnly, language: language, saying: progress.say
      ) { try desk.answer($0.arguments) }
      progress.stop()
      try done(run, Date().timeIntervalSince(started))
      runs.append(run)
    }
    return runs
  }

  /// All studies, of which there is one at least, as one index.
  func index(of runs: [StudyRun]) -> StudyIndex {
    StudyRun.index(of: runs, catalogue: catalogue)
  }

  /// How much of all studies was answered, and in what time.
  func tellTotal(of runs: [StudyRun], _ index: StudyIndex) {
    let questions = runs.reduce(0) { $0 + $1.asked }
    let answers = runs.reduce(0) { $0 + $1.answers.count }
    let seconds = Int(Date().timeIntervalSince(started).rounded())
    StandardStreams.write(
      index.headline + "\n"
        + language(
          "已计算 \(answers) / \(questions) 个问题，\(seconds) 秒\n",
          "\(answers) of \(questions) questions computed, \(seconds) s\n"), to: .standardOutput)
  }

  /// Says what was missed that must not be, and what could not be worked out.
  ///
  /// - Throws: exit code 1 where there is any.
  func judge(_ runs: [StudyRun]) throws {
    let missed = runs.flatMap { run in run.missedMusts.map { "\(run.study.name) \($0)" } }
    let failed = runs.contains { !$0.targetFailures.isEmpty || !$0.failures.isEmpty }
    guard !missed.isEmpty || failed else { return }
    let words =
      (missed.isEmpty ? [] : ["missed: \(missed.joined(separator: ", "))"])
      + (failed ? ["a question or target could not be worked out, see above"] : [])
    StandardStreams.write(
      "hinterland: \(words.joined(separator: "; ")).\n", to: .standardError)
    throw ExitCode(1)
  }
}
