import Analysis
import Geometry
import Shapes

extension CircleReport {
  /// One self-contained HTML page with a map, tables, method and sources.
  ///
  /// It works from a file without a network: a content security policy in its head forbids every
  /// fetch. The same answer gives the same bytes. Counties are drawn to 330 m and circles to 60 m;
  /// figures are those of the answer, untouched. Three circles up to 90 minutes among 390 counties
  /// take about 0.2 s and 0.4 MB, of which Leaflet is 0.15 MB.
  ///
  /// - Throws: a `ShapeError` where counties cannot be dissolved into provinces or zones.
  public func page(leaflet: LeafletAssets) throws -> String {
    hasRegions
      ? try CirclePage(report: self, leaflet: leaflet).html().text
      : try groundPage().html(leaflet: leaflet)
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
    let names = CirclePageData.groups(of: answer).map { language($0.name) }
    let shown = names.prefix(4).joined(separator: language("、", ", "))
    let more = names.count > 4 ? language(" 等 \(names.count) 个", " and others") : ""
    return language("\(shown)\(more)通勤圈", "Commute circles of \(shown)\(more)")
  }

  func html() throws -> HTML {
    let zones = try report.zoneGrounds()
    let data = CirclePageData(
      report: report,
      frame: MapFrame(
        around: report.focus(with: zones),
        naming: answer.circles.flatMap { $0.coverage.map(\.unit) },
        in: report.region),
      headlines: answer.circles.map(headline), zones: zones)
    let start = data.startCircle
    let isEmpty = answer.circles.isEmpty
    let shell = PageShell(
      language: language, title: title, kicker: kicker,
      headline: isEmpty ? "" : data.headlines[start], firstTable: "coverage", leaflet: leaflet,
      data: try data.json(), script: PageScript.circle)
    return shell.html(
      """
      \(mapSection(figures: isEmpty ? [] : data.figures(of: answer.circles[start]), start: start))
      \(circlesSection)
      \(coverageSection)
      \(railSection)
      \(missedSection)
      \(zonesSection)
      \(closing.warnings(answer.warnings.map(report.words(for:))))
      \(methodSection)
      \(closing.sources(hasLeaflet: true))
      """)
  }

  var closing: PageClosing { PageClosing(notes: report.notes, language: language) }

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
