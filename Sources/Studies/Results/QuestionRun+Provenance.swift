import Geometry
import Routing
import Shapes

extension QuestionRun {
  /// Version, dataset, profile and parameters: enough to ask again and get the same bytes.
  var provenance: JSONText {
    let notes = workspace.dataset.notes
    return .object([
      (key: "version", value: .string(Hinterland.version)),
      (key: "question", value: .string(Self.word)),
      (
        key: "dataset",
        value: .object([
          (key: "title", value: .string(notes.title.chinese)),
          (key: "version", value: .string(notes.version)),
          (key: "digest", value: .string(notes.digest)),
        ])
      ),
      (key: "profile", value: workspace.profileJSON),
      (key: "parameters", value: allParameters),
      (key: "scenarios", value: workspace.scenariosJSON),
      (key: "corrections", value: workspace.correctionsJSON),
      (key: "vintage", value: .string(notes.vintage.english)),
      (key: "attribution", value: .array(notes.attribution.map { .string($0) })),
      (key: "warnings", value: .array(warnings.map { .string($0) })),
    ])
  }

  /// The question's own parameters, and the lattice's cell where it is not the dataset's.
  private var allParameters: JSONText {
    let cell = workspace.world.lattice.cellSize
    guard case .object(let members) = parameters, cell != workspace.dataset.cellSize,
      !members.contains(where: { $0.key == "cell_m" })
    else { return parameters }
    return .object(members + [(key: "cell_m", value: .exact(cell))])
  }
}
