import Foundation
import Shapes
import TestSupport
import Testing

@testable import Geometry

@Suite struct UrbanCoresTests {
  /// People of every cell, all counties together.
  private func density(_ store: PeopleStore) throws -> [LatticeCell: Int] {
    var people: [LatticeCell: Int] = [:]
    for cells in try store.cells(of: Array(store.region.counties.indices)) {
      people.merge(cells.byCell, uniquingKeysWith: +)
    }
    return people
  }

  /// Sets of dense cells joined over sides, one recursive step at a time.
  private func slowCores(_ people: [LatticeCell: Int]) -> [Set<LatticeCell>] {
    var left = Set(people.filter { $0.value >= 375 }.keys)  // 1,500 a km², a cell being 0.25 km²
    var cores: [Set<LatticeCell>] = []
    while let first = left.first {
      var core: Set = [first]
      var grew = true
      while grew {
        let rim = left.filter { cell in
          !core.contains(cell)
            && [(0, 1), (1, 0), (0, -1), (-1, 0)].contains {
              core.contains(LatticeCell(column: cell.column + $0.0, row: cell.row + $0.1))
            }
        }
        grew = !rim.isEmpty
        core.formUnion(rim)
      }
      left.subtract(core)
      cores.append(core)
    }
    return cores
  }

  /// The atlas of a region answers for any window as the search around it does, before and after.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func theAtlasAnswersAsTheSearchDoes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = CountySketch.random(using: &random)
    let surveyed = try sketch.store()
    try surveyed.surveyCores()
    let atlas = try #require(surveyed.atlas)
    #expect(CoreAtlas(atlas.cores) == atlas)
    #expect(atlas.cores.count == slowCores(try density(surveyed)).count)
    guard let whole = surveyed.windows.reduce(nil, { $0?.union($1) ?? $1 }) else { return }
    for _ in 0..<12 {
      let column = Int.random(
        in: whole.columns.lowerBound - 3..<whole.columns.upperBound + 3, using: &random)
      let row = Int.random(
        in: whole.rows.lowerBound - 3..<whole.rows.upperBound + 3, using: &random)
      let window = LatticeWindow(
        columns: column..<column + Int.random(in: 0...6, using: &random),
        rows: row..<row + Int.random(in: 0...6, using: &random))
      let searched = try UrbanCores(touching: window, in: sketch.store())
      let known = try UrbanCores(touching: window, in: surveyed)
      #expect(known.cores == searched.cores)
      for cell in (0..<(window.isEmpty ? 0 : window.cellCount)).map(window.cell(at:)) {
        #expect(known.core(at: cell) == searched.core(at: cell))
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func coresAreASlowFloodFillFromWhateverWindow(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = CountySketch.random(using: &random)
    let store = try sketch.store()
    let people = try density(store)
    let expected = slowCores(people)
    guard let whole = store.windows.reduce(nil, { $0?.union($1) ?? $1 }) else { return }
    for _ in 0..<8 {
      let column = Int.random(in: whole.columns, using: &random)
      let row = Int.random(in: whole.rows, using: &random)
      let window = LatticeWindow(
        columns: column..<column + Int.random(in: 1...6, using: &random),
        rows: row..<row + Int.random(in: 1...6, using: &random))
      // A store that knows nothing yet: what it loads is up to the window.
      let cores = try UrbanCores(touching: window, in: sketch.store())
      let touching = expected.filter { $0.contains(where: window.contains) }
      #expect(Set(cores.cores.map { Set($0.cells) }) == Set(touching))
      for core in cores.cores {
        #expect(core.people == core.cells.reduce(0) { $0 + (people[$1] ?? 0) })
        #expect(core.cells == core.cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) })
        #expect(core.cells.allSatisfy(core.contains))
        for cell in touching.flatMap({ $0 }) {
          #expect(core.contains(cell) == core.cells.contains(cell))
        }
      }
      for row in window.rows {
        for column in window.columns {
          let cell = LatticeCell(column: column, row: row)
          let home = cores.core(at: cell).map { cores.cores[$0].contains(cell) }
          #expect(home ?? false == touching.contains { $0.contains(cell) })
        }
      }
    }
  }

  /// 375 people on 0.25 km² are 1,500 a km²: just dense enough; 374 are not.
  @Test(arguments: [(374, 0), (375, 1)])
  func theThresholdIsReached(people: Int, cores: Int) throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 0.5, 0.5, people: people)
    let store = try sketch.store()
    #expect(try UrbanCores(touching: store.windows[0], in: store).cores.count == cores)
  }

  /// One town over a border: 187 and 188 people on the two halves of a cell make it dense.
  @Test func aCellOnABorderIsDenseByBothCounties() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 0.25, 0.5, people: 187)
    sketch.addBox(0.25, 0, 0.5, 0.5, people: 188)
    let cell = CountySketch.cell(0, 0)
    let window = LatticeWindow(
      columns: cell.column..<cell.column + 1, rows: cell.row..<cell.row + 1)
    let cores = try UrbanCores(touching: window, in: sketch.store()).cores
    #expect(cores.map(\.people) == [375])
  }

  /// Five counties in a row, all dense: the core is whole though only the first is asked for.
  @Test func aCoreRunsOnThroughCountiesBeyondTheWindow() throws {
    var sketch = CountySketch()
    for county in 0..<5 {
      let west = Double(county)
      sketch.addBox(west, 0, west + 1, 0.5, people: 1_000)
    }
    let cell = CountySketch.cell(0, 0)
    let window = LatticeWindow(
      columns: cell.column..<cell.column + 1, rows: cell.row..<cell.row + 1)
    let cores = try UrbanCores(touching: window, in: sketch.store())
    #expect(cores.cores.map(\.people) == [5_000])
    #expect(cores.cores[0].cells.count == 10)
    #expect(cores.core(at: cell) == 0)
    #expect(cores.core(at: CountySketch.cell(1, 0)) == nil)  // beyond the window: not told
  }

  /// Cells that meet in a corner are two cores.
  @Test func cornersDoNotJoin() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 0.5, 0.5, people: 1_000)
    sketch.addBox(0.5, 0.5, 1, 1, people: 2_000)
    let store = try sketch.store()
    let cores = try UrbanCores(
      touching: store.windows[0].union(store.windows[1]), in: store)
    #expect(cores.cores.map(\.people) == [1_000, 2_000])
  }

  @Test func nothingHasNoCore() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 2, 2, people: 0)
    let store = try sketch.store()
    #expect(try UrbanCores(touching: store.windows[0], in: store).cores.isEmpty)
    let empty = LatticeWindow(columns: 0..<0, rows: 0..<0)
    #expect(try UrbanCores(touching: empty, in: store).cores.isEmpty)
  }
}
