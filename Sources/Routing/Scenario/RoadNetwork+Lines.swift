import Shapes

extension RoadNetwork {
  /// Metres within which interchanges of two lines are one.
  public static let meetingDistance = 100.0

  /// These roads with `lines` added: the network as if it had been drawn with them.
  ///
  /// Every point becomes a node. Interchanges of different lines that bear one name, or lie within
  /// ``meetingDistance``, are one node; lines that merely cross never join. Each interchange is
  /// joined both ways by an ordinary road to the nearest node of these roads that carries one.
  ///
  /// - Complexity: O(nodes) an interchange.
  public func adding(_ lines: [RoadLine]) throws(RoadLineError) -> ExtendedRoads {
    var result = ExtendedRoads(roads: self, nodes: [], edges: [], connectors: [], meetings: [])
    let nearest = OrdinaryNodes(of: self)
    var junctions: [Junction] = []
    for (lineIndex, line) in lines.enumerated() {
      let route = result.roads.route(named: line.name)
      var nodes: [UInt32] = []
      for (pointIndex, point) in line.points.enumerated() {
        if point.isInterchange,
          let met = junctions.first(where: { $0.meets(point, of: lineIndex) })
        {
          nodes.append(met.node)
          if met.line != lineIndex {
            result.meetings.append(
              .init(
                line: lineIndex, point: pointIndex, metLine: met.line,
                distance: met.point.position.geodesicDistance(to: point.position)))
          }
          continue
        }
        let node = UInt32(result.roads.nodes.count)
        result.roads.nodes.append(point.position)
        nodes.append(node)
        guard point.isInterchange else { continue }
        junctions.append(Junction(node: node, line: lineIndex, point: point))
        let found = nearest.nearest(to: point.position)
        guard let found, found.distance <= RoadConnector.reach else {
          throw .farFromRoads(
            line: lineIndex, point: pointIndex, kilometers: found.map { $0.distance / 1_000 })
        }
        let edge = result.roads.append(
          from: node, to: found.node, length: found.distance * RoadConnector.circuity,
          roadClass: .main, route: 0, exception: EdgeException(speed: RoadConnector.speed))
        result.connectors.append(
          RoadConnector(
            junction: node, node: found.node, distance: found.distance, edge: edge))
      }
      result.nodes.append(nodes)
      result.edges.append(
        line.legs.indices.map { leg in
          result.roads.append(
            from: nodes[leg], to: nodes[leg + 1], length: line.legs[leg],
            roadClass: line.roadClass, route: route,
            exception: line.speed.map { EdgeException(speed: $0) })
        })
    }
    return result
  }

  private struct Junction {
    var node: UInt32
    var line: Int
    var point: RoadLine.Point

    func meets(_ other: RoadLine.Point, of line: Int) -> Bool {
      RoadNetwork.meet(point, other, onOneLine: line == self.line)
    }
  }

  /// Whether two interchanges are one; a line meets itself only at an equal name: a ring that closes.
  static func meet(
    _ first: RoadLine.Point, _ second: RoadLine.Point, onOneLine isOneLine: Bool
  ) -> Bool {
    if let name = first.name, name == second.name { return true }
    guard !isOneLine else { return false }
    return first.position.geodesicDistance(to: second.position) <= meetingDistance
  }

  private mutating func append(
    from: UInt32, to: UInt32, length: Double, roadClass: RoadClass, route: UInt16,
    exception: EdgeException?
  ) -> Int {
    self.from.append(from)
    self.to.append(to)
    self.length.append(length)
    self.roadClass.append(roadClass)
    self.route.append(route)
    let edge = self.from.count - 1
    if let exception { exceptions[edge] = exception }
    return edge
  }

  /// The index of a route, added where it is new; 0 where there are too many.
  private mutating func route(named name: String) -> UInt16 {
    if let index = routes.firstIndex(of: name) { return UInt16(index) }
    guard routes.count < Int(UInt16.max) else { return 0 }
    routes.append(name)
    return UInt16(routes.count - 1)
  }
}

/// The nodes that carry an ordinary road which is open, for finding the nearest.
struct OrdinaryNodes {
  private let positions: [GeoPoint]
  private let nodes: [UInt32]

  init(of roads: RoadNetwork) {
    var isOrdinary = [Bool](repeating: false, count: roads.nodes.count)
    for edge in 0..<roads.edgeCount
    where !roads.roadClass[edge].isControlledAccess
      && roads.exceptions[edge]?.isClosed != true
    {
      isOrdinary[Int(roads.from[edge])] = true
      isOrdinary[Int(roads.to[edge])] = true
    }
    nodes = isOrdinary.indices.filter { isOrdinary[$0] }.map { UInt32($0) }
    positions = nodes.map { roads.nodes[Int($0)] }
  }

  /// The nearest by geodesic; the first of two as near.
  func nearest(to point: GeoPoint) -> (node: UInt32, distance: Double)? {
    let frame = LocalFrame(at: point)
    // The frame ranks to well under 1 % within some hundred kilometres.
    let rough = positions.map { frame.distance(to: $0) }
    guard let lowest = rough.min() else { return nil }
    var best: (node: UInt32, distance: Double)?
    for (index, distance) in rough.enumerated() where distance <= lowest * 1.02 + 1 {
      let exact = point.geodesicDistance(to: positions[index])
      if exact < best?.distance ?? .infinity { best = (nodes[index], exact) }
    }
    return best
  }
}
