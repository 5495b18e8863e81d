/// Nodes sorted into communities, which are numbered by their first node.
public struct Partition: Hashable, Sendable {
  /// The community of each node.
  public let community: [Int]
  public let count: Int

  /// Renumbers any labels; two nodes belong together where their labels are equal.
  public init(labels: [Int]) {
    var numbers: [Int: Int] = [:]
    community = labels.map { label in
      if let number = numbers[label] { return number }
      numbers[label] = numbers.count
      return numbers.count - 1
    }
    count = numbers.count
  }

  /// The nodes of each community, ascending.
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (node, community) in community.enumerated() { members[community].append(node) }
    return members
  }

  /// The adjusted Rand index with another partition of the same nodes: 1 where they are the same,
  /// about 0 where they agree as chance would.
  ///
  /// Hubert and Arabie (1985), *Journal of Classification* 2, 193, equation 5. Two partitions that
  /// leave nothing to compare (all alone, or all together, in both) are the same.
  public func adjustedRandIndex(with other: Partition) -> Double {
    precondition(community.count == other.community.count)
    func pairs(_ count: Int) -> Double { Double(count * (count - 1)) / 2 }
    var table: [Int: Int] = [:]
    for (mine, theirs) in zip(community, other.community) {
      table[mine * other.count + theirs, default: 0] += 1
    }
    let both = table.values.reduce(0) { $0 + pairs($1) }
    let mine = members.reduce(0) { $0 + pairs($1.count) }
    let theirs = other.members.reduce(0) { $0 + pairs($1.count) }
    let all = pairs(community.count)
    let expected = all > 0 ? mine * theirs / all : 0
    let most = (mine + theirs) / 2
    return most == expected ? 1 : (both - expected) / (most - expected)
  }
}
