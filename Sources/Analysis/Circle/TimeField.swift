import Routing
import Shapes

/// Free-flow times from one origin at every corner of a window.
struct TimeField: Sendable {
  /// Corners a side of the blocks that are looked at together.
  private static let blockSide = 4
  /// Metres in a straight line beyond which a last leg counts as long.
  static let longLastLeg = 3_000.0

  let window: LatticeWindow
  /// Milliseconds, row by row from the south-west.
  let times: [UInt32]
  /// Corners whose way ends with a last leg of more than 3 km.
  let isLongLeg: [Bool]

  /// - Parameters:
  ///   - corners: `lattice.corners(of: window)`, shared by the fields of a question.
  ///   - limit: free-flow milliseconds that matter. Every corner within it and every corner beside
  ///     one has its own time, whatever the limit; corners further off may stay unreachable.
  /// - Complexity: O(corners · roads that matter nearby).
  init(
    of arrivals: Arrivals, over window: LatticeWindow, corners: [GeoPoint], within limit: UInt32,
    cellSize: Double
  ) throws {
    precondition(corners.count == window.cornerCount)
    let columns = window.cornerColumns
    let rows = window.rows.count + 1
    let bandCount = (rows + Self.blockSide - 1) / Self.blockSide
    let bands = try Parallel.map(bandCount) { band in
      let first = band * Self.blockSide
      let bandRows = first..<min(rows, first + Self.blockSide)
      var times = [UInt32](repeating: TravelTime.unreachable, count: bandRows.count * columns)
      var long = [Bool](repeating: false, count: bandRows.count * columns)
      for west in stride(from: 0, to: columns, by: Self.blockSide) {
        let blockColumns = west..<min(columns, west + Self.blockSide)
        let places = bandRows.flatMap { row in blockColumns.map { row * columns + $0 } }
        let found = arrivals.arrivals(
          at: places.map { corners[$0] }, within: Double(limit), margin: cellSize * 1.5)
        for (place, arrival) in zip(places, found) {
          let slot = place - first * columns
          times[slot] = TravelTime.rounded(arrival.time)
          long[slot] = (arrival.lastLeg ?? 0) > Self.longLastLeg
        }
      }
      return (times, long)
    }
    self.window = window
    times = bands.flatMap(\.0)
    isLongLeg = bands.flatMap(\.1)
  }
}
