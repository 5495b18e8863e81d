import ArgumentParser
import Studies

/// What every question is asked of.
struct DatasetOptions: ParsableArguments {
  @Option(help: "Folder of a dataset; otherwise HINTERLAND_DATA, or the embedded one.")
  var data: String?

  @Option(help: "A travel profile in YAML instead of the dataset's own.")
  var profile: String?

  @Option(
    help: "Side of the lattice's cells, as in 250m.", transform: Length.init(parsing:))
  var cell: Length?

  /// Not `validate()`: an option group's errors would lose the command's usage line.
  func validateValues() throws {
    if let cell, !(25...5_000).contains(cell.meters) {
      throw ValidationError("--cell is \(cell.meters) m; give 25m to 5000m.")
    }
  }

  var options: Workspace.Options {
    Workspace.Options(data: data, profile: profile, cell: cell?.meters)
  }
}
