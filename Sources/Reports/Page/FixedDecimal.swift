/// Numbers with a fixed count of decimals, the same in every locale.
enum FixedDecimal {
  /// Rounds half away from zero; what is not finite, or past 1e15, reads "–".
  static func text(_ value: Double, decimals: Int, grouped: Bool = false) -> String {
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    let scaled = (value * Double(power)).rounded()
    guard abs(scaled) < 1e15 else { return "–" }
    let magnitude = Int(abs(scaled))
    let (whole, part) = magnitude.quotientAndRemainder(dividingBy: power)
    var text = grouped ? Self.grouped(whole) : String(whole)
    if decimals > 0 {
      let digits = String(part)
      text += "." + String(repeating: "0", count: decimals - digits.count) + digits
    }
    return scaled < 0 ? "-" + text : text
  }

  static func whole(_ value: Int) -> String {
    text(Double(value), decimals: 0, grouped: true)
  }

  /// As few decimals as say the value to `decimals` places: 60, 37.5.
  static func shortText(_ value: Double, decimals: Int) -> String {
    var text = text(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  private static func grouped(_ whole: Int) -> String {
    let digits = Array(String(whole))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
