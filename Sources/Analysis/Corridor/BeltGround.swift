import Geometry
import Routing
import Shapes

/// The cells around one line, for counting who lives where along it and whom other lines reach.
struct BeltGround: Sendable {
  private let survey: CircleSurvey
  private var world: World { survey.world }
  private var window: LatticeWindow { survey.window }

  init(_ survey: CircleSurvey) { self.survey = survey }

  private func count(within minutes: Double) -> CellCount {
    CellCount(of: survey.surface, level: TravelTime.level(minutes))
  }

  /// People and ground within reach by the nearest stretch of the line, cell by cell.
  ///
  /// What is left at the end, if less than half a step, belongs to the stretch before: people beyond
  /// the end would pile up on a stub.
  func profile(along spine: CorridorSpine, within minutes: Double, step: Double) throws
    -> BeltProfile
  {
    let count = count(within: minutes)
    let bins = max(1, Int((spine.length.kilometers / step).rounded()))
    guard spine.points.count > 1 else {
      return BeltProfile(minutes: minutes, stretches: [])
    }
    let plane = try world.lattice.plane.project(spine.points)
    let pieces = NearestSegment(
      starts: Array(plane.dropLast()), ends: Array(plane.dropFirst()), bucketSize: 10_000,
      reach: .infinity.nextDown)
    var people = [Double](repeating: 0, count: bins)
    var area = people
    for county in survey.counties {
      count.forEachCell(of: county) { slot, cell, common in
        let corner = world.lattice.corner(column: cell.column, row: cell.row)
        let half = world.lattice.cellSize / 2
        let middle = PlanePoint(x: corner.x + half, y: corner.y + half)
        guard let nearest = pieces.nearest(to: middle) else { return }
        let along =
          spine.distances[nearest.index]
          + middle.part(from: plane[nearest.index], to: plane[nearest.index + 1])
          * (spine.distances[nearest.index + 1] - spine.distances[nearest.index])
        let bin = min(bins - 1, Int(along / 1_000 / step))
        people[bin] +=
          Double(county.people[slot]) * Double(common)
          / Double(county.masks[slot].nonzeroBitCount)
        area[bin] += Double(common) / 64 * world.lattice.cellArea
      }
    }
    return BeltProfile(
      minutes: minutes,
      stretches: (0..<bins).map { bin in
        BeltProfile.Stretch(
          from: Double(bin) * step,
          to: bin == bins - 1 ? spine.length.kilometers : Double(bin + 1) * step,
          people: Int(people[bin].rounded()), area: area[bin])
      })
  }

  /// How the reach of several lines adds up.
  ///
  /// A sub-sample is common where both lines reach it; a cell that several reach belongs to the one
  /// whose four corners are reached soonest in sum.
  static func shares(of grounds: [BeltGround], within minutes: Double) throws -> BeltShares {
    let counts = grounds.map { $0.count(within: minutes) }
    let window = grounds.reduce(grounds[0].window) { $0.union($1.window) }
    let world = grounds[0].world
    var union = [UInt64](repeating: 0, count: window.cellCount)
    var several = union
    var owner = [Int32](repeating: -1, count: window.cellCount)
    var soonest = [UInt64](repeating: .max, count: window.cellCount)
    for (line, count) in counts.enumerated() {
      for (place, mask) in count.inside.enumerated() where mask != 0 {
        let index = window.index(of: count.window.cell(at: place))
        several[index] |= union[index] & mask
        union[index] |= mask
        let time = grounds[line].cornerSum(ofCell: place)
        if time < soonest[index] { (soonest[index], owner[index]) = (time, Int32(line)) }
      }
    }
    let counties = try world.people.cells(of: world.people.counties(touching: window))
    func part(_ lines: [Int], _ masks: [UInt64]) -> BeltShares.Part {
      let count = CellCount(window: window, inside: masks)
      let people = counties.reduce(0) { $0 + Int(count.share(of: $1).people.rounded()) }
      return BeltShares.Part(
        lines: lines, area: Double(count.subsamples) / 64 * world.lattice.cellArea,
        people: people)
    }
    let whole = part(Array(grounds.indices), union)
    var common: [BeltShares.Part] = []
    for first in grounds.indices {
      for second in grounds.indices where second > first {
        var both = [UInt64](repeating: 0, count: window.cellCount)
        for (place, mask) in counts[first].inside.enumerated() where mask != 0 {
          let cell = counts[first].window.cell(at: place)
          let other = counts[second].window
          guard other.contains(cell) else { continue }
          both[window.index(of: cell)] = mask & counts[second].inside[other.index(of: cell)]
        }
        common.append(part([first, second], both))
      }
    }
    return BeltShares(
      minutes: minutes, area: whole.area, people: whole.people,
      nearest: grounds.indices.map { line in
        part([line], union.indices.map { owner[$0] == Int32(line) ? union[$0] : 0 })
      }, common: common, shared: part(Array(grounds.indices), several))
  }

  private func cornerSum(ofCell place: Int) -> UInt64 {
    let (row, column) = place.quotientAndRemainder(dividingBy: window.columns.count)
    let corners = window.cornerColumns
    let corner = row * corners + column
    return [corner, corner + 1, corner + corners, corner + corners + 1]
      .reduce(0) { $0 + UInt64(survey.surface.times[$1]) }
  }
}

extension PlanePoint {
  /// How far along a straight piece its nearest point lies, from 0 to 1.
  fileprivate func part(from: PlanePoint, to: PlanePoint) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let squared = dx * dx + dy * dy
    return squared > 0 ? max(0, min(1, ((x - from.x) * dx + (y - from.y) * dy) / squared)) : 0
  }
}
