import Analysis
import Geometry

extension CircleReport {
  /// One self-contained HTML page with a map, tables, method and sources.
  ///
  /// It works from a file without a network: a content security policy in its head forbids every
  /// fetch. The same answer gives the same bytes. Counties are drawn to 330 m and circles to 60 m;
  /// figures are those of the answer, untouched. Three circles up to 90 minutes among 390 counties
  /// take about 0.2 s and 0.4 MB, of which Leaflet is 0.15 MB.
  ///
  /// - Throws: a `ShapeError` where counties that do not meet cannot be dissolved into provinces.
  public func page(leaflet: LeafletAssets) throws -> String {
    try CirclePage(report: self, leaflet: leaflet).html().text
  }
}

/// The page's frame: what stands where.
struct CirclePage {
  let report: CircleReport
  let leaflet: LeafletAssets

  var language: Language { report.language }
  var answer: CircleAnswer { report.answer }
  var words: PageWords { PageWords(report.language) }

  /// The groups' names and what is asked of them.
  var title: String {
    let names = PageData.groups(of: answer).map { language($0.name) }
    let shown = names.prefix(4).joined(separator: language("、", ", "))
    let more = names.count > 4 ? language(" 等 \(names.count) 个", " and others") : ""
    return language("\(shown)\(more)通勤圈", "Commute circles of \(shown)\(more)")
  }

  func html() throws -> HTML {
    let data = PageData(
      report: report, frame: MapFrame(of: report), headlines: answer.circles.map(headline))
    let start = data.startCircle
    let isEmpty = answer.circles.isEmpty
    let lead = isEmpty ? "" : data.headlines[start]
    let figures = isEmpty ? [] : data.figures(of: answer.circles[start])
    let json = HTML(trusted: try data.json().scriptText)
    let body: HTML = """
      <a class="skip" href="#coverage">\(language("跳到数据表", "Skip to the tables"))</a>
      <header class="page-head">
      <p class="kicker">\(kicker)</p>
      <h1>\(title)</h1>
      <p class="headline" id="headline" aria-live="polite">\(lead)</p>
      </header>
      <main>
      \(mapSection(figures: figures, start: start))
      \(circlesSection)
      \(coverageSection)
      \(missedSection)
      \(zonesSection)
      \(warningsSection)
      \(methodSection)
      \(sourcesSection)
      </main>
      """
    return """
      <!DOCTYPE html>
      <html lang="\(language("zh-CN", "en"))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
      <meta name="generator" content="Hinterland">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <style>\(leaflet.embeddedStyle)</style>
      <style>\(HTML(trusted: String(decoding: PackageResources.page_css, as: UTF8.self)))</style>
      </head>
      <body>
      \(body)
      <script type="application/json" id="data">\(json)</script>
      <script>\(leaflet.embeddedScript)</script>
      <script>\(HTML(trusted: String(decoding: PackageResources.page_js, as: UTF8.self)))</script>
      </body>
      </html>

      """
  }

  private var kicker: String {
    let minutes = Set(answer.circles.map(\.minutes)).sorted()
      .map { Figures.short($0, places: 2) }
      .joined(separator: language("、", ", "))
    let mode = words.mode(answer.question.mode)
    return language(
      "腹地 Hinterland · 通勤圈 · \(minutes) 分钟 · \(mode)",
      "Hinterland · commute circles · \(minutes) min · \(mode)")
  }

  private func headline(for circle: Circle) -> String {
    words.typeset(report.sentence(for: circle))
  }
}
