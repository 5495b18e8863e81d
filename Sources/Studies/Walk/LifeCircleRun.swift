import Analysis
import GeoIO
import Geometry
public import Reports
public import Shapes

/// A question about facilities on foot as a user puts it.
public struct LifeCircleRequest: Hashable, Sendable {
  /// Tables or layers of facilities.
  public var files: [String]
  /// Whose people are asked about.
  public var places: [String]
  public var minutes: [Double]

  public init(files: [String], places: [String] = [], minutes: [Double] = [5, 10, 15]) {
    self.files = files
    self.places = places
    self.minutes = minutes
  }
}

/// One run of a question about facilities on foot.
public struct LifeCircleRun: PageRun {
  public static let word = "circle"

  public let request: LifeCircleRequest
  public let report: LifeCircleReport
  public let workspace: Workspace

  /// Reads facilities, looks names up and answers.
  public init(_ request: LifeCircleRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let facilities = try request.files.flatMap { try FacilityFile(path: $0).facilities }
    let units = try request.places.flatMap { try workspace.counties($0) }
      .map { UnitReference(.county, $0) }
    let question = LifeCircleQuestion(
      facilities: facilities, minutes: Array(Set(request.minutes)), units: units)
    report = LifeCircleReport(
      answer: try workspace.world.lifeCircles(question),
      hasStreets: workspace.dataset.roadDetail == .street,
      ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText {
    .object([
      (key: "facilities", value: .array(request.files.map { .string($0) })),
      (key: "places", value: .array(request.places.map { .string($0) })),
      (key: "within", value: .array(request.minutes.map { .exact($0) })),
      (key: "mode", value: .string(TravelMode.walk.rawValue)),
      (key: "cell_m", value: .exact(report.answer.cellSize)),
    ])
  }
  public var layers: [FeatureTable] { [report.answer.ringTable()] }
  public var table: FeatureTable { report.answer.serviceTable(of: workspace.dataset.region) }
  public var looks: [LayerLook] { [LayerLook("rings", .words(of: "kind"))] }
  public var warnings: [String] { report.told(in: .english).warnings }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
