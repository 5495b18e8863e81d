import Geometry
import Routing
public import Shapes

/// How much longer trips over a provincial border take than those within, and why.
public struct BorderEffectQuestion: Sendable {
  /// Indices in the region's provinces.
  public var provinces: [Int]
  /// Metres in a straight line within which the seats of two counties are a pair.
  public var reach: Double
  /// Metres from each other within which two dead ends on both sides are joined.
  public var gap: Double

  public init(between first: Int, and second: Int, reach: Double = 60_000, gap: Double = 5_000) {
    provinces = [first, second].sorted()
    self.reach = reach
    self.gap = gap
  }
}

/// What stands in the way at a border, and what can be taken away.
public enum BorderMeasure: Int, Hashable, Sendable, CaseIterable {
  /// Delays of crossing edges are removed.
  case removeDelays
  /// A crossing edge becomes of the class that roads have on both its sides.
  case raiseClass
  /// Dead ends (断头路) that face each other over the border are joined.
  case joinDeadEnds

  public var word: String {
    switch self {
    case .removeDelays: "delays"
    case .raiseClass: "class"
    case .joinDeadEnds: "dead_ends"
    }
  }
}

/// The effect of a border, free flow, seat to seat.
public struct BorderEffect: Sendable {
  public let question: BorderEffectQuestion
  /// Pairs over the border, and those within a province of about the same distance.
  public let crossing: PairMeans
  public let within: PairMeans
  /// Natural logarithms of crossing over within: of detour, of the inverse of speed, of delay; they
  /// add up to that of minutes a straight kilometre.
  public let detourPart: Double
  public let speedPart: Double
  public let delayPart: Double
  /// Milliseconds over all crossing pairs, by the measures taken: bit i stands for measure i.
  public let totals: [Int]
  public let deadEnds: [DeadEndPair]
  public let delayedEdges: Int
  public let raisedEdges: Int
  /// Pairs that only the measures give a way: counted, never in ``totals``.
  public let pairsWithoutWay: Int

  /// Two stubs that face each other.
  public struct DeadEndPair: Hashable, Sendable {
    public var first: GeoPoint
    public var second: GeoPoint
    /// Metres in a straight line.
    public var distance: Double
  }

  /// Sums over pairs, from which means are taken.
  public struct PairMeans: Hashable, Sendable {
    public var pairs = 0
    /// Metres in a straight line and along the way.
    public var straight = 0.0
    public var way = 0.0
    /// Milliseconds, and those of them that are delay.
    public var time = 0
    public var delay = 0
  }

  /// Milliseconds over all crossing pairs that a measure saves, times 6: its mean over the orders in
  /// which the three can be taken (Shapley 1953, *Contributions to the Theory of Games* II, 307).
  ///
  /// The three add up to six times what all save, exactly.
  public func sixfoldShare(of measure: BorderMeasure) -> Int {
    let bit = 1 << measure.rawValue
    let others = BorderMeasure.allCases.map { 1 << $0.rawValue }.filter { $0 != bit }
    func saved(_ before: Int) -> Int { totals[before] - totals[before | bit] }
    return 2 * saved(0) + others.reduce(0) { $0 + saved($1) } + 2 * saved(others.reduce(0, |))
  }

  /// Minutes that a measure saves on a crossing pair, on average.
  public func meanMinutes(of measure: BorderMeasure) -> Double {
    guard crossing.pairs > 0 else { return 0 }
    return Double(sixfoldShare(of: measure)) / 6 / Double(crossing.pairs) / 60_000
  }

  public var meanMinutesOfAll: Double {
    guard crossing.pairs > 0 else { return 0 }
    return Double(totals[0] - totals[7]) / Double(crossing.pairs) / 60_000
  }
}
