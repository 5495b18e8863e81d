public import Geometry
public import Routing
public import Shapes

/// What was found about borders, and about the places named with them.
public struct BorderAnswer: Sendable {
  public var question: BorderQuestion
  public var profile: TravelProfile
  public var basis: PeopleBasis
  public var borders: [BorderProfile]
  /// What was found in the band of counties along them; nil where no province was named.
  public var band: BorderBand?
  public var reaches: [CentreReach]
  public var groups: [GroupCohesion]
  public var warnings: [BorderWarning]
}

/// One border between two provinces and what crosses it.
public struct BorderProfile: Sendable {
  public var border: ProvinceBorder
  public var crossings: BorderCrossings
}

/// The counties along the borders: how they are linked, and what belongs together.
public struct BorderBand: Sendable {
  /// Indices of counties, ascending.
  public var counties: [Int]
  /// Those that lie on one of the borders.
  public var onBorder: Set<Int>
  public var links: [SeatLink]
  public var clusters: [BorderCluster]
  /// Counties without a link.
  public var single: [Int]
  public var modularity: Double
  public var stability: CommunityStability
  /// Over all links: how much of their weight crosses a border.
  public var cohesion: Cohesion
  public var joins: JoinCount
  public var linkTest: BorderLinkTest
  public var barrier: BorderBarrier
  /// Touching counties, across borders and within provinces.
  public var contacts: [ContactTravel]
}

/// Two seats of the band that are linked: no more than the minutes asked apart.
public struct SeatLink: Hashable, Sendable {
  /// Indices of counties, the lower one first.
  public var first: Int
  public var second: Int
  /// Mean of both directions.
  public var minutes: Double
  public var isAcross: Bool
}

/// How one gets between two counties that touch, or that belong together.
public struct SeatPair: Hashable, Sendable {
  public var first: Int
  public var second: Int
  /// Mean of both directions, and of the ways' kilometres.
  public var minutes: Double
  public var kilometers: Double
  /// Kilometres in a straight line.
  public var straight: Double

  /// Way over straight line.
  public var detour: Double { straight > 0 ? kilometers / straight : 1 }

  /// Kilometres in a straight line an hour.
  public var pace: Double { minutes > 0 ? straight / minutes * 60 : 0 }
}

/// Two counties of the band that touch: the line they share, what crosses it, and the way round.
public struct ContactTravel: Sendable {
  public var contact: CountyContact
  public var isAcross: Bool
  public var crossings: Int
  /// Nil where no way leads between their seats.
  public var travel: SeatPair?
}

/// Counties that belong together.
public struct BorderCluster: Sendable {
  /// Indices of counties, ascending; two or more.
  public var members: [Int]
  public var polygons: [GeoPolygon]
  /// Residents by province, largest first; nil where nobody was counted.
  public var people: [(province: Int, people: Int?)]
  /// The member with the most people in its towns.
  public var centre: Int
  /// From each member to the centre, which is at 0; members that no way joins are left out.
  public var minutesToCentre: [Int: Double]
  /// Over all pairs of members that a way joins.
  public var meanMinutes: Double
  public var longestMinutes: Double
  public var linkShare: Double
  public var worstDetour: SeatPair?
  public var cohesion: Cohesion
  /// How often two members came together again over seeds and resolutions.
  public var coMembership: Double
  /// Kilometres of provincial border inside, and roads over it.
  public var borderKilometers: Double
  public var crossings: Int
  /// Touching members on either side of a border that no road crosses between them.
  public var walls: [ContactTravel]
  /// Members that are nearer to a prefecture's seat outside than to the cluster's centre.
  public var rivals: [Rival]

  public var isAcross: Bool { people.count > 1 }
  public var totalPeople: Int? {
    let counted = people.compactMap(\.people)
    return counted.isEmpty ? nil : counted.reduce(0, +)
  }

  public struct Rival: Hashable, Sendable {
    public var member: Int
    /// Index of a prefecture.
    public var prefecture: Int
    public var minutes: Double
    public var minutesToCentre: Double?
    /// The prefecture lies in another province than the member.
    public var isAcross: Bool
  }
}

/// People reached from a city, by province.
public struct CentreReach: Sendable {
  public var group: PlaceGroup
  public var minutes: Double
  public var area: Double
  public var people: Int?
  /// Square kilometres outside the dataset's counties.
  public var outsideArea: Double
  /// Provinces with ground inside, most people first.
  public var provinces: [Part]
  public var polygons: [GeoPolygon]

  public struct Part: Hashable, Sendable {
    public var province: Int
    public var area: Double
    public var people: Int?
    public var isHome: Bool
  }

  /// The share of the people reached that live in other provinces than the city's.
  public var shareAcross: Double? {
    let all = provinces.compactMap(\.people).reduce(0, +)
    let away = provinces.filter { !$0.isHome }.compactMap(\.people).reduce(0, +)
    return all > 0 ? Double(away) / Double(all) : nil
  }
}

/// Places that a plan names together, and how near they are to each other.
public struct GroupCohesion: Sendable {
  public var group: PlaceGroup
  public var units: [UnitReference]
  /// Their counties, ascending.
  public var counties: [Int]
  public var people: [(province: Int, people: Int?)]
  public var pairs: [Pair]
  public var isContiguous: Bool

  public struct Pair: Sendable {
    /// Indices in ``units``.
    public var first: Int
    public var second: Int
    /// Nil where no way leads there.
    public var travel: SeatPair?
    public var isAcross: Bool
    /// Kilometres of border that the two share, and roads over it.
    public var borderKilometers: Double
    public var crossings: Int
    public var gap: BorderLine.Gap?
  }

  public var meanMinutes: Double? {
    let minutes = pairs.compactMap { $0.travel?.minutes }
    return minutes.isEmpty ? nil : minutes.reduce(0, +) / Double(minutes.count)
  }

  public var longestMinutes: Double? { pairs.compactMap { $0.travel?.minutes }.max() }
  public var worstDetour: Pair? {
    pairs.max { ($0.travel?.detour ?? 0, $1.first) < ($1.travel?.detour ?? 0, $0.first) }
  }
}

/// What a reader must know before using the figures.
public enum BorderWarning: Hashable, Sendable {
  case withoutSeat([PlaceName])
  case unreachedSeats([PlaceName])
  case withoutPeople([PlaceName])
  /// Borders of the provinces with ground outside the dataset are not in it.
  case leavesFrame(circle: PlaceName, minutes: Double, area: Double)
}
