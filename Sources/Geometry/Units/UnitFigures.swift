/// A user's column of figures, one a county: GDP, jobs, beds, pupils.
public struct UnitFigures: Hashable, Sendable {
  public var name: String
  /// In the order of ``Region/counties``; nil where nothing is said.
  public var values: [Double?]

  public init(name: String, values: [Double?]) {
    self.name = name
    self.values = values
  }
}
