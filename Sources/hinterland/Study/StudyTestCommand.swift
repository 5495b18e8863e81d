import ArgumentParser
import GeoIO
import Reports
import Studies

/// `hinterland study test`.
struct StudyTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Works out the targets of studies; exit code 1 where a `must` one is missed.",
    discussion: """
      Only the questions that targets take a figure from are asked; one that fails gives exit code \
      1, too. The table has the value, the \
      margin and the place it hangs on, under each reading of the sentence.

      EXAMPLE: hinterland study test Examples/*/study.yaml --junit targets.xml
      """)

  @Argument(help: "Study files.")
  var files: [String] = []

  @Option(help: "A folder whose folders hold a study.yaml each.")
  var all: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "A file to write, by ending: .html, .csv, .md, .json; repeatable.", completion: .file())
  var outputs: [String] = []

  @Option(help: "A file for JUnit's XML: a suite a study, a case a target and reading.")
  var junit: String?

  @Flag(help: "Print JSON for machines instead of text.")
  var json = false

  @Option(help: "zh or en; zh otherwise.")
  var lang = Language.chinese.rawValue

  func run() throws {
    try ExitCodes.exiting {
      let outputs = try outputs.map(StudyTestOutput.init)
      for path in outputs.map(\.path) + [junit].compactMap({ $0 }) {
        try OutputFiles.check(path)
      }
      let session = try StudySession(files: files, all: all, lang: lang)
      let runs = try session.runs(targetsOnly: true) { run, _ in
        guard !json else { return }
        StandardStreams.write(run.report.text() + "\n", to: .standardOutput)
      }
      let index = session.index(of: runs)
      if json {
        StandardStreams.write(index.json, to: .standardOutput)
      } else {
        session.tellTotal(of: runs, index)
      }
      try StudyRun.write(
        outputs.map { ($0.text(of: index), $0.path) }
          + [junit].compactMap { $0 }
          .map { (index.junit, $0) })
      try session.judge(runs)
    }
  }
}

/// A file of targets, whose ending says what it holds.
struct StudyTestOutput {
  enum Format: String, CaseIterable {
    case html = ".html"
    case csv = ".csv"
    case markdown = ".md"
    case json = ".json"
  }

  let path: String
  private let format: Format

  init(_ path: String) throws(UsageError) {
    let found = Format.allCases.first { path.lowercased().hasSuffix($0.rawValue) }
    guard let found else {
      throw UsageError(
        "-o is '\(path)'; give a file that ends with "
          + "\(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    self.path = path
    format = found
  }

  func text(of index: StudyIndex) -> String {
    switch format {
    case .html: index.html(hasPages: false)
    case .csv: CSVWriter.text(of: index.records)
    case .markdown: index.entries.map { $0.report.markdown() }.joined(separator: "\n")
    case .json: index.json
    }
  }
}
