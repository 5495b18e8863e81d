import ArgumentParser
import Foundation
import GeoIO
import Reports
import Studies

/// `hinterland study`.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Sentences of plans as targets, and the questions that answer them, from a file.",
    discussion: """
      A study file (YAML) holds questions in the words of the command line, and sentences of a plan \
      as targets that are met or missed. `Examples` has twenty.

      EXAMPLE: hinterland study run Examples/changzhutan-1h/study.yaml -o out
      """,
    subcommands: [
      StudyRunCommand.self, StudyTestCommand.self, StudyNewCommand.self, StudySchemaCommand.self,
    ])
}

/// `hinterland study run`.
struct StudyRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answers studies and writes a page for each.",
    discussion: """
      Each study gets a folder of its name in the output folder: its questions' files, index.html \
      and index.md. Several studies also get an index page.

      EXAMPLE: hinterland study run --all Examples -o out
      """)

  @Argument(help: "Study files.")
  var files: [String] = []

  @Option(help: "A folder whose folders hold a study.yaml each.")
  var all: String?

  @Option(name: [.customShort("o"), .customLong("output")], help: "The folder to write into.")
  var output: String

  @Option(help: "zh or en; zh otherwise.")
  var lang = Language.chinese.rawValue

  func run() throws {
    try ExitCodes.exiting {
      let session = try StudySession(files: files, all: all, lang: lang)
      try StudyRun.makeFolder(output)
      let language = session.language
      var isEmpty = false
      let runs = try session.runs { run, seconds in
        try run.write(into: output)
        StandardStreams.write(run.report.text(), to: .standardOutput)
        StandardStreams.write(
          language(
            "\(run.study.name)：已计算 \(run.answers.count) / \(run.study.questions.count) 个问题，"
              + "\(run.answeredTargets) / \(run.study.targets.count) 个目标，\(Int(seconds.rounded())) 秒\n\n",
            "\(run.study.name): \(run.answers.count) of \(run.study.questions.count) questions "
              + "computed, \(run.answeredTargets) of \(run.study.targets.count) targets, "
              + "\(Int(seconds.rounded())) s\n\n"), to: .standardOutput)
        if run.answers.isEmpty { isEmpty = true }
      }
      if runs.count > 1 || all != nil { try StudyRun.writeIndex(of: runs, into: output) }
      session.tellTotal(of: runs)
      if isEmpty {
        throw UnansweredStudy()
      }
    }
  }
}

/// A study none of whose questions could be computed.
struct UnansweredStudy: Error, CustomStringConvertible {
  var description: String {
    "A study has no question that could be computed; mend what is said of its questions above."
  }
}

/// `hinterland study test`.
struct StudyTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Works out the targets of studies; a missed `must` target gives exit code 1.",
    discussion: """
      Only the questions that targets take a figure from are asked. The table has the value, the \
      margin and the place it hangs on, under each reading of the sentence.

      EXAMPLE: hinterland study test Examples/*/study.yaml --junit targets.xml
      """)

  @Argument(help: "Study files.")
  var files: [String] = []

  @Option(help: "A folder whose folders hold a study.yaml each.")
  var all: String?

  @Option(help: "A file for JUnit's XML: a suite a study, a case a target and reading.")
  var junit: String?

  @Flag(help: "Print JSON for machines instead of text.")
  var json = false

  @Option(help: "zh or en; zh otherwise.")
  var lang = Language.chinese.rawValue

  func run() throws {
    try ExitCodes.exiting {
      if let junit { try OutputFiles.check(junit) }
      let session = try StudySession(files: files, all: all, lang: lang)
      let runs = try session.runs(targetsOnly: true) { run, _ in
        guard !json else { return }
        StandardStreams.write(run.report.text() + "\n", to: .standardOutput)
      }
      if json {
        StandardStreams.write(StudyRun.json(of: runs), to: .standardOutput)
      } else {
        session.tellTotal(of: runs)
      }
      if let junit { try StudyRun.writeJUnit(of: runs, to: junit) }
      let missed = runs.flatMap { run in run.missedMusts.map { "\(run.study.name) \($0)" } }
      let failed = runs.contains { !$0.targetFailures.isEmpty || !$0.failures.isEmpty }
      guard missed.isEmpty, !failed else {
        StandardStreams.write(
          missed.isEmpty
            ? "hinterland: a target could not be worked out; see above.\n"
            : "hinterland: missed: \(missed.joined(separator: ", ")).\n", to: .standardError)
        throw ExitCode(1)
      }
    }
  }
}

/// `hinterland study new`.
struct StudyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "A folder with a commented study file to start from.",
    discussion: """
      Writes NAME/study.yaml, which runs as it is; a folder that has one is left alone.

      EXAMPLE: hinterland study new my-circle
      """)

  @Argument(help: "The folder to make.")
  var name: String

  func run() throws {
    try ExitCodes.exiting {
      let path = name + "/study.yaml"
      guard !FileManager.default.fileExists(atPath: path) else {
        throw UsageError("\(path) is there already; give another name.")
      }
      try StudyRun.makeFolder(name)
      var files = OutputFiles()
      files.add(StudyFile.template, at: path)
      try files.commit()
      StandardStreams.write("\(path)\n", to: .standardOutput)
    }
  }
}

/// `hinterland study schema`.
struct StudySchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The JSON Schema of study files, for editors.",
    discussion: """
      EXAMPLE: hinterland study schema
      """)

  func run() throws {
    StandardStreams.write(StudyFile.schema, to: .standardOutput)
  }
}
