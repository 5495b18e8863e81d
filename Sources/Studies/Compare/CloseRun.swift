public import Analysis
import Geometry
public import Reports
public import Routing
public import Shapes

/// A question of what single routes carry, as a user puts it.
public struct CloseRequest: Hashable, Sendable {
  public var roadClass: RoadClass
  public var places: [String]
  public var points: [GeoPoint]
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    roadClass: RoadClass, places: [String], points: [GeoPoint] = [], mode: TravelMode = .roadDoor,
    reading: CentreReading = .core
  ) {
    self.roadClass = roadClass
    self.places = places
    self.points = points
    self.mode = mode
    self.reading = reading
  }
}

/// One run that closes each route of a class once.
public struct CloseRun: PageRun {
  public static let word = "close-each"

  public let request: CloseRequest
  public let report: CloseReport
  public let workspace: Workspace

  /// `progress` hears how many routes were closed, and of how many.
  public init(
    _ request: CloseRequest, in workspace: Workspace, language: Language,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    self.request = request
    self.workspace = workspace
    let groups = try workspace.groups(named: request.places, at: request.points).groups
    let answer = try workspace.world.closures(
      ClosureQuestion(
        places: groups, roadClass: request.roadClass, mode: request.mode, reading: request.reading),
      progress: progress)
    report = CloseReport(answer: answer, ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText {
    .object([
      (key: "close_each", value: .string(request.roadClass.rawValue)),
      (key: "of", value: .array(request.places.map { .string($0) })),
      (key: "at", value: .array(request.points.map { .string($0.commandText) })),
      (key: "mode", value: .string(request.mode.rawValue)),
      (key: "centre_at", value: .string(request.reading.rawValue)),
    ])
  }

  public var table: FeatureTable { report.closureTable }
  public var layers: [FeatureTable] {
    [report.answer.exposureTable(in: workspace.dataset.region)]
  }
  public var looks: [LayerLook] { [LayerLook("exposure", .quantiles(of: "worst_minutes"))] }
  public var warnings: [String] { [] }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
