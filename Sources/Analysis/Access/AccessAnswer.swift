public import Geometry
public import Routing
public import Shapes

/// What some places can get to, how unequal they are, and how far the figures can be trusted.
public struct AccessAnswer: Sendable {
  public var question: AccessQuestion
  public var places: [AccessPlace]
  public var columns: [AccessColumn]
  public var hierarchy: [CityHierarchy]
  public var profile: TravelProfile
  /// km/h within a place: v of `½ √(A ÷ π) ÷ v`.
  public var innerSpeed: Double
  public var warnings: [AccessWarning]

  public func column(_ variable: AccessVariable) -> AccessColumn? {
    columns.first { $0.variable == variable }
  }
}

/// A row: who it is and what it holds.
public struct AccessPlace: Sendable {
  public var group: PlaceGroup
  /// Nil for points and groups of several.
  public var unit: UnitReference?
  public var point: GeoPoint?
  /// Nil where nobody was counted.
  public var people: Int?
  public var mass: Double?
  /// The part of the land around it that lies beyond the dataset's counties.
  public var edgeShare: Double
}

/// A column: a value a place, and its spread where that means something.
public struct AccessColumn: Sendable {
  public var variable: AccessVariable
  public var values: [FeatureTable.Value]
  public var spread: AccessSpread?

  public var numbers: [Double?] {
    values.map { value in
      switch value {
      case .decimal(let number): number
      case .whole(let number): Double(number)
      default: nil
      }
    }
  }
}

/// How unequal the places of a column are, and where its highs and lows lie.
public struct AccessSpread: Sendable {
  /// Places with a value.
  public var count: Int
  /// Over places, each once.
  public var mean: Double
  /// Over people, each with the value of where they live; nil without people.
  public var peopleMean: Double?
  /// Standard deviation over mean, over places.
  public var variation: Double?
  /// Over people.
  public var gini: Double?
  /// Over people, between and within provinces.
  public var theil: TheilIndex?
  /// Indices of places.
  public var lowest: Int
  public var highest: Int
  /// Over neighbours that share a line; nil with fewer than ``World/fewestNeighbours`` places.
  public var moran: MoranIndex?
  /// One a place; nil without a value or a neighbour.
  public var local: [LocalMoran.Place?]
}

/// Sizes of a province's prefectures: primacy, and the line of rank over size.
public struct CityHierarchy: Sendable {
  /// Index in ``Region/provinces``; nil for all together.
  public var province: Int?
  public var cities: Int
  /// Index in ``Region/prefectures`` of the largest.
  public var largest: Int
  public var primacy: Primacy
  public var rankSize: RankSize?
}

/// What a reader must know before using the figures.
public enum AccessWarning: Hashable, Sendable {
  /// Places that reach less than half of the mass: islands.
  case cutOff([PlaceName])
  /// Destinations that no place reaches; their mass counts nowhere.
  case unreached([PlaceName], massShare: Double)
  /// Units that have no value of the mass: empty, not zero.
  case withoutMass([PlaceName])
  case withoutSeat([PlaceName])
  /// Places with so much land around them beyond the dataset.
  case nearFrame(count: Int, share: Double)
  /// Seats more than 2 km from the nearest road.
  case farFromRoads([PlaceName])
}
