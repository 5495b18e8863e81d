/// How a statistic stands among those of random permutations.
///
/// A p-value counts the statistic itself as one of the permutations, so it is never 0, and under
/// the null hypothesis it is uniform over its steps (Phipson and Smyth 2010, *Statistical
/// Applications in Genetics and Molecular Biology* 9(1), 39).
public struct PermutationTest: Hashable, Sendable {
  public let observed: Double
  /// Mean of the permuted statistics.
  public let expected: Double
  public let permutations: Int
  /// Permuted statistics of at least, and of at most, the one observed.
  public let atLeast: Int
  public let atMost: Int

  /// Holds `observed` against the statistics of permutations.
  ///
  /// Values apart by rounding only count as equal, on both sides.
  public init(observed: Double, permuted: [Double]) {
    self.observed = observed
    permutations = permuted.count
    expected = permuted.isEmpty ? observed : permuted.reduce(0, +) / Double(permuted.count)
    let slack = 1e-12 * max(1, abs(observed))
    atLeast = permuted.count { $0 >= observed - slack }
    atMost = permuted.count { $0 <= observed + slack }
  }

  /// Probability of a statistic so large, if order is chance.
  public var pGreater: Double { Double(atLeast + 1) / Double(permutations + 1) }

  /// Probability of a statistic so small, if order is chance.
  public var pLess: Double { Double(atMost + 1) / Double(permutations + 1) }

  /// Probability of a statistic so far out on either side: twice the smaller of the two.
  public var pTwoSided: Double { min(1, 2 * min(pGreater, pLess)) }
}

/// Which of many p-values are significant when the share of false ones is held below `rate`.
///
/// The step-up rule of Benjamini and Hochberg (1995), *J. R. Stat. Soc. B* 57(1), 289.
public func significant(_ pValues: [Double], falseDiscoveryRate rate: Double) -> [Bool] {
  let sorted = pValues.sorted()
  var threshold = -Double.infinity
  for (index, p) in sorted.enumerated() where p <= rate * Double(index + 1) / Double(sorted.count) {
    threshold = p
  }
  return pValues.map { $0 <= threshold }
}
