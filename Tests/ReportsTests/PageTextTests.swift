import Shapes
import Testing

@testable import Reports

@Suite struct PageTextTests {
  @Test(arguments: [
    (1_234_567.891, 0, "1,234,568"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-0.06, 1, "-0.1"),
    (999.95, 1, "1,000.0"), (-1_234, 0, "-1,234"), (12, 0, "12"),
  ])
  func decimalsAreFixed(value: Double, decimals: Int, text: String) {
    #expect(Figures.grouped(value.fixed(decimals)) == text)
  }

  @Test func markupEscapesWhatIsInterpolated() {
    let name = "<b>\"&'"
    let html: HTML = "<i title=\"\(name)\">\(name)</i>"
    #expect(html.text == "<i title=\"&lt;b&gt;&quot;&amp;&#39;\">&lt;b&gt;&quot;&amp;&#39;</i>")
    let outer: HTML = "<p>\(html)</p>"
    #expect(outer.text.hasPrefix("<p><i "))
  }

  @Test(arguments: [
    ("长沙60分钟(道路,门到门)覆盖1,234km²,含2个", "长沙60分钟（道路，门到门）覆盖1,234km²，含2个"),
    ("审图号 GS(2024)0650号(据发布方)", "审图号 GS(2024)0650号（据发布方）"),
    ("a, b; c (d): e", "a, b; c (d): e"), (")(", ")("),
  ])
  func punctuationIsSetForPrint(text: String, printed: String) {
    #expect(text.withFullWidthPunctuation == printed)
  }
}
