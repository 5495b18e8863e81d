import ArgumentParser
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
      CircleCommand.self, MatrixCommand.self, RouteCommand.self, CompareCommand.self,
      ExplainCommand.self,
      DataCommand.self,
    ])
}
