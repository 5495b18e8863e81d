import Analysis
import Geometry
public import Reports
public import Shapes

/// One run of a question about getting from one place to another.
public struct RouteRun: PageRun {
  public static let word = "route"

  public let request: RouteRequest
  public let report: RouteReport
  public let workspace: Workspace

  /// Looks names up and answers.
  public init(_ request: RouteRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    report = RouteReport(
      answer: try workspace.world.route(request.question(in: workspace)),
      railNames: workspace.world.railNames, corridors: workspace.dataset.corridors,
      notes: workspace.dataset.notes, language: language)
  }

  public var parameters: JSONText { request.json }
  public var table: FeatureTable { report.answer.table(names: report.railNames) }
  public var layers: [FeatureTable] { [table] }
  public var sideTables: [FeatureTable] { [report.answer.summaryTable()] }
  public var looks: [LayerLook] { [LayerLook("legs", .words(of: "mode"))] }
  public var warnings: [String] { [] }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage {
    report.resultPage(
      in: workspace.dataset.region, corridors: workspace.dataset.corridors)
  }
}
