import CMETIS
import Shapes

/// In which order nodes are contracted: first the many inside, last the few that separate.
///
/// It depends on who is joined with whom alone, never on times, so it is made once a network and
/// can be stored with it. Any order gives the same answers; a good one gives them fast.
public struct NodeOrder: Hashable, Sendable {
  /// Rank of each node; 0 is contracted first.
  public let ranks: [UInt32]

  public var nodeCount: Int { ranks.count }

  /// An order from a store: every rank from 0 to the number of nodes, once.
  public init(ranks: [UInt32]) throws(RoutingError) {
    var isTaken = [Bool](repeating: false, count: ranks.count)
    for (node, rank) in ranks.enumerated() {
      guard rank < ranks.count, !isTaken[Int(rank)] else {
        throw .rankTwice(rank: rank, node: node)
      }
      isTaken[Int(rank)] = true
    }
    self.ranks = ranks
  }

  /// An order by nested dissection.
  ///
  /// The work is done by METIS (Karypis and Kumar 1998, *SIAM J. Sci. Comput.* 20(1), 359).
  /// Nodes without neighbours come first, in their own order: METIS is asked about the rest.
  /// - Complexity: about 6 s a million nodes, on one core (Documentation/Routing.md).
  public init(of graph: RoadGraph) throws(RoutingError) {
    try self.init(of: Neighbourhoods(of: graph))
  }

  private init(of neighbourhoods: Neighbourhoods) throws(RoutingError) {
    let count = neighbourhoods.nodeCount
    let isAlone = (0..<count).map { neighbourhoods.first[$0] == neighbourhoods.first[$0 + 1] }
    var ranks = [UInt32](repeating: 0, count: count)
    var joined: [Int] = []
    var alone: UInt32 = 0
    for node in 0..<count {
      if isAlone[node] {
        ranks[node] = alone
        alone += 1
      } else {
        joined.append(node)
      }
    }
    let inner = try Self.dissect(joined, of: neighbourhoods)
    for (position, node) in joined.enumerated() { ranks[node] = alone + inner[position] }
    self.ranks = ranks
  }

  /// An order that first takes nodes of two neighbours or fewer, again and again, and then the rest by
  /// nested dissection.
  ///
  /// Where a graph is full of bends and dead ends, as streets are, little is left for METIS to do.
  /// - Complexity: O(nodes + arcs), and that of ``init(of:)`` for what is left.
  public init(chainsFirst graph: RoadGraph) throws(RoutingError) {
    let (chains, rest) = Neighbourhoods(of: graph).withoutChains()
    let inner = try NodeOrder(of: rest)
    // In `inner` the nodes of chains are alone and come first: their ranks are given anew.
    var ranks = inner.ranks
    for (rank, node) in chains.enumerated() { ranks[Int(node)] = UInt32(rank) }
    self.ranks = ranks
  }

  /// The order of a graph that has more nodes after these: new ones are contracted first, for most
  /// join two others.
  func extended(toNodeCount count: Int) -> NodeOrder {
    let more = count - nodeCount
    guard more > 0 else { return self }
    return NodeOrder(checked: ranks.map { $0 + UInt32(more) } + (0..<UInt32(more)))
  }

  private init(checked ranks: [UInt32]) { self.ranks = ranks }

  /// METIS draws from the C library's `rand`, which all threads share: one call at a time.
  private static let metis = Locked(())

  /// Ranks of `nodes` among themselves; each has a neighbour, and all neighbours are among them.
  private static func dissect(_ nodes: [Int], of neighbourhoods: Neighbourhoods)
    throws(RoutingError) -> [UInt32]
  {
    guard !nodes.isEmpty else { return [] }
    var position = [idx_t](repeating: -1, count: neighbourhoods.nodeCount)
    for (index, node) in nodes.enumerated() { position[node] = idx_t(index) }
    var first: [idx_t] = [0]
    first.reserveCapacity(nodes.count + 1)
    var neighbours: [idx_t] = []
    neighbours.reserveCapacity(neighbourhoods.neighbour.count)
    for node in nodes {
      let range = Int(neighbourhoods.first[node])..<Int(neighbourhoods.first[node + 1])
      for other in neighbourhoods.neighbour[range] { neighbours.append(position[Int(other)]) }
      first.append(idx_t(neighbours.count))
    }
    var options = [idx_t](repeating: 0, count: Int(METIS_NOPTIONS))
    METIS_SetDefaultOptions(&options)
    options[Int(METIS_OPTION_SEED.rawValue)] = 1
    var count = idx_t(nodes.count)
    var nodeAt = [idx_t](repeating: 0, count: nodes.count)
    var rank = nodeAt
    let code = metis.withLock { _ in
      METIS_NodeND(&count, &first, &neighbours, nil, &options, &nodeAt, &rank)
    }
    guard code == METIS_OK.rawValue else {
      throw .orderFailed(code: Int(code), nodes: nodes.count)
    }
    return rank.map { UInt32($0) }
  }
}
