import Foundation
import Geometry
import Shapes
import Testing

@testable import Reports

private let leaflet = LeafletAssets(script: "window.L = {};", style: ".a { color: red; }")

/// A page with everything a page can have, over the two counties.
private func page(
  _ world: TwoCounties = TwoCounties(), name: String = "甲县",
  change: (inout ResultPage) -> Void = { _ in }
) -> ResultPage {
  let report = world.report
  var page = ResultPage(
    title: name, kicker: name, headline: name,
    on: .init(
      region: report.region, corridors: report.corridors, notes: report.notes,
      language: world.language))
  page.figures = [PageFigure(name, "12", unit: name, remark: name)]
  var minutes = MapVariable(
    name, scale: .bands(upTo: [30, 60], unit: name),
    of: [(UnitReference(.county, 0), 30), (UnitReference(.county, 1), nil)], in: report.region
  ) { "\($0) \(name)" }
  minutes.hatched = [1]
  minutes.hatchedMeaning = name
  let kinds = MapVariable(name, categories: [name, "b"], ofCounties: [(0, 1), (1, nil)])
  let point = GeoPoint(longitude: 113.2, latitude: 28.2)
  let line = [point, GeoPoint(longitude: 113.6, latitude: 28.2)]
  var layer = MapLayer(
    name, symbol: .area(.accent),
    features: [
      .init(.point(point), label: name, lines: [name]),
      .init(.lines([line]), label: name, symbol: .line(.ink, dash: [4, 2], isCased: true)),
      .init(.areas(report.region.counties[0].polygons), label: name, lines: [name]),
    ])
  layer.keys = [.init(name, .line(.ink)), .init(name, .area(.accent))]
  page.map = ResultMap(variables: [minutes, kinds], layers: [layer])
  var table = PageTable(name, columns: [.words(name), .number(name)])
  table.append([.words(name, county: 0), .number(2_345.678, decimals: 1)])
  table.append([.words(name), .share(0.25)])
  table.append([.words(name), .number(nil)])
  let chart = BarChart(
    name, names: [name, "b"], series: [.init(name, [1, nil]), .init("b", [-2, 3])], xTitle: name)
  var profile = LineChart(
    name, series: [.init(name, [(0, 1), (10, 4)])], xTitle: name, yTitle: name)
  profile.marks = [(5, name)]
  let scatter = ScatterChart(
    name, groups: [.init(name, [(1, 2, name), (10, 20, name)])], xTitle: name, yTitle: name)
  let heat = HeatMatrix(
    name, rows: [name], columns: [name, "b"], values: [[1, nil]], scale: .sequential([2]))
  page.sections = [
    PageSection(
      name,
      [
        .prose(name), .note(name), .list([name]), .table(table), .chart(chart), .chart(profile),
        .chart(scatter), .chart(heat),
        .maps(SmallMaps([.init(name, variable: minutes, layers: [layer])], caption: name)),
      ])
  ]
  page.method = [name]
  page.parameters = [(name, name)]
  page.warnings = [name]
  change(&page)
  return page
}

@Suite struct ResultPageTests {
  @Test func saysWhatItIsGiven() throws {
    let text = try page(name: "甲").html(leaflet: leaflet)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    #expect(text.contains("<h1>甲</h1>") && text.contains("2,345.7") && text.contains("25.0%"))
    #expect(text.contains("≤ 30甲") && text.contains("30–60甲") && text.contains("&gt; 60甲"))
    #expect(text.contains("示例数据") && text.contains("审"))
  }

