import Geometry
import Routing

/// Person-minutes that any subset of some links saves, as ``GainMatrix`` counts them.
protocol SubsetValue: Sendable {
  /// Subsets worked out between two words of progress.
  var batchSize: Int { get }
  /// Up to so many links every subset is looked at.
  var exactUpTo: Int { get }

  /// Bit i of `mask` stands for link i.
  func personMinutes(of mask: UInt64) throws -> Int
}

/// Turns times before and after into what is saved.
struct Savings: Sendable {
  /// By county; nil where nobody was counted.
  private let people: [Int?]
  /// By place.
  private let weights: [Double]

  init(of question: RankingQuestion, in world: World) {
    people = world.region.counties.map(\.people)
    weights = world.weights(of: question.places)
  }

  /// Whole person-minutes; times are milliseconds by place, then by county.
  func personMinutes(from before: [[UInt32]], to after: [[UInt32]]) -> Int {
    var sum = 0
    for place in weights.indices {
      for county in people.indices {
        let (old, new) = (before[place][county], after[place][county])
        guard let people = people[county], old < TravelTime.unreachable, new < old else { continue }
        let minutes = Double(old) / 60_000 - Double(new) / 60_000
        sum += Int((minutes * Double(people) * weights[place]).rounded())
      }
    }
    return sum
  }
}
