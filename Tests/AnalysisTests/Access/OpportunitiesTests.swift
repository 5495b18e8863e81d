import Analysis
import Foundation
import Testing

/// Measures where the sum can be done by hand: nothing, everything, one, equal.
@Suite struct OpportunitiesTests {
  /// Ten thousand people at 10 minutes, thirty at 30; nobody at 20.
  private let two = Opportunities(
    minutes: [10, 20, 30], masses: [10_000, 0, 30_000], kilometers: [9, 19, 100])

  @Test func averageTimeIsThatOfThePeople() {
    #expect(two.weightedAverageTime == 1_000_000.0 / 40_000)
    #expect(Opportunities(minutes: [7, 7], masses: [1, 99]).weightedAverageTime == 7)
    #expect(Opportunities(minutes: [7], masses: [5]).weightedAverageTime == 7)
  }

  @Test func whoReachesTooFewHasNoAverage() {
    let island = Opportunities(minutes: [5, .infinity], masses: [49, 51])
    #expect(island.weightedAverageTime == nil)
    #expect(island.reachedShare == 0.49)
    let half = Opportunities(minutes: [5, .infinity], masses: [50, 50])
    #expect(half.weightedAverageTime == 5)
    #expect(Opportunities(minutes: [], masses: []).weightedAverageTime == nil)
    #expect(Opportunities(minutes: [4], masses: [0]).weightedAverageTime == nil)
  }

  @Test func potentialFallsWithTime() {
    #expect(two.potential(exponent: 1) == 1_000 + 1_000)
    #expect(abs(two.potential(exponent: 2) - (100 + 30_000.0 / 900)) < 1e-9)
    #expect(two.potential(exponent: 0) == 40_000)
    #expect(Opportunities(minutes: [.infinity], masses: [5]).potential(exponent: 1) == 0)
    // Nobody at no minutes is nothing, not infinity.
    #expect(Opportunities(minutes: [0], masses: [0]).potential(exponent: 1) == 0)
  }

  @Test func whatIsAtTheLimitIsInside() {
    #expect(two.cumulative(within: 9.99) == 0)
    #expect(two.cumulative(within: 10) == 10_000)
    #expect(two.cumulative(within: 30) == 40_000)
    #expect(Opportunities(minutes: [.infinity], masses: [5]).cumulative(within: 1e9) == 0)
  }

  @Test func decayIsOneAtNoTimeAndHalvesInItsHalfLife() {
    let near = Opportunities(minutes: [0], masses: [8])
    #expect(near.exponential(scale: 30) == 8)
    let far = Opportunities(minutes: [30 * log(2)], masses: [8])
    #expect(abs(far.exponential(scale: 30) - 4) < 1e-12)
  }

  @Test func minutesToReachSoMany() {
    #expect(two.minutes(toReach: 1) == 10)
    #expect(two.minutes(toReach: 10_000) == 10)
    #expect(two.minutes(toReach: 10_001) == 30)
    #expect(two.minutes(toReach: 40_001) == nil)
  }

  @Test func performanceIsReachedOverNear() {
    #expect(two.transportPerformance(minutes: 30, kilometers: 100) == 1)
    #expect(two.transportPerformance(minutes: 10, kilometers: 100) == 0.25)
    // A fast road to the far reaches more than lives near.
    #expect(two.transportPerformance(minutes: 30, kilometers: 50) == 4)
    #expect(two.transportPerformance(minutes: 30, kilometers: 1) == nil)
  }

  @Test func strongestLinkIsTheNearOne() throws {
    let link = Linkage(mass: 2, to: two, excluding: nil)
    #expect(link.total == 2 * (10_000.0 / 100 + 30_000.0 / 900))
    let strongest = try #require(link.strongest)
    #expect(strongest.destination == 0)
    #expect(abs(strongest.share - 0.75) < 1e-12)
    let alone = Linkage(mass: 2, to: two, excluding: 0)
    #expect(alone.strongest?.destination == 2 && alone.strongest?.share == 1)
    #expect(
      Linkage(mass: 2, to: Opportunities(minutes: [.infinity], masses: [1]), excluding: nil)
        .strongest == nil)
  }
}

@Suite struct TwoStepCatchmentTests {
  @Test func oneFacilityIsSharedByAllWithinReach() {
    let all = TwoStepCatchment(
      minutes: [[10], [20], [40]], people: [100, 300, 600], supply: [8], within: 30)
    #expect(all.ratios == [8.0 / 400])
    #expect(all.access == [8.0 / 400, 8.0 / 400, 0])
  }

  @Test func whatNobodyReachesServesNobody() {
    let none = TwoStepCatchment(
      minutes: [[31, .infinity]], people: [9], supply: [5, 5], within: 30)
    #expect(none.ratios == [0, 0] && none.access == [0])
  }

  /// The people's sum of it is all supply that anyone reaches.
  @Test(arguments: 0..<40 as Range<UInt64>) func supplyIsHandedOutOnce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let minutes = (0..<15).map { _ in (0..<4).map { _ in random.unit() * 60 } }
    let people = minutes.map { _ in Double(1 + random.index(below: 900)) }
    let supply = (0..<4).map { _ in Double(random.index(below: 50)) }
    let steps = TwoStepCatchment(minutes: minutes, people: people, supply: supply, within: 25)
    let given = zip(steps.access, people).reduce(0) { $0 + $1.0 * $1.1 }
    let reached = supply.indices.filter { facility in
      minutes.contains { $0[facility] <= 25 }
    }
    #expect(abs(given - reached.reduce(0) { $0 + supply[$1] }) < 1e-9)
  }
}
