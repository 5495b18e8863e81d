public import Shapes

/// Any of some lines added to a network, without searching it anew: times by every subset of them.
///
/// A way that uses added lines leaves the old roads at nodes where they are joined, so the times
/// between those nodes over the old roads, each searched once, are all that a subset needs. The
/// answer is that of a network made with the subset alone.
public struct LinkOverlay: Sendable {
  /// A vertex of a line, and what it costs to be there from outside.
  private struct Vertex: Sendable {
    var point: RoadLine.Point
    /// Index in ``ports`` of the node it is joined to, and the milliseconds there; nil for a vertex
    /// without an interchange.
    var port: Int?
    var connector: UInt32
    /// Its node in the network with all lines, each joined on its own.
    var node: UInt32
  }

  /// Milliseconds by legs between a place and the added roads at a vertex.
  private struct Legs<Time: Sendable>: Sendable {
    /// At the vertex by its line's own roads, and by its connector.
    var alongLine: Time
    var alongConnector: Time
    /// At the port by the connector.
    var atPort: Time
  }

  private struct Direct: Sendable {
    var line: Int
    /// The vertex whose connector it is; nil for a leg of the line.
    var point: Int?
    var origin: Int
    /// Destinations that it leads to, and milliseconds.
    var times: [(destination: Int, time: Double)]
  }

  private let lines: [[Vertex]]
  /// Milliseconds along each leg of each line.
  private let legs: [[UInt32]]
  /// Nodes of the base that lines are joined to, ascending.
  private let ports: [UInt32]
  /// Milliseconds between ports over the base.
  private let between: [[UInt32]]
  private let origins: Int
  private let destinations: Int
  /// Milliseconds from each origin to each port, and by first legs of its own onto added roads.
  private let toPorts: [[UInt32]]
  private let starts: [[[Legs<UInt32>]]]
  /// Milliseconds from each port to each destination, and by last legs off added roads.
  private let fromPorts: [[Double]]
  private let ends: [[Legs<[Double]>]]
  /// Ways from an origin to a destination that use part of one added edge alone.
  private let directs: [Direct]
  /// Milliseconds without any line: by origin, then by destination.
  private let base: [[Double]]
  /// Trips that hang on more than that, and what their nodes are reached at.
  private let near: [NearTrip]
  /// Nodes of the base that near trips come by; milliseconds there from each origin and port.
  private let nearFromOrigins: [[UInt32]]
  private let nearFromPorts: [[UInt32]]
  /// The base with all lines, each joined on its own.
  private let full: AccessNetwork

