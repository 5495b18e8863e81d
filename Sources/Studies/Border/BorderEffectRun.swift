import Analysis
import Geometry
public import Reports
public import Shapes

/// What a border costs, as a user asks it: two provinces by name.
public struct BorderEffectRequest: Hashable, Sendable {
  public var provinces: [String]
  /// Metres in a straight line within which the seats of two counties are a pair.
  public var reach: Double

  public init(provinces: [String], reach: Double = 60_000) {
    self.provinces = provinces
    self.reach = reach
  }
}

/// One run that takes a border's effect apart.
public struct BorderEffectRun: PageRun {
  public static let word = "border-effect"

  public let request: BorderEffectRequest
  public let report: BorderEffectReport
  public let workspace: Workspace

  /// Looks names up and answers.
  ///
  /// - Throws: ``BorderError/notTwoProvinces(names:)`` for anything but two provinces.
  public init(_ request: BorderEffectRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    let provinces = try request.provinces.flatMap { name -> [Int] in
      guard case .provinces(let found) = try workspace.borderMeaning(of: name) else {
        throw BorderError.notTwoProvinces(names: request.provinces)
      }
      return found
    }
    guard provinces.count == 2, provinces[0] != provinces[1] else {
      throw BorderError.notTwoProvinces(names: request.provinces)
    }
    report = BorderEffectReport(
      effect: try workspace.world.borderEffect(
        BorderEffectQuestion(
          between: provinces[0], and: provinces[1], reach: request.reach)),
      ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText {
    .object([
      (key: "places", value: .array(request.provinces.map { .string($0) })),
      (key: "effect", value: .flag(true)), (key: "reach_m", value: .exact(request.reach)),
    ])
  }

  public var table: FeatureTable { report.effect.measureTable() }
  public var layers: [FeatureTable] { [report.effect.deadEndTable()] }

  public var details: [(key: String, value: JSONText)] {
    [(key: "pairs", value: report.effect.pairTable().records)]
  }

  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
