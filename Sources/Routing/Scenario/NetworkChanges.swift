public import Shapes

/// How one network differs from another that it was made from by a scenario.
///
/// Nodes and edges of the base keep their indices; what is new comes after them.
public struct NetworkChanges: Sendable {
  /// Edges that are new, or whose time is another.
  public let edges: [Int]
  /// Whether nothing became slower: times can then be lowered instead of searched anew.
  public let onlyImproves: Bool
  /// Ends of changed edges.
  public let nodes: [UInt32]
  private let boxes: [GeoBounds]
  private let bounds: GeoBounds

  public init(from base: AccessNetwork, to network: AccessNetwork) {
    precondition(
      network.roads.nodes.count >= base.roads.nodes.count
        && network.edgeTimes.count >= base.edgeTimes.count)
    let kept = base.edgeTimes.count
    var edges: [Int] = []
    var onlyImproves = true
    for edge in 0..<kept where network.edgeTimes[edge] != base.edgeTimes[edge] {
      edges.append(edge)
      if network.edgeTimes[edge] > base.edgeTimes[edge] { onlyImproves = false }
    }
    edges += Array(kept..<network.edgeTimes.count)
    self.edges = edges
    self.onlyImproves = onlyImproves
    nodes = Set(edges.flatMap { [network.roads.from[$0], network.roads.to[$0]] }).sorted()
    // Roads of controlled access are left nowhere: only ordinary ones matter to a place.
    boxes = edges.filter {
      !network.roads.roadClass[$0].isControlledAccess
        || $0 < kept && !base.roads.roadClass[$0].isControlledAccess
    }.map { edge in
      GeoBounds(
        network.roads.nodes[Int(network.roads.from[edge])],
        network.roads.nodes[Int(network.roads.to[edge])]
      ).expanded(by: Meters(network.profile.lastLeg.reach * 1.01))
    }
    bounds = boxes.reduce(into: GeoBounds()) { $0.formUnion($1) }
  }

  /// Whether a last leg to or from `point` may be over a changed edge.
  public func concern(_ point: GeoPoint) -> Bool {
    bounds.contains(point) && boxes.contains { $0.contains(point) }
  }
}

extension AccessNetwork {
  /// Free-flow times over this network from each of `origins`, where those over a network that it
  /// was made from are known.
  ///
  /// The answer is that of ``arrivals(from:)``.
  ///
  /// - Complexity: a search that visits what became quicker, or where something became slower a
  ///   search of all.
  public func arrivals(
    from origins: [Origin], knowing base: [Arrivals], changes: NetworkChanges
  ) -> [Arrivals] {
    precondition(origins.count == base.count)
    guard changes.onlyImproves else { return arrivals(from: origins) }
    return Parallel.map(origins.count) { index in
      let attachment = attachment(of: origins[index])
      var times = base[index].nodeTimes
      times += [UInt32](
        repeating: TravelTime.unreachable, count: roads.nodes.count - times.count)
      graph.improve(&times, seeds: attachment.seeds, changedAround: changes.nodes)
      return Arrivals(from: attachment, nodeTimes: times, over: self)
    }
  }
}

/// Roads near which places may be reached at another time than before, by any of some origins.
public struct ChangedRoads: Sendable {
  private let index: AccessIndex
  /// By edge.
  private let isChanged: [Bool]
  /// Whether there are none.
  public let isEmpty: Bool

  /// `arrivals` are those over one network, and `bases` those of the same origins over a network that
  /// it was made from.
  ///
  /// - Precondition: as many of each, and one or more.
  /// - Complexity: O(origins · edges).
  public init(of arrivals: [Arrivals], since bases: [Arrivals], changes: NetworkChanges) {
    precondition(arrivals.count == bases.count && !arrivals.isEmpty)
    let roads = arrivals[0].network.roads
    var isChangedNode = [Bool](repeating: false, count: roads.nodes.count)
    for (after, before) in zip(arrivals, bases) {
      let kept = before.nodeTimes.count
      for node in isChangedNode.indices
      where node >= kept || after.nodeTimes[node] != before.nodeTimes[node] {
        isChangedNode[node] = true
      }
    }
    var isChanged = (0..<roads.edgeCount).map { edge in
      isChangedNode[Int(roads.from[edge])] || isChangedNode[Int(roads.to[edge])]
    }
    for edge in changes.edges { isChanged[edge] = true }
    index = arrivals[0].network.index
    self.isChanged = isChanged
    isEmpty = !isChanged.contains(true)
  }

  /// Whether any of them serves a block of places around `middle`, the centre of their box, as
  /// ``Arrivals/view(of:margin:within:)`` looks.
  public func serve(blockAround middle: GeoPoint) -> Bool {
    index.edges(near: middle).contains { isChanged[Int($0)] }
  }
}
