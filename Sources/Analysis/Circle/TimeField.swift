import Routing
import Shapes

/// Free-flow times from one origin at every corner of a window.
struct TimeField: Sendable {
  /// Corners a side of the blocks that are looked at together: four, or fewer where cells are so
  /// large that a block's corners would lie further from its middle than a view allows.
  private static func blockSide(_ cellSize: Double) -> Int {
    min(4, 1 + Int(Arrivals.viewRadius * 2.0.squareRoot() / cellSize))
  }

  /// Metres in a straight line beyond which a last leg counts as long.
  static let longLastLeg = 3_000.0

  let window: LatticeWindow
  /// Milliseconds, row by row from the south-west.
  private(set) var times: [UInt32]
  /// Corners whose way ends with a last leg of more than 3 km.
  private(set) var isLongLeg: [Bool]

  private init(over window: LatticeWindow) {
    self.window = window
    times = [UInt32](repeating: TravelTime.unreachable, count: window.cornerCount)
    isLongLeg = [Bool](repeating: false, count: window.cornerCount)
  }

  /// The fields of the origins of one circle, as far as they decide it.
  ///
  /// `corners` is `lattice.corners(of: window)`; `limit` is the free-flow milliseconds that
  /// matter. Every corner that any of the origins reaches by then, and every corner beside one,
  /// has its own time from every origin that may be first there with what leaving it costs,
  /// whatever the limit; all else may stay unreachable.
  ///
  /// Blocks of corners that `isChanged` denies, by the middle of their box, are taken over from
  /// `known`, fields over the same window and limit.
  ///
  /// - Complexity: O(corners · roads that matter nearby).
  static func fields(
    of arrivals: [Arrivals], leaving: [DoorTimes.Leaving], over window: LatticeWindow,
    corners: [GeoPoint], within limit: UInt32, cellSize: Double,
    keeping known: [TimeField]? = nil,
    whereNot isChanged: @Sendable (GeoPoint) -> Bool = { _ in true }
  ) throws -> [TimeField] {
    precondition(corners.count == window.cornerCount)
    let columns = window.cornerColumns
    let rows = window.rows.count + 1
    let blockSide = blockSide(cellSize)
    // Where cells are so large that the neighbours' surroundings are not listed, nothing is skipped.
    let radius = Double(blockSide - 1) * cellSize * 0.5.squareRoot() * 1.02
    let bound =
      radius + cellSize * 1.5 * 1.01 <= Arrivals.viewRadius ? Double(limit) : .infinity
    // Only like is held against like: by road and by train, one band and another are not.
    let groups = leaving.indices.reduce(into: [[Int]]()) { groups, origin in
      if let group = groups.firstIndex(where: { leaving[$0[0]].isLike(leaving[origin]) }) {
        groups[group].append(origin)
      } else {
        groups.append([origin])
      }
    }
    let contests = groups.map { group in
      OriginContest(
        arrivals: group.map { arrivals[$0] }, leaving: group.map { leaving[$0] }, bound: bound,
        margin: cellSize * 1.5)
    }
    let bands = Parallel.map((rows + blockSide - 1) / blockSide) { band in
      let bandRows = band * blockSide..<min(rows, (band + 1) * blockSide)
      var favourites = [Int](repeating: 0, count: contests.count)
      return stride(from: 0, to: columns, by: blockSide).flatMap { west in
        let blockColumns = west..<min(columns, west + blockSide)
        if known != nil {
          var box = GeoBounds()
          for row in bandRows {
            for column in blockColumns { box.insert(corners[row * columns + column]) }
          }
          if !isChanged(box.centre) { return [Block]() }
        }
        let places = bandRows.flatMap { row in blockColumns.map { row * columns + $0 } }
        let points = places.map { corners[$0] }
        var results = contests.indices.map { group in
          contests[group].results(at: points, places: places, favourite: &favourites[group])
        }
        // What is known of a changed block holds no longer, for any of the origins.
        let forgotten = known == nil ? [] : [Block(origin: 0, places: places, result: nil)]
        guard results.contains(where: { !$0.isEmpty }) else { return forgotten }
        for group in results.indices where results[group].isEmpty {
          results[group] = contests[group].results(
            at: points, places: places, favourite: &favourites[group], anyway: true)
        }
        return forgotten
          + zip(groups, results).flatMap { group, results in
            results.map { Block(origin: group[$0.origin], places: places, result: $0) }
          }
      }
    }
    var fields = known ?? arrivals.map { _ in TimeField(over: window) }
    for block in bands.joined() {
      guard let result = block.result else {
        for origin in fields.indices {
          for place in block.places {
            fields[origin].times[place] = TravelTime.unreachable
            fields[origin].isLongLeg[place] = false
          }
        }
        continue
      }
      let origin = block.origin
      for (place, arrival) in zip(block.places, result.arrivals) {
        fields[origin].times[place] = TravelTime.rounded(arrival.time)
        fields[origin].isLongLeg[place] = (arrival.lastLeg ?? 0) > longLastLeg
      }
    }
    return fields
  }

  private struct Block: Sendable {
    var origin: Int
    var places: [Int]
    /// Nil where what was known is to be forgotten.
    var result: OriginContest.Result?
  }
}
