public import Analysis
import Foundation
import Geometry
public import Reports
import Routing
public import Shapes

/// A ranking as a user puts it.
public struct RankRequest: Hashable, Sendable {
  public var scenarios: [String]
  public var places: [String]
  public var points: [GeoPoint]
  public var measure: RankingQuestion.Measure
  public var budget: Double
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    scenarios: [String], places: [String], points: [GeoPoint] = [],
    measure: RankingQuestion.Measure, budget: Double, mode: TravelMode = .roadDoor,
    reading: CentreReading = .core
  ) {
    self.scenarios = scenarios
    self.places = places
    self.points = points
    self.measure = measure
    self.budget = budget
    self.mode = mode
    self.reading = reading
  }
}

/// One run of a ranking: which links a budget should buy.
public struct RankRun: PageRun {
  public static let word = "rank"

  public let request: RankRequest
  public let report: RankReport
  public let workspace: Workspace

  /// `progress` hears how many subsets were valued, and of how many.
  public init(
    _ request: RankRequest, in workspace: Workspace, language: Language,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    self.request = request
    self.workspace = workspace
    // Refuses what the baseline has, and what cannot be joined.
    let (kept, refused) = try workspace.comparisonCases(workspace.compared)
    let links = kept.flatMap(\.scenario.links)
    guard links.count > 1 else { throw RankingError.tooFew }
    var names: Set<String> = []
    for link in links {
      guard names.insert(link.name).inserted else { throw ScenarioError.twice(name: link.name) }
    }
    let prices = try LinkCosts(of: workspace.dataset)
    let costs = try links.map { link in
      request.measure == .money
        ? try prices.cost(of: link)
        : LinkCosts.Cost(amount: link.length.kilometers, source: "km")
    }
    let groups = try workspace.groups(named: request.places, at: request.points).groups
    let ranking = try workspace.world.ranking(
      RankingQuestion(
        links: links, costs: costs.map(\.amount), measure: request.measure,
        budget: request.budget, places: groups, mode: request.mode, reading: request.reading),
      progress: progress)
    report = RankReport(
      ranking: ranking, refused: refused, costSources: costs.map(\.source),
      hasOtherChanges: workspace.compared.contains {
        !$0.changes.isEmpty || !$0.closures.isEmpty || !$0.delays.isEmpty
      }, ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText {
    .object([
      (
        key: "scenarios",
        value: .array(
          request.scenarios.map { .string(URL(fileURLWithPath: $0).lastPathComponent) })
      ),
      (key: "of", value: .array(request.places.map { .string($0) })),
      (key: "at", value: .array(request.points.map { .string($0.commandText) })),
      (key: "budget", value: .exact(request.budget)),
      (key: "budget_unit", value: .string(request.measure.rawValue)),
      (key: "mode", value: .string(request.mode.rawValue)),
      (key: "centre_at", value: .string(request.reading.rawValue)),
    ])
  }

  public var table: FeatureTable { report.ranking.table(costSources: report.costSources) }
  public var layers: [FeatureTable] { [table] }

  public var sideTables: [FeatureTable] {
    [report.ranking.frontTable(), report.ranking.pairTable()]
  }

  public var details: [(key: String, value: JSONText)] {
    let ranking = report.ranking
    return [
      (key: "exact", value: .flag(ranking.search.isExact)),
      (key: "subsets_valued", value: .whole(ranking.search.valued)),
      (
        key: "compared",
        value: .array(workspace.compared.map { $0.json(in: workspace.dataset.region) })
      ),
    ]
  }

  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }
}
