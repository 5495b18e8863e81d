import Analysis
import Geometry
public import Reports
public import Shapes

/// One run of a comparison of scenarios.
public struct CompareRun: PageRun {
  public static let word = "compare"

  public let request: CompareRequest
  public let report: CompareReport
  public let workspace: Workspace

  /// Reads scenarios, looks names up and answers.
  ///
  /// `progress` hears the name of each case before it is worked out.
  public init(
    _ request: CompareRequest, in workspace: Workspace, language: Language,
    progress: (String) -> Void = { _ in }
  ) throws {
    self.request = request
    self.workspace = workspace
    let scenarios = workspace.compared
    let (kept, refused) = try workspace.comparisonCases(scenarios)
    var cases = kept.map(\.item)
    if request.isTogether, kept.count > 1 {
      cases.append(try workspace.comparisonCase(kept.map(\.scenario), name: "together"))
    }
    let comparison = try workspace.world.comparison(
      request.question(in: workspace), of: cases, progress: progress)
    report = CompareReport(
      comparison: comparison, refused: refused, base: workspace.base?.year,
      ground: workspace.reportGround(in: language))
  }

  public var parameters: JSONText { request.json }

  public var table: FeatureTable {
    report.comparison.comparisonTable(in: workspace.dataset.region)
  }

  public var layers: [FeatureTable] {
    let region = workspace.dataset.region
    return [
      report.comparison.groundTable(), report.comparison.seatTable(in: region),
      report.comparison.linkTable(in: region),
    ]
  }

  public var sideTables: [FeatureTable] {
    let (comparison, region) = (report.comparison, workspace.dataset.region)
    return [
      comparison.matrixTable(), comparison.gainTable(in: region),
      comparison.balanceTable(in: region), comparison.accessTable(in: region),
    ]
  }

  public var looks: [LayerLook] {
    [
      LayerLook("ground", .words(of: "kind")), LayerLook("seats", .quantiles(of: "change")),
      LayerLook("links", .words(of: "scenario")),
    ]
  }

  public var details: [(key: String, value: JSONText)] {
    [
      (
        key: "compared",
        value: .array(workspace.compared.map { $0.json(in: workspace.dataset.region) })
      )
    ]
  }

  public var warnings: [String] { report.warningSentences(in: .english) }

  public var sentence: String { report.headline }
  public func text() -> String { report.text() }

  public var resultPage: ResultPage { report.resultPage() }

  /// The headline's scenario: a page has room for all.
  public func sheet(on paper: PrintSheet.Paper) throws -> PrintSheet { report.sheet(on: paper) }

  /// What the compared scenarios will do to the roads: each a paragraph.
  public static func plan(in workspace: Workspace, language: Language) throws -> String {
    var text = ""
    if let base = workspace.base {
      text += ScenarioReport.words(
        base: base.year, closed: base.closed, notFound: base.notFound, language: language)
    }
    for scenario in workspace.compared {
      let item: ComparisonCase
      do {
        item = try workspace.comparisonCase([scenario], name: scenario.name)
      } catch let error as ScenarioError {
        text +=
          scenario.name + "\n" + language("  拒绝:", "  refused: ") + error.words(language) + "\n"
        continue
      }
      text += ScenarioReport(
        applied: item.applied, region: workspace.dataset.region, language: language
      ).text()
    }
    return text
  }
}
