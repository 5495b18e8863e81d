import ArgumentParser
import GeoIO
import Reports
import Studies

/// `hinterland study replay`.
struct StudyReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Asks again what a result says it was asked, and compares byte for byte.",
    discussion: """
      A .geojson, or a .csv with its .csv.json, says how it was asked for: question, parameters, \
      dataset, profile, scenarios, corrections. Files it was asked with are looked for beside the \
      result, then where the program runs. Exit code 1 where a byte of the .geojson or .csv differs.

      EXAMPLE: hinterland study replay circles.geojson
      """)

  @Argument(help: "Results: .geojson or .csv.", completion: .file(extensions: ["geojson", "csv"]))
  var files: [String] = []

  @Option(
    help: "Folder or file of its dataset; otherwise HINTERLAND_DATA, or the embedded one.",
    completion: .file())
  var data: String?

  @Option(help: "The travel profile that it was asked with, where it is not the dataset's own.")
  var profile: String?

  @Option(help: "zh or en; zh otherwise.")
  var lang = Language.chinese.rawValue

  func run() throws {
    try ExitCodes.exiting {
      let language = try Language(named: lang, option: "--lang")
      guard !files.isEmpty else {
        throw UsageError("No result is given; name one, as in `hinterland study replay x.geojson`.")
      }
      let shelf = WorkspaceShelf()
      var differs = false
      for path in files {
        guard [".geojson", ".csv"].contains(where: path.lowercased().hasSuffix) else {
          throw UsageError("\(path) cannot be replayed; give a .geojson or a .csv.")
        }
        let replay = try Replay(ResultFile(path: path), data: data, profile: profile, on: shelf)
        StandardStreams.write(replay.words(language) + "\n", to: .standardOutput)
        if replay.outcome != .same { differs = true }
      }
      if differs { throw ExitCode(1) }
    }
  }
}
