import Foundation
import GeoIO
import Reports
import Studies

/// Studies of one run of the program, asked one after the other of worlds that are opened once.
struct StudySession {
  let studies: [Study]
  let language: Language
  private let started = Date()

  /// Reads all files before work starts.
  ///
  /// - Throws: ``UsageError`` where no file is given, and what reading a study throws.
  init(files: [String], all: String?, lang: String) throws {
    language = try Language(named: lang, option: "--lang")
    var paths = files
    if let all { paths += try Self.studyFiles(in: all) }
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
      let run = try StudyRun(
        study, on: shelf, targetsOnly: targetsOnly, language: language, saying: progress.say
      ) { question, shelf in
        try StudyDesk.answer(question, of: study, on: shelf, language: language)
      }
      progress.stop()
      try done(run, Date().timeIntervalSince(started))
      runs.append(run)
    }
    return runs
  }

  /// How much of all studies was answered, and in what time.
  func tellTotal(of runs: [StudyRun]) {
    let questions = runs.reduce(0) { $0 + $1.answers.count + $1.failures.count }
    let answers = runs.reduce(0) { $0 + $1.answers.count }
    let targets = runs.reduce(0) { $0 + $1.study.targets.count }
    let answered = runs.reduce(0) { $0 + $1.answeredTargets }
    let seconds = Int(Date().timeIntervalSince(started).rounded())
    StandardStreams.write(
      language(
        "共 \(runs.count) 项研究：\(answered) / \(targets) 个目标有数值，\(answers) / \(questions) 个问题已计算，\(seconds) 秒\n",
        "\(runs.count) studies: \(answered) of \(targets) targets with a figure, \(answers) of "
          + "\(questions) questions computed, \(seconds) s\n"), to: .standardOutput)
  }
}