  /// - Complexity: a search a port and origin, and O(ports · nodes around a destination) each.
  public init(
    over network: AccessNetwork, lines: [RoadLine], from origins: [Origin],
    to points: [GeoPoint?]
  ) throws {
    // Each line joined on its own: where two meet depends on which of them are built.
    var roads = network.roads
    var drawn: [DrawnLine] = []
    for line in lines {
      let extended = try network.roads.adding([line])
      let shift = UInt32(roads.nodes.count - network.roads.nodes.count)
      let edgeShift = roads.edgeCount - network.roads.edgeCount
      let kept = (nodes: network.roads.nodes.count, edges: network.roads.edgeCount)
      roads.nodes += extended.roads.nodes[kept.nodes...]
      func moved(_ node: UInt32) -> UInt32 { Int(node) < kept.nodes ? node : node + shift }
      for edge in kept.edges..<extended.roads.edgeCount {
        roads.from.append(moved(extended.roads.from[edge]))
        roads.to.append(moved(extended.roads.to[edge]))
        roads.length.append(extended.roads.length[edge])
        roads.roadClass.append(extended.roads.roadClass[edge])
        roads.route.append(0)
        if let exception = extended.roads.exceptions[edge] {
          roads.exceptions[edge + edgeShift] = exception
        }
      }
      drawn.append(
        DrawnLine(
          nodes: extended.nodes[0].map(moved), edges: extended.edges[0].map { $0 + edgeShift },
          connectors: extended.connectors.map {
            RoadConnector(
              junction: moved($0.junction), node: $0.node, distance: $0.distance,
              edge: $0.edge + edgeShift)
          }
        ))
    }
    let full = AccessNetwork(extending: network, to: roads)
    self.full = full
    let ports = Set(drawn.flatMap { $0.connectors.map(\.node) }).sorted()
    let portIndex = Dictionary(uniqueKeysWithValues: ports.enumerated().map { ($1, $0) })
    self.ports = ports
    self.lines = zip(lines, drawn).map { line, drawn in
      zip(line.points, drawn.nodes).map { point, node in
        let connector = drawn.connectors.first { $0.junction == node }
        return Vertex(
          point: point, port: connector.flatMap { portIndex[$0.node] },
          connector: connector.map { full.edgeTimes[$0.edge] } ?? 0, node: node)
      }
    }
    legs = drawn.map { $0.edges.map { full.edgeTimes[$0] } }
    self.origins = origins.count
    destinations = points.count
    let sweeps = network.graph.trees(from: ports)
    between = sweeps.map { sweep in ports.map { sweep[Int($0)] } }
    let arrivals = network.arrivals(from: origins)
    let attachments = Parallel.map(origins.count) { full.attachment(of: origins[$0]) }
    toPorts = arrivals.map { arrival in ports.map { arrival.nodeTimes[Int($0)] } }
    starts = attachments.map { attachment in
      let never = TravelTime.unreachable
      return drawn.map { line in
        line.nodes.map { node in
          var legs = Legs(alongLine: never, alongConnector: never, atPort: never)
          let connector = line.connectors.first { $0.junction == node }
          for profile in attachment.profiles where profile.edge >= network.roads.edgeCount {
            let (first, last) = (profile.times[0], profile.times[profile.times.count - 1])
            if profile.edge == connector?.edge {
              legs.alongConnector = TravelTime.rounded(first)
              legs.atPort = TravelTime.rounded(last)
            } else if line.edges.contains(profile.edge) {
              if roads.from[profile.edge] == node {
                legs.alongLine = min(legs.alongLine, TravelTime.rounded(first))
              }
              if roads.to[profile.edge] == node {
                legs.alongLine = min(legs.alongLine, TravelTime.rounded(last))
              }
            }
          }
          return legs
        }
      }
    }
    let old = Parallel.map(points.count) { points[$0].map { network.destination(at: $0) } }
    let new = Parallel.map(points.count) { points[$0].map { full.destination(at: $0) } }
    let noMeters = [Double](repeating: 0, count: network.roads.nodes.count)
    base = Parallel.map(origins.count) { origin in
      old.map { end in
        end.map { arrivals[origin].trip(to: $0, nodeMeters: noMeters).time } ?? .infinity
      }
    }
    fromPorts = Parallel.map(ports.count) { port in
      old.map { end in
        (end?.allEntries ?? []).reduce(Double.infinity) { best, entry in
          let time = sweeps[port][Int(entry.node)]
          return time < TravelTime.unreachable ? min(best, Double(time) + entry.time) : best
        }
      }
    }
    var directs: [Direct] = []
    for (origin, attachment) in attachments.enumerated() {
      for profile in attachment.profiles where profile.edge >= network.roads.edgeCount {
        guard
          let line = drawn.firstIndex(where: { line in
            line.edges.contains(profile.edge)
              || line.connectors.contains { $0.edge == profile.edge }
          })
        else { continue }
        let connector = drawn[line].connectors.first { $0.edge == profile.edge }
        // Ends at no time of their own: only what the origin's own legs bring.
        let pieces = CutEdge(
          profile, of: roads, startTime: TravelTime.unreachable, endTime: TravelTime.unreachable,
          duration: full.edgeTimes[profile.edge]
        ).pieces
        let times = new.indices.compactMap { index -> (destination: Int, time: Double)? in
          guard let end = new[index], end.edges.contains(UInt32(profile.edge)) else { return nil }
          let legs = pieces.flatMap { full.legs(from: $0, to: end.place, frame: end.frame) }
          return legs.map(\.time).filter { $0 < Double(TravelTime.unreachable) }.min()
            .map { (index, $0) }
        }
        guard !times.isEmpty else { continue }
        directs.append(
          Direct(
            line: line,
            point: connector.flatMap { drawn[line].nodes.firstIndex(of: $0.junction) },
            origin: origin, times: times))
      }
    }
    self.directs = directs
    let shared = SharedRoads(
      lines: drawn, base: network, full: full, arrivals: arrivals, attachments: attachments,
      ends: new)
    near = shared.trips
    nearFromOrigins = arrivals.map { arrival in shared.nodes.map { arrival.nodeTimes[Int($0)] } }
    nearFromPorts = sweeps.map { sweep in shared.nodes.map { sweep[Int($0)] } }
    ends = drawn.map { line in
      line.nodes.map { node in
        let connector = line.connectors.first { $0.junction == node }
        func soonest(_ fits: (DestinationAttachment.Entry) -> Bool) -> [Double] {
          new.map { end in
            (end?.allEntries ?? []).reduce(Double.infinity) { fits($1) ? min($0, $1.time) : $0 }
          }
        }
        return Legs(
          alongLine: soonest { $0.node == node && line.edges.contains(Int($0.edge)) },
          alongConnector: soonest { $0.node == node && Int($0.edge) == connector?.edge },
          atPort: soonest { $0.node == connector?.node && Int($0.edge) == connector?.edge })
      }
    }
  }

