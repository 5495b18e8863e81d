import Geometry
public import Routing
public import Shapes

/// The baseline and each scenario, told side by side.
public struct Comparison: Sendable {
  public let question: ComparisonQuestion
  /// The people of each place over those of all; equal where one has none.
  public let weights: [Double]
  public let baseline: CaseAnswer
  public let cases: [CaseAnswer]
  public let profile: TravelProfile
  public let basis: PeopleBasis
}

/// What the baseline or a scenario makes of the question.
public struct CaseAnswer: Sendable {
  public let name: String
  /// Nil for the baseline.
  public let applied: AppliedScenarios?
  /// Milliseconds from each place to each county's seat, by the county's index; unreachable where it
  /// has none.
  public let times: [[UInt32]]
  /// The same with road and last-leg speeds 10 % lower and 10 % higher.
  public let slowTimes: [[UInt32]]
  public let fastTimes: [[UInt32]]
  /// From each place to each.
  public let between: [[UInt32]]
  /// By place, then by minutes; empty where none were asked for.
  public let circles: [[CircleFigures]]

  public func minutes(from place: Int, to county: Int) -> Double? {
    TravelTime.minutes(of: times[place][county])
  }

  public func standing(of county: Int, from place: Int, within minutes: Double) -> Standing {
    let level = TravelTime.minutes(minutes)
    if slowTimes[place][county] <= level { return .certain }
    return fastTimes[place][county] <= level ? .contested : .out
  }
}

/// How sure it is that a seat lies within some minutes.
public enum Standing: String, Hashable, Sendable {
  /// At speeds 10 % lower, too.
  case certain
  /// At some speeds of the band only.
  case contested
  /// Not even at speeds 10 % higher.
  case out
}

/// The size of one circle, and what of it is new or gone.
public struct CircleFigures: Sendable {
  public var minutes: Double
  public var extent: Circle.Extent
  public var lower: Circle.Extent
  public var higher: Circle.Extent
  /// Ground that the baseline's circle does not hold; nil for the baseline.
  public var gained: GroundChange?
  /// Ground of the baseline's circle that this one does not hold.
  public var lost: GroundChange?
}

/// Ground that a circle wins or loses, counted from cells.
public struct GroundChange: Sendable {
  /// The difference of the two drawn circles.
  public var polygons: [GeoPolygon]
  public var extent: Circle.Extent
  /// Whole persons by county, those with any; indices ascending.
  public var people: [(county: Int, people: Int)]
}

extension Comparison {
  /// Counties whose seat is within some minutes of a place by a scenario and not by the baseline,
  /// or the other way round.
  public func seats(
    reachedBy answer: CaseAnswer, notBy other: CaseAnswer, from place: Int, within minutes: Double
  ) -> [Int] {
    let level = TravelTime.minutes(minutes)
    return answer.times[place].indices.filter {
      answer.times[place][$0] <= level && other.times[place][$0] > level
    }
  }

  /// Minutes that a trip between a place and a county becomes longer; negative is quicker.
  ///
  /// Nil where either has no way.
  public func change(by answer: CaseAnswer, from place: Int, to county: Int) -> Double? {
    guard let after = answer.minutes(from: place, to: county),
      let before = baseline.minutes(from: place, to: county)
    else { return nil }
    return after - before
  }
}
