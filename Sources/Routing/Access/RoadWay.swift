public import Shapes

/// A way from an origin to a place, piece by piece.
public struct RoadWay: Hashable, Sendable {
  public struct Piece: Hashable, Sendable {
    /// Index of the edge; nil off the roads.
    public var edge: Int?
    /// Milliseconds.
    public var time: UInt32
    /// Metres of way, off the roads with circuity.
    public var meters: Double
    /// Two points or more.
    public var line: [GeoPoint]
  }

  /// Which of the origin's points it starts at; nil for an area.
  public var start: Int?
  /// Their times add up to that of the trip less that of the start.
  public var pieces: [Piece]
}

extension Arrivals {
  /// The trip to a place piece by piece; nil where there is none.
  ///
  /// The times are whole milliseconds and add up to ``TravelTime/rounded(_:)`` of the trip's; what is
  /// rounded goes to the next piece. Metres add up to the trip's but for its steps of length.
  ///
  /// - Complexity: O(arcs), for it is asked of single trips.
  public func way(to destination: DestinationAttachment, nodeMeters: [Double]) -> RoadWay? {
    let (trip, approach) = bestTrip(to: destination, nodeMeters: nodeMeters)
    guard let approach else { return nil }
    let total = TravelTime.rounded(trip.time)
    let lastLeg = network.profile.lastLeg
    switch approach {
    case .direct(let exit):
      let leg = RoadWay.Piece(
        edge: nil, time: total - min(total, head(of: exit.point)),
        meters: exit.distance * lastLeg.circuity, line: [exit.way, destination.point])
      return RoadWay(start: exit.point, pieces: [leg])
    case .node(let entry):
      var way = way(toNode: entry.node, nodeMeters: nodeMeters)
      let left = total - nodeTimes[Int(entry.node)]
      finish(&way, entry, to: destination, left: left)
      return way
    case .piece(let edge, let index, let leg):
      return way(over: edge, piece: index, leg, to: destination, total: total, nodeMeters)
    }
  }

  private func head(of point: Int?) -> UInt32 {
    guard let point, !origin.heads.isEmpty else { return 0 }
    return origin.heads[point].time
  }

  /// Along the last edge from a node of the way, and by the last leg.
  private func finish(
    _ way: inout RoadWay, _ entry: DestinationAttachment.Entry,
    to destination: DestinationAttachment, left: UInt32
  ) {
    let lastLeg = network.profile.lastLeg
    let roads = network.roads
    for edge in destination.edges {
      let ends = [roads.from[Int(edge)], roads.to[Int(edge)]]
      guard ends.contains(entry.node) else { continue }
      let (from, to) = (roads.nodes[Int(ends[0])], roads.nodes[Int(ends[1])])
      let segment = AccessSegment(
        start: from, end: to, startTime: 0, endTime: roads.isOneWay(Int(edge)) ? .infinity : 0,
        duration: Double(network.edgeTimes[Int(edge)]))
      for leg in network.legs(from: segment, to: destination.place, frame: destination.frame)
      where ends[leg.isFromStart ? 0 : 1] == entry.node && leg.time == entry.time {
        let part = leg.isFromStart ? leg.part : 1 - leg.part
        let departure = from.between(to, at: part)
        let onRoad = min(left, TravelTime.rounded(leg.time - leg.distance * lastLeg.pace))
        if leg.part > 0 {
          way.pieces.append(
            .init(
              edge: Int(edge), time: onRoad, meters: leg.part * roads.length[Int(edge)],
              line: [leg.isFromStart ? from : to, departure]))
        }
        way.pieces.append(
          .init(
            edge: nil, time: left - (leg.part > 0 ? onRoad : 0),
            meters: leg.distance * lastLeg.circuity, line: [departure, destination.point]))
        return
      }
    }
    preconditionFailure("Every entry is a leg from one of the destination's edges.")
  }

