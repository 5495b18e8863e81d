import Foundation
import Shapes

/// Positions by the cells of a grid in space, so that those within some metres of a place are found
/// at once, also across the date line and at the poles.
struct PointCloud {
  private struct Cell: Hashable {
    var x, y, z: Int32
  }

  private(set) var points: [GeoPoint] = []
  private let reach: Double
  private let side: Double
  /// The last point of each cell, and before each point the one before it in its cell.
  private var last: [Cell: Int32] = [:]
  private var before: [Int32] = []

  /// Metres; ground distances differ from those on this sphere by less than 0.7 %.
  private static let radius = 6_371_000.0
  private static let slack = 1.01

  /// A cloud that is asked for points within `reach` metres.
  init(reach: Double) {
    self.reach = reach
    // Some cells a reach, so that most places are looked for in few.
    side = max(1, 4 * reach)
  }

  private func place(_ point: GeoPoint) -> (Double, Double, Double) {
    let (lambda, phi) = (point.longitude * .pi / 180, point.latitude * .pi / 180)
    return (
      Self.radius * cos(phi) * cos(lambda) / side, Self.radius * cos(phi) * sin(lambda) / side,
      Self.radius * sin(phi) / side
    )
  }

  mutating func append(_ point: GeoPoint) {
    let (x, y, z) = place(point)
    let cell = Cell(
      x: Int32(x.rounded(.down)), y: Int32(y.rounded(.down)), z: Int32(z.rounded(.down)))
    before.append(last.updateValue(Int32(points.count), forKey: cell) ?? -1)
    points.append(point)
  }

  /// Calls `body` with each point within reach of `place`, and how many metres it is off.
  func forEach(near point: GeoPoint, _ body: (Int, Double) -> Void) {
    let (x, y, z) = place(point)
    let wide = reach * Self.slack / side
    func cells(_ value: Double) -> ClosedRange<Int32> {
      Int32((value - wide).rounded(.down))...Int32((value + wide).rounded(.down))
    }
    for column in cells(x) {
      for row in cells(y) {
        for level in cells(z) {
          var index = last[Cell(x: column, y: row, z: level)] ?? -1
          while index >= 0 {
            let distance =
              points[Int(index)] == point ? 0 : points[Int(index)].localDistance(to: point)
            if distance <= reach { body(Int(index), distance) }
            index = before[Int(index)]
          }
        }
      }
    }
  }

  /// The nearest point within reach; of several as near the first.
  func nearest(to point: GeoPoint) -> Int? {
    var best: (distance: Double, index: Int)?
    forEach(near: point) { index, distance in
      if let found = best, (found.distance, found.index) <= (distance, index) { return }
      best = (distance, index)
    }
    return best?.index
  }
}
