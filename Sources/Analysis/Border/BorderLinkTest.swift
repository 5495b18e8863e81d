/// Do short links avoid the border? Pairs of places as far apart in a straight line are compared,
/// across and within provinces.
///
/// The statistic is the number of pairs across that are *short*: within the minutes asked. Under
/// the null hypothesis the border plays no part, and which pairs of a class of distance lie across
/// is chance: so the marks "across" are permuted among the pairs of each class.
public struct BorderLinkTest: Hashable, Sendable {
  /// Two places.
  public struct Pair: Hashable, Sendable {
    /// Kilometres in a straight line.
    public var distance: Double
    public var isAcross: Bool
    public var isShort: Bool

    public init(distance: Double, isAcross: Bool, isShort: Bool) {
      self.distance = distance
      self.isAcross = isAcross
      self.isShort = isShort
    }
  }

  /// Kilometres a class of distance.
  public static let classWidth = 5.0

  /// Pairs no further apart than the furthest short one.
  public let pairsAcross: Int
  public let pairsWithin: Int
  public let shortAcross: Int
  public let shortWithin: Int
  /// Short pairs across under permutation.
  public let test: PermutationTest

  /// Short pairs across, over as many as distance alone would make short.
  public var ratio: Double? {
    test.expected > 0 ? Double(shortAcross) / test.expected : nil
  }

  /// - Complexity: O(permutations · pairs of the classes that hold both kinds).
  public init(of all: [Pair], permutations: Int = 999, seed: UInt64 = 1) {
    let furthest = all.filter(\.isShort).map(\.distance).max() ?? 0
    let pairs = all.filter { $0.distance <= furthest }
    pairsAcross = pairs.count { $0.isAcross }
    pairsWithin = pairs.count - pairsAcross
    shortAcross = pairs.count { $0.isAcross && $0.isShort }
    shortWithin = pairs.count { !$0.isAcross && $0.isShort }
    var classes: [Int: [Pair]] = [:]
    for pair in pairs { classes[Int(pair.distance / Self.classWidth), default: []].append(pair) }
    var random = SplitMix64(seed: seed)
    var permuted = [Double](repeating: 0, count: permutations)
    for (_, members) in classes.sorted(by: { $0.key < $1.key }) {
      var isShort = members.map(\.isShort)
      let across = members.count { $0.isAcross }
      for run in 0..<permutations {
        // Which pairs lie across is drawn by shuffling: the first `across` of them do.
        random.shuffle(&isShort)
        permuted[run] += Double(isShort[..<across].count { $0 })
      }
    }
    test = PermutationTest(observed: Double(shortAcross), permuted: permuted)
  }
}
