public import Geometry
public import Shapes

/// Whom facilities serve on foot: a ring a kind and number of minutes.
public struct LifeCircleQuestion: Hashable, Sendable {
  public var facilities: [Facility]
  /// Ascending, each more than 0.
  public var minutes: [Double]
  /// Whose people are asked about; empty for all counties that hold a facility.
  public var units: [UnitReference]

  public init(facilities: [Facility], minutes: [Double], units: [UnitReference]) {
    self.facilities = facilities
    self.minutes = minutes.sorted()
    var seen: Set<UnitReference> = []
    self.units = units.filter { seen.insert($0).inserted }
  }
}

/// Rings on foot, and how much of each unit they serve.
public struct LifeCircleAnswer: Sendable {
  /// All ground within some minutes of any facility of a kind.
  public struct Ring: Sendable {
    public var kind: String
    public var minutes: Double
    public var facilities: Int
    /// Square kilometres.
    public var area: Double
    public var people: Int
    public var polygons: [GeoPolygon]
  }

  /// What of a unit is served by a kind.
  public struct Service: Hashable, Sendable {
    public var unit: UnitReference
    public var kind: String
    public var minutes: Double
    /// Facilities of the kind within the unit.
    public var facilities: Int
    /// Nil where nobody was counted.
    public var people: Int?
    public var peopleInside: Int?

    public var peopleShare: Double? {
      guard let people, let peopleInside, people > 0 else { return nil }
      return Double(peopleInside) / Double(people)
    }
  }

  public var question: LifeCircleQuestion
  /// By kind as first listed, then minutes.
  public var rings: [Ring]
  /// By unit, kind, minutes.
  public var services: [Service]
  public var cellSize: Double
  /// Facilities that lie in no county.
  public var outside: Int
}
