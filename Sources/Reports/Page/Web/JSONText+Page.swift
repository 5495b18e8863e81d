import Shapes

extension JSONText {
  static func wholeOrNull(_ value: Int?) -> JSONText { value.map { .whole($0) } ?? .null }

  static func decimalOrNull(_ value: Double?, places: Int) -> JSONText {
    value.map { .decimal($0, places: places) } ?? .null
  }

  static func strings(_ values: [String]) -> JSONText { .array(values.map { .string($0) }) }

  static func wholes(_ values: [Int]) -> JSONText { .array(values.map { .whole($0) }) }

  /// The document as it may stand inside a `<script>` element: signs of markup occur in strings
  /// only, where they may be written as escapes.
  var scriptText: String {
    text.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
      .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
  }
}
