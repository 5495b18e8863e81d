/// Nodes joined by weighted links, the same both ways.
public struct WeightedGraph: Hashable, Sendable {
  public struct Link: Hashable, Sendable {
    public var from: Int
    public var to: Int
    /// More than 0.
    public var weight: Double

    public init(_ from: Int, _ to: Int, _ weight: Double = 1) {
      self.from = from
      self.to = to
      self.weight = weight
    }
  }

  /// The links of node v, to other nodes: `first[v]..<first[v + 1]`.
  let first: [Int]
  let neighbour: [Int]
  let weight: [Double]
  /// Weight of the links from each node to itself.
  let loop: [Double]
  /// Weight of all links of each node; a loop counts twice.
  public let strength: [Double]
  /// Weight of all links.
  public let totalWeight: Double

  public var nodeCount: Int { loop.count }

  /// Links between the same two nodes add up.
  ///
  /// - Complexity: O(links · log links).
  public init(nodeCount: Int, links: [Link]) {
    var directed: [(from: Int, to: Int, weight: Double)] = []
    var loop = [Double](repeating: 0, count: nodeCount)
    for link in links {
      precondition((0..<nodeCount).contains(link.from) && (0..<nodeCount).contains(link.to))
      precondition(link.weight > 0 && link.weight.isFinite)
      if link.from == link.to {
        loop[link.from] += link.weight
      } else {
        directed.append((link.from, link.to, link.weight))
        directed.append((link.to, link.from, link.weight))
      }
    }
    directed.sort { ($0.from, $0.to, $0.weight) < ($1.from, $1.to, $1.weight) }
    var first = [0]
    var neighbour: [Int] = []
    var weight: [Double] = []
    var strength = loop.map { 2 * $0 }
    var node = 0
    for link in directed {
      while node < link.from {
        first.append(neighbour.count)
        node += 1
      }
      strength[node] += link.weight
      if neighbour.count > first[node], neighbour.last == link.to {
        weight[weight.count - 1] += link.weight
      } else {
        neighbour.append(link.to)
        weight.append(link.weight)
      }
    }
    while first.count <= nodeCount { first.append(neighbour.count) }
    self.first = first
    self.neighbour = neighbour
    self.weight = weight
    self.loop = loop
    self.strength = strength
    totalWeight = strength.reduce(0, +) / 2
  }

  /// Nodes that a node has links with, ascending, each with its weight.
  public func links(of node: Int) -> [(node: Int, weight: Double)] {
    (first[node]..<first[node + 1]).map { (neighbour[$0], weight[$0]) }
  }

  /// The parts of `members` that hang together, each ascending, by first member.
  public func pieces(of members: [Int]) -> [[Int]] {
    var left = Set(members)
    var pieces: [[Int]] = []
    for start in members.sorted() where left.remove(start) != nil {
      var piece = [start]
      var next = 0
      while next < piece.count {
        for slot in first[piece[next]]..<first[piece[next] + 1]
        where left.remove(neighbour[slot]) != nil {
          piece.append(neighbour[slot])
        }
        next += 1
      }
      pieces.append(piece.sorted())
    }
    return pieces
  }

  /// Modularity: the weight inside communities less what chance would put there, over all weight.
  ///
  /// `Q = Σ_c [ L_c / m − γ (K_c / 2m)² ]` with L the weight inside, K the strength of a community
  /// and m all weight (Newman and Girvan 2004, *Phys. Rev. E* 69, 026113; γ: Reichardt and
  /// Bornholdt 2006, *Phys. Rev. E* 74, 016110). 0 for a graph without links.
  public func modularity(of partition: Partition, resolution: Double = 1) -> Double {
    guard totalWeight > 0 else { return 0 }
    var inside = [Double](repeating: 0, count: partition.count)
    var strengths = inside
    for node in 0..<nodeCount {
      let community = partition.community[node]
      strengths[community] += strength[node]
      inside[community] += loop[node]
      for slot in first[node]..<first[node + 1]
      where neighbour[slot] > node && partition.community[neighbour[slot]] == community {
        inside[community] += weight[slot]
      }
    }
    return zip(inside, strengths).reduce(0) { sum, community in
      let share = community.1 / (2 * totalWeight)
      return sum + community.0 / totalWeight - resolution * share * share
    }
  }
}
