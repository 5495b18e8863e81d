import ArgumentParser

/// `hinterland data`.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Look into a dataset, or make one.",
    discussion: "EXAMPLE: hinterland data find 洪江",
    subcommands: [
      DataShowCommand.self, DataFindCommand.self, DataImportCommand.self,
      DataExportCommand.self, DataCheckTimesCommand.self,
    ])
}
