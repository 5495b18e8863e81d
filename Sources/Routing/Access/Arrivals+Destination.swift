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
    bestTrip(to: destination, nodeMeters: nodeMeters).trip
  }

  /// What a trip comes to its destination by.
  enum Approach {
    case node(DestinationAttachment.Entry)
    /// From an end of a piece of an edge near the origin.
    case piece(edge: UInt32, index: Int, leg: AccessNetwork.SegmentLeg)
    case direct(OriginShape.Exit)
  }

  /// The best trip, and how it ends; nil where there is none.
  func bestTrip(
    to destination: DestinationAttachment, nodeMeters: [Double]
  ) -> (trip: Trip, approach: Approach?) {
    var best = Trip.none
    var approach: Approach?
    func consider(
      _ time: Double, _ meters: Double, _ lastLeg: Double?, _ by: @autoclosure () -> Approach
    ) {
      if (time, meters) < (best.time, best.meters) {
        best = Trip(time: time, meters: meters, lastLeg: lastLeg)
        approach = by()
      }
    }
    let isNear = destination.edges.contains { isCut[Int($0)] }
    for entry in isNear ? destination.allEntries : destination.entries
    where !(isNear && isCut[Int(entry.edge)]) {
      let time = nodeTimes[Int(entry.node)]
      guard time < TravelTime.unreachable else { continue }
      consider(
        Double(time) + entry.time, nodeMeters[Int(entry.node)] + entry.meters, entry.lastLeg,
        .node(entry))
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
      for (index, (piece, meters)) in zip(cut.pieces, meters).enumerated() {
        let share = duration > 0 ? piece.duration / duration : 0
        for leg in network.legs(from: piece, to: destination.place, frame: destination.frame) {
          consider(
            leg.time,
            (leg.isFromStart ? meters.start : meters.end) + leg.part * share * length
              + leg.distance * lastLeg.circuity, leg.distance,
            .piece(edge: edge, index: index, leg: leg))
        }
      }
    }
    let direct = attachment.shape.exit(
      to: destination.place, frame: destination.frame, reach: lastLeg.reach,
      limit: (best.time + 2) / lastLeg.pace, barriers: network.barriers)
    // A millisecond in its favour: where the origin stands on the road, both ways are one.
    if let direct, direct.sum * lastLeg.pace <= best.time + 1 {
      let head = direct.point.flatMap { origin.heads.isEmpty ? nil : origin.heads[$0] }
      best = Trip(
        time: direct.sum * lastLeg.pace,
        meters: (head?.meters ?? 0) + direct.distance * lastLeg.circuity,
        lastLeg: head == nil ? nil : direct.distance)
      approach = .direct(direct)
    }
    return (best, approach)
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
