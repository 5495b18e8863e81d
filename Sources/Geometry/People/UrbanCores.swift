public import Shapes

/// A settlement's built-up core: contiguous cells of ``UrbanCores/density`` people a km² or more.
public struct UrbanCore: Hashable, Sendable {
  /// Row by row from the south-west.
  public let cells: [LatticeCell]
  public let people: Int

  /// - Precondition: `cells` are in order.
  public init(cells: [LatticeCell], people: Int) {
    self.cells = cells
    self.people = people
  }

  /// - Complexity: O(log cells).
  public func contains(_ cell: LatticeCell) -> Bool {
    var range = cells[...]
    while let middle = range.isEmpty ? nil : (range.startIndex + range.endIndex) / 2 {
      let other = cells[middle]
      if other == cell { return true }
      if (other.row, other.column) < (cell.row, cell.column) {
        range = range[(middle + 1)...]
      } else {
        range = range[..<middle]
      }
    }
    return false
  }
}

/// The cores that touch a window, each whole, however far it runs beyond.
///
/// The degree of urbanisation's urban centre (Dijkstra et al. 2021, *J. Urban Economics* 125,
/// 103312): cells of 1,500 people a km² or more, joined over sides. Gaps are not filled.
public struct UrbanCores: Sendable {
  /// People a km².
  public static let density = 1_500.0

  public let window: LatticeWindow
  /// Ordered by their first cell.
  public let cores: [UrbanCore]
  /// Index of a cell's core, or −1, for each cell of `window`.
  private let coreOfCell: [Int32]

  /// - Complexity: O(cells of the counties that the window and its cores touch); where the store has
  ///   an atlas, O(cells of the window and its cores).
  public init(touching window: LatticeWindow, in store: PeopleStore) throws {
    self.window = window
    cores =
      try store.atlas?.cores(touching: window) ?? Self.search(touching: window, in: store)
    var coreOfCell = [Int32](repeating: -1, count: window.isEmpty ? 0 : window.cellCount)
    for (index, core) in cores.enumerated() {
      for cell in core.cells where window.contains(cell) {
        coreOfCell[window.index(of: cell)] = Int32(index)
      }
    }
    self.coreOfCell = coreOfCell
  }

  /// Index in ``cores`` of the core that holds `cell`.
  public func core(at cell: LatticeCell) -> Int? {
    guard window.contains(cell) else { return nil }
    let core = coreOfCell[window.index(of: cell)]
    return core < 0 ? nil : Int(core)
  }

  private static func search(
    touching window: LatticeWindow, in store: PeopleStore
  ) throws -> [UrbanCore] {
    var loaded = Set(store.counties(touching: window))
    while true {
      let grid = try DensityGrid(of: loaded.sorted(), in: store, around: window)
      let found = grid.components(touching: window)
      let missing = store.windows.indices.filter { county in
        !loaded.contains(county) && store.windows[county].intersects(grid.window.expanded(by: 1))
          && found.contains {
            $0.cells.contains { store.windows[county].expanded(by: 1).contains($0) }
          }
      }
      if missing.isEmpty { return found }
      loaded.formUnion(missing)
    }
  }
}

extension PeopleStore {
  /// Finds the cores of the whole region, unless they are known: worth it where a question looks at
  /// the cores of many counties.
  ///
  /// Nothing happens where the region has more cells than a question may have; then cores are found
  /// place by place.
  ///
  /// - Complexity: every county once.
  public func surveyCores() throws {
    let whole = windows.reduce(LatticeWindow(columns: 0..<0, rows: 0..<0)) { $0.union($1) }
    guard atlas == nil, !whole.isEmpty, whole.cellCount <= Lattice.cellLimit else { return }
    let grid = try DensityGrid(of: Array(region.counties.indices), in: self, around: whole)
    know(CoreAtlas(grid.components(touching: whole)))
  }
}

/// People of each cell over several counties.
private struct DensityGrid {
  let window: LatticeWindow
  private let people: [UInt32]
  private let threshold: Double

  init(of counties: [Int], in store: PeopleStore, around asked: LatticeWindow) throws {
    let cells = try store.cells(of: counties)
    let window = cells.reduce(asked) { $0.union($1.window) }
    var people = [UInt32](repeating: 0, count: window.isEmpty ? 0 : window.cellCount)
    for county in cells {
      let shift = county.window.columns.lowerBound - window.columns.lowerBound
      let rowShift = county.window.rows.lowerBound - window.rows.lowerBound
      let columns = county.window.columns.count
      for (place, count) in zip(county.places, county.people) {
        let (row, column) = Int(place).quotientAndRemainder(dividingBy: columns)
        people[(row + rowShift) * window.columns.count + column + shift] += count
      }
    }
    self.window = window
    self.people = people
    threshold = UrbanCores.density * store.lattice.cellArea
  }

  private func isDense(_ index: Int) -> Bool { Double(people[index]) >= threshold }

  func components(touching asked: LatticeWindow) -> [UrbanCore] {
    guard !asked.isEmpty else { return [] }
    var seen = [Bool](repeating: false, count: people.count)
    var cores: [UrbanCore] = []
    for row in asked.rows {
      for column in asked.columns {
        let start = window.index(of: LatticeCell(column: column, row: row))
        guard !seen[start], isDense(start) else { continue }
        cores.append(flood(from: start, &seen))
      }
    }
    return cores.sorted {
      ($0.cells[0].row, $0.cells[0].column) < ($1.cells[0].row, $1.cells[0].column)
    }
  }

  private func flood(from start: Int, _ seen: inout [Bool]) -> UrbanCore {
    let columns = window.columns.count
    var stack = [start]
    var members: [Int] = []
    seen[start] = true
    while let index = stack.popLast() {
      members.append(index)
      let column = index % columns
      var neighbours: [Int] = []
      if column > 0 { neighbours.append(index - 1) }
      if column + 1 < columns { neighbours.append(index + 1) }
      if index >= columns { neighbours.append(index - columns) }
      if index + columns < people.count { neighbours.append(index + columns) }
      for neighbour in neighbours where !seen[neighbour] && isDense(neighbour) {
        seen[neighbour] = true
        stack.append(neighbour)
      }
    }
    members.sort()
    return UrbanCore(
      cells: members.map(window.cell(at:)),
      people: members.reduce(0) { $0 + Int(people[$1]) })
  }
}
