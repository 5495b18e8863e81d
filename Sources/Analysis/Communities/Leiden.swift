/// Finds communities that hang together: the Leiden algorithm over modularity.
///
/// Traag, Waltman and van Eck (2019), *From Louvain to Leiden: guaranteeing well-connected
/// communities*, Scientific Reports 9, 5233: nodes move to the community where they gain most, each
/// community is then built up anew from single nodes along links (so that no community can fall
/// apart), and the parts become the nodes of a smaller graph, until nothing moves. The whole is
/// repeated from its own result while modularity rises.
///
/// The same graph, resolution and seed give the same communities everywhere.
public struct Leiden: Hashable, Sendable {
  /// γ: above 1 communities are smaller, below 1 larger.
  public var resolution: Double
  public var seed: UInt64

  /// How often the whole is begun anew; of all results the one of most modularity counts.
  public var starts: Int

  /// A gain smaller than this is none.
  static let least = 1e-12

  public init(resolution: Double = 1, seed: UInt64 = 1, starts: Int = 10) {
    precondition(resolution > 0 && starts > 0)
    self.resolution = resolution
    self.seed = seed
    self.starts = starts
  }

  /// - Complexity: about O(links) a pass, several passes a start.
  public func communities(of graph: WeightedGraph) -> Partition {
    var random = SplitMix64(seed: seed)
    var best = (quality: -Double.infinity, partition: Partition(labels: []))
    for _ in 0..<starts {
      let found = start(in: graph, &random)
      let quality = graph.modularity(of: found, resolution: resolution)
      if quality > best.quality + Self.least { best = (quality, found) }
    }
    return best.partition
  }

  private func start(in graph: WeightedGraph, _ random: inout SplitMix64) -> Partition {
    var best = Partition(labels: Array(0..<graph.nodeCount))
    guard graph.totalWeight > 0 else { return best }
    var quality = graph.modularity(of: best, resolution: resolution)
    while true {
      let next = pass(over: graph, from: best, &random)
      let reached = graph.modularity(of: next, resolution: resolution)
      guard reached > quality + Self.least else { return best }
      (best, quality) = (next, reached)
    }
  }

  /// Once from nodes to the coarsest graph.
  private func pass(
    over graph: WeightedGraph, from start: Partition, _ random: inout SplitMix64
  ) -> Partition {
    var graph = graph
    var nodeOf = Array(0..<graph.nodeCount)  // the coarse node that holds each node
    var labels = start.community
    while true {
      var movement = LeidenMovement(graph, labels: labels, resolution: resolution)
      movement.move(&random)
      let moved = Partition(labels: movement.community)
      if moved.count == graph.nodeCount {
        return Partition(labels: nodeOf.map { moved.community[$0] })
      }
      let refined = Partition(
        labels: LeidenRefinement(graph, of: moved, resolution: resolution).refined(&random))
      let coarse = graph.aggregated(by: refined)
      labels = [Int](repeating: 0, count: refined.count)
      for (node, part) in refined.community.enumerated() {
        labels[part] = moved.community[node]
      }
      nodeOf = nodeOf.map { refined.community[$0] }
      if refined.count == graph.nodeCount {
        // Nothing could be joined: the communities themselves are what is left to part.
        return Partition(labels: nodeOf.map { labels[$0] }).connected(in: coarse, nodeOf)
      }
      graph = coarse
    }
  }
}

extension Partition {
  /// The same, with each community that does not hang together in `graph` taken apart.
  fileprivate func connected(in graph: WeightedGraph, _ nodeOf: [Int]) -> Partition {
    var labelOf = [Int](repeating: -1, count: graph.nodeCount)
    for (node, coarse) in nodeOf.enumerated() { labelOf[coarse] = community[node] }
    var members = [[Int]](repeating: [], count: count)
    for (coarse, label) in labelOf.enumerated() { members[label].append(coarse) }
    var part = [Int](repeating: 0, count: graph.nodeCount)
    var parts = 0
    for piece in members.flatMap({ graph.pieces(of: $0) }) {
      for coarse in piece { part[coarse] = parts }
      parts += 1
    }
    return Partition(labels: nodeOf.map { part[$0] })
  }
}

extension WeightedGraph {
  /// The graph whose nodes are the communities of `partition`; weight inside one becomes a loop.
  func aggregated(by partition: Partition) -> WeightedGraph {
    var links: [Link] = []
    for node in 0..<nodeCount {
      let from = partition.community[node]
      if loop[node] > 0 { links.append(Link(from, from, loop[node])) }
      for slot in first[node]..<first[node + 1] where neighbour[slot] > node {
        links.append(Link(from, partition.community[neighbour[slot]], weight[slot]))
      }
    }
    return WeightedGraph(nodeCount: partition.count, links: links)
  }
}
