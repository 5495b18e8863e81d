import Geometry
import Shapes

/// An answer's map as one sheet of paper: SVG with title, legend, scale bar, north arrow, names,
/// data dates, sources and the line on map review.
///
/// The same value gives the same bytes. Measures are millimetres on the paper; the projection keeps
/// distances true along the middle parallel and meridian. Texts are inert wherever they come from.
public struct PrintSheet: Sendable {
  public enum Paper: String, Hashable, Sendable, CaseIterable {
    case a4 = "A4"
    case a3 = "A3"

    /// Width and height of the sheet lying, ISO 216.
    var size: (width: Double, height: Double) {
      self == .a4 ? (297, 210) : (420, 297)
    }
  }

  public var title: String
  /// The answer in one sentence, under the title.
  public var headline: String
  /// The first variable shades the counties.
  public var map: ResultMap
  public var paper: Paper
  public let ground: ResultPage.Ground

  public init(
    title: String, headline: String, map: ResultMap, paper: Paper = .a4,
    on ground: ResultPage.Ground
  ) {
    self.title = title
    self.headline = headline
    self.map = map
    self.paper = paper
    self.ground = ground
  }

  var language: Language { ground.language }

  /// - Throws: a `ShapeError` where counties that do not meet cannot be dissolved into provinces.
  public func svg() throws -> String {
    let size = paper.size
    let (margin, side) = (10.0, paper == .a4 ? 58.0 : 66.0)
    let words = PageWords(language)
    let (title, headline) = (words.typeset(self.title), words.typeset(self.headline))
    var text = SheetText()
    var y = margin + 6.5
    text.add(title, x: margin, y: y, size: 7, class: "title")
    for line in SheetText.lines(headline, width: size.width - 2 * margin, size: 3.4).prefix(3) {
      y += 5
      text.add(line, x: margin, y: y, size: 3.4)
    }
    let notes = SheetText.lines(
      PageNotice(notes: ground.notes, language: language).mapLine,
      width: size.width - 2 * margin, size: 2.2)
    let bottom = size.height - margin - Double(notes.count) * 3.1
    let frame = SheetFrame(
      x: margin, y: y + 4, width: size.width - 2 * margin - side - 5, height: bottom - y - 6)
    let drawing = try SheetMap(sheet: self, frame: frame)
    let legend = SheetLegend(sheet: self, map: drawing).drawing(
      x: size.width - margin - side, y: frame.y, width: side)
    for (index, line) in notes.enumerated() {
      text.add(line, x: margin, y: bottom + 2 + Double(index) * 3.1, size: 2.2, class: "soft")
    }
    let document: HTML = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(mm(size.width))mm" \
      height="\(mm(size.height))mm" viewBox="0 0 \(mm(size.width)) \(mm(size.height))" role="img" \
      aria-label="\(title)" lang="\(language("zh-CN", "en"))">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      <defs><clipPath id="frame"><rect x="\(mm(frame.x))" y="\(mm(frame.y))" \
      width="\(mm(frame.width))" height="\(mm(frame.height))"/></clipPath>
      <pattern id="hatch" width="1.6" height="1.6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><path d="M0 0V1.6" stroke="#4a5056" stroke-width="0.35"/>\
      </pattern></defs>
      <rect class="paper" width="\(mm(size.width))" height="\(mm(size.height))"/>
      \(drawing.html)
      \(legend)
      \(text.html)
      </svg>

      """
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.text
  }

  private func mm(_ value: Double) -> HTML { SheetText.at(value) }

  /// Fonts by name, whichever the machine has; widths in millimetres.
  private static let style: HTML = """
    text { font-family: "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", \
    "Microsoft YaHei", "Noto Sans", Arial, sans-serif; fill: #1d2329; }
    .paper { fill: #fff; } .title { font-weight: 700; } .soft { fill: #59636e; }
    .head { font-weight: 700; } .beyond { fill: #e9eaea; } .land { fill: #faf9f5; }
    .lines { fill: none; stroke-linejoin: round; }
    .county { fill: none; stroke: #9b9b93; stroke-width: 0.13; }
    .prefecture { fill: none; stroke: #5f6468; stroke-width: 0.28; }
    .edge { fill: none; stroke: #6b7075; stroke-width: 0.25; }
    .province { fill: none; stroke: #22272b; stroke-width: 0.65; stroke-dasharray: 2.4 0.8 0.6 0.8; }
    .water { fill: #bfdcec; stroke: #7fb2cf; stroke-width: 0.12; }
    .river { fill: none; stroke: #8dbfda; stroke-width: 0.25; }
    .expressway { fill: none; stroke: #7d5a9e; stroke-width: 0.38; }
    .rail { fill: none; stroke: #3b3f42; stroke-width: 0.5; }
    .rail-gap { fill: none; stroke: #fff; stroke-width: 0.28; stroke-dasharray: 1.5 1.5; }
    .seat { fill: #1d2329; stroke: #fff; stroke-width: 0.15; }
    .frame { fill: none; stroke: #1d2329; stroke-width: 0.3; }
    .halo { fill: none; stroke: #fff; stroke-width: 0.7; stroke-linejoin: round; }
    .strong { font-weight: 600; } .named { font-weight: 700; } .plain { fill: #33383d; }
    """
}

/// A rectangle on the sheet, in millimetres.
struct SheetFrame {
  let x: Double
  let y: Double
  let width: Double
  let height: Double
}

/// Lines of text on a sheet.
struct SheetText {
  private(set) var html: [HTML] = []

  mutating func add(
    _ text: String, x: Double, y: Double, size: Double, class name: HTML = "plain",
    anchor: HTML = "start"
  ) {
    html.append(
      """
      <text class="\(name)" x="\(Self.at(x))" y="\(Self.at(y))" font-size="\(Self.at(size))" \
      text-anchor="\(anchor)">\(text)</text>

      """)
  }

  /// A millimetre to a hundredth.
  static func at(_ value: Double) -> HTML { HTML(trusted: Figures.short(value, places: 2)) }

  /// About how wide a text is: an East Asian sign is as wide as high, others a little over half.
  static func width(of text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      sum + (DisplayWidth.of(String(scalar)) > 1 ? 1.0 : 0.56) * size
    }
  }

  /// The text in lines of at most `width`, broken at spaces or between East Asian signs.
  static func lines(_ text: String, width: Double, size: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var word = ""
    func fits(_ text: String) -> Bool { self.width(of: text, size: size) <= width }
    func endWord() {
      if !fits(line + word), !line.isEmpty {
        lines.append(line)
        line = word.first == " " ? String(word.dropFirst()) : word
      } else {
        line += word
      }
      word = ""
    }
    for sign in text {
      let isWide = DisplayWidth.of(String(sign)) > 1
      // What closes a phrase stays with it.
      if (sign == " " || isWide) && !"，。；：、）》”".contains(sign) { endWord() }
      word.append(sign)
    }
    endWord()
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
