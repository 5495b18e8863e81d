import Foundation
import Shapes

/// Where people live within a county when only its total is known.
///
/// Urban people fill the county's cells outward from the seat at ``urbanDensity``; where that does
/// not fit, uniformly. Rural people go half by exp(−d²/2σ²) to the nearest settlement of the same
/// county, half likewise to the nearest main road (no settlement: all by roads). Distances are
/// those of the lattice's plane, from cell middles. Totals are kept to the person.
public struct PeopleModel: Hashable, Sendable {
  /// People a km² of town.
  ///
  /// Assumed: planning norms for urban land give 80–120 m² a person (GB 50137-2011, 4.2.1),
  /// 8,300–12,500 a km².
  public var urbanDensity = 10_000.0
  /// σ of the rural kernel in metres: assumed.
  public var ruralSpread = 3_000.0

  /// σ in metres where roads are drawn down to streets, unless a profile says otherwise: assumed.
  public static let streetSpread = 300.0

  public init() {}

  /// Shares out one county.
  ///
  /// `urban` and `rural` are the residents to place. The town starts at `seat`, or at the first
  /// cell where that is nil; `settlements` are those of the same county, in metres of the plane.
  ///
  /// - Returns: whole persons a cell, in the order of `places`.
  /// - Complexity: O(cells · (log cells + settlements + roads nearby)).
  func distribute(
    urban: Int, rural: Int, places: [UInt32], masks: [UInt64], window: LatticeWindow,
    lattice: Lattice, seat: PlanePoint?, settlements: [PlanePoint], roads: NearestSegment
  ) -> [UInt32] {
    let middles = places.map { lattice.centre(of: window.cell(at: Int($0))) }
    let shares = masks.map { Double($0.nonzeroBitCount) / 64 }
    var wanted = fillTown(urban, middles: middles, shares: shares, lattice: lattice, seat: seat)
    var last: Int?  // Places follow each other along a row: the last one's road is near.
    let byRoad = kernel(middles, shares) { middle in
      let nearest = roads.nearest(to: middle, guess: last)
      last = nearest?.index ?? last
      return nearest?.distance ?? .infinity
    }
    let bySettlement = kernel(middles, shares) { middle in
      // Only what may be nearest by its square is measured exactly.
      var (best, bound) = (Double.infinity, Double.infinity)
      for settlement in settlements {
        let (dx, dy) = (settlement.x - middle.x, settlement.y - middle.y)
        guard dx * dx + dy * dy <= bound else { continue }
        best = min(best, hypot(dx, dy))
        bound = best * best * (1 + 1e-12)
      }
      return best
    }
    let even = normalized(shares) ?? []
    let road = byRoad ?? bySettlement ?? even
    let settlement = bySettlement ?? road
    for index in wanted.indices {
      wanted[index] += Double(rural) * (road[index] + settlement[index]) / 2
    }
    return Self.wholePersons(wanted, total: urban + rural)
  }

  private func fillTown(
    _ urban: Int, middles: [PlanePoint], shares: [Double], lattice: Lattice, seat: PlanePoint?
  ) -> [Double] {
    let room = urbanDensity * lattice.cellArea
    guard Double(urban) <= shares.reduce(0, +) * room else {
      let even = normalized(shares) ?? []
      return even.map { $0 * Double(urban) }
    }
    var wanted = [Double](repeating: 0, count: middles.count)
    guard urban > 0, let seat = seat ?? middles.first else { return wanted }
    let distances = middles.map { middle in
      ((middle.x - seat.x) * (middle.x - seat.x) + (middle.y - seat.y) * (middle.y - seat.y))
        .squareRoot()
    }
    var left = Double(urban)
    for index in nearest(to: Double(urban) / room, distances: distances, shares: shares)
    where left > 0 {
      wanted[index] = min(left, room * shares[index])
      left -= wanted[index]
    }
    return wanted
  }

  /// The cells nearest to the seat that hold `wanted` whole cells between them and some more,
  /// outward; ties by row, then column, which is the order of places.
  private func nearest(to wanted: Double, distances: [Double], shares: [Double]) -> [Int] {
    var radius = 1_000.0
    while true {
      let within = distances.indices.filter { distances[$0] <= radius }
      let held = within.reduce(0) { $0 + shares[$1] }
      if held >= wanted || within.count == distances.count {
        return within.sorted { (distances[$0], $0) < (distances[$1], $1) }
      }
      radius *= 1.5
    }
  }

  /// Shares by exp(−d²/2σ²) and area; nil where nothing is near enough to weigh.
  private func kernel(
    _ middles: [PlanePoint], _ shares: [Double], distance: (PlanePoint) -> Double
  ) -> [Double]? {
    var weights = [Double](repeating: 0, count: middles.count)
    for index in middles.indices {
      let parts = distance(middles[index]) / ruralSpread
      weights[index] = exp(-parts * parts / 2) * shares[index]
    }
    return normalized(weights)
  }

  private func normalized(_ weights: [Double]) -> [Double]? {
    let sum = weights.reduce(0, +)
    guard sum > 0, sum.isFinite else { return nil }
    return weights.map { $0 / sum }
  }

  /// Rounds to whole persons by largest remainder; ties go by row, then column.
  static func wholePersons(_ wanted: [Double], total: Int) -> [UInt32] {
    var whole = wanted.map { UInt32($0.rounded(.down)) }
    let placed = whole.reduce(0) { $0 + Int($1) }
    let byRemainder = largestRemainders(wanted, whole)
    // Sums of doubles may leave a person more than there are cells, or one too many.
    var left = total - placed
    var position = 0
    while left > 0, !byRemainder.isEmpty {
      whole[byRemainder[position % byRemainder.count]] += 1
      left -= 1
      position += 1
    }
    for index in byRemainder.reversed() where left < 0 && whole[index] > 0 {
      whole[index] -= 1
      left += 1
    }
    return whole
  }

  /// Cells by remainder, the largest first; ties by row, then column.
  ///
  /// Remainders are taken to 2^-37 of a person, so that they and the cells' places sort as one
  /// number each.
  private static func largestRemainders(_ wanted: [Double], _ whole: [UInt32]) -> [Int] {
    precondition(wanted.count < 1 << 26)
    var keys = wanted.indices.map { index in
      let missing = 1 - (wanted[index] - Double(whole[index]))
      return UInt64(max(0, missing) * Double(1 << 37)) << 26 | UInt64(index)
    }
    keys.sort()
    return keys.map { Int($0 & (1 << 26 - 1)) }
  }
}
