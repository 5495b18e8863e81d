import Shapes

/// The edges of a fastest way, from the origin on, and what its two ends take.
public struct DrivenWay: Hashable, Sendable {
  /// In the order they are driven.
  public var edges: [Int]
  /// Milliseconds to the start of the first edge, and from the end of the last to the place.
  public var before: Double
  public var after: Double
}

extension Arrivals {
  /// A fastest way to a place by whole edges; nil where it is not reached, or over no whole edge.
  ///
  /// - Complexity: O(edges of the way · arcs at a node).
  public func path(to destination: DestinationAttachment) -> DrivenWay? {
    var best: (time: Double, entry: DestinationAttachment.Entry)?
    for entry in destination.allEntries {
      let time = nodeTimes[Int(entry.node)]
      guard time < TravelTime.unreachable else { continue }
      let total = Double(time) + entry.time
      if total < best?.time ?? .infinity { best = (total, entry) }
    }
    guard let best else { return nil }
    var seeds: [UInt32: UInt32] = [:]
    for seed in attachment.seeds {
      seeds[seed.node] = min(seeds[seed.node] ?? TravelTime.unreachable, seed.time)
    }
    let graph = network.graph
    var edges: [Int] = []
    var node = best.entry.node
    // Times fall strictly along the way back, but for edges of no length: so many steps at most.
    for _ in 0..<graph.nodeCount where seeds[node] != nodeTimes[Int(node)] {
      let arcs = Int(graph.firstArc[Int(node)])..<Int(graph.firstArc[Int(node) + 1])
      let time = nodeTimes[Int(node)]
      let arc = arcs.first { arc in
        let there = nodeTimes[Int(graph.head[arc])]
        return there < time && there &+ graph.travelTime[arc] == time
      }
      guard let arc else { break }
      edges.append(Int(graph.arcOrigin[arc]) / 2)
      node = graph.head[arc]
    }
    return DrivenWay(
      edges: edges.reversed(), before: Double(nodeTimes[Int(node)]), after: best.entry.time)
  }
}
