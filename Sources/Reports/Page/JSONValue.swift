/// A value of JSON whose members keep the order they were written in.
///
/// Its text may stand inside a `<script>` element: `<`, `>`, `&` and the two line separators that
/// scripts know are written as escapes.
enum JSONValue: Sendable {
  case null
  case number(Double, decimals: Int)
  case text(String)
  case integers([Int])
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  static func integer(_ value: Int) -> JSONValue { .integerOrNull(value) }

  static func integerOrNull(_ value: Int?) -> JSONValue {
    value.map { .number(Double($0), decimals: 0) } ?? .null
  }

  static func numberOrNull(_ value: Double?, decimals: Int) -> JSONValue {
    value.map { .number($0, decimals: decimals) } ?? .null
  }

  static func texts(_ values: [String]) -> JSONValue {
    .array(values.map { .text($0) })
  }

  /// - Complexity: O(length of the text).
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .number(let value, let decimals): text += FixedDecimal.text(value, decimals: decimals)
    case .text(let value): Self.write(value, to: &text)
    case .integers(let values):
      Self.writeList(values, to: &text) { $1 += String($0) }
    case .array(let values):
      Self.writeList(values, to: &text) { $0.write(to: &$1) }
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], to text: inout String, each: (Element, inout String) -> Void
  ) {
    text += "["
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      each(element, &text)
    }
    text += "]"
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
