import Analysis
import Geometry
public import Reports
public import Shapes

/// One run of a question about what places can get to.
public struct AccessRun: PageRun {
  public static let word = "access"

  public let request: AccessRequest
  public let report: AccessReport
  public let workspace: Workspace

  /// Looks names up and answers.
  public init(_ request: AccessRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    guard case .indicators(let indicators) = request.ask else {
      preconditionFailure("A run of another question was asked for.")
    }
    let rows = try workspace.rows(of: request)
    let answer = try workspace.world.access(
      AccessQuestion(
        places: rows, destinations: workspace.destinations(of: request, rows: rows),
        indicators: indicators, mode: request.mode, reading: request.reading,
        mass: try workspace.mass(of: request)))
    report = AccessReport(answer: answer, ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText { request.json(report.answer.parameterMembers) }
  public var table: FeatureTable { report.answer.table(in: workspace.dataset.region) }
  public var layers: [FeatureTable] { [table] }
  public var sideTables: [FeatureTable] {
    [
      report.answer.spreadTable(in: workspace.dataset.region),
      report.answer.hierarchyTable(in: workspace.dataset.region),
    ]
  }
  public var looks: [LayerLook] {
    report.answer.columns.prefix(1).map { column in
      LayerLook("access", .quantiles(of: column.variable.column(report.answer.question.mass)))
    }
  }
  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}

/// One run of a question about the nearest facilities.
public struct NearestRun: PageRun {
  public static let word = "access"

  public let request: AccessRequest
  public let report: NearestReport
  public let workspace: Workspace

  /// Looks names and layers up and answers.
  public init(_ request: AccessRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    guard case .nearest(let layers) = request.ask else {
      preconditionFailure("A run of another question was asked for.")
    }
    let answer = try workspace.world.nearest(
      NearestQuestion(
        places: try workspace.rows(of: request),
        layers: try layers.flatMap { try workspace.facilityLayers($0) }, mode: request.mode,
        reading: request.reading))
    report = NearestReport(answer: answer, ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText {
    request.json([
      (key: "within", value: .array(report.answer.question.within.map { .exact($0) }))
    ])
  }
  public var table: FeatureTable { report.answer.table(in: workspace.dataset.region) }
  public var layers: [FeatureTable] { [table] }
  public var sideTables: [FeatureTable] { [report.answer.reachTable()] }
  public var looks: [LayerLook] {
    report.answer.layers.prefix(1).map {
      LayerLook("nearest", .quantiles(of: "\($0.layer.key)_minutes"))
    }
  }
  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}

/// One run of a question about the structure of the roads.
public struct StructureRun: PageRun {
  public static let word = "access"

  public let request: AccessRequest
  public let report: StructureReport
  public let workspace: Workspace

  /// Looks names up and answers.
  public init(_ request: AccessRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let answer = try workspace.world.structure(
      StructureQuestion(places: try workspace.rows(of: request)))
    report = StructureReport(
      answer: answer, ground: workspace.reportGround(in: language),
      isBackbone: workspace.dataset.roadDetail == .backbone)
  }

  public var parameters: JSONText {
    request.json([
      (key: "detour", value: .exact(report.answer.question.detour)),
      (key: "longest_link_minutes", value: .exact(report.answer.question.longest)),
    ])
  }
  public var table: FeatureTable { report.answer.table(in: workspace.dataset.region) }
  public var layers: [FeatureTable] { [table] }
  public var sideTables: [FeatureTable] {
    [report.answer.networkTable(in: workspace.dataset.region)]
  }
  public var looks: [LayerLook] { [LayerLook("structure", .contours(of: "routes"))] }
  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}

/// One run of a question about how systems hang together.
public struct CohesionRun: PageRun {
  public static let word = "access"

  public let request: AccessRequest
  public let report: CohesionReport
  public let workspace: Workspace

  /// Looks names up and answers.
  public init(_ request: AccessRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let (systems, leftOut) = try workspace.systems(of: request)
    let answer = try workspace.world.cohesion(
      CohesionQuestion(systems: systems, mode: request.mode, reading: request.reading))
    report = CohesionReport(
      answer: answer, leftOut: leftOut, ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText {
    request.json([
      (key: "within", value: .array(report.answer.question.within.map { .exact($0) }))
    ])
  }
  public var table: FeatureTable { report.answer.table(in: workspace.dataset.region) }
  public var layers: [FeatureTable] { [table] }
  public var looks: [LayerLook] { [LayerLook("cohesion", .quantiles(of: "mean_minutes"))] }
  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
