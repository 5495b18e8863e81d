import Analysis
public import Reports
public import Shapes

/// One run of a question about flights.
public struct AirCircleRun: PageRun {
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
      ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText { request.json(cell: workspace.world.lattice.cellSize) }
  public var table: FeatureTable { report.answer.airportTable() }
  public var layers: [FeatureTable] { [report.answer.ringTable(), table] }
  public var looks: [LayerLook] { [LayerLook("rings", .contours(of: "minutes"))] }
  public var warnings: [String] { [report.told(in: .english).caution] }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
