public import Shapes

/// Adds up people at points by county and by cell of a lattice.
public struct PeopleTally: Sendable {
  private struct Slot: Sendable {
    var cell: Int
    var county: Int32
    var mask: UInt64
  }

  private struct Place: Hashable {
    var county: Int32
    var cell: Int
  }

  public let lattice: Lattice
  private let grounds: [AreaIndex]
  private let window: LatticeWindow
  private let slots: [Slot]
  /// Slots of a cell of ``window``: `firstSlot[cell]..<firstSlot[cell + 1]`.
  private let firstSlot: [Int32]
  private var people: [Double]
  /// People of counties that no sub-sample of the cell belongs to.
  private var besides: [Place: Double] = [:]
  /// Whether a county was told anything of, were it nobody.
  private var isKnown: [Bool]
  /// People at points within the window that lie in no county.
  public private(set) var outside = 0.0

  /// - Throws: `ShapeError` where the counties have more cells than a lattice may.
  /// - Complexity: O(vertices + cells).
  public init(of counties: [County], on lattice: Lattice) throws {
    self.lattice = lattice
    grounds = counties.map { AreaIndex($0.polygons) }
    let outlines = try Parallel.map(counties.count) { index in
      try counties[index].polygons.projected(onto: lattice.plane)
    }
    let window = try lattice.window(around: outlines.joined().flatMap(\.outer))
    var slots: [Slot] = []
    for (county, outline) in outlines.enumerated() {
      let covered = try CellMasks(of: outline, on: lattice)
      for (place, mask) in covered.masks.enumerated() where mask != 0 {
        slots.append(
          Slot(
            cell: window.index(of: covered.window.cell(at: place)), county: Int32(county),
            mask: mask))
      }
    }
    slots.sort { ($0.cell, $0.county) < ($1.cell, $1.county) }
    var firstSlot = [Int32](repeating: 0, count: (window.isEmpty ? 0 : window.cellCount) + 1)
    for slot in slots { firstSlot[slot.cell + 1] += 1 }
    for cell in 1..<max(1, firstSlot.count) { firstSlot[cell] += firstSlot[cell - 1] }
    self.window = window
    self.slots = slots
    self.firstSlot = firstSlot
    people = [Double](repeating: 0, count: slots.count)
    isKnown = [Bool](repeating: false, count: counties.count)
  }

  /// Adds people at a position, which on the lattice's plane is `point`; of two counties that overlap
  /// there, to the one of the lower index.
  ///
  /// - Complexity: O(1) inside a county; near its borders a search of those around.
  public mutating func add(_ count: Double, at position: GeoPoint, _ point: PlanePoint) {
    let cell = lattice.cell(at: point)
    guard window.contains(cell) else { return }
    let index = window.index(of: cell)
    let own = Int(firstSlot[index])..<Int(firstSlot[index + 1])
    guard let first = own.first else {
      outside += count
      return
    }
    if own.count == 1, slots[first].mask == .max {
      add(count, toSlot: first)
    } else if let slot = own.first(where: {
      grounds[Int(slots[$0].county)].contains(position)
    }) {
      add(count, toSlot: slot)
    } else if let county = grounds.firstIndex(where: { $0.contains(position) }) {
      besides[Place(county: Int32(county), cell: index), default: 0] += count
      isKnown[county] = true
    } else {
      outside += count
    }
  }

  private mutating func add(_ count: Double, toSlot slot: Int) {
    people[slot] += count
    isKnown[Int(slots[slot].county)] = true
  }

  /// The people of the county that has most, and its index; 0 of the first where there are none.
  public var largest: (people: Double, county: Int) {
    var sums = [Double](repeating: 0, count: isKnown.count)
    for (slot, count) in zip(slots, people) { sums[Int(slot.county)] += count }
    for (place, count) in besides { sums[Int(place.county)] += count }
    let county = sums.indices.max { sums[$0] < sums[$1] } ?? 0
    return (sums.isEmpty ? 0 : sums[county], county)
  }

  /// What was added up: whole persons a cell, by largest remainder within each county, and the sum
  /// of each county, nil where nothing was said of it.
  ///
  /// - Precondition: ``largest`` is below 2³².
  /// - Complexity: O(cells · log cells).
  public func counted() -> (cells: CountedPeople, totals: [Int?]) {
    var members = [[(cell: Int, people: Double)]](repeating: [], count: isKnown.count)
    for (index, slot) in slots.enumerated() where people[index] > 0 {
      members[Int(slot.county)].append((slot.cell, people[index]))
    }
    for (place, count) in besides where count > 0 {
      members[Int(place.county)].append((place.cell, count))
    }
    var cells = CountedPeople(
      cellSize: lattice.cellSize, first: [0], columns: [], rows: [], people: [])
    var totals: [Int?] = []
    for (county, unordered) in members.enumerated() {
      let own = unordered.sorted { $0.cell < $1.cell }
      let wanted = own.map(\.people)
      let total = Int(wanted.reduce(0, +).rounded())
      for (place, count) in zip(own, PeopleModel.wholePersons(wanted, total: total))
      where count > 0 {
        let cell = window.cell(at: place.cell)
        cells.columns.append(Int32(cell.column))
        cells.rows.append(Int32(cell.row))
        cells.people.append(count)
      }
      cells.first.append(UInt32(cells.people.count))
      totals.append(isKnown[county] ? total : nil)
    }
    return (cells, totals)
  }
}
