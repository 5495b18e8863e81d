/// A table as it is written for ``CSVTable`` to read back: RFC 4180, UTF-8, LF, every digit.
///
/// Unlike ``CSVWriter`` it changes no text: these tables are for programs, not for spreadsheets.
struct TableText {
  private(set) var bytes: [UInt8] = []
  private let columnCount: Int

  init(_ columns: [String]) {
    columnCount = columns.count
    append(columns)
  }

  /// - Precondition: as many fields as there are columns, two at least: an empty line is no row.
  mutating func append(_ fields: [String]) {
    precondition(fields.count == columnCount && columnCount > 1)
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ field: String) {
    guard field.utf8.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}

extension Double {
  /// The shortest digits that read back as the same number.
  var digits: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The shortest digits that read back as this number once they are multiplied by 1,000; nil where
  /// no digits do: thousandths are sparser than numbers in some places.
  var digitsOfThousandth: String? {
    let near = self / 1_000
    return [near, near.nextUp, near.nextDown].filter { $0 * 1_000 == self }.map(\.digits)
      .min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }
}
