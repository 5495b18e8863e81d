/// The nearest of many straight pieces in a plane, by buckets.
public struct NearestSegment: Sendable {
  private struct Bucket: Hashable {
    var column: Int
    var row: Int
  }

  private let starts: [PlanePoint]
  private let ends: [PlanePoint]
  private let bucketSize: Double
  private let rings: Int
  private let buckets: [Bucket: [UInt32]]

  /// - Parameters:
  ///   - bucketSize: metres; about the length of a piece or the distance expected serves best.
  ///   - reach: metres beyond which nothing counts as near.
  public init(starts: [PlanePoint], ends: [PlanePoint], bucketSize: Double, reach: Double) {
    precondition(starts.count == ends.count && bucketSize > 0)
    self.starts = starts
    self.ends = ends
    self.bucketSize = bucketSize
    rings = Int((reach / bucketSize).rounded(.up))
    var buckets: [Bucket: [UInt32]] = [:]
    for index in starts.indices {
      let (from, to) = (starts[index], ends[index])
      let west = Int((min(from.x, to.x) / bucketSize).rounded(.down))
      let east = Int((max(from.x, to.x) / bucketSize).rounded(.down))
      let south = Int((min(from.y, to.y) / bucketSize).rounded(.down))
      let north = Int((max(from.y, to.y) / bucketSize).rounded(.down))
      for row in south...north {
        for column in west...east {
          buckets[Bucket(column: column, row: row), default: []].append(UInt32(index))
        }
      }
    }
    self.buckets = buckets
  }

  /// The piece nearest to `point` and its distance in metres; nil where none lies within reach.
  /// Of two as near, the earlier one.
  public func nearest(to point: PlanePoint) -> (index: Int, distance: Double)? {
    let column = Int((point.x / bucketSize).rounded(.down))
    let row = Int((point.y / bucketSize).rounded(.down))
    var best: (index: Int, distance: Double)?
    for ring in 0...rings {
      // Whatever lies in this ring or beyond is at least this far.
      if let best, best.distance < Double(ring - 1) * bucketSize { break }
      for rowStep in -ring...ring {
        let step = abs(rowStep) == ring || ring == 0 ? 1 : 2 * ring
        for columnStep in stride(from: -ring, through: ring, by: step) {
          let bucket = Bucket(column: column + columnStep, row: row + rowStep)
          for index in buckets[bucket] ?? [] {
            let distance = distance(from: point, to: Int(index))
            if distance < best?.distance ?? .infinity
              || (distance == best?.distance && Int(index) < best?.index ?? 0)
            {
              best = (Int(index), distance)
            }
          }
        }
      }
    }
    return best
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
