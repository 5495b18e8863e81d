import Foundation

/// Theil's index and what of it lies between groups and within them.
///
/// `T = Σ (wᵢ ÷ W)(xᵢ ÷ μ) ln(xᵢ ÷ μ)`; between groups the same over the groups' means, each with
/// its group's weight; the rest is within. Source: Theil (1967), *Economics and Information Theory*,
/// 91–134; the decomposition as Shorrocks (1980), *Econometrica* 48(3), 613. A value of 0 adds 0,
/// the limit of x ln x.
public struct TheilIndex: Hashable, Sendable {
  public let total: Double
  public let between: Double
  public var within: Double { total - between }

  /// The part between groups; nil where all are equal.
  public var betweenShare: Double? { total > 0 ? between / total : nil }

  /// Nil where the mean is not positive or a value is negative.
  ///
  /// `groups` names each value's group by any number.
  public init?(_ sample: WeightedValues, groups: [Int]) {
    precondition(groups.count == sample.values.count)
    guard let mean = sample.mean, mean > 0, !sample.values.contains(where: { $0 < 0 }) else {
      return nil
    }
    func term(_ weight: Double, _ value: Double) -> Double {
      let ratio = value / mean
      return ratio > 0 ? weight / sample.totalWeight * ratio * log(ratio) : 0
    }
    total = max(
      0, zip(sample.weights, sample.values).reduce(0) { $0 + term($1.0, $1.1) })
    var between = 0.0
    for group in Set(groups).sorted() {
      let members = groups.indices.filter { groups[$0] == group }
      let weight = members.reduce(0) { $0 + sample.weights[$1] }
      guard weight > 0 else { continue }
      let sum = members.reduce(0) { $0 + sample.weights[$1] * sample.values[$1] }
      between += term(weight, sum / weight)
    }
    self.between = max(0, between)
  }
}
