/// A part of a page under a heading of its own.
public struct PageSection: Sendable {
  public enum Block: Sendable {
    case prose(String)
    /// Smaller and softer: how to read what stands above.
    case note(String)
    case list([String])
    case table(PageTable)
    case chart(any PageChart)
    /// The same ground several times side by side.
    case maps(SmallMaps)
  }

  public var title: String
  public var blocks: [Block]

  public init(_ title: String, _ blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}

/// A drawing with axes and a title, as SVG within the page.
public protocol PageChart: Sendable {
  /// What it shows, as its caption and for those who do not see it.
  var title: String { get }
  /// Width over height and the drawing itself.
  var drawing: ChartDrawing { get }
}

extension PageSection.Block {
  /// As markup; `maps` is what small maps are drawn from.
  func html(maps: SmallMaps.Ground?, _ language: Language) -> HTML {
    switch self {
    case .prose(let text): return "<p class=\"prose\">\(text)</p>\n"
    case .note(let text): return "<p class=\"note\">\(text)</p>\n"
    case .list(let items):
      return "<ul class=\"points\">\(items.map { "<li>\($0)</li>" as HTML })</ul>\n"
    case .table(let table): return "\(table.html)\n"
    case .chart(let chart): return chart.figure
    case .maps(let small): return maps.map { small.html(on: $0, language) } ?? ""
    }
  }
}
