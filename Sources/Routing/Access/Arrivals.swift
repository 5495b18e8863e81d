public import Shapes

/// Free-flow times from one origin: at every node, and by last legs at every place.
public struct Arrivals: Sendable {
  /// When a place is reached, and how.
  public struct Arrival: Hashable, Sendable {
    /// Milliseconds, or infinite.
    public var time: Double
    /// Metres in a straight line of a leg from the road; nil for the direct leg from the origin.
    public var lastLeg: Double?

    public static let none = Arrival(time: .infinity, lastLeg: nil)
  }

  public let origin: Origin
  /// Milliseconds at each node.
  public let nodeTimes: [UInt32]
  private let network: AccessNetwork
  private let shape: OriginShape
  /// Edges near the origin, cut into pieces: they take the place of the whole edge.
  private let pieces: [UInt32: [AccessSegment]]

  init(from origin: Origin, over network: AccessNetwork) {
    self.origin = origin
    self.network = network
    let lastLeg = network.profile.lastLeg
    shape = OriginShape(origin, reach: lastLeg.reach)
    let attachment = OriginAttachment(
      of: shape, to: network.roads, times: network.edgeTimes, index: network.index,
      lastLeg: lastLeg, barriers: network.barriers)
    nodeTimes = network.graph.travelTimes(from: attachment.seeds)
    var pieces: [UInt32: [AccessSegment]] = [:]
    for profile in attachment.profiles {
      let edge = profile.edge
      pieces[UInt32(edge)] = profile.pieces(
        network: network.roads, startTime: nodeTimes[Int(network.roads.from[edge])],
        endTime: nodeTimes[Int(network.roads.to[edge])],
        duration: Double(network.edgeTimes[edge]))
    }
    self.pieces = pieces
  }

  /// Metres from the origin to the ordinary road nearest to it; nil where none is within reach.
  public var distanceToRoads: Double? {
    let reach = network.profile.lastLeg.reach
    var nearest = Double.infinity
    for edge in network.index.edges(near: origin.bounds) {
      let from = network.roads.nodes[Int(network.roads.from[Int(edge)])]
      let to = network.roads.nodes[Int(network.roads.to[Int(edge)])]
      for point in origin.points {
        nearest = min(nearest, LocalFrame(at: point).nearestPoint(from, to).distance)
      }
      if !origin.area.isEmpty, shape.contains(from) || shape.contains(to) { nearest = 0 }
    }
    return nearest <= reach ? nearest : nil
  }

  /// The reached pieces of ordinary road among `edges`.
  func segments(of edges: some Sequence<UInt32>) -> [AccessSegment] {
    var segments: [AccessSegment] = []
    for edge in edges {
      if let cut = pieces[edge] {
        segments.append(contentsOf: cut)
        continue
      }
      let (from, to) = (Int(network.roads.from[Int(edge)]), Int(network.roads.to[Int(edge)]))
      let (startTime, endTime) = (nodeTimes[from], nodeTimes[to])
      let duration = network.edgeTimes[Int(edge)]
      guard min(startTime, endTime) < TravelTime.unreachable, duration < TravelTime.unreachable
      else { continue }
      segments.append(
        AccessSegment(
          start: network.roads.nodes[from], end: network.roads.nodes[to],
          startTime: Double(startTime), endTime: Double(endTime), duration: Double(duration)))
    }
    return segments
  }

  /// When `point` is reached, over every point of every ordinary road within reach and the direct
  /// leg from the origin.
  public func arrival(at point: GeoPoint) -> Arrival {
    arrival(at: point, over: segments(of: network.index.edges(near: point)))
  }

  /// The same for places close together, which share their look at the roads around.
  ///
  /// - Precondition: the places lie within 2.5 km of the middle of their box.
  /// - Complexity: O(segments nearby) for the block, then O(those that can matter) for a place.
  public func arrivals(at block: [GeoPoint]) -> [Arrival] {
    let bounds = GeoBounds(block)
    let middle = bounds.centre
    let frame = LocalFrame(at: middle)
    let radius = block.reduce(0) { max($0, frame.distance(to: $1)) }
    let all = segments(of: network.index.edges(near: middle))
    let useful = prune(all, seenFrom: frame, radius: radius, bounds: bounds)
    return block.map { arrival(at: $0, over: useful) }
  }

