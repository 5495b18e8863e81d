public import Geometry

/// The language that words are written in; figures and columns are the same in both.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The wording of this language.
  @inlinable
  public func callAsFunction(_ chinese: String, _ english: String) -> String {
    self == .chinese ? chinese : english
  }

  @inlinable
  public func callAsFunction(_ name: PlaceName) -> String {
    self == .chinese ? name.chinese : name.english
  }
}
