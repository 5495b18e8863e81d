import Analysis
import Geometry
public import Reports
public import Shapes

/// One run of a question about stations and seats by train.
public struct StationCircleRun: PageRun {
  public static let word = "circle"

  public let request: CircleRequest
  public let report: StationCircleReport
  public let workspace: Workspace

  /// Looks names up and answers; what only ground has, zones and tolerances, does not matter.
  public init(_ request: CircleRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let question = try request.question(in: workspace)
    report = StationCircleReport(
      answer: try workspace.world.stationCircle(
        StationCircleQuestion(
          groups: question.groups, minutes: question.minutes, reading: question.reading)),
      railNames: workspace.world.railNames, ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText { request.json(cell: workspace.world.lattice.cellSize) }
  public var table: FeatureTable {
    report.answer.table(in: workspace.dataset.region, names: workspace.world.railNames)
  }
  public var layers: [FeatureTable] { [table] }
  public var looks: [LayerLook] { [LayerLook("stations", .quantiles(of: "minutes"))] }
  public var warnings: [String] { [report.told(in: .english).caution] }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
