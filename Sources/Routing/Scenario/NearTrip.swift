import Shapes

/// A trip between an origin and a place that share roads around them with water about, by any subset
/// of a ``LinkOverlay``'s lines.
///
/// A road near its origin is cut where the times of the origin's own legs bend, and behind water each
/// piece is looked at point by point. Where those points lie hangs on the times at the road's two ends,
/// and so on the subset: what is known without it does not do.
struct NearTrip: Sendable {
  /// A node of the base by its place in ``nodes``, or a vertex of a line.
  enum Place: Hashable, Sendable {
    case base(Int)
    case vertex(line: Int, point: Int)
  }

  /// What has to be built for an edge to be there.
  enum Owner: Hashable, Sendable {
    case base
    case leg(line: Int)
    /// A vertex that is joined on its own.
    case connector(line: Int, point: Int)
  }

  /// From an end of an edge that the origin's own legs do not reach.
  struct Entry: Sendable {
    var owner: Owner
    var place: Place
    var time: Double
  }

  /// An edge around both.
  struct Cut: Sendable {
    var owner: Owner
    var from: Place
    var to: Place
    var profile: OriginAttachment.Profile
    var duration: UInt32
    /// Milliseconds at its ends without any line, and from there to the place.
    var known: (from: UInt32, to: UInt32, time: Double)
  }

  let origin: Int
  let destination: Int
  /// Lines that the place or the origin has around it.
  let lines: Set<Int>
  let entries: [Entry]
  let cuts: [Cut]
  /// Milliseconds straight from the origin; infinite where that is too far or blocked.
  let direct: Double
  let end: DestinationAttachment

  /// Milliseconds when `time` says when a place is reached, and `isThere` what is built.
  ///
  /// - Complexity: O(entries), and O(cuts of an edge) for each whose ends are reached otherwise than
  ///   without any line.
  func time(
    over network: AccessNetwork, at time: (Place) -> UInt32, isThere: (Owner) -> Bool
  ) -> Double {
    var best = Double.infinity
    for entry in entries where isThere(entry.owner) {
      let start = time(entry.place)
      if start < TravelTime.unreachable { best = min(best, Double(start) + entry.time) }
    }
    for cut in cuts where isThere(cut.owner) {
      let (from, to) = (time(cut.from), time(cut.to))
      best = min(
        best,
        cut.owner == .base && from == cut.known.from && to == cut.known.to
          ? cut.known.time
          : Self.time(by: cut.profile, from, to, cut.duration, to: end, over: network))
    }
    // As everywhere: a millisecond in its favour.
    return direct <= best + 1 ? direct : best
  }

  /// Milliseconds by the pieces of an edge whose ends are reached at `from` and `to`.
  static func time(
    by profile: OriginAttachment.Profile, _ from: UInt32, _ to: UInt32, _ duration: UInt32,
    to end: DestinationAttachment, over network: AccessNetwork
  ) -> Double {
    CutEdge(profile, of: network.roads, startTime: from, endTime: to, duration: duration).pieces
      .flatMap { network.legs(from: $0, to: end.place, frame: end.frame) }
      .map(\.time).filter { $0 < Double(TravelTime.unreachable) }.min() ?? .infinity
  }
}

/// A line of an overlay in the network that holds all of them.
struct DrawnLine: Sendable {
  var nodes: [UInt32]
  var edges: [Int]
  var connectors: [RoadConnector]
}

/// Which origins and places share roads with water about, and what their trips come by.
struct SharedRoads {
  private(set) var trips: [NearTrip] = []
  /// Nodes of the base, as ``NearTrip/Place/base(_:)`` counts them.
  private(set) var nodes: [UInt32] = []
  private var positions: [UInt32: Int] = [:]
  private var owners: [Int: NearTrip.Owner] = [:]
  private var vertices: [UInt32: NearTrip.Place] = [:]
  private let roads: RoadNetwork

  /// - Complexity: O(origins · destinations · edges around them).
  init(
    lines: [DrawnLine], base: AccessNetwork, full: AccessNetwork, arrivals: [Arrivals],
    attachments: [OriginAttachment], ends: [DestinationAttachment?]
  ) {
    roads = full.roads
    for (line, drawn) in lines.enumerated() {
      for edge in drawn.edges { owners[edge] = .leg(line: line) }
      for connector in drawn.connectors {
        guard let point = drawn.nodes.firstIndex(of: connector.junction) else { continue }
        owners[connector.edge] = .connector(line: line, point: point)
      }
      for (point, node) in drawn.nodes.enumerated() where vertices[node] == nil {
        vertices[node] = .vertex(line: line, point: point)
      }
    }
    let reach = base.profile.lastLeg.reach
    for (origin, attachment) in attachments.enumerated() {
      let profiles = Dictionary(uniqueKeysWithValues: attachment.profiles.map { ($0.edge, $0) })
      let times = arrivals[origin].nodeTimes
      func known(_ node: UInt32) -> UInt32 {
        Int(node) < times.count ? times[Int(node)] : TravelTime.unreachable
      }
      for case (let destination, let end?) in ends.enumerated() {
        let isShared = end.edges.contains { edge in
          profiles[Int(edge)] != nil && !base.barriers.isClear(box(around: edge, end))
        }
        guard isShared else { continue }
        let entries = end.allEntries.filter { profiles[Int($0.edge)] == nil }.map { entry in
          NearTrip.Entry(
            owner: owners[Int(entry.edge)] ?? .base, place: place(of: entry.node), time: entry.time)
        }
        let cuts = end.edges.compactMap { edge -> NearTrip.Cut? in
          guard let profile = profiles[Int(edge)] else { return nil }
          let (from, to) = (roads.from[Int(edge)], roads.to[Int(edge)])
          let duration = full.edgeTimes[Int(edge)]
          return NearTrip.Cut(
            owner: owners[Int(edge)] ?? .base, from: place(of: from), to: place(of: to),
            profile: profile, duration: duration,
            known: (
              known(from), known(to),
              NearTrip.time(by: profile, known(from), known(to), duration, to: end, over: full)
            ))
        }
        let direct = attachment.shape.exit(
          to: end.place, frame: end.frame, reach: reach, barriers: base.barriers)
        trips.append(
          NearTrip(
            origin: origin, destination: destination,
            lines: Set((entries.map(\.owner) + cuts.map(\.owner)).compactMap(\.line)),
            entries: entries, cuts: cuts,
            direct: direct.map { $0.sum * base.profile.lastLeg.pace } ?? .infinity, end: end))
      }
    }
  }

  private mutating func place(of node: UInt32) -> NearTrip.Place {
    if let vertex = vertices[node] { return vertex }
    if let position = positions[node] { return .base(position) }
    positions[node] = nodes.count
    nodes.append(node)
    return .base(nodes.count - 1)
  }

  private func box(around edge: UInt32, _ end: DestinationAttachment) -> GeoBounds {
    var box = GeoBounds(end.place.point, end.place.bank)
    box.insert(roads.nodes[Int(roads.from[Int(edge)])])
    box.insert(roads.nodes[Int(roads.to[Int(edge)])])
    return box
  }
}

extension NearTrip.Owner {
  /// Nil for the base.
  fileprivate var line: Int? {
    switch self {
    case .base: nil
    case .leg(let line), .connector(let line, _): line
    }
  }
}
