import Geometry
public import Shapes

/// A table of a page.
///
/// A reader sorts it by any column; a long one is folded and can be filtered.
public struct PageTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public var title: String
    /// Figures stand right-aligned and sort as numbers.
    public var isNumber: Bool

    public static func words(_ title: String) -> Column {
      Column(title: title, isNumber: false)
    }

    public static func number(_ title: String) -> Column {
      Column(title: title, isNumber: true)
    }
  }

  public struct Cell: Hashable, Sendable {
    public var text: String
    /// What a column of numbers is sorted by; nil comes last either way.
    public var value: Double?
    /// A share from 0 to 1 that a thin bar under the figure shows.
    public var bar: Double?
    /// A county to show on the map when its name is pressed: its index in the region.
    public var county: Int?
    public var isStrong = false
    /// Names of files beside the page, which the cell shows as links instead of its text.
    public var files: [String] = []

    public static func words(_ text: String, county: Int? = nil) -> Cell {
      Cell(text: text, county: county)
    }

    /// Files beside the page, each as a link.
    public static func files(_ names: [String]) -> Cell {
      var cell = Cell(text: names.joined(separator: ", "))
      cell.files = names
      return cell
    }

    /// A figure with exactly so many decimals, thousands set apart; a dash where there is none.
    public static func number(_ value: Double?, decimals: Int = 0) -> Cell {
      guard let value, value.isFinite else { return Cell(text: "–") }
      let text = Figures.grouped(value.fixed(decimals)).replacing("-", with: "−")
      return Cell(text: text, value: value)
    }

    /// A share from 0 to 1 as a percentage with a bar.
    public static func share(_ value: Double?) -> Cell {
      guard let value, value.isFinite else { return Cell(text: "–") }
      return Cell(
        text: (value * 100).fixed(1) + "%", value: value, bar: max(0, min(1, value)))
    }

    /// A figure in words of its own, which still sorts as `value`.
    public static func figure(_ text: String, value: Double?) -> Cell {
      Cell(text: text, value: value)
    }

    init(
      text: String, value: Double? = nil, bar: Double? = nil, county: Int? = nil
    ) {
      self.text = text
      self.value = value
      self.bar = bar
      self.county = county
    }

    public func strong() -> Cell {
      var cell = self
      cell.isStrong = true
      return cell
    }
  }

  public var caption: String
  public var columns: [Column]
  public private(set) var rows: [[Cell]] = []
  /// Rows shown before a reader asks for all.
  public var folds = 25

  public init(_ caption: String, columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }

  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "A row of \(caption) has one cell a column.")
    rows.append(row)
  }

  /// The rows of a feature table as they are, under heads in a reader's words.
  ///
  /// Each head names a column of the table, in the order to show; `text` says a column's
  /// words in the reader's language. Columns of shares, whose names say so, are percentages.
  public init(
    _ caption: String, _ table: FeatureTable, heads: [(column: String, title: String)],
    text: (_ column: String, _ words: String) -> String = { $1 }
  ) {
    let places = heads.map { head in
      table.columns.firstIndex { $0.name == head.column }
    }
    precondition(!places.contains(nil), "\(table.name) lacks a column named for \(caption).")
    let shown = places.compactMap { $0 }
    self.init(
      caption,
      columns: zip(heads, shown).map { head, place in
        Column(title: head.title, isNumber: table.columns[place].kind.isNumber)
      })
    for row in table.rows {
      append(shown.map { Cell(row.values[$0], in: table.columns[$0], text: text) })
    }
  }
}

extension PageTable.Cell {
  fileprivate init(
    _ value: FeatureTable.Value, in column: FeatureTable.Column, text: (String, String) -> String
  ) {
    switch (value, column.kind) {
    case (.text(let word), _): self = .words(text(column.name, word))
    case (.decimal(let number), _) where column.name.hasSuffix("_share"): self = .share(number)
    case (.whole(let number), _): self = .number(Double(number))
    case (.decimal(let number), .decimal(let places)):
      self = .number(number, decimals: places)
    case (.decimal(let number), _): self = .number(number, decimals: 2)
    case (.flag(let flag), _): self = .words(flag ? "✓" : "–")
    case (.missing, _): self = .words("–")
    }
  }
}

extension FeatureTable.Kind {
  fileprivate var isNumber: Bool {
    switch self {
    case .whole, .decimal: true
    case .text, .flag: false
    }
  }
}

extension PageTable {
  /// In a frame that scrolls sideways.
  var html: HTML {
    let heads = columns.map { column -> HTML in
      column.isNumber
        ? "<th scope=\"col\" class=\"number\">\(column.title)</th>"
        : "<th scope=\"col\">\(column.title)</th>"
    }
    let body = rows.map { row -> HTML in
      "<tr>\(zip(row, columns).enumerated().map { html(of: $1.0, in: $1.1, isFirst: $0 == 0) })</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)">\
      <table class="sortable" data-folds="\(folds)">
      <caption>\(caption)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(body)
      </tbody></table></div>
      """
  }

  private func html(of cell: Cell, in column: Column, isFirst: Bool) -> HTML {
    let county: HTML = cell.county.map { " data-county=\"\($0)\"" } ?? ""
    let value: HTML = cell.value.map { " data-value=\"\(HTML(trusted: "\($0)"))\"" } ?? ""
    let bar: HTML =
      cell.bar.map { " style=\"--share:\(HTML(trusted: ($0 * 100).fixed(1)))%\"" } ?? ""
    let links = cell.files.map { "<a href=\"\(HTML.link(to: $0))\">\($0)</a> " as HTML }
    let text: HTML =
      !links.isEmpty ? "\(links)" : cell.isStrong ? "<b>\(cell.text)</b>" : "\(cell.text)"
    let classes: HTML =
      switch (column.isNumber, cell.bar != nil) {
      case (true, true): " class=\"number bar\""
      case (true, false): " class=\"number\""
      default: ""
      }
    return isFirst
      ? "<th scope=\"row\"\(classes)\(county)\(value)>\(text)</th>"
      : "<td\(classes)\(county)\(value)\(bar)>\(text)</td>"
  }
}
