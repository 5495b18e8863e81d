/// What a kilometre of a kind of link costs: the median of published figures.
public struct UnitCost: Hashable, Sendable {
  /// As the table spells it: `expressway 4 lanes`, `HSR 350`.
  public var kind: String
  /// `plain`, `hill`, `mountain` or `all`.
  public var terrain: String
  /// Which years' figures: `2018+`, `before 2018` or `any`.
  public var dated: String
  /// 亿元 (100 million yuan) a kilometre.
  public var perKilometer: Double

  public init(kind: String, terrain: String, dated: String, perKilometer: Double) {
    self.kind = kind
    self.terrain = terrain
    self.dated = dated
    self.perKilometer = perKilometer
  }
}
