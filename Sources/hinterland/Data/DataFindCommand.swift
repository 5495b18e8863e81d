import ArgumentParser
import Reports
import Studies

/// `hinterland data find`.
struct DataFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "What a name stands for: units, systems with their members, zones.",
    discussion: "EXAMPLE: hinterland data find 洪江")

  @Argument(help: "Names, codes or pinyin.")
  var names: [String]

  @Option(
    help: "Folder or file of a dataset; otherwise HINTERLAND_DATA, or the embedded one.",
    completion: .file())
  var data: String?

  @Option(
    help: "zh or en; otherwise the script of the names, then the locale.", completion: .language)
  var lang: String?

  func run() throws {
    try ExitCodes.exiting {
      let language = try Language(asked: lang, names: names)
      let workspace = try Workspace(.init(data: data))
      let findings = try names.splitNames().map {
        try workspace.findings(for: $0, language: language)
      }
      StandardStreams.write(findings.joined(separator: "\n"), to: .standardOutput)
    }
  }
}
