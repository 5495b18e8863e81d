public import Shapes

/// How a place is left towards from the ordinary roads around it: the last legs of every trip there.
///
/// It depends on the roads and not on where a trip comes from, so one serves a whole column of a
/// matrix.
public struct DestinationAttachment: Sendable {
  /// The cheapest way from an end of an edge to the place.
  struct Entry: Hashable, Sendable {
    /// A node of the roads, and the edge that leads on from it.
    var node: UInt32
    var edge: UInt32
    /// Milliseconds along the edge and by the last leg.
    var time: Double
    /// Metres of way, the leg's circuity included.
    var meters: Double
    /// Metres of the last leg in a straight line.
    var lastLeg: Double
  }

  public let point: GeoPoint
  let place: Barriers.Footing
  let frame: LocalFrame
  /// One for each end of each edge, in order of the edges.
  let allEntries: [Entry]
  /// One a node, without those that a neighbour always beats; ascending by node.
  let entries: [Entry]
  /// Ordinary edges within reach, ascending.
  let edges: [UInt32]
  /// Metres in a straight line to the nearest ordinary road that can be left towards the place;
  /// nil where none is within reach of a last leg.
  public let distanceToRoads: Double?
}

extension AccessNetwork {
  /// Joins a place to the ordinary roads within reach of a last leg.
  ///
  /// - Complexity: O(edges within reach), some tenths of a millisecond.
  public func destination(at point: GeoPoint) -> DestinationAttachment {
    let frame = LocalFrame(at: point)
    let place = barriers.footing(at: point)
    var all: [DestinationAttachment.Entry] = []
    var near: [UInt32] = []
    var nearest = Double.infinity
    for edge in index.edges(near: point) where edgeTimes[Int(edge)] < TravelTime.unreachable {
      let ends = [roads.from[Int(edge)], roads.to[Int(edge)]]
      let segment = AccessSegment(
        start: roads.nodes[Int(ends[0])], end: roads.nodes[Int(ends[1])], startTime: 0,
        endTime: roads.isOneWay(Int(edge)) ? .infinity : 0,
        duration: Double(edgeTimes[Int(edge)]))
      let sight = SightedSegment(segment, from: frame)
      guard let stretch = sight.stretch(within: profile.lastLeg.reach) else { continue }
      near.append(edge)
      let legs = legs(from: segment, to: place, frame: frame)
      if !legs.isEmpty {
        let closest = min(stretch.upperBound, max(stretch.lowerBound, sight.foot))
        nearest = min(nearest, sight.distance(at: closest))
      }
      all += legs.map { leg in
        DestinationAttachment.Entry(
          node: ends[leg.isFromStart ? 0 : 1], edge: edge, time: leg.time,
          meters: leg.part * roads.length[Int(edge)] + leg.distance * profile.lastLeg.circuity,
          lastLeg: leg.distance)
      }
    }
    return DestinationAttachment(
      point: point, place: place, frame: frame, allEntries: all,
      entries: undominated(all, over: near), edges: near,
      distanceToRoads: nearest.isFinite ? nearest : nil)
  }

  /// The cheapest entry of each node, without nodes from which it is sooner to go on to a neighbour
  /// along one of `edges`.
  private func undominated(
    _ all: [DestinationAttachment.Entry], over edges: [UInt32]
  ) -> [DestinationAttachment.Entry] {
    var entries: [UInt32: DestinationAttachment.Entry] = [:]
    for entry in all {
      if let known = entries[entry.node], (known.time, known.meters) <= (entry.time, entry.meters) {
        continue
      }
      entries[entry.node] = entry
    }
    var beaten: Set<UInt32> = []
    for edge in edges {
      let (from, to) = (roads.from[Int(edge)], roads.to[Int(edge)])
      guard let start = entries[from], let end = entries[to] else { continue }
      let step = Double(edgeTimes[Int(edge)])
      if start.time > end.time + step { beaten.insert(from) }
      if end.time > start.time + step, !roads.isOneWay(Int(edge)) { beaten.insert(to) }
    }
    return entries.values.filter { !beaten.contains($0.node) }.sorted { $0.node < $1.node }
  }

  /// A way from one end of a segment to a place.
  struct SegmentLeg: Hashable, Sendable {
    var isFromStart: Bool
    /// Milliseconds, the time at the segment's end included.
    var time: Double
    /// How much of the segment is travelled, 0…1.
    var part: Double
    /// Metres of the last leg in a straight line.
    var distance: Double
  }

  /// The best open last legs by way of each end of `segment`; none where all are blocked or too far.
  func legs(
    from segment: AccessSegment, to place: Barriers.Footing, frame: LocalFrame
  ) -> [SegmentLeg] {
    let lastLeg = profile.lastLeg
    let (viaStart, viaEnd) = segment.departures(
      to: frame, pace: lastLeg.pace, reach: lastLeg.reach)
    let length = SightedSegment(segment, from: frame).length
    return [(true, viaStart), (false, viaEnd)].compactMap { isStart, closed in
      guard closed.time.isFinite else { return nil }
      let open =
        barriers.leaveOpen(closed, to: place, frame: frame)
        ? closed
        : openDeparture(
          from: segment.reachedOnly(atStart: isStart), to: place, frame: frame, before: .infinity)
      return open.map { departure in
        let along = isStart ? departure.along : length - departure.along
        return SegmentLeg(
          isFromStart: isStart, time: departure.time, part: length > 0 ? along / length : 0,
          distance: departure.distance)
      }
    }
  }

  /// The earliest departure, point by point along the segment, that no water stands before.
  func openDeparture(
    from segment: AccessSegment, to place: Barriers.Footing, frame: LocalFrame, before limit: Double
  ) -> AccessSegment.Departure? {
    let departures = segment.sampledDepartures(
      to: frame, pace: profile.lastLeg.pace, reach: profile.lastLeg.reach, before: limit)
    guard !departures.isEmpty else { return nil }
    let shadows = barriers.shadows(on: segment, seenFrom: place, frame: frame)
    return departures.first { shadows.leaveOpen($0) }
  }
}

extension Barriers {
  /// Whether no water stands between a departure and the place it leaves for.
  func leaveOpen(
    _ departure: AccessSegment.Departure, to place: Footing, frame: LocalFrame
  ) -> Bool {
    let point = frame.point(at: departure.offset)
    var box = GeoBounds(place.point, place.bank)
    box.insert(point)
    if isClear(box) { return true }
    return !block(footing(at: point), place)
  }
}
