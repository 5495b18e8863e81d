public import Geometry

/// How well each of some places can get to people, or to any other mass.
public struct AccessQuestion: Hashable, Sendable {
  /// A row each.
  public var places: [PlaceGroup]
  /// Where the mass is.
  public var destinations: [UnitReference]
  /// In the order of the columns.
  public var indicators: [AccessIndicator]
  public var mode: TravelMode
  public var reading: CentreReading
  public var mass: AccessMass
  public var parameters: AccessParameters

  public init(
    places: [PlaceGroup], destinations: [UnitReference],
    indicators: [AccessIndicator] = AccessIndicator.usual, mode: TravelMode = .roadDoor,
    reading: CentreReading = .seat, mass: AccessMass = .people,
    parameters: AccessParameters = AccessParameters()
  ) {
    self.places = places
    self.destinations = destinations
    self.indicators = indicators
    self.mode = mode
    self.reading = reading
    self.mass = mass
    self.parameters = parameters
  }
}

/// The named ways of measuring access; formulas and sources stand in `Documentation/Access.md`.
public enum AccessIndicator: String, Hashable, Sendable, CaseIterable {
  /// 加权平均旅行时间.
  case watt
  /// 经济潜能.
  case potential
  /// 日常可达性: mass within one, two and three hours.
  case daily
  /// Reached over near, the European Commission's measure.
  case transportPerformance = "transport-performance"
  /// 经济联系强度 and 隶属度.
  case linkage
  /// Mass discounted exponentially by its time.
  case decay
  /// The national 1-2-3: an hour to the own prefecture, two to the province's capital, three to
  /// another's.
  case target

  public static let usual: [AccessIndicator] = [.watt, .potential, .daily, .transportPerformance]
}

/// What destinations hold.
public enum AccessMass: Hashable, Sendable {
  /// Residents.
  case people
  /// Residents of towns.
  case urban
  /// A user's table: the column's name and a value a county, by its code.
  case table(name: String, values: [String: Double])

  /// What a column says: `potential_people`, `potential_gdp`.
  public var name: String {
    switch self {
    case .people: "people"
    case .urban: "urban"
    case .table(let name, _): name
    }
  }

  /// What a unit holds, the sum of its counties; nil where none of them has a value, or, by a
  /// table of the user's, where one has none: a part is not passed off as the whole.
  public func value(of unit: UnitReference, in region: Region) -> Double? {
    let counties = region.counties(of: unit)
    let known = counties.compactMap { value(ofCounty: region.counties[$0]) }
    if case .table = self, known.count < counties.count { return nil }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  private func value(ofCounty county: County) -> Double? {
    switch self {
    case .people: county.people.map { Double($0) }
    case .urban: county.urbanPeople.map { Double($0) }
    case .table(_, let values): values[county.code]
    }
  }
}

/// The numbers that measures of access hang on; every result prints them.
public struct AccessParameters: Hashable, Sendable {
  /// Minutes and kilometres of a transport performance.
  public struct Performance: Hashable, Sendable {
    public var minutes: Double
    public var kilometers: Double
  }

  /// α of the potential.
  public var exponent = 1.0
  /// θ of the exponential decay, minutes.
  ///
  /// Assumed: half an hour to the point where a person counts for 37 %.
  public var decay = 30.0
  /// Minutes that no trip takes less than, so that neighbours in one town do not outweigh the rest.
  ///
  /// Assumed.
  public var shortest = 5.0
  /// Minutes of the daily reach.
  public var daily = [60.0, 120, 180]
  /// 90 minutes over 120 km as the Commission has it, and the same speed for an hour.
  public var performances = [
    Performance(minutes: 90, kilometers: 120), Performance(minutes: 60, kilometers: 80),
  ]
  /// Minutes of the national 1-2-3 (国家综合立体交通网规划纲要, 2021).
  public var targets = [60.0, 120, 180]
  /// Kilometres around a place within which ground beyond the dataset is looked for.
  public var frame = 120.0
  /// Permutations of a test, of a test of one place, and the seed of their order.
  ///
  /// A place needs more: its p-value has to pass a false discovery rate over all places, which with
  /// 1,000 of them starts at 0.00005.
  public var permutations = 999
  public var localPermutations = 9_999
  public var seed: UInt64 = 1
  /// The part of the places called significant that may be so by chance.
  public var falseDiscoveryRate = 0.05

  public init() {}
}
