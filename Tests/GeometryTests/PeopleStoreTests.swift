import Foundation
import Shapes
import TestSupport
import Testing

@testable import Geometry

@Suite struct PeopleStoreTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func everyCountyKeepsItsPeopleToThePerson(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = CountySketch.random(using: &random)
    let roads =
      Bool.random(using: &random)
      ? [((0.0, 0.0), (10.0, 8.0)), ((0.0, 7.0), (9.0, 1.0))] : []
    let store = try sketch.store(roads: roads)
    let cells = try store.cells(of: Array(sketch.counties.indices))
    #expect(cells.map(\.county) == Array(sketch.counties.indices))
    for (county, cells) in zip(sketch.counties, cells) {
      #expect(cells.people.reduce(0) { $0 + Int($1) } == county.people ?? 0)
      #expect(cells.places.count == cells.masks.count && cells.places.count == cells.people.count)
      #expect(cells.places == cells.places.sorted() && !cells.masks.contains(0))
      // 62.5 m sub-samples: a rim of 4 sides is right to about a sub-sample a step.
      let area = Double(cells.subsamples) * 62.5 * 62.5 / 1e6
      #expect(
        abs(
          area - Double(try store.subsamples(of: [cells.county])[cells.county] ?? 0) / 64
            * store.lattice.cellArea) < 0.07 * 4 * 12)
    }
    // The store only remembers: one county asked alone, last first, is the same.
    let again = try sketch.store(roads: roads)
    for county in sketch.counties.indices.reversed() {
      let alone = try again.cells(of: [county])[0]
      #expect(alone.people == cells[county].people && alone.masks == cells[county].masks)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func aBorderCellIsSharedWithoutOverlap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = CountySketch.random(using: &random)
    let store = try sketch.store()
    var taken: [LatticeCell: UInt64] = [:]
    for cells in try store.cells(of: Array(sketch.counties.indices)) {
      for (place, mask) in zip(cells.places, cells.masks) {
        let cell = cells.window.cell(at: Int(place))
        #expect((taken[cell] ?? 0) & mask == 0)
        taken[cell, default: 0] |= mask
      }
    }
    // All of them together are the masks of all polygons together: nothing falls between.
    let together = try CellMasks(
      of: sketch.counties.flatMap { try $0.polygons.projected(onto: store.lattice.plane) },
      on: store.lattice)
    for (place, mask) in together.masks.enumerated() {
      #expect(taken[together.window.cell(at: place)] ?? 0 == mask)
    }
  }

  /// 10,000 a km² is 2,500 a cell of 500 m: 6,000 townspeople fill the cell of the seat and the
  /// next two; all eastwards, for the county is one row.
  @Test func aTownFillsOutwardFromItsSeat() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 4, 0.5, people: 6_000, urban: 6_000, seat: (0.25, 0.25))
    let people = try sketch.store().cells(of: [0])[0].byCell
    #expect(people[CountySketch.cell(0, 0)] == 2_500)
    #expect(people[CountySketch.cell(0.5, 0)] == 2_500)
    #expect(people[CountySketch.cell(1, 0)] == 1_000)
    #expect(people[CountySketch.cell(1.5, 0)] == 0)
  }

  /// Four cells as near to the seat as each other: southern before northern, western before eastern.
  @Test func tiesGoByRowThenColumn() throws {
    let window = LatticeWindow(columns: 10..<12, rows: 20..<22)
    let people = PeopleModel().distribute(
      urban: 6_000, rural: 0, places: [0, 1, 2, 3], masks: [.max, .max, .max, .max],
      window: window, lattice: CountySketch.lattice,
      seat: CountySketch.lattice.corner(column: 11, row: 21), settlements: [],
      roads: NearestSegment(starts: [], ends: [], bucketSize: 1_000, reach: 1_000))
    #expect(people == [2_500, 2_500, 1_000, 0])
  }

  /// 2 × 1 cells have room for 5,000; 9,001 townspeople are spread evenly, the odd one first.
  @Test func aTownThatDoesNotFitIsSpreadEvenly() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 1, 0.5, people: 9_001, urban: 9_001, seat: (0.25, 0.25))
    #expect(try sketch.store().cells(of: [0])[0].people == [4_501, 4_500])
  }

  @Test func withoutRoadsSettlementsOrSeatPeopleAreEven() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 2, 2, people: 1_600)
    #expect(try sketch.store().cells(of: [0])[0].people.allSatisfy { $0 == 100 })
    sketch.addBox(3, 0, 5, 2, people: 16, urban: 16)
    // No seat: the town starts in the first cell.
    #expect(try sketch.store().cells(of: [1])[0].people.first == 16)
  }

  /// Rural people by exp(−d²/2σ²): a settlement in the middle of the first cell, the fourth cell
  /// 1.5 km away has exp(−0.125) of its weight.
  @Test func ruralPeopleLiveNearSettlements() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 2, 0.5, people: 1_000_000, urban: 0, seat: (0.25, 0.25))
    sketch.settle(0.25, 0.25, county: 0)
    sketch.addBox(0, 5, 2, 5.5, people: 100)
    let people = try sketch.store().cells(of: [0])[0].people.map(Double.init)
    #expect(abs(people[3] / people[0] - exp(-0.125)) < 1e-5)
    // The neighbour has no settlement of its own and takes no notice of this one.
    #expect(try sketch.store().cells(of: [1])[0].people == [25, 25, 25, 25])
  }

  /// Half by the settlement in the west, half by the road in the east: mirror images.
  @Test func halfByRoadHalfBySettlement() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 20, 0.5, people: 1_000_000, urban: 0)
    sketch.settle(0, 0.25, county: 0)
    let people = try sketch.store(roads: [((20, -3), (20, 3))]).cells(of: [0])[0].people
    for (west, east) in zip(people, people.reversed()) {
      #expect(abs(Int(west) - Int(east)) <= 1)
    }
    #expect(people[20] < people[0] / 2)
    // No settlement: all by roads.
    var bare = CountySketch()
    bare.addBox(0, 0, 20, 0.5, people: 1_000_000, urban: 0)
    let byRoad = try bare.store(roads: [((20, -3), (20, 3))]).cells(of: [0])[0].people
    #expect(byRoad == byRoad.sorted() && (byRoad.last ?? 0) > 100_000)
  }

  @Test func moreTownspeopleThanPeopleAreCutBack() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 2, 2, people: 50, urban: 80, seat: (1, 1))
    #expect(try sketch.store().cells(of: [0])[0].people.reduce(0, +) == 50)
  }

  @Test func aCountyOfOneCellAndOneOfLess() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 0.5, 0.5, people: 7_777, urban: 5_000, seat: (0.25, 0.25))
    #expect(try sketch.store().cells(of: [0])[0].people == [7_777])
    sketch.addBox(3.1, 3.1, 3.3, 3.3, people: 12)
    #expect(try sketch.store().cells(of: [1])[0].people == [12])
    // 40 m across, between the middles of sub-samples: its people have nowhere to be.
    sketch.addBox(5.04, 5.04, 5.08, 5.08, people: 3)
    let lost = try sketch.store().cells(of: [2])[0]
    #expect(lost.people.reduce(0, +) == 3)
  }

  @Test func countiesAreFoundByWhomTheyTouch() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 2, 2, people: 1)
    sketch.addBox(2, 0, 4, 2, people: 1)
    let store = try sketch.store()
    let first = CountySketch.cell(0, 0)
    let window = LatticeWindow(
      columns: first.column..<first.column + 2, rows: first.row..<first.row + 2)
    #expect(store.counties(touching: window) == [0])
    #expect(store.counties(touching: window.expanded(by: 4)) == [0, 1])
    #expect(store.counties(touching: LatticeWindow(columns: 0..<0, rows: 0..<0)) == [])
  }
}

@Suite struct RegionTests {
  @Test func unitsAndTheirCounties() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 2, 2, people: 3)
    sketch.addBox(2, 0, 4, 2, people: nil)
    let region = sketch.region
    #expect(region.people == 3)
    #expect(region.counties(of: UnitReference(.county, 1)) == [1])
    #expect(region.counties(of: UnitReference(.province, 0)) == [0, 1])
    #expect(region.code(of: UnitReference(.prefecture, 0)) == "430100")
    #expect(region.name(of: UnitReference(.province, 0)).chinese == "湖南省")
  }

  @Test func whatIsAnUrbanDistrict() {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 1, 1, people: 1)
    for (name, isDistrict) in [
      ("荷塘区", true), ("神农架林区", false), ("六枝特区", false), ("醴陵市", false), ("攸县", false),
    ] {
      sketch.counties[0].name.chinese = name
      #expect(sketch.counties[0].isUrbanDistrict == isDistrict)
    }
  }
}
