import Shapes

/// How an origin joins the ordinary roads around it.
///
/// Every point of every ordinary road within reach is joined by a last leg of its own, so an edge
/// near the origin has a profile of arrival times that is not linear between its ends. It is cut
/// into ``pieces`` that are, and its end nodes become ``seeds`` of the search.
struct OriginAttachment: Sendable {
  /// A cut edge: metres along and milliseconds at each cut, the road's own both ends included.
  struct Profile: Sendable {
    var edge: Int
    /// 0…1 along the edge.
    var parts: [Double]
    /// Milliseconds by the origin's own legs and along this edge; infinite where out of reach.
    var times: [Double]
  }

  let profiles: [Profile]
  let seeds: [Seed]

  /// - Complexity: O(edges within reach · their length / 50 m).
  init(
    of shape: OriginShape, to network: RoadNetwork, times: [UInt32], index: AccessIndex,
    lastLeg: LastLeg, barriers: Barriers
  ) {
    var profiles: [Profile] = []
    var seeds: [Seed] = []
    let near = index.edges(near: shape.origin.bounds)
    for edge in near.map({ Int($0) }) where times[edge] < TravelTime.unreachable {
      guard
        let profile = Self.profile(
          of: edge, from: shape, network: network, duration: Double(times[edge]),
          lastLeg: lastLeg, barriers: barriers)
      else { continue }
      profiles.append(profile)
      for (node, time) in [
        (network.from[edge], profile.times[0]),
        (network.to[edge], profile.times[profile.times.count - 1]),
      ] where time.isFinite {
        seeds.append(Seed(node: node, time: TravelTime.rounded(time)))
      }
    }
    self.profiles = profiles
    self.seeds = seeds
  }

  /// Arrival times along an edge by the origin's own legs; nil where none reaches it.
  private static func profile(
    of edge: Int, from shape: OriginShape, network: RoadNetwork, duration: Double,
    lastLeg: LastLeg, barriers: Barriers
  ) -> Profile? {
    let start = network.nodes[Int(network.from[edge])]
    let end = network.nodes[Int(network.to[edge])]
    let length = start.localDistance(to: end)
    var parts = Self.parts(
      of: start, end, length, duration, shape.origin, lastLeg.pace, lastLeg.reach)
    parts.sort()
    var times = parts.map { part in
      let point = GeoPoint(
        longitude: start.longitude + part * (end.longitude - start.longitude),
        latitude: start.latitude + part * (end.latitude - start.latitude))
      let distance = shape.distance(
        to: barriers.footing(at: point), frame: LocalFrame(at: point), reach: lastLeg.reach,
        limit: .infinity, barriers: barriers)
      return distance * lastLeg.pace
    }
    guard times.contains(where: \.isFinite) else { return nil }
    for index in 1..<times.count {
      let step = (parts[index] - parts[index - 1]) * duration
      times[index] = min(times[index], times[index - 1] + step)
    }
    for index in (1..<times.count).reversed() {
      let step = (parts[index] - parts[index - 1]) * duration
      times[index - 1] = min(times[index - 1], times[index] + step)
    }
    return Profile(edge: edge, parts: parts, times: times)
  }

  /// Points at most 50 m apart, and for each starting point the two where joining is best.
  private static func parts(
    of start: GeoPoint, _ end: GeoPoint, _ length: Double, _ duration: Double, _ origin: Origin,
    _ pace: Double, _ reach: Double
  ) -> [Double] {
    let steps = max(1, Int((length / AccessSegment.sampleSpacing).rounded(.up)))
    var parts = (0...steps).map { Double($0) / Double(steps) }
    guard length > 0 else { return parts }
    let segment = AccessSegment(
      start: start, end: end, startTime: 0, endTime: 0, duration: duration)
    let roadPace = duration / length
    for point in origin.points {
      let sight = SightedSegment(segment, from: LocalFrame(at: point))
      let shift =
        roadPace < pace
        ? sight.squaredOffset.squareRoot() * roadPace
          / (pace * pace - roadPace * roadPace).squareRoot() : 0
      // Where joining is best, and as far as the reach goes: a road just within it is joined.
      let room = max(0, reach * reach - sight.squaredOffset).squareRoot() * (1 - 1e-9)
      let joints = [-shift, shift, 0, -room, room].map { sight.foot + $0 }
      for along in joints where along > 0 && along < length { parts.append(along / length) }
    }
    return parts
  }
}

extension OriginAttachment.Profile {
  /// The edge in straight pieces of time, once its ends' times from the whole search are known.
  ///
  /// A piece runs as far as its two ends explain every point between to a millisecond.
  func pieces(
    network: RoadNetwork, startTime: UInt32, endTime: UInt32, duration: Double
  ) -> [AccessSegment] {
    let start = network.nodes[Int(network.from[edge])]
    let end = network.nodes[Int(network.to[edge])]
    let arrival = parts.indices.map { index in
      min(
        times[index], Double(startTime) + parts[index] * duration,
        Double(endTime) + (1 - parts[index]) * duration)
    }
    func explains(_ first: Int, _ last: Int) -> Bool {
      (first + 1..<max(first + 1, last)).allSatisfy { index in
        let viaFirst = arrival[first] + (parts[index] - parts[first]) * duration
        let viaLast = arrival[last] + (parts[last] - parts[index]) * duration
        return min(viaFirst, viaLast) <= arrival[index] + 1
      }
    }
    func point(_ part: Double) -> GeoPoint {
      GeoPoint(
        longitude: start.longitude + part * (end.longitude - start.longitude),
        latitude: start.latitude + part * (end.latitude - start.latitude))
    }
    var pieces: [AccessSegment] = []
    var first = 0
    while first < parts.count - 1 {
      var last = first + 1
      while last + 1 < parts.count, explains(first, last + 1) { last += 1 }
      pieces.append(
        AccessSegment(
          start: point(parts[first]), end: point(parts[last]), startTime: arrival[first],
          endTime: arrival[last], duration: (parts[last] - parts[first]) * duration))
      first = last
    }
    return pieces
  }
}
