import Geometry
import Shapes

/// What stands around the content of every page: head, content security policy, header, scripts.
struct PageShell {
  let language: Language
  let title: String
  let kicker: String
  let headline: String
  /// Where a reader who skips the map goes: an id.
  let firstTable: HTML
  /// Nil for a page without a map.
  let leaflet: LeafletAssets?
  /// What the page's scripts read.
  let data: JSONText
  /// The script of this kind of page, run after those of all pages.
  let script: HTML

  func html(_ content: HTML) -> HTML {
    let mapStyle: HTML = leaflet.map { "<style>\($0.embeddedStyle)</style>\n" } ?? ""
    let mapScripts: HTML =
      leaflet.map {
        "<script>\($0.embeddedScript)</script>\n<script>\(PageScript.map)</script>\n"
      } ?? ""
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
      \(mapStyle)<style>\(PageScript.style)</style>
      </head>
      <body>
      <a class="skip" href="#\(firstTable)">\(language("跳到数据表", "Skip to the tables"))</a>
      <header class="page-head">
      <p class="kicker">\(kicker)</p>
      <h1>\(title)</h1>
      <p class="headline" id="headline" aria-live="polite">\(headline)</p>
      </header>
      <main>
      \(content)
      </main>
      <script type="application/json" id="data">\(HTML(trusted: data.scriptText))</script>
      <script>\(PageScript.kit)</script>
      \(mapScripts)<script>\(script)</script>
      </body>
      </html>

      """
  }

  static func section(_ id: HTML, _ title: String, _ content: HTML) -> HTML {
    """
    <section id="\(id)" aria-labelledby="\(id)-title">
    <h2 id="\(id)-title">\(title)</h2>
    \(content)
    </section>
    """
  }
}

/// The sections that close every page.
struct PageClosing {
  let notes: DatasetNotes
  let language: Language

  private var words: PageWords { PageWords(language) }

  /// Nothing where there is nothing to warn of.
  func warnings(_ sentences: [String]) -> HTML {
    guard !sentences.isEmpty else { return "" }
    let items = sentences.map { "<li>\(words.typeset($0))</li>" as HTML }
    return PageShell.section(
      "warnings", language("提示", "Warnings"), "<ul class=\"warnings\">\(items)</ul>")
  }

  func method(_ paragraphs: [String], _ parameters: [(name: String, value: String)]) -> HTML {
    guard !paragraphs.isEmpty || !parameters.isEmpty else { return "" }
    let rows = parameters.map { name, value -> HTML in
      "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>"
    }
    let table: HTML =
      rows.isEmpty
      ? ""
      : """
      <div class="scroll"><table class="parameters">
      <caption>\(language("参数", "Parameters"))</caption>
      <tbody>\(rows)</tbody></table></div>
      """
    return PageShell.section(
      "method", language("方法与参数", "Method and parameters"),
      "\(paragraphs.map { "<p>\($0)</p>\n" as HTML })\(table)")
  }

  func sources(hasLeaflet: Bool) -> HTML {
    let notice = PageNotice(notes: notes, language: language)
    let lines = notes.attribution.map { line -> HTML in "<li>\(line)</li>" }
    return PageShell.section(
      "sources", language("限制与数据来源", "Limits and sources"),
      """
      <p>\(words.typeset(language(notes.limits)))</p>
      <dl class="sources">
      <dt>\(language("数据集", "Dataset"))</dt>
      <dd>\(language(notes.title))\(language("，版本 ", ", version "))\(notes.version)\
      <br><code>\(notes.digest)</code></dd>
      <dt>\(language("时点", "Vintage"))</dt><dd>\(notice.vintage)</dd>
      <dt>\(language("来源", "Sources"))</dt><dd><ul>\(lines)</ul></dd>
      <dt>\(language("地图", "Map"))</dt><dd>\(notice.caution)</dd>
      <dt>\(language("软件", "Software"))</dt>
      <dd>Hinterland (Apache-2.0)\(hasLeaflet ? " · Leaflet (BSD-2-Clause)" : "")</dd>
      </dl>
      """)
  }
}
