import ArgumentParser
import GeoIO
import Reports
import Studies

/// `hinterland study run`.
struct StudyRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answers studies and writes a page for each.",
    discussion: """
      Each study gets a folder of its name in the output folder: its questions' files, index.html \
      and index.md. Several studies also get an index page. Exit code 1 where a `must` target is \
      missed, or a question or target could not be worked out.

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
        if run.answers.isEmpty, run.answeredTargets == 0 { isEmpty = true }
      }
      let index = session.index(of: runs)
      if runs.count > 1 || all != nil {
        try StudyRun.write([
          (index.html(hasPages: true), output + "/index.html"),
          (index.markdown(), output + "/index.md"),
        ])
      }
      session.tellTotal(of: runs, index)
      if isEmpty {
        throw UnansweredStudy()
      }
      try session.judge(runs)
    }
  }
}

/// A study none of whose questions could be computed.
struct UnansweredStudy: Error, CustomStringConvertible {
  var description: String {
    "A study has no question and no target that could be computed; mend what is said of them above."
  }
}
