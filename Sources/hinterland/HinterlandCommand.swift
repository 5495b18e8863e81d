import ArgumentParser
import GeoIO
import Shapes
import Studies

/// The command line: one word a question.
@main
struct HinterlandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hinterland",
    abstract: "Who and what lies within an hour.",
    discussion: """
      Answers questions that regional plans raise, offline, on an embedded dataset of Hunan and \
      its neighbours or on a dataset of yours.

      EXAMPLE: hinterland circle 长株潭 --within 30,60,90 -o circles.html
      """,
    version: Hinterland.version,
    subcommands: [
      CircleCommand.self, RouteCommand.self, MatrixCommand.self, BorderCommand.self,
      CorridorCommand.self, AccessCommand.self, CompareCommand.self, ExplainCommand.self,
      StudyCommand.self, DataCommand.self,
    ])

  static func main() {
    guard Array(CommandLine.arguments.dropFirst()) == ["--version"] else { return main(nil) }
    StandardStreams.write(versions, to: .standardOutput)
  }

  /// This program, the libraries it runs with, and the dataset it would read.
  private static var versions: String {
    let gdal = GDALWriter.libraryVersion ?? "not on this machine"
    let libraries = LinkedLibraries.versions + [("GDAL", gdal)]
    let folder = try? DatasetFolder.find(named: nil)
    let digest = folder.flatMap { try? $0.digest() }
    return
      (["hinterland \(Hinterland.version)"] + libraries.map { "\($0.name) \($0.version)" }
      + ["dataset \(digest ?? "not found")"]).joined(separator: "\n") + "\n"
  }
}
