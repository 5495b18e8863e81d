import Analysis
public import Reports
public import Shapes

/// One run of a question about flights.
public struct AirCircleRun: QuestionRun {
  public static let word = "circle"

  public let request: CircleRequest
  public let report: AirCircleReport
  public let workspace: Workspace

  /// Looks names up and answers with the dataset's airports.
  public init(_ request: CircleRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let question = try request.question(in: workspace)
    report = AirCircleReport(
      answer: try workspace.world.airCircles(
        AirCircleQuestion(
          groups: question.groups, minutes: question.minutes,
          airports: workspace.dataset.facilities.filter { $0.kind == "airport" })),
      notes: workspace.dataset.notes, language: language)
  }

  public var parameters: JSONText { request.json(cell: workspace.world.lattice.cellSize) }
  public var table: FeatureTable { report.answer.airportTable() }
  public var layers: [FeatureTable] { [report.answer.ringTable(), table] }
  public var warnings: [String] {
    [
      AirCircleReport(
        answer: report.answer, notes: workspace.dataset.notes, language: .english
      ).caution
    ]
  }

  public func text() -> String { report.text() }

  public func page(leaflet: LeafletAssets) throws -> String {
    try report.page(
      in: workspace.dataset.region, corridors: workspace.dataset.corridors, leaflet: leaflet)
  }
}
