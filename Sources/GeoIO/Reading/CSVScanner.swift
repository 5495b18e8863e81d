/// Finds the fields of a table in one pass over its bytes.
struct CSVScanner {
  private struct Fields {
    var edges: [UInt32] = []
    var escaped: Set<Int> = []
    /// The last row held a quotation mark: it is not an empty line.
    var isQuoted = false
  }

  private(set) var edges: [UInt32] = []
  private(set) var escaped: Set<Int> = []
  private(set) var lines: [UInt32] = []

  private let bytes: [UInt8]
  private let path: String
  private var headerEdges: [UInt32] = []
  private var headerEscaped: Set<Int> = []
  private var at: Int
  private var line: UInt32 = 1

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func scanAll() throws(GeoIOError) {
    // Field edges are 32 bits wide.
    guard bytes.count < Int(UInt32.max) else {
      throw .fileTooLarge(path: path, bytes: bytes.count, limit: Int(UInt32.max))
    }
    var fields = Fields()
    try scanRow(into: &fields)
    headerEdges = fields.edges
    headerEscaped = fields.escaped
    fields = Fields()
    let columns = headerEdges.count / 2
    guard columns > 0, !(columns == 1 && headerEdges[0] == headerEdges[1]) else {
      throw .noHeader(path: path)
    }
    if columns == 1 {
      let only = bytes[Int(headerEdges[0])..<Int(headerEdges[1])]
      for (separator, name) in [(";", "semicolons"), ("\t", "tabs")] as [(Character, String)]
      where only.contains(separator.asciiValue ?? 0) {
        throw .otherSeparator(path: path, name: name)
      }
    }
    while at < bytes.count {
      let firstEdge = fields.edges.count
      let firstLine = line
      try scanRow(into: &fields)
      let found = (fields.edges.count - firstEdge) / 2
      if found == 1, !fields.isQuoted, fields.edges[firstEdge] == fields.edges[firstEdge + 1] {
        fields.edges.removeLast(2)  // An empty line.
        continue
      }
      guard found == columns else {
        throw .wrongFieldCount(path: path, row: Int(firstLine), found: found, expected: columns)
      }
      lines.append(firstLine)
    }
    edges = fields.edges
    escaped = fields.escaped
  }

  func header() throws(GeoIOError) -> [String] {
    var names: [String] = []
    for field in 0..<headerEdges.count / 2 {
      let slice = bytes[Int(headerEdges[2 * field])..<Int(headerEdges[2 * field + 1])]
      guard let name = String(validating: slice, as: UTF8.self) else {
        throw .notUTF8(path: path, row: 1)
      }
      names.append(
        headerEscaped.contains(field) ? name.replacing("\"\"", with: "\"") : name)
    }
    return names
  }

  private mutating func scanRow(into fields: inout Fields) throws(GeoIOError) {
    fields.isQuoted = false
    while true {
      try scanField(into: &fields)
      guard at < bytes.count else { return }
      let separator = bytes[at]
      at += 1
      if separator == UInt8(ascii: ",") { continue }
      if separator == UInt8(ascii: "\r"), at < bytes.count, bytes[at] == UInt8(ascii: "\n") {
        at += 1
      }
      line += 1
      return
    }
  }

  /// Leaves `at` on the separator behind the field.
  private mutating func scanField(into fields: inout Fields) throws(GeoIOError) {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
      fields.edges.append(UInt32(at))
      while at < bytes.count, !Self.isSeparator(bytes[at]) { at += 1 }
      fields.edges.append(UInt32(at))
      return
    }
    let openedOn = line
    fields.isQuoted = true
    at += 1
    fields.edges.append(UInt32(at))
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
        fields.escaped.insert(fields.edges.count / 2)
        at += 1
      } else if bytes[at] == UInt8(ascii: "\n") {
        line += 1
      }
      at += 1
    }
    guard at < bytes.count else { throw .openQuote(path: path, row: Int(openedOn)) }
    fields.edges.append(UInt32(at))
    at += 1
    guard at == bytes.count || Self.isSeparator(bytes[at]) else {
      throw .openQuote(path: path, row: Int(openedOn))
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
