public import Geometry
import Routing

/// An indicator of what a place can get to.
public enum ComparedIndicator: Hashable, Sendable {
  /// Minutes to where people live, on average.
  case weightedAverageTime
  /// People a minute: the sum of people over minutes.
  case potential
  /// People whose county's seat lies within some minutes.
  case peopleWithin(minutes: Double)

  public var word: String {
    switch self {
    case .weightedAverageTime: "weighted_average_minutes"
    case .potential: "potential"
    case .peopleWithin(let minutes): "people_within_\(Int(minutes.rounded()))"
    }
  }
}

extension Comparison {
  public var indicators: [ComparedIndicator] {
    [.weightedAverageTime, .potential] + question.minutes.map { .peopleWithin(minutes: $0) }
  }

  /// An indicator of a place; counties at no minutes, its own, are left out.
  ///
  /// Formulas are those of `access` with people as mass and an exponent of 1.
  public func value(
    of indicator: ComparedIndicator, at place: Int, by answer: CaseAnswer, in region: Region
  ) -> Double? {
    let times = answer.times[place]
    let open = times.indices.filter { times[$0] > 0 }
    let opportunities = Opportunities(
      minutes: open.map { TravelTime.minutes(of: times[$0]) ?? .infinity },
      masses: open.map { Double(region.counties[$0].people ?? 0) })
    switch indicator {
    case .weightedAverageTime: return opportunities.weightedAverageTime
    case .potential: return opportunities.potential(exponent: 1)
    case .peopleWithin(let minutes): return opportunities.cumulative(within: minutes)
    }
  }

  /// The mean over all places, weighted by their people; nil where a place has none.
  public func mean(of indicator: ComparedIndicator, by answer: CaseAnswer, in region: Region)
    -> Double?
  {
    var sum = 0.0
    for place in question.places.indices {
      guard let value = value(of: indicator, at: place, by: answer, in: region) else { return nil }
      sum += value * weights[place]
    }
    return sum
  }
}
