public import Shapes

/// A table as comma-separated values (RFC 4180), UTF-8, LF; shapes are left out.
public struct CSVWriter {
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

  /// Quoted where it holds a comma, a quote or a line end; a leading formula sign is kept from
  /// being run by a spreadsheet by an apostrophe before it.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+@\t".contains(first) || (first == "-" && Double(text) == nil) {
      text = "'" + text
    }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