  /// What the script reads: classes by county of the page, in the region's order.
  @Test func classesAreThoseOfTheScale() throws {
    let data = try data(of: page().html(leaflet: leaflet))
    let variables = try #require(data["variables"] as? [[String: Any]])
    #expect(variables[0]["classes"] as? [Int] == [0, -1])  // at most 30; no data
    #expect(variables[0]["hatched"] as? [Int] == [1])
    #expect(variables[1]["texts"] as? [String] == ["b", "–"])
    let layers = try #require(data["layers"] as? [[String: Any]])
    let features = try #require(layers[0]["features"] as? [[String: Any]])
    #expect(features[0]["point"] as? [Double] == [113.2, 28.2])
    // 0.4° in steps of 1e-4°.
    #expect(features[1]["courses"] as? [[Int]] == [[1_132_000, 282_000, 4_000, 0]])
    #expect((features[2]["areas"] as? [[Int]])?.first?.count == 8)
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "\"><img src=x onerror=alert(1)>",
    "a&b'c", "\u{2028}\\u003c", "</svg></title><script>",
  ])
  func hostileNamesAreInert(name: String) throws {
    var world = TwoCounties()
    world.names = (name, name, name)
    world.attribution = name
    let hostile = try page(world, name: name).html(leaflet: leaflet)
    let plain = try page().html(leaflet: leaflet)
    for mark in ["<script", "</script", "<img", "<!--", "alert(1)</", "</svg", "</title"] {
      #expect(
        hostile.components(separatedBy: mark).count == plain.components(separatedBy: mark).count,
        "\(mark)")
    }
    let layers = try #require(try data(of: hostile)["layers"] as? [[String: Any]])
    #expect(layers[0]["name"] as? String == name)
  }

  @Test func isTheSameEveryTime() throws {
    let first = try page().html(leaflet: leaflet)
    #expect(try (0..<5).allSatisfy { _ in try page().html(leaflet: leaflet) == first })
  }

  @Test(arguments: Language.allCases)
  func fetchesNothing(language: Language) throws {
    var world = TwoCounties()
    world.language = language
    let text = try page(world).html(leaflet: leaflet)
    #expect(text.contains("default-src 'none'"))
    #expect(text.firstMatch(of: #/(src|href)\s*=\s*["']?(https?:|\/\/)/#) == nil)
    #expect(text.firstMatch(of: #/url\(\s*["']?(?!data:|#)/#) == nil)
    let sources = text.matches(of: #/(?:src|href)="([^"]*)"/#).map { String($0.1) }
    #expect(sources.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("data:") })
  }

  /// Every drawing says what it is to those who do not see it.
  @Test func drawingsAreNamed() throws {
    let text = try page(name: "甲").html(leaflet: leaflet)
    let drawings = text.matches(of: #/<svg[^>]*>/#).map { String($0.0) }
    #expect(drawings.count > 10)
    #expect(
      drawings.allSatisfy { $0.contains("aria-hidden=\"true\"") || $0.contains("aria-label=\"甲") })
  }

  @Test func withoutAMapThereIsNoLeaflet() throws {
    let text = try page { $0.map = nil }.html(leaflet: leaflet)
    #expect(!text.contains("window.L") && !text.contains("id=\"map\""))
    #expect(text.contains("class=\"small-maps\"") && text.contains("<use href=\"#small-0\""))
  }
}

@Suite struct ClassScaleTests {
  @Test func breaksBelongToOneSide() {
    let shares = ClassScale.sequential([10, 25], unit: "%")
    #expect([9.9, 10, 24.9, 25].map { shares.place(of: $0) } == [0, 1, 1, 2])
    #expect(shares.classes.map(\.label) == ["< 10%", "10–25%", "≥ 25%"])
    let bands = ClassScale.bands(upTo: [30, 60], unit: " min")
    #expect([30, 30.1, 60, 61].map { bands.place(of: $0) } == [0, 1, 1, 2])
    #expect(bands.classes.map(\.label) == ["≤ 30 min", "30–60 min", "> 60 min"])
    let kinds = ClassScale.categories(["a", "b", "c"])
    #expect([0, 1, 2].map { kinds.place(of: $0) } == [0, 1, 2])
    let change = ClassScale.diverging([-5, -1, 1, 5])
    #expect(change.classes.map(\.label) == ["< −5", "−5 … −1", "−1 … 1", "1–5", "≥ 5"])
  }

  @Test func quantilesShareOut() {
    let breaks = ClassScale.quantiles(of: (1...100).map(Double.init), classes: 4)
    #expect(breaks == [26, 51, 76])
    #expect(ClassScale.quantiles(of: [3, 3, 3]).isEmpty)
    #expect(ClassScale.quantiles(of: []).isEmpty)
    // 997 would become 1,000, and no value be in the last class.
    #expect(ClassScale.quantiles(of: [1, 996, 997, 998], classes: 2) == [990])
    #expect(ClassScale.quantiles(of: [0.001_234, 0.005_678], classes: 2) == [0.0056])
  }

  /// In grey print a sequential ramp keeps its order, and neighbours can be told apart.
  @Test(arguments: ColorRamp.allCases, 2...7)
  func rampsDarkenSteadily(ramp: ColorRamp, count: Int) {
    let brightness = ramp.colors(count).map(\.brightness)
    #expect(zip(brightness, brightness.dropFirst()).allSatisfy { $0 - $1 > 0.04 })
  }
}

@Suite struct ChartTests {
  @Test func axesAreRound() {
    let axis = ChartAxis([3, 97], fromZero: true)
    #expect(axis.ticks == [0, 20, 40, 60, 80, 100])
    #expect(axis.part(50) == 0.5)
    let sizes = ChartAxis([20, 4_000], isLogarithmic: true)
    #expect(sizes.ticks == [20, 50, 100, 200, 500, 1_000, 2_000, 5_000])
    #expect(abs(ChartAxis([1, 1_000_000], isLogarithmic: true).part(100) - 1.0 / 3) < 1e-12)
    #expect(ChartAxis([5]).low <= 5)
    #expect(ChartAxis([]).ticks.count >= 2)
  }

  /// A bar of 2 is twice as long as one of 1; a loss runs the other way from the same line.
  @Test func barsAreAsLongAsTheirFigures() throws {
    let chart = BarChart(
      "t", names: ["a", "b", "c"], series: [.init("s", [1, 2, -1])], xTitle: "x")
    let widths = chart.figure.text.matches(of: #/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"/#)
      .compactMap { Double($0.1) }
    #expect(widths.count == 3)
    #expect(abs(widths[1] - 2 * widths[0]) < 0.2 && abs(widths[2] - widths[0]) < 0.2)
  }
}
