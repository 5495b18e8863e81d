/// A name in Chinese as plans write it, and in English.
public struct PlaceName: Hashable, Sendable {
  public var chinese: String
  public var english: String

  public init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }
}
