import Shapes

extension Arrivals {
  /// A trip to a place: how long, how far, and its last leg.
  public struct Trip: Hashable, Sendable {
    /// Milliseconds, or infinite.
    public var time: Double
    /// Metres of way, first and last legs with their circuity included.
    public var meters: Double
    /// Metres in a straight line of the leg from the road; nil for the direct leg from the origin.
    public var lastLeg: Double?

    public static let none = Trip(time: .infinity, meters: .infinity, lastLeg: nil)
  }

  /// When a place is reached, as ``arrival(at:)`` says, and by how long a way.
  ///
  /// Of ways that take the same time the shortest is taken. `nodeMeters` are ``nodeMeters()``.
  ///
  /// - Complexity: O(nodes around the place), and for places near the origin O(its cut edges).
  public func trip(to destination: DestinationAttachment, nodeMeters: [Double]) -> Trip {
    var best = Trip.none
    func consider(_ time: Double, _ meters: Double, _ lastLeg: Double?) {
      if (time, meters) < (best.time, best.meters) {
        best = Trip(time: time, meters: meters, lastLeg: lastLeg)
      }
    }
    let isNear = destination.edges.contains { isCut[Int($0)] }
    for entry in isNear ? destination.allEntries : destination.entries
    where !(isNear && isCut[Int(entry.edge)]) {
      let time = nodeTimes[Int(entry.node)]
      guard time < TravelTime.unreachable else { continue }
      consider(
        Double(time) + entry.time, nodeMeters[Int(entry.node)] + entry.meters, entry.lastLeg)
    }
    let lastLeg = network.profile.lastLeg
    for edge in isNear ? destination.edges : [] {
      guard let cut = cutEdge(edge) else { continue }
      let roads = network.roads
      let length = roads.length[Int(edge)]
      let meters = cut.meters(
        start: nodeMeters[Int(roads.from[Int(edge)])], end: nodeMeters[Int(roads.to[Int(edge)])],
        length: length)
      let duration = Double(network.edgeTimes[Int(edge)])
      for (piece, meters) in zip(cut.pieces, meters) {
        let share = duration > 0 ? piece.duration / duration : 0
        for leg in network.legs(from: piece, to: destination.place, frame: destination.frame) {
          consider(
            leg.time,
            (leg.isFromStart ? meters.start : meters.end) + leg.part * share * length
              + leg.distance * lastLeg.circuity, leg.distance)
        }
      }
    }
    let direct = attachment.shape.distance(
      to: destination.place, frame: destination.frame, reach: lastLeg.reach,
      limit: (best.time + 2) / lastLeg.pace, barriers: network.barriers)
    // A millisecond in its favour: where the origin stands on the road, both ways are one.
    if direct * lastLeg.pace <= best.time + 1 {
      best = Trip(
        time: direct * lastLeg.pace, meters: direct * lastLeg.circuity, lastLeg: nil)
    }
    return best
  }

  /// Metres of way to every node by the fastest way, and of those the shortest; infinite where not
  /// reached.
  ///
  /// Each road counts in whole steps of length, so that sums are exact and
  /// ``AccessNetwork/nodeMeters(of:)`` finds the same.
  ///
  /// - Complexity: O(nodes · log + arcs).
  public func nodeMeters() -> [Double] {
    let step = network.lengthStep
    return network.graph.meters(
      alongFastestWaysIn: nodeTimes,
      from: attachment.routeSeeds.map {
        (Seed(node: $0.node, time: $0.time), step.steps(of: $0.length))
      },
      arcMeters: { step.steps(of: network.roads.length[network.roads.edge(ofArc: $0)]) }
    ).map { step.meters(of: $0) }
  }
}
