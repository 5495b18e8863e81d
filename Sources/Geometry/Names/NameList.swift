/// Several names in one text, as plans and people list them.
public enum NameList {
  /// Comma, semicolon and enumeration comma, in ASCII and in full width; written as escapes, so
  /// that no editor folds one into the other.
  private static let separators: Set<Character> = [
    ",", ";", "\u{FF0C}", "\u{FF1B}", "\u{3001}",
  ]

  /// Full-width signs and digits of Chinese input methods as their ASCII twins.
  public static func halfWidth(_ text: String) -> String {
    var folded = ""
    for scalar in text.unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value), let twin = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        folded.unicodeScalars.append(twin)
      } else {
        folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }

  /// The names, white space around them taken off; one that is empty stays, to be refused.
  public static func split(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: separators.contains).map { name in
      var name = name
      while let first = name.first, first.isWhitespace { name.removeFirst() }
      while let last = name.last, last.isWhitespace { name.removeLast() }
      return String(name)
    }
  }
}
