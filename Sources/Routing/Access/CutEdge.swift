import Shapes

/// An edge near an origin, in straight pieces of time: it takes the place of the whole edge.
struct CutEdge: Sendable {
  /// One piece after the other, from the edge's start to its end.
  let pieces: [AccessSegment]
  /// Which cuts of the profile bound the pieces: one more than there are pieces.
  private let bounds: [Int]
  private let profile: OriginAttachment.Profile
  private let startTime: Double
  private let endTime: Double
  private let duration: Double
  private let isOneWay: Bool

  /// Cuts an edge once its ends' times from the whole search are known.
  ///
  /// A piece runs as far as its two ends explain every point between to a millisecond.
  init(
    _ profile: OriginAttachment.Profile, of network: RoadNetwork, startTime: UInt32,
    endTime: UInt32, duration: UInt32
  ) {
    self.profile = profile
    self.startTime = Double(startTime)
    self.endTime = network.isOneWay(profile.edge) ? .infinity : Double(endTime)
    let duration = Double(duration)
    let isOneWay = network.isOneWay(profile.edge)
    self.isOneWay = isOneWay
    let enteredAtEnd = isOneWay ? .infinity : Double(endTime)
    self.duration = duration
    let start = network.nodes[Int(network.from[profile.edge])]
    let end = network.nodes[Int(network.to[profile.edge])]
    let parts = profile.parts
    let arrival = parts.indices.map { cut in
      min(
        profile.times[cut], Double(startTime) + parts[cut] * duration,
        enteredAtEnd + (1 - parts[cut]) * duration)
    }
    func explains(_ first: Int, _ last: Int) -> Bool {
      (first + 1..<max(first + 1, last)).allSatisfy { cut in
        let viaFirst = arrival[first] + (parts[cut] - parts[first]) * duration
        let viaLast =
          isOneWay ? .infinity : arrival[last] + (parts[last] - parts[cut]) * duration
        return min(viaFirst, viaLast) <= arrival[cut] + 1
      }
    }
    func point(_ part: Double) -> GeoPoint {
      GeoPoint(
        longitude: start.longitude + part * (end.longitude - start.longitude),
        latitude: start.latitude + part * (end.latitude - start.latitude))
    }
    var pieces: [AccessSegment] = []
    var bounds = [0]
    while let first = bounds.last, first < parts.count - 1 {
      var last = first + 1
      while last + 1 < parts.count, explains(first, last + 1) { last += 1 }
      pieces.append(
        AccessSegment(
          start: point(parts[first]), end: point(parts[last]), startTime: arrival[first],
          endTime: isOneWay ? .infinity : arrival[last],
          duration: (parts[last] - parts[first]) * duration))
      bounds.append(last)
    }
    self.pieces = pieces
    self.bounds = bounds
  }

  /// What the time at a cut comes from.
  enum Source {
    /// By a leg from the origin to this edge.
    case ownLeg
    /// Along the edge from its start, or its end.
    case start
    case end
  }

  /// Which cut an end of a piece is, and where it lies, 0…1 along the edge.
  func end(ofPiece index: Int, isStart: Bool) -> (cut: Int, part: Double) {
    let cut = bounds[isStart ? index : index + 1]
    return (cut, profile.parts[cut])
  }

  /// What the least time at a cut comes from, and of ways as fast the shortest.
  func source(ofCut cut: Int, start: Double, end: Double, length: Double) -> Source {
    arrivals(at: cut, start: start, end: end, length: length)
      .min { ($0.time, $0.meters) < ($1.time, $1.meters) }?.source ?? .ownLeg
  }

  private func arrivals(
    at cut: Int, start: Double, end: Double, length: Double
  ) -> [(time: Double, meters: Double, source: Source)] {
    let part = profile.parts[cut]
    return [
      (profile.times[cut], profile.meters[cut], .ownLeg),
      (startTime + part * duration, start + part * length, .start),
      (endTime + (1 - part) * duration, end + (1 - part) * length, .end),
    ]
  }

  /// Metres of way travelled to each end of each piece, by the way that takes the least time.
  ///
  /// `start` and `end` are the metres travelled to the edge's ends, `length` is its own.
  func meters(start: Double, end: Double, length: Double) -> [(start: Double, end: Double)] {
    let meters = bounds.map { cut in
      arrivals(at: cut, start: start, end: end, length: length)
        .min { ($0.time, $0.meters) < ($1.time, $1.meters) }?.meters ?? .infinity
    }
    return zip(meters, meters.dropFirst()).map { ($0, $1) }
  }
}
