import ArgumentParser
import Studies

/// What every question is asked of.
struct DatasetOptions: ParsableArguments {
  @Option(
    help: "Folder or file of a dataset; otherwise HINTERLAND_DATA, or the embedded one.",
    completion: .file())
  var data: String?

  @Option(
    help: "A travel profile in YAML instead of the dataset's own.",
    completion: .profile)
  var profile: String?

  @Option(parsing: .unconditional, help: "Side of the lattice's cells, as in 250m.")
  var cell: String?

  @Option(
    name: .customLong("with"),
    help: "A scenario file (.yaml or .geojson) that the roads are built with; repeatable.",
    completion: .scenario)
  var scenarios: [String] = []

  /// What to open; `compared` are scenario files that it is not built with.
  func options(comparing compared: [String] = []) throws(UsageError) -> Workspace.Options {
    var options = Workspace.Options(
      data: data, profile: profile, scenarios: scenarios, compared: compared,
      corrections: Corrections.path)
    if let cell { options.cell = try Length(parsing: cell, option: "--cell", 50...5_000).meters }
    return options
  }
}
