import Analysis
import Foundation
import Testing

@Suite struct AutocorrelationTests {
  /// A chain of n places, each beside the next.
  private func chain(_ count: Int) -> SpatialWeights {
    SpatialWeights(count: count, pairs: (1..<count).map { ($0 - 1, $0) })
  }

  private func grid(_ side: Int) -> SpatialWeights {
    var pairs: [(Int, Int)] = []
    for place in 0..<side * side {
      if place % side + 1 < side { pairs.append((place, place + 1)) }
      if place + side < side * side { pairs.append((place, place + side)) }
    }
    return SpatialWeights(count: side * side, pairs: pairs)
  }

  /// Every other place high: on a ring each product is −1, so I is −1.
  @Test func alternatingValuesRepelEachOther() throws {
    let count = 20
    let ring = SpatialWeights(count: count, pairs: (0..<count).map { ($0, ($0 + 1) % count) })
    let values = (0..<count).map { Double($0 % 2) }
    let moran = try #require(MoranIndex(values, weights: ring, permutations: 199, seed: 3))
    #expect(abs(moran.value + 1) < 1e-12)
    #expect(moran.test.pLess == 1.0 / 200)
    #expect(moran.test.pTwoSided == 2.0 / 200)
  }

  /// Two halves of a chain: all products are +1 but the one in the middle.
  @Test func halvesAttractEachOther() throws {
    let values = (0..<10).map { $0 < 5 ? 0.0 : 1.0 }
    let moran = try #require(MoranIndex(values, weights: chain(10), permutations: 999, seed: 3))
    #expect(abs(moran.value - 7.0 / 9) < 1e-12)
    #expect(moran.test.pGreater < 0.05)
  }

  @Test func nothingToCompareHasNoIndex() {
    #expect(MoranIndex([2, 2, 2], weights: chain(3), permutations: 9, seed: 1) == nil)
    #expect(LocalMoran([2, 2, 2], weights: chain(3), permutations: 9, seed: 1) == nil)
    let islands = SpatialWeights(count: 3, pairs: [])
    #expect(MoranIndex([1, 2, 3], weights: islands, permutations: 9, seed: 1) == nil)
    let local = LocalMoran([1, 2, 3], weights: islands, permutations: 9, seed: 1)
    #expect(local?.places.allSatisfy { $0 == nil } == true)
  }

  /// A raised corner of the grid is found, and nothing far from it.
  @Test func aRaisedCornerIsHighAmongHigh() throws {
    var random = SplitMix64(seed: 5)
    let side = 12
    let values = (0..<side * side).map { place in
      random.unit() + (place % side < 4 && place / side < 4 ? 3 : 0)
    }
    let local = try #require(
      LocalMoran(values, weights: grid(side).rowStandardized(), permutations: 999, seed: 1))
    for (place, result) in local.places.enumerated() {
      let (x, y) = (place % side, place / side)
      let found = result?.isSignificant == true && result?.quadrant == .highHigh
      // A place with four high neighbours; two at the corner are no wonder among so many.
      if (1...2).contains(x) && (1...2).contains(y) { #expect(found, "\(x), \(y)") }
      if x > 4 || y > 4 { #expect(!found, "\(x), \(y)") }
    }
  }

  @Test func sameSeedSameAnswer() throws {
    let values = (0..<49).map { sin(Double($0)) }
    let first = try #require(LocalMoran(values, weights: grid(7), permutations: 99, seed: 8))
    let again = try #require(LocalMoran(values, weights: grid(7), permutations: 99, seed: 8))
    #expect(
      first.places.map { $0?.test.pTwoSided } == again.places.map { $0?.test.pTwoSided })
  }

  /// Largest distance of a sample from the uniform distribution on (0, 1].
  private func distanceFromUniform(_ sample: [Double]) -> Double {
    let n = Double(sample.count)
    return sample.sorted().enumerated().reduce(0) { most, item in
      max(most, Double(item.offset + 1) / n - item.element, item.element - Double(item.offset) / n)
    }
  }

  /// Under the null p-values are uniform over their steps: Kolmogorov and Smirnov's distance stays
  /// below its 0.1 % point, 1.95 ÷ √n, and a step.
  @Test func pValuesAreUniformWhenThereIsNothing() throws {
    let runs = 300
    let weights = grid(6).rowStandardized()
    var random = SplitMix64(seed: 2_024)
    var greater: [Double] = []
    var twoSided: [Double] = []
    var local: [Double] = []
    for run in 0..<runs {
      // Skewed values, as people are.
      let values = (0..<36).map { _ in -log(1 - random.unit()) }
      let seed = UInt64(run)
      let moran = try #require(MoranIndex(values, weights: weights, permutations: 99, seed: seed))
      greater.append(moran.test.pGreater)
      twoSided.append(moran.test.pTwoSided)
      let places = try #require(
        LocalMoran(values, weights: weights, permutations: 99, seed: seed))
      local.append(try #require(places.places[15]).test.pGreater)
    }
    let limit = 1.95 / Double(runs).squareRoot()
    #expect(distanceFromUniform(greater) < limit + 1.0 / 100)
    #expect(distanceFromUniform(twoSided) < limit + 2.0 / 100)
    #expect(distanceFromUniform(local) < limit + 1.0 / 100)
  }

  @Test func falseDiscoveriesAreHeldBelowTheirRate() {
    // Benjamini and Hochberg (1995), section 3: 15 p-values, four found at 5 %.
    let pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000,
    ]
    #expect(
      significant(pValues, falseDiscoveryRate: 0.05).count { $0 } == 4)
    #expect(significant([], falseDiscoveryRate: 0.05) == [])
    #expect(significant([0.2, 0.9], falseDiscoveryRate: 0.05) == [false, false])
  }
}
