public import Geometry

/// How closely the members of named systems hang together.
public struct CohesionQuestion: Hashable, Sendable {
  /// Units under one name.
  public struct System: Hashable, Sendable {
    public var name: PlaceName
    public var members: [UnitReference]
    /// The ground of all of them, ascending.
    public var counties: [Int]

    public init(name: PlaceName, members: [UnitReference], counties: [Int]) {
      self.name = name
      self.members = members
      self.counties = counties
    }
  }

  public var systems: [System]
  /// Minutes whose share of pairs is given, ascending.
  public var within: [Double]
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    systems: [System], within: [Double] = [30, 60], mode: TravelMode = .roadDoor,
    reading: CentreReading = .seat
  ) {
    self.systems = systems
    self.within = within.sorted()
    self.mode = mode
    self.reading = reading
  }

  /// More members are not laid out as a ring: the best order of twelve takes 24 million steps.
  public static let longestRing = 12
  /// A ring is closed where no more than this part of a lap is driven twice.
  ///
  /// Assumed: 5 %, the streets at a town's exit.
  public static let repeatedAtMost = 0.05
}

public struct CohesionAnswer: Sendable {
  public var question: CohesionQuestion
  public var systems: [SystemCohesion]
}

/// A system in figures.
public struct SystemCohesion: Sendable {
  public var system: CohesionQuestion.System
  /// Square kilometres.
  public var area: Double
  public var people: Int?
  public var urbanPeople: Int?
  /// What the towns of all members would be as one city.
  public var sizeClass: CitySizeClass?
  /// Pairs of members, each both ways; and those of them that are reached.
  public var pairs: Int
  public var reachedPairs: Int
  /// Of reached pairs; nil with fewer than two members.
  public var meanMinutes: Double?
  public var medianMinutes: Double?
  /// The slowest pair, indices of members.
  public var slowest: (from: Int, to: Int, minutes: Double)?
  /// Part of all pairs within the question's minutes.
  public var shares: [Double]
  /// Parts that hang together over shared lines.
  public var pieces: Int
  public var provinces: Int
  public var ring: Ring?
  public var cut: Cut?

  /// The shortest lap past all members and back.
  public struct Ring: Hashable, Sendable {
    /// Indices of members, from the first one.
    public var order: [Int]
    /// By the question's times, there being no stop between.
    public var minutes: Double
    /// The part of the lap's road that is driven twice.
    public var repeatedShare: Double
    public var isClosed: Bool { repeatedShare <= CohesionQuestion.repeatedAtMost }
  }

  /// The road whose closure does the system the most harm.
  public struct Cut: Hashable, Sendable {
    /// Index of the edge.
    public var edge: Int
    public var road: String
    /// Index of the county that it begins in; nil outside.
    public var county: Int?
    /// Added to the mean over pairs that still have a way.
    public var addedMinutes: Double
    /// Pairs, each once, without any way left within five times the slowest from the first member.
    public var lostPairs: Int
  }
}

/// City sizes by residents of the built-up area: 国发〔2014〕51号, 关于调整城市规模划分标准的通知.
public enum CitySizeClass: String, Hashable, Sendable, CaseIterable {
  case supercity = "super"
  case veryLarge = "very-large"
  case large1 = "large-I"
  case large2 = "large-II"
  case medium
  case small1 = "small-I"
  case small2 = "small-II"

  public init(people: Int) {
    self =
      switch people {
      case 10_000_000...: .supercity
      case 5_000_000...: .veryLarge
      case 3_000_000...: .large1
      case 1_000_000...: .large2
      case 500_000...: .medium
      case 200_000...: .small1
      default: .small2
      }
  }
}

extension NamedSystem {
  /// The units that stand for the system: its counties, and those prefectures that do not stand
  /// beside counties of their own; provinces not.
  public func memberUnits(in region: Region) -> [UnitReference] {
    let codes = members.filter { $0.role != .province }.map(\.code)
    let counties = codes.compactMap { code in
      region.counties.firstIndex { $0.code == code }.map { UnitReference(.county, $0) }
    }
    let narrowed = Set(counties.map { region.counties[$0.index].prefecture })
    let prefectures = codes.compactMap { code in
      region.prefectures.firstIndex { $0.code == code }
    }.filter { !narrowed.contains($0) }.map { UnitReference(.prefecture, $0) }
    var units: [UnitReference] = []
    for unit in prefectures + counties where !units.contains(unit) { units.append(unit) }
    return units
  }
}
