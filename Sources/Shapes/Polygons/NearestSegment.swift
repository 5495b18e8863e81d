/// The nearest of many straight pieces in a plane, by a grid of buckets.
public struct NearestSegment: Sendable {
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
  }

  /// The piece nearest to `point` and its distance in metres; nil where none lies within reach.
  ///
  /// Of two as near, the earlier one. `guess` is a piece that is likely near, as that of a
  /// neighbouring point: with it far buckets are left out at once, and the answer is the same.
  public func nearest(
    to point: PlanePoint, guess: Int? = nil
  ) -> (index: Int, distance: Double)? {
    let column = Int((point.x / bucketSize).rounded(.down)) - west
    let row = Int((point.y / bucketSize).rounded(.down)) - south
    var best = (index: -1, distance: reach.nextUp)
    if let guess {
      let distance = distance(from: point, to: guess)
      if distance < best.distance { best = (guess, distance) }
    }
    var ring = 0
    // Whatever lies in a ring or beyond is at least so far: whole buckets, and the way out of the
    // point's own.
    let (x, y) = (
      point.x - Double(column + west) * bucketSize, point.y - Double(row + south) * bucketSize
    )
    let wayOut = min(x, y, bucketSize - x, bucketSize - y)
    while ring == 0 || Double(ring - 1) * bucketSize + wayOut <= best.distance {
      for other in max(0, row - ring)..<max(0, row - ring, min(rows, row + ring + 1)) {
        let isEdge = abs(other - row) == ring
        let step = isEdge || ring == 0 ? 1 : 2 * ring
        for beside in stride(from: column - ring, through: column + ring, by: step)
        where beside >= 0 && beside < columns
          && distance(from: point, toColumn: beside, row: other) <= best.distance
        {
          look(in: other * columns + beside, from: point, &best)
        }
      }
      ring += 1
    }
    return best.index < 0 ? nil : best
  }

  /// Metres to a bucket's box, a micrometre less for what rounding takes.
  private func distance(from point: PlanePoint, toColumn column: Int, row: Int) -> Double {
    let (x, y) = (Double(column + west) * bucketSize, Double(row + south) * bucketSize)
    let dx = max(0, x - point.x, point.x - x - bucketSize)
    let dy = max(0, y - point.y, point.y - y - bucketSize)
    return (dx * dx + dy * dy).squareRoot() - 1e-6
  }

  private func look(
    in bucket: Int, from point: PlanePoint, _ best: inout (index: Int, distance: Double)
  ) {
    for slot in firstPiece[bucket]..<firstPiece[bucket + 1] {
      let index = Int(pieceOfBucket[Int(slot)])
      let distance = distance(from: point, to: index)
      if distance < best.distance || (distance == best.distance && index < best.index) {
        best = (index, distance)
      }
    }
  }

  private func distance(from point: PlanePoint, to index: Int) -> Double {
    let (from, to) = (starts[index], ends[index])
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let squared = dx * dx + dy * dy
    let part =
      squared > 0
      ? max(0, min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared)) : 0
    let (ex, ey) = (point.x - from.x - part * dx, point.y - from.y - part * dy)
    return (ex * ex + ey * ey).squareRoot()
  }
}
