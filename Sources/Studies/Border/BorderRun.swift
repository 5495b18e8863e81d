import Analysis
import Geometry
public import Reports
public import Shapes

/// One run of a question about borders.
public struct BorderRun: QuestionRun {
  public static let word = "border"

  public let request: BorderRequest
  public let report: BorderReport
  public let workspace: Workspace

  /// Looks names up and answers.
  public init(_ request: BorderRequest, in workspace: Workspace, language: Language) throws {
    self.request = request
    self.workspace = workspace
    report = BorderReport(
      answer: try workspace.world.borders(request.question(in: workspace)),
      ground: workspace.reportGround(in: language))
  }

  private var answer: BorderAnswer { report.answer }
  private var region: Region { workspace.dataset.region }

  public var parameters: JSONText { request.json }

  /// Where each county belongs; without provinces people reached, without cities the pairs.
  public var table: FeatureTable {
    if answer.band != nil { return answer.countyTable(of: region) }
    return answer.reaches.isEmpty ? answer.groupTable(of: region) : answer.reachTable(of: region)
  }

  public var layers: [FeatureTable] {
    [
      answer.clusterTable(of: region), answer.reachCircleTable(of: region),
      answer.borderTable(of: region), answer.contactTable(of: region),
      answer.groupTable(of: region), answer.countyTable(of: region),
      answer.crossingTable(of: region),
    ].filter { !$0.rows.isEmpty }
  }

  public var details: [(key: String, value: JSONText)] {
    (answer.reaches.isEmpty || answer.band == nil
      ? [] : [(key: "reach", value: answer.reachTable(of: region).records)])
      + (answer.band.map { [(key: "band", value: $0.json)] } ?? [])
  }

  public var warnings: [String] { report.warningSentences(in: .english) }

  public func text() -> String { report.text() }

  public func page(leaflet: LeafletAssets) throws -> String {
    try report.page(leaflet: leaflet)
  }
}

extension BorderBand {
  /// What was tested over the whole band.
  fileprivate var json: JSONText {
    func decimal(_ value: Double?) -> JSONText {
      value.map { .decimal($0, places: 4) } ?? .null
    }
    func side(_ side: BorderBarrier.Side) -> JSONText {
      .object([
        (key: "pairs", value: .whole(side.pairs)), (key: "detour", value: decimal(side.detour)),
        (key: "kmh", value: decimal(side.speed)),
        (key: "minutes_per_straight_km", value: decimal(side.minutesPerKilometer)),
      ])
    }
    return .object([
      (key: "modularity", value: decimal(modularity)),
      (
        key: "stability",
        value: .object([
          (key: "seeds", value: .whole(stability.seeds)),
          (key: "adjusted_rand", value: decimal(stability.agreement)),
          (
            key: "resolutions",
            value: .array(
              stability.resolutions.map { found in
                .object([
                  (key: "resolution", value: .exact(found.resolution)),
                  (key: "communities", value: decimal(found.communities)),
                  (key: "adjusted_rand", value: decimal(found.agreement)),
                ])
              })
          ),
        ])
      ),
      (key: "cohesion_across", value: decimal(cohesion.across)),
      (key: "cohesion_expected", value: decimal(cohesion.expected)),
      (
        key: "join_count",
        value: .object([
          (key: "links", value: .whole(joins.links)),
          (key: "across", value: .whole(joins.across)),
          (key: "expected", value: decimal(joins.test.expected)),
          (key: "permutations", value: .whole(joins.test.permutations)),
          (key: "p_less", value: decimal(joins.test.pLess)),
        ])
      ),
      (
        key: "link_test",
        value: .object([
          (key: "class_km", value: .exact(BorderLinkTest.classWidth)),
          (key: "pairs_across", value: .whole(linkTest.pairsAcross)),
          (key: "pairs_within", value: .whole(linkTest.pairsWithin)),
          (key: "short_across", value: .whole(linkTest.shortAcross)),
          (key: "short_within", value: .whole(linkTest.shortWithin)),
          (key: "expected_across", value: decimal(linkTest.test.expected)),
          (key: "permutations", value: .whole(linkTest.test.permutations)),
          (key: "p_less", value: decimal(linkTest.test.pLess)),
        ])
      ),
      (
        key: "barrier",
        value: .object([
          (key: "across", value: side(barrier.across)),
          (key: "within", value: side(barrier.within)),
          (key: "ratio", value: decimal(barrier.ratio)),
        ])
      ),
    ])
  }
}
