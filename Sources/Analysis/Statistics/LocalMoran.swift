/// Moran's I place by place: where high lies beside high, low beside low, and where they differ.
///
/// `Iᵢ = (n − 1) · zᵢ Σⱼ wᵢⱼ zⱼ ÷ Σ z²`. Source: Anselin (1995), *Local indicators of spatial
/// association*, Geographical Analysis 27(2), 93. Significance is conditional: the place keeps its
/// value, and as many values as it has neighbours are drawn from all others. Two-sided, and held
/// to a false discovery rate over all places at once.
public struct LocalMoran: Sendable {
  /// What a place is among its neighbours.
  public enum Quadrant: String, Hashable, Sendable, CaseIterable {
    case highHigh = "HH"
    case lowLow = "LL"
    /// High among low.
    case highLow = "HL"
    /// Low among high.
    case lowHigh = "LH"
  }

  public struct Place: Sendable {
    public var value: Double
    public var quadrant: Quadrant
    public var test: PermutationTest
    public var isSignificant: Bool
  }

  /// One a place; nil for one without neighbours.
  public let places: [Place?]
  public let falseDiscoveryRate: Double

  /// Nil where all values are equal.
  ///
  /// - Complexity: O(permutations · neighbours).
  public init?(
    _ values: [Double], weights: SpatialWeights, permutations: Int, seed: UInt64,
    falseDiscoveryRate: Double = 0.05
  ) {
    precondition(values.count == weights.count)
    guard let deviations = Deviations(values) else { return nil }
    let scores = deviations.values
    let scale = Double(values.count - 1) / deviations.sumOfSquares
    var random = SplitMix64(seed: seed)
    var others = Array(values.indices)
    var places = values.indices.map { place -> Place? in
      let slots = weights.first[place]..<weights.first[place + 1]
      guard !slots.isEmpty else { return nil }
      let lag = weights.lag(scores, at: place)
      let observed = scale * scores[place] * lag
      // The place itself stands last, out of the draw's reach.
      others.swapAt(others.firstIndex(of: place) ?? 0, others.count - 1)
      let permuted = (0..<permutations).map { _ in
        var sum = 0.0
        for (drawn, slot) in slots.enumerated() {
          others.swapAt(drawn, drawn + random.index(below: others.count - 1 - drawn))
          sum += weights.weight[slot] * scores[others[drawn]]
        }
        return scale * scores[place] * sum
      }
      let quadrant: Quadrant =
        scores[place] >= 0
        ? (lag >= 0 ? .highHigh : .highLow) : (lag >= 0 ? .lowHigh : .lowLow)
      return Place(
        value: observed, quadrant: quadrant,
        test: PermutationTest(observed: observed, permuted: permuted), isSignificant: false)
    }
    let tested = places.indices.filter { places[$0] != nil }
    let flags = significant(
      tested.compactMap { places[$0]?.test.pTwoSided }, falseDiscoveryRate: falseDiscoveryRate)
    for (place, flag) in zip(tested, flags) { places[place]?.isSignificant = flag }
    self.places = places
    self.falseDiscoveryRate = falseDiscoveryRate
  }
}
