import TestSupport
import Testing

@testable import Analysis

/// Whether short links avoid the border.
@Suite struct BorderLinkTests {
  @Test func joinsAreCounted() {
    let count = JoinCount(of: [(0, 1), (1, 2), (2, 3), (3, 0)], labels: [0, 0, 1, 1])
    #expect((count.links, count.within, count.across) == (4, 2, 2))
    // Of the six ways to lay two and two on a ring, four have two links across and two all four.
    #expect(abs(count.test.expected - 16.0 / 6) < 0.1)
    #expect(count.test.pGreater == 1 && count.test.pLess < 0.75)
  }

  @Test func theLimits() {
    #expect(JoinCount(of: [], labels: [0, 1]).across == 0)
    #expect(JoinCount(of: [(0, 1)], labels: [0, 0]).test.pLess == 1)
    let none = BorderLinkTest(of: [])
    #expect(none.test.pLess == 1 && none.ratio == nil)
  }

  /// Every pair within is short and none across, at equal distances: as strong as can be.
  @Test func aWallIsSeen() {
    let pairs = (0..<40).map { index in
      BorderLinkTest.Pair(
        distance: Double(index % 4) * 10 + 1, isAcross: index < 20, isShort: index >= 20)
    }
    let test = BorderLinkTest(of: pairs)
    #expect((test.shortAcross, test.shortWithin) == (0, 20))
    #expect(test.test.pLess == 0.001 && test.ratio == 0)
  }

  /// Distance decides alone, and pairs across are further apart: the plain count would see a wall.
  @Test func distanceIsNoWall() {
    let pairs = (0..<200).map { index in
      let isAcross = index % 2 == 0
      let distance = Double(index % 20) + (isAcross ? 10 : 0)
      return BorderLinkTest.Pair(
        distance: distance, isAcross: isAcross, isShort: distance < 15)
    }
    let test = BorderLinkTest(of: pairs)
    #expect(test.shortAcross < test.shortWithin)
    #expect(test.test.pLess == 1 && abs((test.ratio ?? 0) - 1) < 1e-9)
  }

  /// Under the null hypothesis p-values are uniform: over 400 worlds each tenth has its share.
  @Test func pValuesAreUniformUnderTheNull() {
    var tenths = [Int](repeating: 0, count: 10)
    for seed in 0..<400 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let pairs = (0..<400).map { _ in
        let distance = Double.random(in: 0..<40, using: &random)
        return BorderLinkTest.Pair(
          distance: distance, isAcross: .random(using: &random),
          isShort: Double.random(in: 0..<40, using: &random) > distance)
      }
      let p = BorderLinkTest(of: pairs, permutations: 199, seed: seed).test.pLess
      tenths[min(9, Int(p * 10))] += 1
    }
    // 40 each; the chi-squared statistic of 9 degrees stays below 27.9 in 999 of 1,000 cases.
    let chiSquared = tenths.reduce(0.0) { $0 + (Double($1) - 40) * (Double($1) - 40) / 40 }
    #expect(chiSquared < 27.9, "\(tenths)")
  }
}
