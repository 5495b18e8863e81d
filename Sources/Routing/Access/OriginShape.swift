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

  /// Lays out `origin` for distances of up to `reach` metres: none beyond is asked.
  init(_ origin: Origin, reach: Double) {
    self.origin = origin
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

  /// Metres in a straight line from the origin to the place, 0 inside it; infinite beyond `reach`
  /// or where water stands before every exit.
  ///
  /// `frame` is at the place. Distances of `limit` or more are of no use and need not be looked
  /// at.
  func distance(
    to place: Barriers.Footing, frame: LocalFrame, reach: Double, limit: Double = .infinity,
    barriers: Barriers
  ) -> Double {
    guard bounds.contains(place.point) else { return .infinity }
    if contains(place.point) { return 0 }
    var nearest = (distance: Double.infinity, point: place.point)
    for point in origin.points {
      let distance = frame.distance(to: point)
      if distance < nearest.distance { nearest = (distance, point) }
    }
    if !rim.isEmpty, let piece = nearestRim.nearest(to: self.frame.offset(to: place.point)) {
      let candidate = frame.nearestPoint(rim[piece.index].from, rim[piece.index].to)
      if candidate.distance < nearest.distance { nearest = candidate }
    }
    guard nearest.distance <= reach, nearest.distance < limit else { return .infinity }
    if !barriers.block(barriers.footing(at: nearest.point), place) { return nearest.distance }
    let others = exits(within: min(reach, limit), of: frame)
    let open = others.first { !barriers.block(barriers.footing(at: $0.point), place) }
    return open?.distance ?? .infinity
  }

  /// Metres from the origin to the frame's origin as if nothing stood between; infinite where it
  /// is surely beyond `reach`.
  func nearestPossible(to frame: LocalFrame, reach: Double) -> Double {
    guard origin.bounds.expanded(by: Meters(reach)).contains(frame.origin) else {
      return .infinity
    }
    return contains(frame.origin) || !rim.isEmpty
      ? 0 : origin.points.reduce(Double.infinity) { min($0, frame.distance(to: $1)) }
  }

  /// The points the origin can be left from, nearest first: its own, and its rim every 50 m.
  private func exits(within reach: Double, of frame: LocalFrame) -> [(
    distance: Double, point: GeoPoint
  )] {
    var exits = origin.points.map { (distance: frame.distance(to: $0), point: $0) }
    for (from, to) in rim where frame.nearestPoint(from, to).distance <= reach {
      let steps = max(1, Int((from.localDistance(to: to) / Self.rimSpacing).rounded(.up)))
      for step in 0..<steps {
        let part = Double(step) / Double(steps)
        let point = GeoPoint(
          longitude: from.longitude + part * (to.longitude - from.longitude),
          latitude: from.latitude + part * (to.latitude - from.latitude))
        exits.append((frame.distance(to: point), point))
      }
    }
    return exits.filter { $0.distance <= reach }.sorted { $0.distance < $1.distance }
  }
}