  /// Leaves out segments that cannot be the best for any place within `radius` of the frame.
  ///
  /// A place is no further than `radius` from the middle, so a segment is at best that much
  /// earlier there than at the middle, and the best one at most that much later; the latter holds
  /// only where no water lies between its point of departure and the whole block.
  private func prune(
    _ segments: [AccessSegment], seenFrom frame: LocalFrame, radius: Double, bounds: GeoBounds
  ) -> [AccessSegment] {
    let (pace, reach) = (network.profile.lastLeg.pace, network.profile.lastLeg.reach)
    let slack = radius * pace * 1.002  // Frames a kilometre apart differ by less than 0.1 %.
    var latest = Double.infinity
    var earliest = [Double](repeating: .infinity, count: segments.count)
    for (index, segment) in segments.enumerated() {
      earliest[index] = segment.departure(to: frame, pace: pace, reach: reach + radius * 1.002).time
      guard reach > radius, earliest[index] < latest else { continue }
      let sure = segment.departure(to: frame, pace: pace, reach: reach - radius * 1.002)
      guard sure.time < latest else { continue }
      var box = bounds
      box.insert(frame.point(at: sure.offset))
      if network.barriers.isClear(box) { latest = sure.time }
    }
    return zip(segments, earliest).filter { $0.1 - slack <= latest + slack && $0.1.isFinite }
      .map(\.0)
  }

  private func arrival(at point: GeoPoint, over segments: [AccessSegment]) -> Arrival {
    let lastLeg = network.profile.lastLeg
    let frame = LocalFrame(at: point)
    let place = network.barriers.footing(at: point)
    // Most often nothing blocks the earliest departure, and one pass is all.
    var earliest = AccessSegment.Departure.none
    for segment in segments {
      let departure = segment.departure(to: frame, pace: lastLeg.pace, reach: lastLeg.reach)
      if departure.time < earliest.time { earliest = departure }
    }
    var best = Arrival.none
    if earliest.time.isFinite {
      best =
        isOpen(earliest, place, frame)
        ? Arrival(time: earliest.time, lastLeg: earliest.distance)
        : arrivalAroundWater(at: place, frame: frame, over: segments)
    }
    let direct = shape.distance(
      to: place, frame: frame, reach: lastLeg.reach, limit: best.time / lastLeg.pace,
      barriers: network.barriers)
    if direct * lastLeg.pace <= best.time {
      best = Arrival(time: direct * lastLeg.pace, lastLeg: nil)
    }
    return best
  }

  /// The same where water stands before the earliest departure: first the segments whose best
  /// point is open, then, point by point, those that could still beat them.
  private func arrivalAroundWater(
    at place: Barriers.Footing, frame: LocalFrame, over segments: [AccessSegment]
  ) -> Arrival {
    let lastLeg = network.profile.lastLeg
    var best = Arrival.none
    var blocked: [(segment: AccessSegment, time: Double)] = []
    let byTime = segments.map {
      ($0, $0.departure(to: frame, pace: lastLeg.pace, reach: lastLeg.reach))
    }.filter(\.1.time.isFinite).sorted { $0.1.time < $1.1.time }
    for (segment, departure) in byTime {
      if departure.time >= best.time { break }
      if isOpen(departure, place, frame) {
        best = Arrival(time: departure.time, lastLeg: departure.distance)
      } else {
        blocked.append((segment, departure.time))
      }
    }
    for (segment, time) in blocked where time < best.time {
      let departures = segment.sampledDepartures(
        to: frame, pace: lastLeg.pace, reach: lastLeg.reach, before: best.time)
      let shadows = network.barriers.shadows(on: segment, seenFrom: place, frame: frame)
      if let open = departures.first(where: { shadows.leaveOpen($0) }) {
        best = Arrival(time: open.time, lastLeg: open.distance)
      }
    }
    return best
  }

  private func isOpen(
    _ departure: AccessSegment.Departure, _ place: Barriers.Footing, _ frame: LocalFrame
  ) -> Bool {
    var box = GeoBounds([place.point, place.bank])
    let point = frame.point(at: departure.offset)
    box.insert(point)
    if network.barriers.isClear(box) { return true }
    return !network.barriers.block(network.barriers.footing(at: point), place)
  }
}
