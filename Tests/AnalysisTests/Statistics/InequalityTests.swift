import Analysis
import Foundation
import TestSupport
import Testing

/// Figures at their limits, and against sums that take every pair.
@Suite struct InequalityTests {
  @Test func equalsAreEqual() throws {
    let equal = WeightedValues([5, 5, 5, 5], weights: [1, 2, 3, 4])
    #expect(equal.mean == 5)
    #expect(equal.coefficientOfVariation == 0)
    #expect(equal.gini == 0)
    let theil = try #require(TheilIndex(equal, groups: [0, 0, 1, 1]))
    #expect(theil.total == 0 && theil.between == 0)
    #expect(theil.betweenShare == nil)
  }

  /// One of n has all: Gini is 1 − 1/n, Theil ln n.
  @Test(arguments: [2, 5, 100]) func oneHasAll(count: Int) throws {
    let sample = WeightedValues([7] + [Double](repeating: 0, count: count - 1))
    #expect(abs(try #require(sample.gini) - (1 - 1 / Double(count))) < 1e-12)
    let theil = try #require(TheilIndex(sample, groups: Array(0..<count)))
    #expect(abs(theil.total - log(Double(count))) < 1e-12)
    #expect(abs(theil.within) < 1e-12)
  }

  @Test func nothingHasNoFigure() {
    #expect(WeightedValues([]).mean == nil)
    #expect(WeightedValues([0, 0]).gini == nil)
    #expect(WeightedValues([3], weights: [0]).quantile(0.5) == nil)
    #expect(TheilIndex(WeightedValues([-1, 4]), groups: [0, 0]) == nil)
  }

  @Test func oneIsItself() {
    let one = WeightedValues([3])
    #expect(one.mean == 3 && one.gini == 0 && one.quantile(0) == 3 && one.quantile(1) == 3)
  }

  /// A place of weight 3 is three places of weight 1; a scale changes nothing.
  @Test(arguments: 0..<50 as Range<UInt64>) func weightsAreRepetitions(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let values = (0..<12).map { _ in Double(random.index(below: 40)) + 1 }
    let weights = values.map { _ in 1 + random.index(below: 4) }
    let groups = values.map { _ in random.index(below: 3) }
    let sample = WeightedValues(values, weights: weights.map { Double($0) })
    let repeated = WeightedValues(
      zip(values, weights).flatMap { Array(repeating: $0 * 3, count: $1) })
    let gini = try #require(sample.gini)
    var difference = 0.0
    for left in repeated.values {
      for right in repeated.values { difference += abs(left - right) }
    }
    let n = Double(repeated.values.count)
    #expect(abs(gini - difference / (2 * n * n * (repeated.mean ?? 0))) < 1e-12)
    let theil = try #require(TheilIndex(sample, groups: groups))
    let other = try #require(
      TheilIndex(
        repeated, groups: zip(groups, weights).flatMap { Array(repeating: $0, count: $1) }))
    #expect(abs(theil.total - other.total) < 1e-12)
    #expect(abs(theil.between - other.between) < 1e-12)
    #expect(theil.between <= theil.total + 1e-12)
    for share in [0, 0.1, 0.5, 0.99, 1] {
      #expect(sample.quantile(share).map { $0 * 3 } == repeated.quantile(share))
    }
  }
}

@Suite struct CityHierarchyTests {
  /// Sizes 1, ½, ⅓, … follow rank: S₂ = 2, and the plain slope is 1 exactly.
  @Test func sizesByRankHaveSlopeOne() throws {
    let sizes = (1...30).map { 1e6 / Double($0) }
    let line = try #require(RankSize(sizes.reversed()))
    #expect(abs(line.plainExponent - 1) < 1e-12)
    #expect(line.count == 30)
    let primacy = Primacy(sizes)
    #expect(abs(try #require(primacy.two) - 2) < 1e-12)
    // 1 over a half, a third and a quarter.
    #expect(abs(try #require(primacy.four) - 12.0 / 13) < 1e-12)
    let rest = (2...11).reduce(0.0) { $0 + 1 / Double($1) }
    #expect(abs(try #require(primacy.eleven) - 2 / rest) < 1e-12)
  }

  @Test func tooFewCitiesHaveNone() {
    #expect(Primacy([5]).two == nil && Primacy([5, 0]).two == nil)
    #expect(Primacy([5, 4, 3]).four == nil)
    #expect(RankSize([5, 4]) == nil && RankSize([5, 5, 5]) == nil)
  }
}
