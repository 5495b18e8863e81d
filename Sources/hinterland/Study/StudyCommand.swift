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
      StudyRunCommand.self, StudyTestCommand.self, StudyReplayCommand.self, StudyNewCommand.self,
      StudySchemaCommand.self,
    ])
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
