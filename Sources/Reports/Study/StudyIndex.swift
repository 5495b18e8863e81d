import Geometry
import Shapes

/// Several studies at a glance: one page, and their targets as tables.
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

  /// How many of a catalogue's sentences are answered with a figure.
  public struct Catalogue: Hashable, Sendable {
    public var all: Int
    public var answered: Int
    /// Of those that are about places, networks and reach.
    public var spatial: Int
    public var spatialAnswered: Int

    public init(all: Int, answered: Int, spatial: Int, spatialAnswered: Int) {
      self.all = all
      self.answered = answered
      self.spatial = spatial
      self.spatialAnswered = spatialAnswered
    }
  }

  public let entries: [Entry]
  /// Nil where the studies are held against no catalogue.
  public let catalogue: Catalogue?
  public let ground: ResultPage.Ground

  public init(entries: [Entry], catalogue: Catalogue?, ground: ResultPage.Ground) {
    self.entries = entries
    self.catalogue = catalogue
    self.ground = ground
  }

  private var language: Language { ground.language }

  /// How many sentences are answered, of the catalogue and of the studies.
  public var headline: String {
    let counts = entries.map(\.report.counts)
    let (all, answered) = (
      counts.reduce(0) { $0 + $1.all }, counts.reduce(0) { $0 + $1.answered }
    )
    let studies = entries.count(where: \.report.isAnswered)
    let own = language(
      "\(entries.count)项研究中\(studies)项以数值回答了所问语句；\(all)个目标中\(answered)个有数值。",
      "\(studies) of \(entries.count) studies answer their sentence with a figure; \(answered) of "
        + "\(all) targets have one.")
    guard let catalogue else { return own }
    return language(
      "规划文件的\(catalogue.spatial)条空间目标中回答了\(catalogue.spatialAnswered)条"
        + "（全部\(catalogue.all)条中\(catalogue.answered)条）。",
      "Spatial targets answered: \(catalogue.spatialAnswered) of \(catalogue.spatial) in the "
        + "documents (\(catalogue.answered) of all \(catalogue.all)). ") + own
  }

  private var title: String { language("规划语句核对", "Sentences of plans, checked") }

  /// A page that works from a file, as all do; where `hasPages`, each study has a page in a folder of
  /// its name, which is linked.
  public func html(hasPages: Bool) -> String {
    let items = entries.map { entry -> HTML in
      let report = entry.report
      let name = language(report.title)
      let head: HTML =
        hasPages
        ? "<a href=\"\(HTML.link(to: entry.name + "/index.html"))\">\(name)</a>" : "\(name)"
      let missing = report.failures + report.targetFailures
      let failures: HTML =
        missing.isEmpty
        ? ""
        : "<p class=\"note\">\(language("未计算：", "Not computed: "))\(missing.map(\.words).joined(separator: " "))</p>"
      let table: HTML = report.targets.isEmpty ? "" : report.targetTable.html
      return """
        <section><h2>\(head)</h2>
        <p class="prose">\(language("「", "“"))\(report.quote)\(language("」", "” "))\
        (\(report.place))</p>
        <p class="prose">\(report.answer)</p>
        <p class="note">\(language("存疑：", "Doubt: "))\(language(report.doubt))</p>
        \(failures)\(table)</section>

        """
    }
    let closing = PageClosing(notes: ground.notes, language: language)
    return PageShell(
      language: language, title: title, kicker: language("研究目录", "Studies"),
      headline: headline, firstTable: "sources", leaflet: nil, data: .object([]), script: ""
    ).html("\(items)\(closing.sources(hasLeaflet: false))").text
  }

  /// The same for pasting.
  public func markdown() -> String {
    "# \(title)\n\n\(headline)\n\n"
      + entries.map { entry in
        "- [\(language(entry.report.title))](\(entry.name)/index.md): \(entry.report.answer)\n"
      }.joined()
  }
}
