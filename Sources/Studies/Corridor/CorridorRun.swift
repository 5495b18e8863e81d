import Analysis
import Geometry
public import Reports
public import Shapes

/// One run of a question about lines of transport.
public struct CorridorRun: QuestionRun {
  public static let word = "corridor"

  public let request: CorridorRequest
  public let report: CorridorReport
  public let workspace: Workspace

  /// Looks names and files up and answers.
  public init(_ request: CorridorRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    report = CorridorReport(
      answer: try workspace.world.corridors(request.question(in: workspace)),
      ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText { request.json }

  /// Coverage by county, prefecture and province.
  public var table: FeatureTable { report.answer.coverageTable(of: workspace.dataset.region) }

  public var layers: [FeatureTable] {
    [
      report.answer.beltTable(of: workspace.dataset.region), report.answer.lineTable(),
      report.answer.gateTable(of: workspace.dataset.region),
    ]
  }

  public var details: [(key: String, value: JSONText)] {
    let answer = report.answer
    return [
      answer.profileTable(), answer.shareTable(),
      answer.gainTable(of: workspace.dataset.region),
    ].filter { !$0.rows.isEmpty }.map { (key: $0.name, value: $0.records) }
  }

  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public func page(leaflet: LeafletAssets) throws -> String {
    try report.page(leaflet: leaflet)
  }
}
