import Geometry
import Shapes

/// One page that leads to the pages of several studies.
public struct StudyIndex: Sendable {
  public struct Entry: Sendable {
    /// The folder of its page.
    public var name: String
    public var report: StudyReport

    public init(name: String, report: StudyReport) {
      self.name = name
      self.report = report
    }
  }

  public let entries: [Entry]
  public let ground: ResultPage.Ground

  public init(entries: [Entry], ground: ResultPage.Ground) {
    self.entries = entries
    self.ground = ground
  }

  private var language: Language { ground.language }

  /// How many of the studies' targets have a figure.
  public var headline: String {
    let counts = entries.map(\.report.counts)
    let (all, answered) = (
      counts.reduce(0) { $0 + $1.all }, counts.reduce(0) { $0 + $1.answered }
    )
    return language(
      "\(entries.count)项研究，\(all)条规划语句中\(answered)条有数值。",
      "\(entries.count) studies; \(answered) of \(all) sentences of plans have a figure.")
  }

  /// A page that works from a file, as all do.
  public func html() -> String {
    let items = entries.map { entry -> HTML in
      let report = entry.report
      return """
        <section><h2><a href="\(entry.name)/index.html">\(language(report.title))</a></h2>
        <p class="prose">\(language("「", "“"))\(report.quote)\(language("」", "” "))\
        (\(report.place))</p>
        <p class="prose">\(report.answer)</p>
        <p class="note">\(language("存疑：", "Doubt: "))\(language(report.doubt))</p></section>

        """
    }
    let closing = PageClosing(notes: ground.notes, language: language)
    return PageShell(
      language: language, title: language("规划语句核对", "Sentences of plans, checked"),
      kicker: language("研究目录", "Studies"), headline: headline, firstTable: "sources",
      leaflet: nil, data: .object([]), script: ""
    ).html("\(items)\(closing.sources(hasLeaflet: false))").text
  }

  /// The same for pasting.
  public func markdown() -> String {
    "# \(language("规划语句核对", "Sentences of plans, checked"))\n\n\(headline)\n\n"
      + entries.map { entry in
        "- [\(language(entry.report.title))](\(entry.name)/index.md): \(entry.report.answer)\n"
      }.joined()
  }
}