  /// By way of a piece of an edge that is near both the origin and the destination.
  private func way(
    over edge: UInt32, piece index: Int, _ leg: AccessNetwork.SegmentLeg,
    to destination: DestinationAttachment, total: UInt32, _ nodeMeters: [Double]
  ) -> RoadWay? {
    guard let cut = cutEdge(edge) else { return nil }
    let (roads, lastLeg) = (network.roads, network.profile.lastLeg)
    let (from, to) = (roads.from[Int(edge)], roads.to[Int(edge)])
    let (start, end) = (roads.nodes[Int(from)], roads.nodes[Int(to)])
    let length = roads.length[Int(edge)]
    let duration = Double(network.edgeTimes[Int(edge)])
    let piece = cut.pieces[index]
    let share = duration > 0 ? piece.duration / duration : 0
    let joint = cut.end(ofPiece: index, isStart: leg.isFromStart)
    let source = cut.source(
      ofCut: joint.cut, start: nodeMeters[Int(from)], end: nodeMeters[Int(to)], length: length)
    var way: RoadWay
    switch source {
    case .start: way = self.way(toNode: from, nodeMeters: nodeMeters)
    case .end: way = self.way(toNode: to, nodeMeters: nodeMeters)
    case .ownLeg: way = firstPieces(over: Int(edge), to: joint.part)
    }
    // From there along the edge to where it is left.
    let begun: Double =
      switch source {
      case .start: 0
      case .end: 1
      case .ownLeg: joint.part
      }
    let along = leg.part * share
    let departurePart = joint.part + (leg.isFromStart ? along : -along)
    let spent = way.pieces.reduce(head(of: way.start)) { $0 + $1.time }
    let left = total - min(total, spent)
    let meters = abs(joint.part - begun) * length + along * length
    let onRoad = min(
      left, TravelTime.rounded(abs(joint.part - begun) * duration + along * duration))
    let departure = start.between(end, at: departurePart)
    if meters > 0 {
      way.pieces.append(
        .init(
          edge: Int(edge), time: onRoad, meters: meters,
          line: [start.between(end, at: begun), departure]))
    }
    way.pieces.append(
      .init(
        edge: nil, time: left - (meters > 0 ? onRoad : 0),
        meters: leg.distance * lastLeg.circuity, line: [departure, destination.point]))
    return way
  }

  /// The fastest way to a node, and of those the shortest.
  private func way(toNode end: UInt32, nodeMeters: [Double]) -> RoadWay {
    let (edges, first) = tightPath(to: end, nodeMeters: nodeMeters)
    var way = firstPieces(toSeedAt: first, meters: nodeMeters[Int(first)])
    var node = first
    for (edge, time) in edges {
      let roads = network.roads
      let next = roads.from[edge] == node ? roads.to[edge] : roads.from[edge]
      way.pieces.append(
        .init(
          edge: edge, time: time, meters: roads.length[edge],
          line: [roads.nodes[Int(node)], roads.nodes[Int(next)]]))
      node = next
    }
    return way
  }

  /// Edges from a seed to a node along which times and metres add up, and the seed's node.
  private func tightPath(to end: UInt32, nodeMeters: [Double]) -> (
    edges: [(edge: Int, time: UInt32)], first: UInt32
  ) {
    let graph = network.graph
    let step = network.lengthStep
    let steps = nodeMeters.map { step.steps(of: $0) }
    var entering = [[(tail: UInt32, arc: Int)]](repeating: [], count: graph.nodeCount)
    for tail in 0..<graph.nodeCount where nodeTimes[tail] < TravelTime.unreachable {
      for arc in Int(graph.firstArc[tail])..<Int(graph.firstArc[tail + 1]) {
        let head = Int(graph.head[arc])
        let edge = network.roads.edge(ofArc: graph.arcOrigin[arc])
        guard nodeTimes[tail] + graph.travelTime[arc] == nodeTimes[head],
          steps[tail] + step.steps(of: network.roads.length[edge]) == steps[head]
        else { continue }
        entering[head].append((UInt32(tail), arc))
      }
    }
    var isSeed: Set<UInt32> = []
    for (seed, meters) in zip(attachment.seeds, attachment.seedMeters)
    where seed.time == nodeTimes[Int(seed.node)]
      && step.steps(of: meters) == steps[Int(seed.node)]
    {
      isSeed.insert(seed.node)
    }
    // Arcs of no time may lead in circles: every node is looked at once.
    var before: [UInt32: (node: UInt32, arc: Int)] = [:]
    var seen: Set<UInt32> = [end]
    var open = [end]
    while let node = open.popLast() {
      if isSeed.contains(node) {
        var edges: [(edge: Int, time: UInt32)] = []
        var at = node
        while at != end, let step = before[at] {
          edges.append(
            (network.roads.edge(ofArc: graph.arcOrigin[step.arc]), graph.travelTime[step.arc]))
          at = step.node
        }
        return (edges, node)
      }
      for (tail, arc) in entering[Int(node)].reversed() where seen.insert(tail).inserted {
        before[tail] = (node, arc)
        open.append(tail)
      }
    }
    preconditionFailure("Every node reached has a way from a seed.")
  }

