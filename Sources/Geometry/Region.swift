public import Shapes

/// The ground a dataset speaks of: provinces, prefectures and counties with their people, waters
/// and settlements.
public struct Region: Hashable, Sendable {
  public var counties: [County]
  public var prefectures: [Prefecture]
  public var provinces: [Province]
  /// Points that rural people live near, with the county each lies in.
  public var settlements: [Settlement]
  public var waters: [WaterBody]
  public var systems: [NamedSystem]
  public var zones: [ManagementZone]
  /// People where they were counted; nil where they are modelled.
  public var counted: CountedPeople?
  /// Columns of a user's own tables.
  public var figures: [UnitFigures]

  public init(
    counties: [County], prefectures: [Prefecture], provinces: [Province],
    settlements: [Settlement] = [], waters: [WaterBody] = [], systems: [NamedSystem] = [],
    zones: [ManagementZone] = [], counted: CountedPeople? = nil, figures: [UnitFigures] = []
  ) {
    self.counties = counties
    self.prefectures = prefectures
    self.provinces = provinces
    self.settlements = settlements
    self.waters = waters
    self.systems = systems
    self.zones = zones
    self.counted = counted
    self.figures = figures
  }

  /// Sum over the counties that were counted.
  public var people: Int { counties.reduce(0) { $0 + ($1.people ?? 0) } }

  public func name(of unit: UnitReference) -> PlaceName {
    switch unit.level {
    case .county: counties[unit.index].name
    case .prefecture: prefectures[unit.index].name
    case .province: provinces[unit.index].name
    }
  }

  public func code(of unit: UnitReference) -> String {
    switch unit.level {
    case .county: counties[unit.index].code
    case .prefecture: prefectures[unit.index].code
    case .province: provinces[unit.index].code
    }
  }

  /// The counties of a unit, ascending; a county is its own.
  public func counties(of unit: UnitReference) -> [Int] {
    switch unit.level {
    case .county: [unit.index]
    case .prefecture: prefectures[unit.index].counties
    case .province: provinces[unit.index].prefectures.flatMap { prefectures[$0].counties }.sorted()
    }
  }
}

public struct Settlement: Hashable, Sendable {
  public var position: GeoPoint
  /// Index in ``Region/counties``.
  public var county: Int

  public init(position: GeoPoint, county: Int) {
    self.position = position
    self.county = county
  }
}

/// A lake, reservoir, wide river or river line, and whether one can walk or drive across it.
public struct WaterBody: Hashable, Sendable {
  public enum Barrier: String, Hashable, Sendable {
    /// Stops every last leg that would cross it.
    case hard
    /// A line of known inaccuracy: stops a last leg only where both ends are well off it.
    case soft
    /// Drawn, never a barrier.
    case none
  }

  public var name: PlaceName
  public var barrier: Barrier
  public var areas: [GeoPolygon]
  public var lines: [[GeoPoint]]

  public init(name: PlaceName, barrier: Barrier, areas: [GeoPolygon], lines: [[GeoPoint]]) {
    self.name = name
    self.barrier = barrier
    self.areas = areas
    self.lines = lines
  }
}
