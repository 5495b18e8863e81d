/// Numbers that are joined into sets, each known by its lowest.
///
/// Tarjan (1975), J. ACM 22(2), 215.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(of number: Int) -> Int {
    var root = number
    while parent[root] != root { root = parent[root] }
    var at = number
    while parent[at] != root { (at, parent[at]) = (parent[at], root) }
    return root
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (one, other) = (root(of: first), root(of: second))
    parent[max(one, other)] = min(one, other)
  }
}
