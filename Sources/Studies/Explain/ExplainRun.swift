public import Analysis
import Geometry
public import Reports
import Routing
public import Shapes

/// A question of why a place is missed, as a user puts it.
public struct ExplainRequest: Hashable, Sendable {
  public var place: String
  public var centre: String
  public var minutes: Double
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    place: String, centre: String, minutes: Double, mode: TravelMode = .roadDoor,
    reading: CentreReading = .core
  ) {
    self.place = place
    self.centre = centre
    self.minutes = minutes
    self.mode = mode
    self.reading = reading
  }
}

/// One run of an explanation.
public struct ExplainRun: PageRun {
  public static let word = "explain"

  public let request: ExplainRequest
  public let report: ExplainReport
  public let workspace: Workspace

  public init(_ request: ExplainRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let explanation = try workspace.world.explanation(
      ExplanationQuestion(
        place: try workspace.group(named: request.place),
        centre: try workspace.group(named: request.centre), minutes: request.minutes,
        mode: request.mode, reading: request.reading))
    report = ExplainReport(
      explanation: explanation, ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText {
    .object([
      (key: "place", value: .string(request.place)), (key: "of", value: .string(request.centre)),
      (key: "within", value: .exact(request.minutes)),
      (key: "mode", value: .string(request.mode.rawValue)),
      (key: "centre_at", value: .string(request.reading.rawValue)),
    ])
  }

  public var table: FeatureTable { report.stretchTable }
  public var layers: [FeatureTable] { [table] }

  public var sideTables: [FeatureTable] { [report.remedyTable] }
  public var looks: [LayerLook] { [LayerLook("stretches", .words(of: "class"))] }

  public var details: [(key: String, value: JSONText)] {
    report.explanation.minutesByPart.map { name, minutes in
      (key: name, value: minutes.map { .decimal($0, places: 2) } ?? .null)
    }
  }

  public var warnings: [String] { [] }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
