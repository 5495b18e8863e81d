import Geometry
import Routing
import Shapes

/// The sub-samples inside a circle, cell by cell: all counts come from here.
struct CellCount: Sendable {
  let window: LatticeWindow
  /// As in `CellMasks`, row by row from the south-west.
  let inside: [UInt64]

  /// Counts what is inside: a time of at most `level`.
  ///
  /// `times` are milliseconds at the corners of `window`; `level` is in milliseconds, too.
  init(of times: [UInt32], over window: LatticeWindow, level: UInt32) {
    self.window = window
    var inside = [UInt64](repeating: 0, count: window.cellCount)
    Self.count(times, over: window, level: level, in: window, &inside)
    self.inside = inside
  }

  /// The same, where only `cells` may have other times than those that `known` was counted from.
  init(of times: [UInt32], level: UInt32, knowing known: CellCount, in cells: LatticeWindow) {
    window = known.window
    var inside = known.inside
    Self.count(times, over: known.window, level: level, in: cells, &inside)
    self.inside = inside
  }

  /// Counts the cells of a part of the window.
  private static func count(
    _ times: [UInt32], over window: LatticeWindow, level: UInt32, in part: LatticeWindow,
    _ inside: inout [UInt64]
  ) {
    let corners = window.cornerColumns
    let columns = part.columns.lowerBound - window.columns.lowerBound
    for row in part.rows {
      let row = row - window.rows.lowerBound
      for column in columns..<columns + part.columns.count {
        let corner = row * corners + column
        inside[row * window.columns.count + column] = subsamplesInside(
          times[corner], times[corner + 1], times[corner + corners], times[corner + corners + 1],
          level: level)
      }
    }
  }

  /// Sub-samples taken from a drawn area, for holding it against the counts.
  init(of masks: CellMasks, over window: LatticeWindow) {
    self.window = window
    var inside = [UInt64](repeating: 0, count: window.cellCount)
    for (place, mask) in masks.masks.enumerated() where mask != 0 {
      let cell = masks.window.cell(at: place)
      if window.contains(cell) { inside[window.index(of: cell)] = mask }
    }
    self.inside = inside
  }

  /// What lies inside both, over this count's window.
  func intersection(_ other: CellCount) -> CellCount {
    var common = inside
    for index in common.indices where common[index] != 0 {
      let cell = window.cell(at: index)
      common[index] &= other.window.contains(cell) ? other.inside[other.window.index(of: cell)] : 0
    }
    return CellCount(window: window, inside: common)
  }

  /// What of `cells`, a part of both windows, lies inside this and not inside `other`.
  func subtracting(_ other: CellCount, in cells: LatticeWindow) -> CellCount {
    precondition(window == other.window)
    var rest = [UInt64](repeating: 0, count: cells.cellCount)
    for place in rest.indices {
      let index = window.index(of: cells.cell(at: place))
      rest[place] = inside[index] & ~other.inside[index]
    }
    return CellCount(window: cells, inside: rest)
  }

  init(window: LatticeWindow, inside: [UInt64]) {
    self.window = window
    self.inside = inside
  }

  var subsamples: Int { inside.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// What of a county lies inside, in sub-samples and persons.
  ///
  /// `weight` gives that of each cell by its index in this count's window; nil weighs every cell
  /// fully.
  func share(of county: CountyCells, weight: ((Int) -> Double)? = nil) -> (
    subsamples: Double, people: Double
  ) {
    var subsamples = 0.0
    var people = 0.0
    forEachCell(of: county) { slot, cell, common in
      let weight = weight?(window.index(of: cell)) ?? 1
      subsamples += Double(common) * weight
      people +=
        Double(county.people[slot]) * Double(common) * weight
        / Double(county.masks[slot].nonzeroBitCount)
    }
    return (subsamples, people)
  }

  /// Each cell of a county that has ground inside: its place in the county's arrays, the cell, and how
  /// many of the county's sub-samples in it lie inside.
  func forEachCell(
    of county: CountyCells, _ body: (_ slot: Int, _ cell: LatticeCell, _ common: Int) -> Void
  ) {
    let columns = county.window.columns.count
    for (slot, place) in county.places.enumerated() {
      let (row, column) = Int(place).quotientAndRemainder(dividingBy: columns)
      let cell = LatticeCell(
        column: county.window.columns.lowerBound + column,
        row: county.window.rows.lowerBound + row)
      guard window.contains(cell) else { continue }
      let common = (inside[window.index(of: cell)] & county.masks[slot]).nonzeroBitCount
      if common > 0 { body(slot, cell, common) }
    }
  }

  /// Whole persons, rounded a county: the same sum as that of a coverage's rows.
  ///
  /// Nil where there is ground of counties inside, and nobody was counted in any of them, and where
  /// the region has no counties to count in.
  func people(of counties: [CountyCells], in region: Region) -> Int? {
    Self.sum(residents(of: counties, in: region), in: region)
  }

  /// Whole persons of some counties with ground inside; nil where there are none to count in.
  static func sum(_ residents: [Residents], in region: Region) -> Int? {
    guard !region.counties.isEmpty else { return nil }
    let people = residents.reduce(0) { $0 + ($1.people ?? 0) }
    return !residents.isEmpty && residents.allSatisfy { $0.people == nil } ? nil : people
  }

  /// Whole persons of a county with ground inside; nil where nobody was counted.
  typealias Residents = (county: Int, people: Int?)

  /// Those of each county with ground inside.
  func residents(of counties: [CountyCells], in region: Region) -> [Residents] {
    guard let window = occupied else { return [] }
    return counties.compactMap { cells in
      cells.window.intersects(window) ? residents(of: cells, in: region) : nil
    }
  }

  /// Those of a county; nil without ground inside.
  func residents(of cells: CountyCells, in region: Region) -> Residents? {
    let share = share(of: cells)
    guard share.subsamples > 0 else { return nil }
    let isCounted = region.counties[cells.county].people != nil
    return (cells.county, isCounted ? Int(share.people.rounded()) : nil)
  }

  /// Square kilometres inside.
  func area(on lattice: Lattice) -> Double { Double(subsamples) / 64 * lattice.cellArea }

  /// What is inside, with the people of `counties`.
  func extent(of counties: [CountyCells], in world: World) -> Circle.Extent {
    Circle.Extent(
      area: area(on: world.lattice), people: people(of: counties, in: world.region))
  }

  /// The least window with all that is inside; nil where nothing is.
  private var occupied: LatticeWindow? {
    let width = window.columns.count
    guard let first = inside.firstIndex(where: { $0 != 0 }),
      let last = inside.lastIndex(where: { $0 != 0 })
    else { return nil }
    var (west, east) = (width, 0)
    for index in first...last where inside[index] != 0 {
      west = min(west, index % width)
      east = max(east, index % width)
    }
    let origin = LatticeCell(column: window.columns.lowerBound, row: window.rows.lowerBound)
    return LatticeWindow(
      columns: origin.column + west..<origin.column + east + 1,
      rows: origin.row + first / width..<origin.row + last / width + 1)
  }
}
