import Geometry
import Routing

/// Which links a budget should buy, for the people of some places and all counties.
public struct RankingQuestion: Sendable {
  /// What a candidate counts against the budget.
  public enum Measure: String, Hashable, Sendable {
    /// 亿元 (100 million yuan).
    case money = "yi"
    case kilometers = "km"
  }

  public var links: [ScenarioLink]
  /// In the measure's unit, one a link.
  public var costs: [Double]
  public var measure: Measure
  public var budget: Double
  public var places: [PlaceGroup]
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    links: [ScenarioLink], costs: [Double], measure: Measure, budget: Double,
    places: [PlaceGroup], mode: TravelMode = .roadDoor, reading: CentreReading = .core
  ) {
    precondition(links.count == costs.count)
    self.links = links
    self.costs = costs
    self.measure = measure
    self.budget = budget
    self.places = places
    self.mode = mode
    self.reading = reading
  }
}

/// What each link is worth, and the best of them for the budget.
public struct Ranking: Sendable {
  public let question: RankingQuestion
  /// Person-minutes that each link saves alone, and that the best choice loses without it (nil where
  /// it is not in it).
  public let alone: [Int]
  public let lastIn: [Int?]
  /// Person-minutes of all links together, whatever they cost.
  public let all: Int
  public let search: BudgetSearch.Answer
  /// Pairs that give more together than the sum of both alone, by over a tenth; the most first.
  public let complements: [Pair]
  /// Pairs that give less together, by over a tenth: each does part of the other's work.
  public let substitutes: [Pair]

  public struct Pair: Hashable, Sendable {
    public var first: Int
    public var second: Int
    public var together: Int
    public var apart: Int
  }
}

/// Why links cannot be ranked.
public enum RankingError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooFew
  case tooMany(count: Int)
  case unknownLink(String, of: String)

  public var description: String {
    switch self {
    case .tooFew:
      "Ranking needs links to choose from, and the files add fewer than two; give two or more."
    case .tooMany(let count): "There are \(count) links to rank; give at most 64."
    case .unknownLink(let name, let link):
      "\(link) excludes or requires '\(name)', which is none of the links; give its name as written."
    }
  }
}
