public import Shapes

/// Roads as positions and edges, both ways unless said otherwise; knows no speeds.
public struct RoadNetwork: Hashable, Sendable {
  public var nodes: [GeoPoint]
  /// Indices in ``nodes``.
  public var from: [UInt32]
  public var to: [UInt32]
  /// Metres along the road.
  public var length: [Double]
  public var roadClass: [RoadClass]
  /// Route codes of each edge (`G4`, `G60`), an index in ``routes``; 0 is none.
  public var route: [UInt16]
  public var routes: [String]
  /// What single edges have that their class does not say, by edge; only ever looked up.
  public var exceptions: [Int: EdgeException] = [:]

  public init(
    nodes: [GeoPoint], from: [UInt32], to: [UInt32], length: [Double], roadClass: [RoadClass],
    route: [UInt16], routes: [String]
  ) {
    precondition(
      from.count == to.count && from.count == length.count && from.count == roadClass.count
        && from.count == route.count)
    self.nodes = nodes
    self.from = from
    self.to = to
    self.length = length
    self.roadClass = roadClass
    self.route = route
    self.routes = routes
  }

  public var edgeCount: Int { from.count }

  /// Milliseconds along each edge at the profile's speeds, or its own; delays are added.
  public func travelTimes(with profile: TravelProfile) -> [UInt32] {
    var pace: [RoadClass: Double] = [:]  // ms a metre
    for (roadClass, speed) in profile.speeds { pace[roadClass] = 3_600 / speed }
    return (0..<edgeCount).map { edge in
      let exception = exceptions.isEmpty ? nil : exceptions[edge]
      guard exception?.isClosed != true,
        let pace = exception?.speed.map({ 3_600 / $0 }) ?? pace[roadClass[edge]]
      else { return TravelTime.unreachable }
      return min(
        TravelTime.unreachable,
        TravelTime.rounded(length[edge] * pace) + (exception?.delay ?? 0))
    }
  }

  /// The edge that an arc of ``graph(times:)`` runs along, by ``RoadGraph/arcOrigin``.
  func edge(ofArc origin: UInt32) -> Int { Int(origin) / 2 }

  /// Whether `edge` is travelled in the order of its nodes only.
  public func isOneWay(_ edge: Int) -> Bool {
    !exceptions.isEmpty && exceptions[edge]?.isOneWay == true
  }

  /// The graph of both directions of every edge: arc 2·e runs from–to, arc 2·e + 1 to–from.
  ///
  /// The second arc of a one-way edge is there and never travelled, so that the hierarchy's shape
  /// hangs on who is joined with whom alone.
  public func graph(times: [UInt32]) -> RoadGraph {
    var arcs: [RoadGraph.Arc] = []
    arcs.reserveCapacity(2 * edgeCount)
    for edge in 0..<edgeCount {
      arcs.append(.init(tail: from[edge], head: to[edge], travelTime: times[edge]))
      arcs.append(
        .init(
          tail: to[edge], head: from[edge],
          travelTime: isOneWay(edge) ? TravelTime.unreachable : times[edge]))
    }
    return RoadGraph(nodeCount: nodes.count, arcs: arcs)
  }

  /// In which order the nodes are contracted, and the arcs that this leads to, whatever the times.
  ///
  /// Streets, with their bends and dead ends, are faster done with `chainsFirst`.
  ///
  /// - Complexity: about 7 s a million nodes.
  public func contraction(
    chainsFirst: Bool = false
  ) throws(RoutingError) -> (order: NodeOrder, shape: HierarchyShape) {
    let graph = graph(times: [UInt32](repeating: 0, count: edgeCount))
    let order = try chainsFirst ? NodeOrder(chainsFirst: graph) : NodeOrder(of: graph)
    return (order, HierarchyShape(of: graph, order: order))
  }

  /// Nodes where an edge of controlled access and an ordinary one meet.
  public func interchanges() -> [Bool] {
    var controlled = [Bool](repeating: false, count: nodes.count)
    var ordinary = controlled
    for edge in 0..<edgeCount {
      let isControlled = roadClass[edge].isControlledAccess
      for node in [Int(from[edge]), Int(to[edge])] {
        if isControlled { controlled[node] = true } else { ordinary[node] = true }
      }
    }
    return zip(controlled, ordinary).map { $0 && $1 }
  }

  /// Whether an edge of controlled access belongs to a route with one of `codes`.
  public func isExpressway(_ edge: Int, of codes: Set<String>) -> Bool {
    roadClass[edge].isControlledAccess
      && routes[Int(route[edge])].split(separator: ";").contains { codes.contains(String($0)) }
  }

  /// The interchanges of the routes of controlled access with one of `codes`, in order of nodes,
  /// each with the other routes that meet there, in order of their codes.
  public func interchanges(on codes: Set<String>) -> [(point: GeoPoint, routes: [String])] {
    let isInterchange = interchanges()
    var isOnRoute = [Bool](repeating: false, count: nodes.count)
    for edge in 0..<edgeCount where isExpressway(edge, of: codes) {
      isOnRoute[Int(from[edge])] = true
      isOnRoute[Int(to[edge])] = true
    }
    var others: [Int: Set<String>] = [:]
    for edge in 0..<edgeCount {
      for node in [Int(from[edge]), Int(to[edge])] where isOnRoute[node] && isInterchange[node] {
        others[node, default: []].formUnion(
          routes[Int(route[edge])].split(separator: ";").map(String.init))
      }
    }
    return nodes.indices.filter { isInterchange[$0] && isOnRoute[$0] }.map { node in
      (nodes[node], (others[node] ?? []).subtracting(codes).sorted())
    }
  }
}
