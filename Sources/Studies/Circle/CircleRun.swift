import Analysis
import GeoIO
import Geometry
public import Reports
public import Shapes

/// One run of a question about circles.
public struct CircleRun: QuestionRun {
  public static let word = "circle"

  public let request: CircleRequest
  public let report: CircleReport
  public let workspace: Workspace

  /// Looks names up and answers.
  public init(_ request: CircleRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let answer = try workspace.world.circles(request.question(in: workspace))
    report = CircleReport(
      answer: answer, region: workspace.dataset.region, corridors: workspace.dataset.corridors,
      notes: workspace.dataset.notes, language: language, roads: workspace.world.network.roads)
  }

  public var parameters: JSONText { request.json(cell: report.answer.cellSize) }
  public var layers: [FeatureTable] { [report.answer.circleTable()] }
  /// A row a unit; where there are none, a row a circle.
  public var table: FeatureTable {
    hasRegions
      ? report.answer.coverageTable(of: workspace.dataset.region) : report.answer.circleTable()
  }
  private var hasRegions: Bool { !workspace.dataset.region.counties.isEmpty }
  public var warnings: [String] { report.warningSentences(in: .english) }

  public var packageTables: [FeatureTable] {
    let answer = report.answer
    let coverage = answer.coverageTable(of: workspace.dataset.region, hasShapes: true)
    return [answer.circleTable()] + (hasRegions ? [coverage] : []) + [answer.centreTable()]
      + sideTables.filter { !$0.rows.isEmpty }
  }

  public var sideTables: [FeatureTable] { [report.answer.zoneTable(in: workspace.dataset.region)] }

  public var looks: [LayerLook] {
    // Of 60 minutes, which plans mean by a commute, else of the most.
    let minutes = report.answer.question.minutes
    return [
      LayerLook("circles", .contours(of: "minutes")),
      .shares(
        "coverage", of: "people_share",
        within: minutes.contains(60) ? 60 : minutes.max() ?? 60),
    ]
  }

  public var details: [(key: String, value: JSONText)] {
    [(key: "readings", value: readings())]
  }

  public func text() -> String { report.text() }

  public func sheet(on paper: PrintSheet.Paper) throws -> PrintSheet {
    try report.sheet(on: paper)
  }

  public func page(leaflet: LeafletAssets) throws -> String { try report.page(leaflet: leaflet) }

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
}
