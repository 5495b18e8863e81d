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

  let attachment: OriginAttachment
  /// Milliseconds at each node.
  public let nodeTimes: [UInt32]
  /// Metres from the origin to the nearest ordinary road, found at points 50 m apart; nil where
  /// none is within reach of a last leg.
  public let distanceToRoads: Double?

  let network: AccessNetwork
  /// By edge.
  private let cutEdges: [UInt32: CutEdge]
  let isCut: [Bool]

  /// `nodeTimes` are those of a search over `network` from the attachment's seeds.
  init(from attachment: OriginAttachment, nodeTimes: [UInt32], over network: AccessNetwork) {
    precondition(nodeTimes.count == network.roads.nodes.count)
    self.attachment = attachment
    self.network = network
    self.nodeTimes = nodeTimes
    var cutEdges: [UInt32: CutEdge] = [:]
    var isCut = [Bool](repeating: false, count: network.roads.edgeCount)
    for profile in attachment.profiles {
      let edge = profile.edge
      cutEdges[UInt32(edge)] = CutEdge(
        profile, of: network.roads, startTime: nodeTimes[Int(network.roads.from[edge])],
        endTime: nodeTimes[Int(network.roads.to[edge])], duration: network.edgeTimes[edge])
      isCut[edge] = true
    }
    self.cutEdges = cutEdges
    self.isCut = isCut
    let soonest = attachment.profiles.lazy.compactMap { $0.times.min() }.min()
    distanceToRoads = soonest.map { $0 / network.profile.lastLeg.pace }
  }

  public var origin: Origin { attachment.origin }
  private var shape: OriginShape { attachment.shape }
  /// Metres in a straight line of a last leg, at most.
  public var reach: Double { network.profile.lastLeg.reach }
  /// Whether all of the way is walked.
  public var isOnFoot: Bool { network.profile.lastLeg == network.profile.walk }

  /// A box around every point of ordinary road that is reached within `limit` milliseconds, and
  /// the origin.
  public func bounds(reachedWithin limit: UInt32) -> GeoBounds {
    let roads = network.roads
    var bounds = origin.bounds(reachedWithin: limit)
    for edge in 0..<roads.edgeCount where !roads.roadClass[edge].isControlledAccess {
      let (from, to) = (Int(roads.from[edge]), Int(roads.to[edge]))
      guard min(nodeTimes[from], nodeTimes[to]) <= limit else { continue }
      bounds.insert(roads.nodes[from])
      bounds.insert(roads.nodes[to])
    }
    for segment in cutEdges.values.lazy.flatMap(\.pieces)
    where min(segment.startTime, segment.endTime) <= Double(limit) {
      bounds.insert(segment.start)
      bounds.insert(segment.end)
    }
    return bounds
  }

  /// The edge in pieces, where it is near the origin.
  func cutEdge(_ edge: UInt32) -> CutEdge? { isCut[Int(edge)] ? cutEdges[edge] : nil }

  /// The reached pieces of ordinary road among `edges`.
  func segments(of edges: some Sequence<UInt32>) -> [AccessSegment] {
    var segments: [AccessSegment] = []
    segments.reserveCapacity(edges.underestimatedCount)
    for edge in edges {
      if let cut = cutEdge(edge) {
        segments.append(contentsOf: cut.pieces)
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
          startTime: Double(startTime),
          endTime: network.roads.isOneWay(Int(edge)) ? .infinity : Double(endTime),
          duration: Double(duration)))
    }
    return segments
  }

  /// When the first end of the reached pieces of ordinary road among `edges` is reached.
  private func soonestEnd(of edges: ArraySlice<UInt32>) -> Double {
    var soonest = Double.infinity
    for edge in edges {
      if let cut = cutEdge(edge) {
        for piece in cut.pieces { soonest = min(soonest, piece.startTime, piece.endTime) }
        continue
      }
      let (from, to) = (Int(network.roads.from[Int(edge)]), Int(network.roads.to[Int(edge)]))
      let time = min(nodeTimes[from], nodeTimes[to])
      guard time < TravelTime.unreachable, network.edgeTimes[Int(edge)] < TravelTime.unreachable
      else { continue }
      soonest = min(soonest, Double(time))
    }
    return soonest
  }

  /// When `point` is reached, over every point of every ordinary road within reach and the direct
  /// leg from the origin.
  public func arrival(at point: GeoPoint) -> Arrival {
    arrivals(at: [point])[0]
  }

  /// The same for places close together, which share their look at the roads around.
  ///
  /// - Precondition: the places lie within ``viewRadius`` of the middle of their box.
  public func arrivals(at block: [GeoPoint]) -> [Arrival] { arrivals(in: view(of: block)) }

  /// When the places of a view of this one's are reached.
  ///
  /// - Complexity: O(segments that can matter) a place.
  public func arrivals(in view: View) -> [Arrival] {
    guard let candidates = view.candidates else { return arrivals(at: view.places) }
    return zip(view.places, view.slacks).map { place, slack in
      arrival(at: place, over: candidates, of: view.segments, slack: slack)
    }
  }

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
    let edges = network.index.edges(near: frame.origin)
    let nearestPossible = shape.nearestPossible(to: frame, reach: reach * 1.002 + radius) * pace
    // No place is reached before the roads around it are.
    let onRoads = limit < .infinity ? soonestEnd(of: edges) : 0
    if min(onRoads, nearestPossible) - radius * pace > limit {
      return View(
        places: block, slacks: [], segments: [], candidates: nil,
        soonest: min(onRoads, nearestPossible) - radius * pace)
    }
    let segments = segments(of: edges)
    var candidates: [Candidate] = []
    candidates.reserveCapacity(segments.count)
    for (index, segment) in segments.enumerated() {
      let earliest = segment.departure(to: frame, pace: pace, reach: reach * 1.002 + radius).time
      if earliest.isFinite { candidates.append(Candidate(segment: index, earliest: earliest)) }
    }
    candidates.sort { $0.earliest < $1.earliest }
    let soonest = min(candidates.first?.earliest ?? .infinity, nearestPossible)
    return View(
      places: block, slacks: distances.map { $0 * pace }, segments: segments,
      candidates: candidates, soonest: soonest - radius * pace)
  }

  /// A block of places and the roads that matter to it.
  public struct View {
    fileprivate let places: [GeoPoint]
    /// A place may be reached this much earlier than the middle of the block.
    fileprivate let slacks: [Double]
    fileprivate let segments: [AccessSegment]
    /// Nil where a look at the roads' own times was enough.
    fileprivate let candidates: [Candidate]?
    /// Milliseconds: no place of the block, nor within the margin around it, is reached earlier.
    public let soonest: Double
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
      let segment = segments[candidate.segment]
      let (viaStart, viaEnd) = segment.departures(
        to: frame, pace: lastLeg.pace, reach: lastLeg.reach)
      let startFirst = viaStart.time <= viaEnd.time
      for isStart in [startFirst, !startFirst] {
        let departure = isStart ? viaStart : viaEnd
        // Of two as early, the shorter leg: the order of candidates must not show.
        guard
          (departure.time, departure.distance) < (best.time, best.lastLeg ?? .infinity)
        else { continue }
        if network.barriers.leaveOpen(departure, to: place, frame: frame) {
          best = Arrival(time: departure.time, lastLeg: departure.distance)
        } else {
          blocked.append((segment.reachedOnly(atStart: isStart), departure.time))
        }
      }
    }
    // Behind water, point by point: only segments that could still beat the best.
    blocked.sort { $0.time < $1.time }
    for (segment, time) in blocked where time < best.time {
      if let open = network.openDeparture(from: segment, to: place, frame: frame, before: best.time)
      {
        best = Arrival(time: open.time, lastLeg: open.distance)
      }
    }
    let direct = shape.exit(
      to: place, frame: frame, reach: lastLeg.reach, limit: (best.time + 2) / lastLeg.pace,
      barriers: network.barriers)
    // A millisecond in its favour: where the origin stands on the road, both ways are one.
    if let direct, direct.sum * lastLeg.pace <= best.time + 1 {
      best = Arrival(
        time: direct.sum * lastLeg.pace, lastLeg: origin.heads.isEmpty ? nil : direct.distance)
    }
    return best
  }
}
