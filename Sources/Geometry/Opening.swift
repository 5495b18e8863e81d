/// When a piece of infrastructure was opened, as it was published.
public struct Opening: Hashable, Sendable {
  public var name: String
  /// Route codes joined by slashes, as in `G76/G65`; empty where none is known.
  public var code: String
  /// Whether it is a road.
  public var isRoad: Bool
  public var from: String
  public var to: String
  /// `2022`, `2022-11` or `2022-11-28`.
  public var date: String

  public init(name: String, code: String, isRoad: Bool, from: String, to: String, date: String) {
    self.name = name
    self.code = code
    self.isRoad = isRoad
    self.from = from
    self.to = to
    self.date = date
  }

  public var year: Int? { Int(date.prefix(4)) }
}
