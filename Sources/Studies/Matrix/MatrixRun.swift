import Analysis
import Geometry
public import Reports
public import Shapes

/// One run of a question about minutes between places.
public struct MatrixRun: PageRun {
  public static let word = "matrix"

  public let request: MatrixRequest
  public let report: MatrixReport
  public let workspace: Workspace

  /// Looks names up and answers.
  public init(_ request: MatrixRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let (question, leftOut) = try request.question(in: workspace)
    report = MatrixReport(
      matrix: try workspace.world.matrix(question), systemsLeftOut: leftOut,
      ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText { request.json }
  public var table: FeatureTable { report.matrix.table(in: workspace.dataset.region) }
  public var layers: [FeatureTable] { [table] }
  public var looks: [LayerLook] { [LayerLook("matrix", .quantiles(of: "minutes"))] }
  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
