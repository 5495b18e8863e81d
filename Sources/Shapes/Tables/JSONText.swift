import Foundation

/// A JSON document whose keys keep their order and whose decimals are fixed.
public enum JSONText: Hashable, Sendable {
  case string(String)
  case whole(Int)
  /// A number with exactly this many decimals.
  case decimal(Double, places: Int)
  /// The shortest digits that read back as the same number.
  case exact(Double)
  case flag(Bool)
  case null
  case array([JSONText])
  case object([(key: String, value: JSONText)])

  public static func == (left: JSONText, right: JSONText) -> Bool { left.text == right.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// One line, without spaces.
  public var text: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .string(let value): Self.quote(value, to: &output)
    case .whole(let value): output += "\(value)"
    case .decimal(let value, let places): output += value.fixed(places)
    case .exact(let value): output += value.isFinite ? "\(value)" : "null"
    case .flag(let value): output += value ? "true" : "false"
    case .null: output += "null"
    case .array(let values):
      output += "["
      for (index, value) in values.enumerated() {
        if index > 0 { output += "," }
        value.write(to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { output += "," }
        Self.quote(member.key, to: &output)
        output += ":"
        member.value.write(to: &output)
      }
      output += "}"
    }
  }

  static func quote(_ value: String, to output: inout String) {
    output += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension Double {
  /// The number with exactly `places` decimals and a point, whatever the locale; −0 is 0.
  ///
  /// Fast for the magnitudes of coordinates and shares: no formatter is made.
  public func fixed(_ places: Int) -> String {
    precondition((0...9).contains(places))
    guard isFinite, abs(self) < 1e9 else {
      return isFinite ? String(format: "%.\(places)f", self) : "null"
    }
    var scale: Int64 = 1
    for _ in 0..<places { scale *= 10 }
    let whole = Int64((self * Double(scale)).rounded())
    let magnitude = whole.magnitude
    var text = whole < 0 ? "-" : ""
    text += "\(magnitude / scale.magnitude)"
    guard places > 0 else { return text }
    let decimals = "\(magnitude % scale.magnitude)"
    return text + "." + String(repeating: "0", count: places - decimals.count) + decimals
  }
}

extension JSONText {
  /// A table's value with the decimals of its column.
  public init(_ value: FeatureTable.Value, kind: FeatureTable.Kind) {
    switch (value, kind) {
    case (.text(let text), _): self = .string(text)
    case (.whole(let number), _): self = .whole(number)
    case (.decimal(let number), .decimal(let places)): self = .decimal(number, places: places)
    case (.decimal(let number), _): self = .decimal(number, places: 6)
    case (.flag(let flag), _): self = .flag(flag)
    case (.missing, _): self = .null
    }
  }
}

extension FeatureTable {
  /// All rows as objects, without shapes.
  public var records: JSONText { .array(rows.map { record($0) }) }

  /// A row as an object, keys in the order of the columns.
  public func record(_ row: Row) -> JSONText {
    .object(
      zip(columns, row.values).map { column, value in
        (key: column.name, value: JSONText(value, kind: column.kind))
      })
  }
}
