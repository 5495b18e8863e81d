/// How much of the weight of links joins places of different provinces, against chance.
///
/// `κ = W_across / (W_across + W_within)`. If links kept every place's strength and were else laid at
/// random, `1 − Σ_c (k_c / 2m)²` of the weight would lie across, with k the strength of each
/// province and m all weight: the null model of modularity.
public struct Cohesion: Hashable, Sendable {
  /// κ; nil without links.
  public let across: Double?
  /// Its expectation; nil without links.
  public let expected: Double?

  public init(of links: [WeightedGraph.Link], provinces: [Int]) {
    var (across, all) = (0.0, 0.0)
    var strength: [Int: Double] = [:]
    for link in links {
      all += link.weight
      if provinces[link.from] != provinces[link.to] { across += link.weight }
      strength[provinces[link.from], default: 0] += link.weight
      strength[provinces[link.to], default: 0] += link.weight
    }
    guard all > 0 else {
      (self.across, expected) = (nil, nil)
      return
    }
    self.across = across / all
    expected =
      1
      - strength.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
        let share = entry.value / (2 * all)
        return sum + share * share
      }
  }
}
