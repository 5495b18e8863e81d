/// Moran's I: whether places with high values lie beside places with high values.
///
/// `I = (n ÷ S₀) · Σᵢ zᵢ Σⱼ wᵢⱼ zⱼ ÷ Σ zᵢ²`, expected at −1 ÷ (n − 1). Source: Moran (1950),
/// *Biometrika* 37(1/2), 17; Cliff and Ord (1981), *Spatial Processes*, 42–46. Significance is by
/// permuting the values over the places.
public struct MoranIndex: Hashable, Sendable {
  public let value: Double
  public let test: PermutationTest
  public let placeCount: Int

  public var expected: Double { -1 / Double(placeCount - 1) }

  /// Nil where all values are equal or nobody has a neighbour.
  ///
  /// - Complexity: O(permutations · neighbours): 964 places and 999 permutations take 40 ms.
  public init?(_ values: [Double], weights: SpatialWeights, permutations: Int, seed: UInt64) {
    precondition(values.count == weights.count)
    guard let scores = Deviations(values), weights.total > 0 else { return nil }
    let scale = Double(values.count) / weights.total / scores.sumOfSquares
    func index(_ scores: [Double]) -> Double {
      var sum = 0.0
      for place in scores.indices { sum += scores[place] * weights.lag(scores, at: place) }
      return scale * sum
    }
    let observed = index(scores.values)
    var random = SplitMix64(seed: seed)
    var shuffled = scores.values
    var permuted: [Double] = []
    permuted.reserveCapacity(permutations)
    for _ in 0..<permutations {
      random.shuffle(&shuffled)
      permuted.append(index(shuffled))
    }
    value = observed
    test = PermutationTest(observed: observed, permuted: permuted)
    placeCount = values.count
  }
}

/// Values less their mean.
struct Deviations {
  let values: [Double]
  let sumOfSquares: Double

  /// Nil where all are equal, up to rounding.
  init?(_ values: [Double]) {
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let deviations = values.map { $0 - mean }
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    guard squares > 1e-24 * Double(values.count) * mean * mean, squares > 0 else { return nil }
    self.values = deviations
    sumOfSquares = squares
  }
}