  // MARK: Out of the origin

  /// The attachments that the origin is made of, with what is behind each.
  private var parts: [(attachment: OriginAttachment, point: Int?, head: Origin.Head)] {
    attachment.members.isEmpty
      ? [(attachment, nil, Origin.Head(time: 0, meters: 0))]
      : attachment.members.enumerated().map { ($1.attachment, $0, $1.head) }
  }

  /// Out of the origin to a node that the search started from.
  private func firstPieces(toSeedAt node: UInt32, meters: Double) -> RoadWay {
    let time = nodeTimes[Int(node)]
    let roads = network.roads
    let step = network.lengthStep
    for (attachment, point, head) in parts {
      for profile in attachment.profiles {
        for (end, cut) in [
          (roads.from[profile.edge], 0), (roads.to[profile.edge], profile.times.count - 1),
        ]
        where end == node && profile.times[cut].isFinite
          && TravelTime.rounded(profile.times[cut]) + head.time == time
          && step.steps(of: profile.meters[cut] + head.meters) == step.steps(of: meters)
        {
          return firstPieces(
            of: attachment, point: point, profile, to: profile.parts[cut], time: time - head.time)
        }
      }
    }
    preconditionFailure("Every seed is an end of a profile.")
  }

  /// Out of the origin to a point of an edge near it, by the soonest of its parts.
  private func firstPieces(over edge: Int, to part: Double) -> RoadWay {
    let (duration, length) = (Double(network.edgeTimes[edge]), network.roads.length[edge])
    var best: (time: Double, meters: Double) = (.infinity, .infinity)
    var way = RoadWay(start: nil, pieces: [])
    for (attachment, point, head) in parts {
      guard let profile = attachment.profiles.first(where: { $0.edge == edge }) else { continue }
      let arrival = profile.arrival(
        at: part, duration: duration, length: length, isOneWay: network.roads.isOneWay(edge))
      let sum = (arrival.time + Double(head.time), arrival.meters + head.meters)
      guard sum < best else { continue }
      best = sum
      way = firstPieces(
        of: attachment, point: point, profile, to: part, time: TravelTime.rounded(arrival.time))
    }
    return way
  }

  /// By the leg and along the edge that make up a profile's time at a point of it.
  private func firstPieces(
    of attachment: OriginAttachment, point: Int?, _ profile: OriginAttachment.Profile,
    to part: Double, time: UInt32
  ) -> RoadWay {
    let (roads, lastLeg) = (network.roads, network.profile.lastLeg)
    let (start, end) = (
      roads.nodes[Int(roads.from[profile.edge])], roads.nodes[Int(roads.to[profile.edge])]
    )
    let duration = Double(network.edgeTimes[profile.edge])
    var best: (time: Double, exit: OriginShape.Exit, joint: Double)?
    for joint in profile.parts where joint <= part || !roads.isOneWay(profile.edge) {
      let place = start.between(end, at: joint)
      guard
        let exit = attachment.shape.exit(
          to: network.barriers.footing(at: place), frame: LocalFrame(at: place),
          reach: lastLeg.reach, barriers: network.barriers)
      else { continue }
      let sum = exit.sum * lastLeg.pace + abs(joint - part) * duration
      if sum < best?.time ?? .infinity { best = (sum, exit, joint) }
    }
    guard let best else { preconditionFailure("Every profile has a leg to it.") }
    let onRoad = abs(best.joint - part) * roads.length[profile.edge]
    let joint = start.between(end, at: best.joint)
    let legTime = onRoad > 0 ? min(time, TravelTime.rounded(best.exit.sum * lastLeg.pace)) : time
    var pieces = [
      RoadWay.Piece(
        edge: nil, time: legTime, meters: best.exit.distance * lastLeg.circuity,
        line: [best.exit.way, joint])
    ]
    if onRoad > 0 {
      pieces.append(
        .init(
          edge: profile.edge, time: time - legTime, meters: onRoad,
          line: [joint, start.between(end, at: part)]))
    }
    return RoadWay(start: point ?? best.exit.point, pieces: pieces)
  }
}

extension GeoPoint {
  /// The point a part of the way to `other`, 0…1.
  func between(_ other: GeoPoint, at part: Double) -> GeoPoint {
    GeoPoint(
      longitude: longitude + part * (other.longitude - longitude),
      latitude: latitude + part * (other.latitude - latitude))
  }
}
