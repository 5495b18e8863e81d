import Shapes

/// An origin laid out for distances from it: its points, and the rim of its area in pieces.
struct OriginShape: Sendable {
  /// Metres between points of the rim that are tried where water stands before the nearest.
  private static let rimSpacing = 50.0

  let origin: Origin
  private let ground: AreaIndex
  private let rim: [(from: GeoPoint, to: GeoPoint)]
  private let frame: LocalFrame
  private let nearestRim: NearestSegment
  /// Nothing outside is within reach.
  private let bounds: GeoBounds
  /// What is behind a traveller at each point, as metres of last leg.
  private let headDistances: [Double]

  /// A straight way out of the origin to a place.
  struct Exit {
    /// Metres in a straight line.
    var distance: Double
    /// Metres of last leg that take as long as what is behind: 0 but for points with a head.
    var head: Double
    /// Which of the origin's points it leaves; nil for its area.
    var point: Int?
    /// Where it leaves the origin.
    var way: GeoPoint

    /// Metres of last leg in all.
    var sum: Double { distance + head }
  }

  /// Lays out `origin` for distances of up to `lastLeg`'s reach: none beyond is asked.
  init(_ origin: Origin, lastLeg: LastLeg) {
    let reach = lastLeg.reach
    self.origin = origin
    headDistances = origin.heads.map { Double($0.time) / lastLeg.pace }
    ground = AreaIndex(origin.area)
    bounds = origin.bounds.expanded(by: Meters(reach))
    var rim: [(from: GeoPoint, to: GeoPoint)] = []
    for ring in origin.area.flatMap(\.rings) {
      guard var previous = ring.last else { continue }
      for vertex in ring {
        rim.append((previous, vertex))
        previous = vertex
      }
    }
    self.rim = rim
    let frame = LocalFrame(at: origin.bounds.centre)
    self.frame = frame
    // The frame only finds which piece is nearest; the distance is then taken from the place.
    nearestRim = NearestSegment(
      starts: rim.map { frame.offset(to: $0.from) }, ends: rim.map { frame.offset(to: $0.to) },
      bucketSize: 1_000, reach: reach * 1.05)
  }

  func contains(_ point: GeoPoint) -> Bool { ground.contains(point) }

  /// Metres travelled before an exit.
  func meters(before exit: Exit) -> Double {
    guard let point = exit.point, !origin.heads.isEmpty else { return 0 }
    return origin.heads[point].meters
  }

  private func head(_ point: Int) -> Double { headDistances.isEmpty ? 0 : headDistances[point] }

  /// Metres of last leg from the origin to the place, heads included, 0 inside it; infinite beyond
  /// reach or where water stands before every exit.
  func distance(
    to place: Barriers.Footing, frame: LocalFrame, reach: Double, limit: Double = .infinity,
    barriers: Barriers
  ) -> Double {
    exit(to: place, frame: frame, reach: reach, limit: limit, barriers: barriers)?.sum ?? .infinity
  }

  /// The soonest way straight out of the origin to the place, at most `reach` metres long; nil where
  /// there is none or water stands before every one.
  ///
  /// `frame` is at the place. Ways of `limit` or more metres, heads included, are of no use and need
  /// not be looked at.
  func exit(
    to place: Barriers.Footing, frame: LocalFrame, reach: Double, limit: Double = .infinity,
    barriers: Barriers
  ) -> Exit? {
    guard bounds.contains(place.point) else { return nil }
    if contains(place.point) { return Exit(distance: 0, head: 0, point: nil, way: place.point) }
    var nearest = Exit(distance: .infinity, head: 0, point: nil, way: place.point)
    for (index, point) in origin.points.enumerated() {
      let distance = frame.distance(to: point)
      guard distance <= reach, distance + head(index) < nearest.sum else { continue }
      nearest = Exit(distance: distance, head: head(index), point: index, way: point)
    }
    if !rim.isEmpty, let piece = nearestRim.nearest(to: self.frame.offset(to: place.point)) {
      let candidate = frame.nearestPoint(rim[piece.index].from, rim[piece.index].to)
      if candidate.distance < nearest.sum {
        nearest = Exit(
          distance: candidate.distance, head: 0, point: nil, way: candidate.point)
      }
    }
    guard nearest.distance <= reach, nearest.sum < limit else { return nil }
    if !barriers.block(barriers.footing(at: nearest.way), place) { return nearest }
    let others = exits(within: reach, limit: limit, of: frame)
    return others.first { !barriers.block(barriers.footing(at: $0.way), place) }
  }

  /// Metres of last leg from the origin to the frame's origin as if nothing stood between, heads
  /// included; infinite where it is surely beyond `reach`.
  func nearestPossible(to frame: LocalFrame, reach: Double) -> Double {
    guard origin.bounds.expanded(by: Meters(reach)).contains(frame.origin) else {
      return .infinity
    }
    if contains(frame.origin) || !rim.isEmpty { return 0 }
    var nearest = Double.infinity
    for (index, point) in origin.points.enumerated() {
      let distance = frame.distance(to: point)
      if distance <= reach { nearest = min(nearest, head(index) + distance) }
    }
    return nearest
  }

  /// The points the origin can be left from, nearest first: its own, and its rim every 50 m.
  private func exits(within reach: Double, limit: Double, of frame: LocalFrame) -> [Exit] {
    var exits = origin.points.enumerated().map { index, point in
      Exit(distance: frame.distance(to: point), head: head(index), point: index, way: point)
    }
    for (from, to) in rim where frame.nearestPoint(from, to).distance <= reach {
      let steps = max(1, Int((from.localDistance(to: to) / Self.rimSpacing).rounded(.up)))
      for step in 0..<steps {
        let part = Double(step) / Double(steps)
        let point = GeoPoint(
          longitude: from.longitude + part * (to.longitude - from.longitude),
          latitude: from.latitude + part * (to.latitude - from.latitude))
        exits.append(Exit(distance: frame.distance(to: point), head: 0, point: nil, way: point))
      }
    }
    return exits.filter { $0.distance <= reach && $0.sum < limit }.sorted { $0.sum < $1.sum }
  }
}
