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
      (
        key: "profile",
        value: workspace.world.network.profile.json(people: workspace.world.people.model)
      ),
      (key: "parameters", value: parameters),
      (key: "scenarios", value: workspace.scenariosJSON),
      (key: "corrections", value: workspace.correctionsJSON),
      (key: "vintage", value: .string(notes.vintage.english)),
      (key: "attribution", value: .array(notes.attribution.map { .string($0) })),
      (key: "warnings", value: .array(warnings.map { .string($0) })),
    ])
  }
}
