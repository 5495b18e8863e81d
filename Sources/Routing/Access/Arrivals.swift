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

  /// Metres from the middle of a block's box to its places, at most.
  public static let viewRadius = AccessNetwork.blockRadius

  public let origin: Origin
  /// Milliseconds at each node.
  public let nodeTimes: [UInt32]
  /// Metres from the origin to the nearest ordinary road, found at points 50 m apart; nil where
  /// none is within reach of a last leg.
  public let distanceToRoads: Double?

  private let network: AccessNetwork
  private let shape: OriginShape
  /// Edges near the origin, cut into pieces: they take the place of the whole edge.
  private let pieces: [UInt32: [AccessSegment]]
  private let isCut: [Bool]

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
    var isCut = [Bool](repeating: false, count: network.roads.edgeCount)
    for edge in pieces.keys { isCut[Int(edge)] = true }
    self.isCut = isCut
    let soonest = attachment.profiles.lazy.compactMap { $0.times.min() }.min()
    distanceToRoads = soonest.map { $0 / lastLeg.pace }
  }

  /// A box around every point of ordinary road that is reached within `limit` milliseconds, and
  /// the origin.
  public func bounds(reachedWithin limit: UInt32) -> GeoBounds {
    let roads = network.roads
    var bounds = origin.bounds
    for edge in 0..<roads.edgeCount where !roads.roadClass[edge].isControlledAccess {
      let (from, to) = (Int(roads.from[edge]), Int(roads.to[edge]))
      guard min(nodeTimes[from], nodeTimes[to]) <= limit else { continue }
      bounds.insert(roads.nodes[from])
      bounds.insert(roads.nodes[to])
    }
    for segment in pieces.values.joined()
    where min(segment.startTime, segment.endTime) <= Double(limit) {
      bounds.insert(segment.start)
      bounds.insert(segment.end)
    }
    return bounds
  }

  /// The reached pieces of ordinary road among `edges`.
  func segments(of edges: some Sequence<UInt32>) -> [AccessSegment] {
    var segments: [AccessSegment] = []
    segments.reserveCapacity(edges.underestimatedCount)
    for edge in edges {
      if isCut[Int(edge)], let cut = pieces[edge] {
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
    arrivals(at: [point])[0]
  }

  /// The same for places close together, which share their look at the roads around.
  ///
  /// - Precondition: the places lie within ``viewRadius`` of the middle of their box.
  public func arrivals(at block: [GeoPoint]) -> [Arrival] { view(of: block).arrivals() }

  /// Looks at the roads around a block of places.
  ///
  /// The view's ``View/soonest`` holds `margin` metres around them, too. Where it is beyond `limit`
  /// milliseconds it may be sooner than need be.
  ///
  /// - Complexity: O(segments nearby · log).
  public func view(
    of block: [GeoPoint], margin: Double = 0, within limit: Double = .infinity
  ) -> View {
    let frame = LocalFrame(at: GeoBounds(block).centre)
    // Frames a few kilometres apart differ by less than 0.2 %.
    let distances = block.map { frame.distance(to: $0) * 1.002 }
    let radius = (distances.max() ?? 0) + margin * 1.002
    let (pace, reach) = (network.profile.lastLeg.pace, network.profile.lastLeg.reach)
    let segments = segments(of: network.index.edges(near: frame.origin))
    let nearestPossible = shape.nearestPossible(to: frame, reach: reach * 1.002 + radius) * pace
    // No place is reached before the roads around it are.
    let onRoads = segments.reduce(Double.infinity) { min($0, $1.startTime, $1.endTime) }
    if min(onRoads, nearestPossible) - radius * pace > limit {
      return View(
        source: self, places: block, slacks: [], segments: [], candidates: nil,
        soonest: min(onRoads, nearestPossible) - radius * pace)
    }
    var candidates: [Candidate] = []
    candidates.reserveCapacity(segments.count)
    for (index, segment) in segments.enumerated() {
      let earliest = segment.departure(to: frame, pace: pace, reach: reach * 1.002 + radius).time
      if earliest.isFinite { candidates.append(Candidate(segment: index, earliest: earliest)) }
    }
    candidates.sort { $0.earliest < $1.earliest }
    let soonest = min(candidates.first?.earliest ?? .infinity, nearestPossible)
    return View(
      source: self, places: block, slacks: distances.map { $0 * pace }, segments: segments,
      candidates: candidates, soonest: soonest - radius * pace)
  }

  /// A block of places and the roads that matter to it.
  public struct View {
    fileprivate let source: Arrivals
    fileprivate let places: [GeoPoint]
    /// A place may be reached this much earlier than the middle of the block.
    fileprivate let slacks: [Double]
    fileprivate let segments: [AccessSegment]
    /// Nil where a look at the roads' own times was enough.
    fileprivate let candidates: [Candidate]?
    /// Milliseconds: no place of the block, nor within the margin around it, is reached earlier.
    public let soonest: Double

    /// - Complexity: O(segments that can matter) a place.
    public func arrivals() -> [Arrival] {
      guard let candidates else { return source.view(of: places).arrivals() }
      return zip(places, slacks).map { place, slack in
        source.arrival(at: place, over: candidates, of: segments, slack: slack)
      }
    }
  }

  /// A segment by its place in the view, and the earliest that the middle of a block could be
  /// reached from it.
  fileprivate struct Candidate {
    var segment: Int
    var earliest: Double
  }

  fileprivate func arrival(
    at point: GeoPoint, over candidates: [Candidate], of segments: [AccessSegment], slack: Double
  ) -> Arrival {
    let lastLeg = network.profile.lastLeg
    let frame = LocalFrame(at: point)
    let place = network.barriers.footing(at: point)
    var best = Arrival.none
    var blocked: [(segment: AccessSegment, time: Double)] = []
    for candidate in candidates {
      if candidate.earliest - slack > best.time { break }
      let departure = segments[candidate.segment].departure(
        to: frame, pace: lastLeg.pace, reach: lastLeg.reach)
      // Of two as early, the shorter leg: the order of candidates must not show.
      guard
        (departure.time, departure.distance) < (best.time, best.lastLeg ?? .infinity)
      else { continue }
      if isOpen(departure, place, frame) {
        best = Arrival(time: departure.time, lastLeg: departure.distance)
      } else {
        blocked.append((segments[candidate.segment], departure.time))
      }
    }
    // Behind water, point by point: only segments that could still beat the best.
    blocked.sort { $0.time < $1.time }
    for (segment, time) in blocked where time < best.time {
      let departures = segment.sampledDepartures(
        to: frame, pace: lastLeg.pace, reach: lastLeg.reach, before: best.time)
      let shadows = network.barriers.shadows(on: segment, seenFrom: place, frame: frame)
      if let open = departures.first(where: { shadows.leaveOpen($0) }) {
        best = Arrival(time: open.time, lastLeg: open.distance)
      }
    }
    let direct = shape.distance(
      to: place, frame: frame, reach: lastLeg.reach, limit: (best.time + 2) / lastLeg.pace,
      barriers: network.barriers)
    // A millisecond in its favour: where the origin stands on the road, both ways are one.
    if direct * lastLeg.pace <= best.time + 1 {
      best = Arrival(time: direct * lastLeg.pace, lastLeg: nil)
    }
    return best
  }

  private func isOpen(
    _ departure: AccessSegment.Departure, _ place: Barriers.Footing, _ frame: LocalFrame
  ) -> Bool {
    let point = frame.point(at: departure.offset)
    var box = GeoBounds(place.point, place.bank)
    box.insert(point)
    if network.barriers.isClear(box) { return true }
    return !network.barriers.block(network.barriers.footing(at: point), place)
  }
}
