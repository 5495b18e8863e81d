import Foundation
import Testing

@testable import Reports

/// Stands for Leaflet's files, with what must not reach a page in them.
private let leaflet = LeafletAssets(
  script: "window.L = {};\n//# sourceMappingURL=leaflet.js.map",
  style: ".a { background-image: url(images/layers.png); }")

/// What a page's script reads, found as a browser finds it.
func data(of page: String) throws -> [String: Any] {
  let start = try #require(page.range(of: "<script type=\"application/json\" id=\"data\">"))
  let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
  let text = Data(page[start.upperBound..<end.lowerBound].utf8)
  return try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
}

@Suite struct CirclePageTests {
  @Test func saysWhatTheAnswerSays() throws {
    let page = try TwoCounties().report.page(leaflet: leaflet)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    #expect(page.contains("<h1>甲通勤圈</h1>"))
    #expect(page.contains("<b>1,740</b>"))  // km² of 60 minutes
    #expect(page.contains("1,392–2,088"))  // its band
    #expect(page.contains("+0.12%") && page.contains("−0.03%"))  // its certificate
    #expect(page.contains("没有人口数"))  // the warning
    #expect(page.contains("示例数据") && page.contains("只是示例"))
  }

  @Test func speaksEnglish() throws {
    var world = TwoCounties()
    world.language = .english
    let page = try world.report.page(leaflet: leaflet)
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains("Method and parameters"))
    #expect(page.contains("90.0"))  // thousands
    #expect(!page.contains("通勤圈"))
  }

  @Test func carriesTheLayersOfTheMap() throws {
    let data = try data(of: TwoCounties().report.page(leaflet: leaflet))
    #expect((data["counties"] as? [Any])?.count == 2)
    #expect((data["areas"] as? [Any])?.count == 2)
    #expect((data["water"] as? [Any])?.count == 1)
    #expect((data["expressways"] as? [Any])?.count == 1)
    #expect((data["railways"] as? [Any])?.count == 1)
    let circles = try #require(data["circles"] as? [[String: Any]])
    #expect(circles.map { $0["minutes"] as? Double } == [30, 60])
    #expect(data["start"] as? Int == 1)  // 60 minutes
    // The ring of 30 minutes in steps of 1e-4°: 0.2° a side, closed without saying so.
    let square = [1_131_000, 281_000, 2_000, 0, 0, 2_000, -2_000, 0]
    #expect(circles[0]["rings"] as? [[Int]] == [square])
  }

  /// Borders that do not meet corner on corner cannot tell a province's edge from a county's.
  @Test func provincesAreDissolvedWhereCountiesDoNotMeet() throws {
    let meeting = try data(of: TwoCounties().report.page(leaflet: leaflet))
    #expect((meeting["outlines"] as? [Any])?.isEmpty == true)
    #expect((meeting["ranks"] as? [Int])?.sorted() == [1, 3, 3])
    var world = TwoCounties()
    world.shift = 0.05
    let apart = try data(of: world.report.page(leaflet: leaflet))
    #expect((apart["outlines"] as? [Any])?.count == 1)
    #expect((apart["ranks"] as? [Int]) == [0, 0])
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "\"><img src=x onerror=alert(1)>",
    "a&b'c", "\u{2028}\\u003c",
  ])
  func hostileNamesAreInert(name: String) throws {
    var world = TwoCounties()
    world.names = (name, name, name)
    world.attribution = name
    let page = try world.report.page(leaflet: leaflet)
    let plain = try TwoCounties().report.page(leaflet: leaflet)
    for mark in ["<script", "</script", "<img", "<!--", "alert(1)</"] {
      #expect(
        page.components(separatedBy: mark).count == plain.components(separatedBy: mark).count,
        "\(mark)")
    }
    let counties = try #require(try data(of: page)["counties"] as? [[Any]])
    #expect(counties[0][1] as? String == name)
  }

  @Test func isTheSameEveryTime() throws {
    let report = TwoCounties().report
    let first = try report.page(leaflet: leaflet)
    #expect(try (0..<5).allSatisfy { _ in try report.page(leaflet: leaflet) == first })
  }

  @Test(arguments: Language.allCases)
  func fetchesNothing(language: Language) throws {
    var world = TwoCounties()
    world.language = language
    let page = try world.report.page(leaflet: leaflet)
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("sourceMappingURL"))
    #expect(page.firstMatch(of: #/(src|href)\s*=\s*["']?(https?:|\/\/)/#) == nil)
    #expect(page.firstMatch(of: #/url\(\s*["']?(?!data:|#)/#) == nil)
    #expect(page.firstMatch(of: #/@import|fetch\(|XMLHttpRequest|importScripts/#) == nil)
  }

  @Test func noFileIsNeededBesideThePage() throws {
    let page = try TwoCounties().report.page(leaflet: leaflet)
    let sources = page.matches(of: #/(?:src|href)="([^"]*)"/#).map { String($0.1) }
    #expect(sources.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("data:") })
  }
}
