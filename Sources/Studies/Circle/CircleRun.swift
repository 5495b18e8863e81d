import Analysis
import GeoIO
import Geometry
public import Reports
import Shapes

/// One run of a question about circles: asked, answered, told and written.
public struct CircleRun: Sendable {
  public let request: CircleRequest
  public let report: CircleReport
  private let workspace: Workspace

  /// Looks names up and answers.
  public init(_ request: CircleRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let answer = try workspace.world.circles(request.question(in: workspace))
    report = CircleReport(
      answer: answer, region: workspace.dataset.region, corridors: workspace.dataset.corridors,
      notes: workspace.dataset.notes, language: language)
  }

  /// The circles as GeoJSON, with all that is needed to ask again.
  public func geoJSON() -> String {
    GeoJSONWriter.text(of: [report.answer.circleTable()], hinterland: provenance())
  }

  /// Circles, coverage and provenance as one JSON document, without shapes.
  public func json() -> String {
    JSONText.object([
      (key: "circles", value: rows(of: report.answer.circleTable())),
      (key: "coverage", value: rows(of: coverageTable())),
      (key: "readings", value: readings()),
      (key: "zones", value: zones()),
      (key: "hinterland", value: provenance()),
    ]).text + "\n"
  }

  private func coverageTable() -> FeatureTable {
    report.answer.coverageTable(of: workspace.dataset.region)
  }

  private func rows(of table: FeatureTable) -> JSONText {
    .array(table.rows.map { table.record($0) })
  }

  private func readings() -> JSONText {
    .array(
      report.answer.circles.map { circle in
        .object(
          [
            (key: "name", value: .string(circle.group.name.chinese)),
            (key: "minutes", value: .decimal(circle.minutes, places: 2)),
          ]
            + CentreReading.allCases.map { reading in
              (
                key: "area_from_\(reading.rawValue)_km2",
                value: circle.readings[reading].map { .decimal($0, places: 2) } ?? .null
              )
            })
      })
  }

  private func zones() -> JSONText {
    let counties = workspace.dataset.region.counties
    func codes(_ indices: [Int]) -> JSONText { .array(indices.map { .string(counties[$0].code) }) }
    return .array(
      report.answer.circles.flatMap { circle in
        circle.zones.map { zone in
          JSONText.object([
            (key: "zone", value: .string(zone.zone.name.chinese)),
            (key: "name", value: .string(circle.group.name.chinese)),
            (key: "minutes", value: .decimal(circle.minutes, places: 2)),
            (key: "area_km2", value: .decimal(zone.area, places: 2)),
            (key: "area_inside_km2", value: .decimal(zone.areaInside, places: 2)),
            (key: "people", value: zone.people.map { .whole($0) } ?? .null),
            (key: "people_inside", value: zone.peopleInside.map { .whole($0) } ?? .null),
            (key: "listed_and_reached", value: codes(zone.listedAndReached)),
            (key: "listed_not_reached", value: codes(zone.listedNotReached)),
            (key: "reached_not_listed", value: codes(zone.reachedNotListed)),
          ])
        }
      })
  }

  /// Writes every output, or none.
  ///
  /// The paths of `outputs` end in one of ``OutputFormat/allCases``.
  public func write(to outputs: [Output]) throws {
    var files = OutputFiles()
    for output in outputs {
      switch output.format {
      case .geoJSON: files.add(geoJSON(), at: output.path)
      case .csv:
        files.add(CSVWriter.text(of: coverageTable()), at: output.path)
        files.add(
          JSONText.object([
            (key: "circles", value: rows(of: report.answer.circleTable())),
            (key: "hinterland", value: provenance()),
          ]).text + "\n", at: output.path + ".json")
      case .html:
        files.add(
          try report.page(leaflet: LeafletFiles.read(beside: workspace.dataset.folder)),
          at: output.path)
      }
    }
    try files.commit()
  }

  /// Version, dataset, profile and parameters: enough to ask again and get the same bytes.
  private func provenance() -> JSONText {
    let notes = workspace.dataset.notes
    let profile = report.answer.profile
    let model = workspace.world.people.model
    return .object([
      (key: "version", value: .string(Hinterland.version)),
      (key: "question", value: .string("circle")),
      (
        key: "dataset",
        value: .object([
          (key: "title", value: .string(notes.title.chinese)),
          (key: "version", value: .string(notes.version)),
          (key: "digest", value: .string(notes.digest)),
        ])
      ),
      (key: "profile", value: profile.json(people: model)),
      (key: "parameters", value: request.json(cell: report.answer.cellSize)),
      (key: "scenarios", value: .array([])),
      (key: "corrections", value: .array([])),
      (key: "vintage", value: .string(notes.vintage.english)),
      (key: "attribution", value: .array(notes.attribution.map { .string($0) })),
      (
        // English whatever the language of the words: the same question gives the same bytes.
        key: "warnings",
        value: .array(report.warningSentences(in: .english).map { .string($0) })
      ),
    ])
  }
}
