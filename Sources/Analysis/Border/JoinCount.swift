/// Whether links join places of one kind, or of two.
///
/// Join counts (Cliff and Ord 1981, *Spatial Processes*, chapter 2): of all links, how many join
/// places with different labels (BW), against random permutations of the labels over the places.
/// Provinces are compact, so that few links cross their borders in any case: this test tells that
/// places are sorted, ``BorderLinkTest`` whether the border keeps them apart.
public struct JoinCount: Hashable, Sendable {
  /// Links, those within one label, and those across.
  public let links: Int
  public let within: Int
  public let across: Int
  /// Of the links across, under permutation.
  public let test: PermutationTest

  /// - Precondition: ends are indices in `labels`.
  public init(
    of ends: [(Int, Int)], labels: [Int], permutations: Int = 999, seed: UInt64 = 1
  ) {
    func across(_ labels: [Int]) -> Int { ends.count { labels[$0.0] != labels[$0.1] } }
    links = ends.count
    self.across = across(labels)
    within = links - self.across
    var random = SplitMix64(seed: seed)
    var shuffled = labels
    var permuted: [Double] = []
    permuted.reserveCapacity(permutations)
    for _ in 0..<permutations {
      random.shuffle(&shuffled)
      permuted.append(Double(across(shuffled)))
    }
    test = PermutationTest(observed: Double(self.across), permuted: permuted)
  }
}
