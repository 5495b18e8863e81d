import Shapes

/// How an origin joins the ordinary roads around it.
///
/// Every point of every ordinary road within reach is joined by a last leg of its own, so an edge
/// near the origin has a profile of arrival times that is not linear between its ends. It is cut
/// into ``pieces`` that are, and its end nodes become ``seeds`` of the search.
public struct OriginAttachment: Sendable {
  /// A cut edge: milliseconds and metres at each cut, the road's own both ends included.
  struct Profile: Sendable {
    var edge: Int
    /// 0…1 along the edge.
    var parts: [Double]
    /// Milliseconds by the origin's own legs and along this edge; infinite where out of reach.
    var times: [Double]
    /// Metres of way travelled by then, the leg's circuity included.
    var meters: [Double]
  }

  let shape: OriginShape
  let profiles: [Profile]
  /// The nodes that the search starts from.
  public let seeds: [Seed]
  /// Metres of way travelled to each of ``seeds``.
  let seedMeters: [Double]
  /// What was merged into this one; empty where nothing was.
  let members: [Member]

  public var origin: Origin { shape.origin }

  /// The seeds with the metres travelled to them.
  var routeSeeds: [RouteSeed] {
    zip(seeds, seedMeters).map { RouteSeed(node: $0.node, time: $0.time, length: $1) }
  }

  init(
    shape: OriginShape, profiles: [Profile], seeds: [Seed], seedMeters: [Double],
    members: [Member] = []
  ) {
    self.shape = shape
    self.profiles = profiles
    self.seeds = seeds
    self.seedMeters = seedMeters
    self.members = members
  }

  /// - Complexity: O(edges within reach · their length / 50 m).
  init(
    of shape: OriginShape, to network: RoadNetwork, times: [UInt32], index: AccessIndex,
    lastLeg: LastLeg, barriers: Barriers
  ) {
    var profiles: [Profile] = []
    var seeds: [Seed] = []
    var seedMeters: [Double] = []
    let near = index.edges(near: shape.origin.bounds)
    for edge in near.map({ Int($0) }) where times[edge] < TravelTime.unreachable {
      guard
        let profile = Self.profile(
          of: edge, from: shape, network: network, duration: Double(times[edge]),
          lastLeg: lastLeg, barriers: barriers)
      else { continue }
      profiles.append(profile)
      for (node, cut) in [(network.from[edge], 0), (network.to[edge], profile.times.count - 1)]
      where profile.times[cut].isFinite {
        seeds.append(Seed(node: node, time: TravelTime.rounded(profile.times[cut])))
        seedMeters.append(profile.meters[cut])
      }
    }
    self.init(shape: shape, profiles: profiles, seeds: seeds, seedMeters: seedMeters)
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
    let exits = parts.map { part in
      let point = GeoPoint(
        longitude: start.longitude + part * (end.longitude - start.longitude),
        latitude: start.latitude + part * (end.latitude - start.latitude))
      return shape.exit(
        to: barriers.footing(at: point), frame: LocalFrame(at: point), reach: lastLeg.reach,
        barriers: barriers)
    }
    var times = exits.map { ($0?.sum ?? .infinity) * lastLeg.pace }
    guard times.contains(where: \.isFinite) else { return nil }
    var meters = exits.map { exit in
      exit.map { $0.distance * lastLeg.circuity + shape.meters(before: $0) } ?? .infinity
    }
    /// Goes on along the edge from one cut to its neighbour where that is sooner.
    func goOn(from cut: Int, to next: Int) {
      let step = abs(parts[next] - parts[cut])
      guard times[cut] + step * duration < times[next] else { return }
      times[next] = times[cut] + step * duration
      meters[next] = meters[cut] + step * network.length[edge]
    }
    for cut in 1..<times.count { goOn(from: cut - 1, to: cut) }
    if !network.isOneWay(edge) {
      for cut in (1..<times.count).reversed() { goOn(from: cut, to: cut - 1) }
    }
    return Profile(edge: edge, parts: parts, times: times, meters: meters)
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
