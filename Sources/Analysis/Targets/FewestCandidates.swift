/// The fewest of some candidates that are enough, for several goals at once.
///
/// A goal is any condition on a set of candidates that more of them never undo, as links that are
/// added never make a trip longer. Sets are looked at by their size, and each only once for all goals
/// that are still open.
public struct FewestCandidates: Sendable {
  /// So many candidates have 255 sets.
  public static let most = 8

  public enum Answer: Hashable, Sendable {
    /// All candidates together are not enough.
    case notEvenAll
    /// Every set of the smallest size that is enough, members ascending; one empty set where nothing
    /// is needed.
    case sets([[Int]])
  }

  /// Answers for each goal; `meets` says which of some goals a set meets.
  ///
  /// - Precondition: at most ``most`` candidates.
  /// - Complexity: at most 2ⁿ sets, fewer where goals are met by small ones or by none.
  public static func answers(
    candidates: Int, goals: Int, meets: (_ members: [Int], _ goals: [Int]) throws -> Set<Int>
  ) rethrows -> [Answer] {
    precondition(candidates <= most)
    var answers = [Answer](repeating: .notEvenAll, count: goals)
    let reachable = try meets(Array(0..<candidates), Array(0..<goals))
    var open = (0..<goals).filter(reachable.contains)
    for size in 0...candidates where !open.isEmpty {
      var found: [Int: [[Int]]] = [:]
      for members in sets(of: size, outOf: candidates) {
        let met = size == candidates ? reachable.intersection(open) : try meets(members, open)
        for goal in met { found[goal, default: []].append(members) }
      }
      for (goal, sets) in found { answers[goal] = .sets(sets) }
      open.removeAll { found[$0] != nil }
    }
    return answers
  }

  /// Sets of a size in the order of their members.
  static func sets(of size: Int, outOf count: Int) -> [[Int]] {
    (0..<1 << count).filter { $0.nonzeroBitCount == size }
      .map { mask in (0..<count).filter { mask >> $0 & 1 == 1 } }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}
