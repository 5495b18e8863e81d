import ArgumentParser
import Reports
import Studies

/// `hinterland data import`.
struct DataImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make one dataset file of a folder of tables, checked in full.",
    discussion: """
      The file holds all that the tables say and the profile they come with; it opens at once, \
      and answers are the same as from the tables. GeoData/README.md describes the tables.

      EXAMPLE: hinterland data import --tables GeoData -o mine.hinterland
      """)

  @Option(help: "Folder of tables in the spellings of the embedded dataset.")
  var tables: String

  @Option(help: "A travel profile in YAML instead of the folder's own.")
  var profile: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to write; its ending is .hinterland.")
  var output: String

  @Option(help: "zh or en; otherwise the locale.")
  var lang: String?

  func run() throws {
    try ExitCodes.exiting {
      let language = try Language(asked: lang, names: [])
      let file = try DatasetImport.Destination(output)
      let progress = ProgressLine()
      defer { progress.stop() }
      progress.say(language("读取数据", "reading the tables"))
      let made = try DatasetImport(tables: tables, profile: profile)
      progress.say(language("检查并写出", "checking and writing"))
      try made.write(to: file)
      progress.stop()
      StandardStreams.write(made.summary(language: language), to: .standardOutput)
      StandardStreams.write(language("已写出 ", "Wrote ") + output + "\n", to: .standardError)
    }
  }
}
