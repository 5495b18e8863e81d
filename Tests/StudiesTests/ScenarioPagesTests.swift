import Analysis
import Foundation
import GeoIO
import Geometry
import Reports
import Shapes
import Studies
import TestSupport
import Testing

/// Pages of what scenarios change, on the embedded dataset.
@Suite struct ScenarioPagesTests {
  private static let leaflet = LeafletAssets(script: "window.L = {};", style: "")

  private static func links(_ names: [String]) throws -> [String] {
    let folder = URL(fileURLWithPath: Embedded.folder).deletingLastPathComponent()
      .appendingPathComponent("Examples/links").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return names.compactMap { name in files.first { $0.hasPrefix(name) } }.map { folder + "/" + $0 }
  }

  private static func workspace(_ links: [String]) throws -> Workspace {
    try Workspace(.init(data: Embedded.folder, compared: links, cache: nil))
  }

  @Test func theComparisonPageSaysWhoGains() throws {
    let files = try Self.links(["L022", "L023"])
    let workspace = try Self.workspace(files)
    let run = try CompareRun(
      CompareRequest(scenarios: files, places: ["铜仁"], minutes: [60]), in: workspace,
      language: .chinese)
    let page = try run.page(leaflet: Self.leaflet)
    let (comparison, region) = (run.report.comparison, workspace.dataset.region)
    #expect(comparison.cases.count == 2)
    for answer in comparison.cases {
      let gains = comparison.gains(of: answer, in: region)
      #expect(page.contains(answer.name))
      // Rows and columns add up to what all gain.
      let cells = gains.byProvince(
        in: region, placeProvinces: comparison.placeProvinces(in: region))
      #expect(cells.reduce(0) { $0 + $1.personMinutes } == gains.total)
      #expect(gains.total == 0 || page.contains("居民所在省（行）"))
    }
    #expect(page.contains("small-maps") && page.contains("新增") && page.contains("谁建谁得"))
  }

  @Test func theRankingPageHasItsFront() throws {
    let files = try Self.links(["L020", "L022", "L023", "L024"])
    let workspace = try Self.workspace(files)
    var heard: [String] = []
    let run = try RankRun(
      RankRequest(scenarios: files, places: ["怀化"], measure: .kilometers, budget: 200),
      in: workspace, language: .chinese
    ) { heard.append("\($0)/\($1)") }
    let page = try run.page(leaflet: Self.leaflet)
    // Each link alone, then subsets: the last of a batch says that all are done.
    #expect(heard.first == "4/4" && heard.count > 2)
    #expect(page.contains("花费与节省的前沿") && page.contains("预算内最优"))
    for link in run.report.ranking.question.links { #expect(page.contains(link.name)) }
  }

  @Test func theExplanationPageNamesWhatBinds() throws {
    let run = try ExplainRun(
      ExplainRequest(place: "沅陵县", centre: "怀化", minutes: 60), in: Embedded.workspace(),
      language: .chinese)
    let explanation = run.report.explanation
    let page = try run.page(leaflet: Self.leaflet)
    #expect(page.contains("瓶颈") && page.contains("怎样才够"))
    let told =
      explanation.stretches.reduce(0) { $0 + $1.minutes } + explanation.firstLeg
      + explanation.lastLeg + explanation.terminal
    #expect(abs(told - (explanation.total ?? 0)) < 0.001)
    // Over 100 km off, it is over 60 minutes at 100 km/h: all that is tried falls short, which is told.
    #expect(explanation.remedies.isEmpty && explanation.shortfalls.count == 2)
    #expect(explanation.shortfalls.allSatisfy { $0.minutes > 60 && $0.minutes < told })
    let text = run.text()
    #expect(text.contains("最好的道路也不够"))
    for remedy in explanation.shortfalls {
      #expect(text.contains(remedy.length.kilometers.fixed(1)))
    }
    #expect(page.contains("最好的道路也不够"))
  }

  @Test func aBorderIsTakenApart() throws {
    let run = try BorderEffectRun(
      BorderEffectRequest(provinces: ["湖南", "贵州"]), in: Embedded.workspace(),
      language: .chinese)
    let effect = run.report.effect
    #expect(effect.crossing.pairs > 10 && (1...effect.crossing.pairs).contains(effect.within.pairs))
    let parts = effect.detourPart + effect.speedPart + effect.delayPart
    let ratio = effect.crossing.minutesPerKilometer / effect.within.minutesPerKilometer
    #expect(abs(exp(parts) - ratio) < 1e-9)
    let page = try run.page(leaflet: Self.leaflet)
    #expect(page.contains(effect.meanMinutesOfAll.fixed(2)))
    #expect(throws: BorderError.notTwoProvinces(names: ["湖南"])) {
      try BorderEffectRun(
        BorderEffectRequest(provinces: ["湖南"]), in: Embedded.workspace(), language: .chinese)
    }
  }

  /// What the baseline has is refused in the reader's language, and the rest goes on.
  @Test func aRefusedScenarioIsToldInChinese() throws {
    let error = ScenarioError.alreadyThere(link: "甲线", line: "G1")
    #expect(error.words(.chinese).contains("已有") && error.words(.english) == error.description)
    // It says where the link is written, without the folder it happens to lie in.
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      name: 常益长
      links:
        - {name: 甲线, mode: expressway, via: [怀化, 沅陵县]}
        - name: 常益长高铁
          mode: HSR
          via:
            - {name: 常德站, at: [111.68910, 29.07399]}
            - {name: 汉寿站, at: [111.96722, 28.82667]}
            - {name: 长沙西站, at: [112.82019, 28.26464]}
          interchanges: [常德站, 汉寿站, 长沙西站]
      """, to: "x.yaml")
    let workspace = try Workspace(.init(data: Embedded.folder, compared: [path], cache: nil))
    for (language, words) in [
      (Language.chinese, "x.yaml:4:5:常益长高铁在基准路网中已有"),
      (.english, "x.yaml:4:5: 常益长高铁 is already in the baseline as"),
    ] {
      let plan = try CompareRun.plan(in: workspace, language: language)
      #expect(plan.contains(words) && !plan.contains(path), "\(plan)")
    }
  }
}
