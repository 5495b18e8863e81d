import Shapes

/// Sides whose vertices are merged where they lie together, and which are cut where the vertex of
/// another lies on them.
struct LooseSides {
  private(set) var sides: [SharedSides.Side] = []
  private(set) var points: [GeoPoint] = []

  init(_ given: [SharedSides.Side], _ positions: [GeoPoint]) {
    guard !given.isEmpty else { return }
    // Merge: each vertex takes the number of the first that lies within the tolerance.
    var numbers: [Int32: Int32] = [:]
    var near = PointBuckets(size: 2 * SharedSides.tolerance)
    for vertex in Set(given.flatMap { [$0.low, $0.high] }).sorted() {
      let position = positions[Int(vertex)]
      if let known = near.points(around: position, within: SharedSides.tolerance)
        .first(where: { position.localDistance(to: points[$0]) <= SharedSides.tolerance })
      {
        numbers[vertex] = Int32(known)
      } else {
        numbers[vertex] = Int32(points.count)
        near.insert(points.count, at: position)
        points.append(position)
      }
    }
    // Cut: at every vertex that lies on a side, in the order along it.
    var wide = PointBuckets(size: 2_000)
    for (index, point) in points.enumerated() { wide.insert(index, at: point) }
    for side in given {
      guard let low = numbers[side.low], let high = numbers[side.high], low != high else {
        continue
      }
      let stops = [low] + Self.stops(on: (low, high), points, wide) + [high]
      for (from, to) in zip(stops, stops.dropFirst()) {
        sides.append(SharedSides.Side(owner: side.owner, low: from, high: to))
      }
    }
  }

  private static func stops(
    on side: (low: Int32, high: Int32), _ points: [GeoPoint], _ buckets: PointBuckets
  ) -> [Int32] {
    let (from, to) = (points[Int(side.low)], points[Int(side.high)])
    let frame = LocalFrame(at: from)
    let end = frame.offset(to: to)
    let squared = end.x * end.x + end.y * end.y
    var found: [(part: Double, point: Int32)] = []
    for index in buckets.points(in: GeoBounds(from, to), margin: SharedSides.tolerance)
    where index != Int(side.low) && index != Int(side.high) {
      let offset = frame.offset(to: points[index])
      let part = (offset.x * end.x + offset.y * end.y) / squared
      guard part > 0, part < 1 else { continue }
      let (dx, dy) = (offset.x - part * end.x, offset.y - part * end.y)
      if (dx * dx + dy * dy).squareRoot() <= SharedSides.tolerance {
        found.append((part, Int32(index)))
      }
    }
    return found.sorted { ($0.part, $0.point) < ($1.part, $1.point) }.map(\.point)
  }
}

/// Points in squares of a grid over degrees, found again by where they lie.
private struct PointBuckets {
  private struct Square: Hashable {
    var column: Int
    var row: Int
  }

  /// Degrees a side of a square.
  private let size: Double
  private var squares: [Square: [Int]] = [:]

  /// Squares of about `size` metres.
  init(size: Double) { self.size = size / 111_320 }

  mutating func insert(_ index: Int, at point: GeoPoint) {
    squares[square(point.longitude, point.latitude), default: []].append(index)
  }

  func points(around point: GeoPoint, within distance: Double) -> [Int] {
    points(in: GeoBounds(point, point), margin: distance)
  }

  /// Ascending.
  func points(in bounds: GeoBounds, margin: Double) -> [Int] {
    let box = bounds.expanded(by: Meters(margin))
    let (low, high) = (square(box.west, box.south), square(box.east, box.north))
    var found: [Int] = []
    for row in low.row...high.row {
      for column in low.column...high.column {
        found += squares[Square(column: column, row: row)] ?? []
      }
    }
    return found.sorted()
  }

  private func square(_ longitude: Double, _ latitude: Double) -> Square {
    Square(
      column: Int((longitude / size).rounded(.down)), row: Int((latitude / size).rounded(.down)))
  }
}
