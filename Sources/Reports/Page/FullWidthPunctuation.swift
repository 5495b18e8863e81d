extension String {
  /// Chinese text with the punctuation that print sets (GB/T 15834-2011).
  ///
  /// Comma, semicolon and colon beside a Chinese character, and brackets that hold one, become
  /// full-width. Figures stay as they are.
  var withFullWidthPunctuation: String {
    let scalars = Array(unicodeScalars)
    var result = scalars
    var open: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 && scalars[index - 1].isChinese
      let after = index + 1 < scalars.count && scalars[index + 1].isChinese
      switch scalar {
      case "," where before || after: result[index] = "，"
      case ";" where before || after: result[index] = "；"
      case ":" where before || after: result[index] = "："
      case "(": open.append(index)
      case ")":
        guard let start = open.popLast() else { break }
        if scalars[start..<index].contains(where: \.isChinese) {
          result[start] = "（"
          result[index] = "）"
        }
      default: break
      }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: result)
    return text
  }
}

extension Unicode.Scalar {
  /// Whether it lies among the unified ideographs of the basic plane.
  fileprivate var isChinese: Bool { ("\u{4E00}"..."\u{9FFF}").contains(self) }
}
