import ArgumentParser
import Reports
import Studies

/// `hinterland data show`.
struct DataShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "What a dataset holds: vintage, counts, licences, interchanges, limits.",
    discussion: "EXAMPLE: hinterland data show")

  @Argument(help: "Folder or file of a dataset; otherwise HINTERLAND_DATA, or the embedded one.")
  var data: String?

  @Option(help: "zh or en; otherwise the locale.")
  var lang: String?

  func run() throws {
    try ExitCodes.exiting {
      let language = try Language(asked: lang, names: [])
      let workspace = try Workspace(.init(data: data))
      StandardStreams.write(workspace.summary(language: language), to: .standardOutput)
    }
  }
}
