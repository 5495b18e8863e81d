import Foundation

/// A user's table as text: CSV in UTF-8 or GBK, or a workbook's first sheet that has rows.
public struct PlanTable: Sendable {
  public let path: String
  public let columns: [String]
  /// One value a column; nil where the field is empty.
  public let rows: [[String?]]
  /// The line or the row of the sheet that each row stands on.
  public let lines: [Int]

  /// - Throws: ``GeoIOError`` with what is wrong: no file, neither encoding, a row too long.
  public init(path: String) throws(GeoIOError) {
    self.path = path
    guard [".xlsx", ".xls", ".ods"].contains(where: path.lowercased().hasSuffix) else {
      let table = try CSVTable(decoding: path)
      columns = table.columns.map { $0.trimmingCharacters(in: .whitespaces) }
      var rows: [[String?]] = []
      for row in 0..<table.rowCount {
        rows.append(
          try table.columns.indices.map { column throws(GeoIOError) in
            Self.value(try table.text(row, column).trimmingCharacters(in: .whitespaces))
          })
      }
      self.rows = rows
      lines = (0..<table.rowCount).map(table.line(ofRow:))
      return
    }
    let sheet = try VectorFile(path: path, for: .table)
    guard !sheet.columns.isEmpty else { throw .noHeader(path: path) }
    columns = sheet.columns
    rows = sheet.rows.map { $0.values.map { $0.flatMap(Self.value) } }
    lines = sheet.rows.indices.map { $0 + 2 }
  }

  /// What tables write where there is no figure.
  private static let blanks: Set = [
    "", "-", "–", "—", "--", "..", "...", "…", "/", "n/a", "na", "nan", "null", "无", "缺",
  ]

  private static func value(_ text: String) -> String? {
    blanks.contains(text.lowercased()) ? nil : text
  }

  /// The first column that bears one of `names`, whatever the case of its letters.
  public func column(_ names: [String]) -> Int? {
    let lowered = columns.map { $0.lowercased() }
    return names.lazy.compactMap { lowered.firstIndex(of: $0.lowercased()) }.first
  }

  /// A number as tables write it: digits, thousands in threes by commas.
  public func number(_ row: Int, _ column: Int) -> Double? {
    guard var text = rows[row][column] else { return nil }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1, groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }) {
      text = groups.joined()
    }
    return Double(decimal: text)
  }

  public func badValue(_ row: Int, _ column: Int, expected: String) -> GeoIOError {
    .badValue(
      String((rows[row][column] ?? "").prefix(60)), column: columns[column], row: lines[row],
      path: path, expected: expected)
  }
}
