/// The nearest of many straight pieces in a plane, by a grid of buckets.
public struct NearestSegment: Sendable {
  /// A piece as a start and the way to its end: what a distance is worked out from.
  private struct Piece {
    var start: PlanePoint
    var dx: Double
    var dy: Double

    init(from start: PlanePoint, to end: PlanePoint) {
      self.start = start
      (dx, dy) = (end.x - start.x, end.y - start.y)
    }

    /// Square metres from a point.
    func squaredDistance(from point: PlanePoint) -> Double {
      let squared = dx * dx + dy * dy
      let along = (point.x - start.x) * dx + (point.y - start.y) * dy
      let part = along <= 0 || squared == 0 ? 0 : along >= squared ? 1 : along / squared
      let (ex, ey) = (point.x - start.x - part * dx, point.y - start.y - part * dy)
      return ex * ex + ey * ey
    }
  }

  private let starts: [PlanePoint]
  private let ends: [PlanePoint]
  private let bucketSize: Double
  private let reach: Double
  private let west: Int
  private let south: Int
  private let columns: Int
  private let rows: Int
  /// Pieces of bucket b: `pieceOfBucket[firstPiece[b]..<firstPiece[b + 1]]`.
  private let firstPiece: [UInt32]
  private let pieceOfBucket: [UInt32]
  /// The same pieces themselves, so that those of a bucket are read in a row.
  private let pieces: [Piece]

  /// Sorts the pieces into buckets; piece i runs from `starts[i]` to `ends[i]`.
  ///
  /// `bucketSize` is in metres; about the length of a piece or the distance expected serves best.
  /// Beyond `reach` metres nothing counts as near.
  public init(starts: [PlanePoint], ends: [PlanePoint], bucketSize: Double, reach: Double) {
    precondition(starts.count == ends.count && bucketSize > 0)
    func bucket(_ coordinate: Double) -> Int { Int((coordinate / bucketSize).rounded(.down)) }
    self.starts = starts
    self.ends = ends
    self.bucketSize = bucketSize
    self.reach = reach
    let xs = starts.lazy.map(\.x) + ends.lazy.map(\.x)
    let ys = starts.lazy.map(\.y) + ends.lazy.map(\.y)
    let west = bucket(xs.min() ?? 0)
    let south = bucket(ys.min() ?? 0)
    let columns = starts.isEmpty ? 0 : bucket(xs.max() ?? 0) - west + 1
    let rows = starts.isEmpty ? 0 : bucket(ys.max() ?? 0) - south + 1
    (self.west, self.south, self.columns, self.rows) = (west, south, columns, rows)
    func forEachBucket(of index: Int, _ body: (Int) -> Void) {
      let (from, to) = (starts[index], ends[index])
      for row in bucket(min(from.y, to.y)) - south...bucket(max(from.y, to.y)) - south {
        for column in bucket(min(from.x, to.x)) - west...bucket(max(from.x, to.x)) - west {
          body(row * columns + column)
        }
      }
    }
    var counts = [UInt32](repeating: 0, count: columns * rows + 1)
    for index in starts.indices { forEachBucket(of: index) { counts[$0 + 1] += 1 } }
    for bucket in 0..<columns * rows { counts[bucket + 1] += counts[bucket] }
    var next = counts
    var pieces = [UInt32](repeating: 0, count: Int(counts[columns * rows]))
    for index in starts.indices {
      forEachBucket(of: index) { bucket in
        pieces[Int(next[bucket])] = UInt32(index)
        next[bucket] += 1
      }
    }
    firstPiece = counts
    pieceOfBucket = pieces
    self.pieces = pieces.map { Piece(from: starts[Int($0)], to: ends[Int($0)]) }
  }

  /// The piece nearest to `point` and its distance in metres; nil where none lies within reach.
  ///
  /// Of two as near, the earlier one. `guess` is a piece that is likely near, as that of a
  /// neighbouring point: with it far buckets are left out at once, and the answer is the same.
  public func nearest(
    to point: PlanePoint, guess: Int? = nil
  ) -> (index: Int, distance: Double)? {
    guard columns > 0 else { return nil }
    var best = (index: -1, distance: reach.nextUp)
    var bound = bucketSize
    if let guess {
      let distance = Piece(from: starts[guess], to: ends[guess])
        .squaredDistance(from: point).squareRoot()
      bound = distance
      if distance < best.distance { best = (guess, distance) }
    }
    // All that is as near as the bound has been seen: the best is the nearest once it is so near.
    while true {
      look(within: bound, of: point, &best)
      if best.distance <= bound || bound > reach || bound > distanceToFarCorner(from: point) {
        return best.index < 0 ? nil : best
      }
      bound = best.index < 0 ? bound * 2 : best.distance
    }
  }

  /// Looks at every piece that is as near as `bound` and the best so far, and at some others.
  private func look(
    within bound: Double, of point: PlanePoint, _ best: inout (index: Int, distance: Double)
  ) {
    let (x, y) = (point.x / bucketSize - Double(west), point.y / bucketSize - Double(south))
    func bucket(_ place: Double, _ count: Int) -> Int {
      Int(max(0, min(Double(count - 1), place.rounded(.down))))
    }
    /// Looks along a row where it comes near enough; false where it does not.
    func look(along row: Int) -> Bool {
      let (low, high) = (Double(row + south) * bucketSize, Double(row + south + 1) * bucketSize)
      let away = max(0, low - point.y, point.y - high)
      // A micrometre more, for what rounding takes.
      let near = min(bound, best.distance) + 1e-6
      guard away <= near else { return false }
      let width = (near * near - away * away).squareRoot() / bucketSize + 1e-9
      let first = row * columns + bucket(x - width, columns)
      let last = row * columns + bucket(x + width, columns)
      visit(Int(firstPiece[first])..<Int(firstPiece[last + 1]), from: point, &best)
      return true
    }
    let home = bucket(y, rows)
    _ = look(along: home)
    var row = home + 1
    while row < rows, look(along: row) { row += 1 }
    row = home - 1
    while row >= 0, look(along: row) { row -= 1 }
  }

  private func distanceToFarCorner(from point: PlanePoint) -> Double {
    let (left, bottom) = (Double(west) * bucketSize, Double(south) * bucketSize)
    let dx = max(point.x - left, left + Double(columns) * bucketSize - point.x)
    let dy = max(point.y - bottom, bottom + Double(rows) * bucketSize - point.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  private func visit(
    _ slots: Range<Int>, from point: PlanePoint, _ best: inout (index: Int, distance: Double)
  ) {
    // Roots are taken of those only that may be as near: a little more than the square.
    var bound = best.distance * best.distance * (1 + 1e-12)
    for slot in slots {
      let squared = pieces[slot].squaredDistance(from: point)
      guard squared <= bound else { continue }
      let index = Int(pieceOfBucket[slot])
      let distance = squared.squareRoot()
      if distance < best.distance || (distance == best.distance && index < best.index) {
        best = (index, distance)
        bound = distance * distance * (1 + 1e-12)
      }
    }
  }
}
