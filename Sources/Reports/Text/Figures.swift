import Shapes

/// Figures as a reader takes them in; full digits are for files.
struct Figures {
  let language: Language

  /// 1263.4万人, or 12,634.0k.
  func people(_ count: Int?) -> String {
    guard let count else { return "–" }
    return language == .chinese
      ? (Double(count) / 10_000).fixed(1) + "万"
      : Self.grouped((Double(count) / 1_000).fixed(1)) + "k"
  }

  func area(_ squareKilometers: Double) -> String {
    if language == .chinese, squareKilometers >= 10_000 {
      return (squareKilometers / 10_000).fixed(2) + "万"
    }
    return Self.grouped(squareKilometers.fixed(squareKilometers < 100 ? 1 : 0))
  }

  func share(_ part: Double?) -> String {
    guard let part else { return "–" }
    return (part * 100).fixed(1) + "%"
  }

  func minutes(_ minutes: Double?) -> String {
    guard let minutes else { return "–" }
    return minutes.fixed(minutes == minutes.rounded() ? 0 : 1)
  }

  /// Thousands set apart by commas.
  static func grouped(_ number: String) -> String {
    let parts = number.split(separator: ".", maxSplits: 1)
    var whole = Array(parts[0])
    var index = whole.count - 3
    while index > 0, whole[index - 1] != "-" {
      whole.insert(",", at: index)
      index -= 3
    }
    return String(whole) + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// As few decimals as say the value to `places`: 60, 37.5.
  static func short(_ value: Double, places: Int) -> String {
    var text = value.fixed(places)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
