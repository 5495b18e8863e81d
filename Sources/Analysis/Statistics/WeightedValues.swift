/// Values with a weight each: how large they are, and how unequal.
///
/// With equal weights every figure is the textbook's; with people as weights it is that of the
/// people, each with the value of the place they live in.
public struct WeightedValues: Hashable, Sendable {
  public let values: [Double]
  public let weights: [Double]
  public let totalWeight: Double

  /// - Precondition: as many weights as values, none negative, all finite.
  public init(_ values: [Double], weights: [Double]) {
    precondition(values.count == weights.count)
    precondition(values.allSatisfy(\.isFinite))
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite })
    self.values = values
    self.weights = weights
    totalWeight = weights.reduce(0, +)
  }

  public init(_ values: [Double]) {
    self.init(values, weights: [Double](repeating: 1, count: values.count))
  }

  /// Nil where nothing has any weight.
  public var mean: Double? {
    guard totalWeight > 0 else { return nil }
    return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / totalWeight
  }

  /// The mean squared difference from the mean; of a population, not of a sample.
  public var variance: Double? {
    guard let mean else { return nil }
    let squares = zip(values, weights).reduce(0) { sum, item in
      sum + item.1 * (item.0 - mean) * (item.0 - mean)
    }
    return squares / totalWeight
  }

  /// Standard deviation over mean; nil where the mean is 0.
  public var coefficientOfVariation: Double? {
    guard let mean, let variance, mean != 0 else { return nil }
    return variance.squareRoot() / abs(mean)
  }

  /// The smallest value that at least `share` of the weight does not exceed.
  ///
  /// - Complexity: O(n log n).
  public func quantile(_ share: Double) -> Double? {
    precondition((0...1).contains(share))
    guard totalWeight > 0 else { return nil }
    let order = values.indices.filter { weights[$0] > 0 }
      .sorted { (values[$0], $0) < (values[$1], $1) }
    var below = 0.0
    for index in order {
      below += weights[index]
      if below >= share * totalWeight * (1 - 1e-12) { return values[index] }
    }
    return order.last.map { values[$0] }
  }

  /// Gini's coefficient: half the mean difference of two draws over the mean.
  ///
  /// 0 where all are equal; nil where the mean is not positive or a value is negative.
  ///
  /// `Σᵢ Σⱼ wᵢ wⱼ |xᵢ − xⱼ| ÷ (2 W² μ)`, by sorting (Sen 1973, *On Economic Inequality*, 31).
  /// - Complexity: O(n log n).
  public var gini: Double? {
    guard let mean, mean > 0, !values.contains(where: { $0 < 0 }) else { return nil }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var weightBelow = 0.0
    var sumBelow = 0.0
    var difference = 0.0
    for index in order {
      difference += weights[index] * (values[index] * weightBelow - sumBelow)
      weightBelow += weights[index]
      sumBelow += weights[index] * values[index]
    }
    return difference / (totalWeight * totalWeight * mean)
  }
}