  /// Milliseconds from each origin to each destination with the lines of `subset` and no others, in
  /// their order; infinite where not reached.
  ///
  /// - Complexity: O(origins · destinations · vertices of the subset).
  public func times(with subset: [Int]) -> [[Double]] {
    let graph = graph(of: subset)
    return (0..<origins).map { origin in
      let reached = graph.times(from: toPorts[origin], starts[origin])
      var times = base[origin]
      func lower(_ time: UInt32, _ rest: [Double]) {
        guard time < TravelTime.unreachable else { return }
        let start = Double(time)
        for destination in 0..<destinations {
          let found = start + rest[destination]
          if found < times[destination] { times[destination] = found }
        }
      }
      for port in ports.indices where reached[port] < toPorts[origin][port] {
        lower(reached[port], fromPorts[port])
      }
      for direct in directs where direct.origin == origin && subset.contains(direct.line) {
        let isThere =
          direct.point.map { point in
            graph.nodes.contains { node in
              node.members.first.map { $0 == (direct.line, point) } ?? false
            }
          } ?? true
        guard isThere else { continue }
        for (destination, time) in direct.times where time < times[destination] {
          times[destination] = time
        }
      }
      for node in graph.nodes {
        for member in node.members {
          lower(reached[node.index], ends[member.line][member.point].alongLine)
        }
        guard let own = node.members.first, let port = node.port else { continue }
        lower(reached[node.index], ends[own.line][own.point].alongConnector)
        lower(reached[port], ends[own.line][own.point].atPort)
      }
      let lowered = ports.indices.filter { reached[$0] < toPorts[origin][$0] }
      for trip in near
      where trip.origin == origin
        && !(lowered.isEmpty && trip.lines.isDisjoint(with: subset))
      {
        times[trip.destination] = trip.time(
          over: full,
          at: { place in
            switch place {
            case .vertex(let line, let point):
              graph.node(of: line, point).map { reached[$0.index] } ?? TravelTime.unreachable
            case .base(let node):
              lowered.reduce(nearFromOrigins[origin][node]) {
                min($0, reached[$1] + nearFromPorts[$1][node])
              }
            }
          },
          isThere: { owner in
            switch owner {
            case .base: true
            case .leg(let line): subset.contains(line)
            case .connector(let line, let point):
              graph.node(of: line, point)?.members.first.map { $0 == (line, point) } ?? false
            }
          })
      }
      return times
    }
  }

  /// The lines of a subset as they meet each other.
  private struct Graph {
    /// Vertices of lines that are one node; the first is the one that is joined to the port.
    struct Node {
      var index: Int
      var members: [(line: Int, point: Int)]
      var port: Int?
    }

    var nodes: [Node] = []
    /// Both ways; the ports come first, then ``nodes``.
    var arcs: [(from: Int, to: Int, time: UInt32)] = []

    func node(of line: Int, _ point: Int) -> Node? {
      nodes.first { node in node.members.contains { $0 == (line, point) } }
    }

    /// Labels corrected until none falls: some tens of nodes.
    func times(from ports: [UInt32], _ starts: [[Legs<UInt32>]]) -> [UInt32] {
      var times = ports
      for node in nodes {
        var time = TravelTime.unreachable
        for member in node.members { time = min(time, starts[member.line][member.point].alongLine) }
        if let own = node.members.first, let port = node.port {
          time = min(time, starts[own.line][own.point].alongConnector)
          times[port] = min(times[port], starts[own.line][own.point].atPort)
        }
        times.append(time)
      }
      var isFalling = true
      while isFalling {
        isFalling = false
        for arc in arcs where times[arc.from] < TravelTime.unreachable {
          let time = times[arc.from] + arc.time
          if time < times[arc.to] {
            times[arc.to] = time
            isFalling = true
          }
        }
      }
      return times
    }
  }

  /// As ``RoadNetwork/adding(_:)`` joins the lines of a subset: each meets those before it.
  private func graph(of subset: [Int]) -> Graph {
    var graph = Graph()
    func join(_ a: Int, _ b: Int, _ time: UInt32) {
      graph.arcs += [(a, b, time), (b, a, time)]
    }
    var junctions: [(node: Int, line: Int, point: RoadLine.Point)] = []
    for line in subset {
      var nodes: [Int] = []
      for (index, vertex) in lines[line].enumerated() {
        if vertex.point.isInterchange,
          let met = junctions.first(where: { junction in
            RoadNetwork.meet(junction.point, vertex.point, onOneLine: junction.line == line)
          })
        {
          nodes.append(ports.count + met.node)
          graph.nodes[met.node].members.append((line, index))
          continue
        }
        let node = graph.nodes.count
        let port = vertex.point.isInterchange ? vertex.port : nil
        graph.nodes.append(
          .init(index: ports.count + node, members: [(line, index)], port: port))
        nodes.append(ports.count + node)
        guard let port else { continue }
        junctions.append((node, line, vertex.point))
        join(ports.count + node, port, vertex.connector)
      }
      for (leg, time) in legs[line].enumerated() { join(nodes[leg], nodes[leg + 1], time) }
    }
    let used = Set(graph.nodes.compactMap(\.port)).sorted()
    for (first, a) in used.enumerated() {
      for b in used[(first + 1)...] where between[a][b] < TravelTime.unreachable {
        join(a, b, between[a][b])
      }
    }
    return graph
  }
}

extension RoadGraph {
  /// Milliseconds to every node from each of `nodes`.
  func trees(from nodes: [UInt32]) -> [[UInt32]] {
    Parallel.map(nodes.count) { travelTimes(from: [Seed(node: nodes[$0], time: 0)]) }
  }
}
