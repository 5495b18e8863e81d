/// A table for the terminal, its columns aligned by display width.
struct TextTable {
  struct Column {
    var title: String
    var isNumber: Bool
  }

  private var columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  var isEmpty: Bool { rows.isEmpty }

  mutating func append(_ row: [String]) {
    precondition(row.count == columns.count)
    rows.append(row)
  }

  /// Lines without trailing spaces, each with its line end.
  var text: String {
    let widths = columns.indices.map { column in
      rows.reduce(DisplayWidth.of(columns[column].title)) {
        max($0, DisplayWidth.of($1[column]))
      }
    }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        line += DisplayWidth.padded(cell, to: widths[column], right: columns[column].isNumber)
        line += "  "
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return line(columns.map(\.title)) + line(rule) + rows.map(line).joined()
  }
}
