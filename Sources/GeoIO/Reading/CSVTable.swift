import Foundation

/// A comma-separated table with one header line (RFC 4180), UTF-8 with or without a byte order
/// mark, lines ended by LF or CRLF.
///
/// Fields stay bytes until asked for: 100,000 rows of numbers are read in some 50 ms.
public struct CSVTable: Sendable {
  public let path: String
  public let columns: [String]
  private let bytes: [UInt8]
  /// Start and end of field f of row r at `2 · (r · columns + f)`; quotes are taken off.
  private let edges: [UInt32]
  /// Whether a field holds doubled quotes still to be halved.
  private let escaped: Set<Int>
  /// Line that each row starts on, 1-based.
  private let lines: [UInt32]

  public var rowCount: Int { lines.count }

  /// Reads the file at `path`.
  public init(path: String) throws(GeoIOError) {
    try self.init([UInt8](FileBytes.read(path)), path: path)
  }

  /// Reads the bytes of a table, which errors call `path`.
  public init(_ bytes: [UInt8], path: String) throws(GeoIOError) {
    var scanner = CSVScanner(bytes, path: path)
    try scanner.scanAll()
    self.path = path
    self.bytes = bytes
    columns = try scanner.header()
    edges = scanner.edges
    escaped = scanner.escaped
    lines = scanner.lines
  }

  /// Index of a column that must be there.
  public func column(_ name: String) throws(GeoIOError) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      throw .missingColumn(name, path: path, found: columns)
    }
    return index
  }

  /// Index of a column that must be there under one of two names.
  func column(_ name: String, or other: String) throws(GeoIOError) -> Int {
    if let index = columns.firstIndex(of: name) { return index }
    return try column(other)
  }

  public func line(ofRow row: Int) -> Int { Int(lines[row]) }

  private func field(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let at = 2 * (row * columns.count + column)
    return bytes[Int(edges[at])..<Int(edges[at + 1])]
  }

  public func isEmpty(_ row: Int, _ column: Int) -> Bool { field(row, column).isEmpty }

  public func text(_ row: Int, _ column: Int) throws(GeoIOError) -> String {
    let field = field(row, column)
    guard let text = String(validating: field, as: UTF8.self) else {
      throw .notUTF8(path: path, row: line(ofRow: row))
    }
    guard escaped.contains(row * columns.count + column) else { return text }
    return text.replacingOccurrences(of: "\"\"", with: "\"")
  }

  /// A finite number; decimal digits are read exactly as `Double(_: String)` reads them.
  public func number(_ row: Int, _ column: Int) throws(GeoIOError) -> Double {
    let field = field(row, column)
    if let value = Double(plainDecimal: field) { return value }
    guard let value = Double(decimal: String(decoding: field, as: UTF8.self)) else {
      throw badValue(row, column, expected: "a number")
    }
    return value
  }

  /// A whole number of 0 or more, below `limit`.
  public func whole(_ row: Int, _ column: Int, below limit: Int = .max) throws(GeoIOError) -> Int {
    guard let value = Int(String(decoding: field(row, column), as: UTF8.self)), value >= 0,
      value < limit
    else {
      let expected = limit == .max ? "a whole number" : "a whole number from 0 to \(limit - 1)"
      throw badValue(row, column, expected: expected)
    }
    return value
  }

  public func badValue(_ row: Int, _ column: Int, expected: String) -> GeoIOError {
    .badValue(
      String(decoding: field(row, column).prefix(60), as: UTF8.self), column: columns[column],
      row: line(ofRow: row), path: path, expected: expected)
  }
}

extension Double {
  /// A finite number in decimal digits, with or without an exponent; nil for hexadecimal digits, words
  /// and what only begins with a number.
  init?(decimal text: String) {
    guard text.utf8.allSatisfy({ Self.decimalBytes.contains($0) }), let value = Double(text),
      value.isFinite
    else { return nil }
    self = value
  }

  private static let decimalBytes = Set("0123456789+-.eE".utf8)

  /// A number written as digits with at most one point: exact, for mantissa and power of ten are
  /// (Clinger 1990, *How to read floating point numbers accurately*, PLDI, 92).
  ///
  /// Nil otherwise.
  init?(plainDecimal field: ArraySlice<UInt8>) {
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var seenPoint = false
    var isNegative = false
    for (position, byte) in field.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
        digits += 1
        if seenPoint { decimals += 1 }
        guard digits <= 15 else { return nil }
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      case UInt8(ascii: "-") where position == 0: isNegative = true
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    let value = Double(mantissa) / Self.powersOfTen[decimals]
    self = isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
