public import Shapes

/// A table as comma-separated values (RFC 4180), UTF-8, LF; shapes are left out.
public struct CSVWriter {
  /// U+FEFF: before the first field it tells Excel that the file is UTF-8.
  public static let byteOrderMark = "\u{FEFF}"

  public static func text(of table: FeatureTable) -> String {
    var output = table.columns.map { field($0.name) }.joined(separator: ",") + "\n"
    for row in table.rows {
      output += zip(table.columns, row.values).map { column, value in
        field(text(of: value, kind: column.kind))
      }.joined(separator: ",")
      output += "\n"
    }
    return output
  }

  private static func text(of value: FeatureTable.Value, kind: FeatureTable.Kind) -> String {
    switch value {
    case .text(let text): text
    case .missing: ""
    default: JSONText(value, kind: kind).text
    }
  }

  /// A leading formula sign is kept from being run by a spreadsheet by an apostrophe before it.
  static func inert(_ text: String) -> String {
    guard let first = text.first, "=+@\t".contains(first) || (first == "-" && Double(text) == nil)
    else { return text }
    return "'" + text
  }

  /// Quoted where it holds a comma, a quote or a line end.
  private static func field(_ text: String) -> String {
    let text = inert(text)
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
