import Shapes

/// An SVG drawing in the making: shapes in its own units, every text inert.
public struct ChartDrawing: Sendable {
  let width: Double
  let height: Double
  private(set) var content: [HTML] = []

  enum Anchor: String {
    case start
    case middle
    case end
  }

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func add(_ part: HTML) { content.append(part) }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: HTML
  ) {
    add(
      "<line class=\"\(name)\" x1=\"\(Self.at(x1))\" y1=\"\(Self.at(y1))\" x2=\"\(Self.at(x2))\" y2=\"\(Self.at(y2))\"/>"
    )
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: PageColor, title: String
  ) {
    add(
      """
      <rect x="\(Self.at(x))" y="\(Self.at(y))" width="\(Self.at(max(0, width)))" \
      height="\(Self.at(max(0, height)))" fill="\(fill.text)"><title>\(title)</title></rect>
      """)
  }

  mutating func dot(x: Double, y: Double, radius: Double, fill: PageColor, title: String) {
    add(
      """
      <circle cx="\(Self.at(x))" cy="\(Self.at(y))" r="\(Self.at(radius))" fill="\(fill.text)">\
      <title>\(title)</title></circle>
      """)
  }

  mutating func polyline(
    _ points: [(x: Double, y: Double)], color: PageColor, width: Double, dash: String = ""
  ) {
    guard points.count > 1 else { return }
    let path = points.map { "\(Self.at($0.x).text),\(Self.at($0.y).text)" }.joined(separator: " ")
    let dashes: HTML = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    add(
      """
      <polyline points="\(path)" fill="none" stroke="\(color.text)" \
      stroke-width="\(Self.at(width))"\(dashes)/>
      """)
  }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, class name: HTML = "",
    isTurned: Bool = false
  ) {
    let turn: HTML = isTurned ? " transform=\"rotate(-90 \(Self.at(x)) \(Self.at(y)))\"" : ""
    let kind: HTML = name.text.isEmpty ? "" : " class=\"\(name)\""
    add(
      """
      <text x="\(Self.at(x))" y="\(Self.at(y))" text-anchor="\(anchor.rawValue)"\(kind)\(turn)>\
      \(text)</text>
      """)
  }

  /// A coordinate to a tenth of a unit.
  static func at(_ value: Double) -> HTML { HTML(trusted: Figures.short(value, places: 1)) }

  /// About how wide a text is at a size: a Chinese sign is as wide as high, others half of it.
  static func width(of text: String, size: Double) -> Double {
    Double(DisplayWidth.of(text)) * size * 0.54
  }
}

extension PageChart {
  /// With its caption below, which a screen reader takes as its name.
  var figure: HTML {
    let drawing = drawing
    return """
      <figure class="chart">
      <svg viewBox="0 0 \(ChartDrawing.at(drawing.width)) \(ChartDrawing.at(drawing.height))" \
      role="img" aria-label="\(title)" style="max-width:\(ChartDrawing.at(drawing.width))px">
      \(drawing.content)
      </svg>
      <figcaption>\(title)</figcaption>
      </figure>

      """
  }
}
