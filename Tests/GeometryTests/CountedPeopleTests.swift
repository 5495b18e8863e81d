import Geometry
import Shapes
import Testing

/// Two squares of 0.1° side by side, some 10 km each.
@Suite struct CountedPeopleTests {
  private let plane: ProjectedPlane
  private let counties: [County]

  init() throws {
    plane = try ProjectedPlane("+proj=laea +lat_0=28 +lon_0=112 +datum=WGS84")
    counties = [112.0, 112.1].enumerated().map { index, west in
      County(
        code: "\(index)", name: PlaceName(chinese: "\(index)", english: "\(index)"), prefecture: 0,
        province: 0,
        polygons: [
          GeoPolygon(
            outer: [(0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1)].map {
              GeoPoint(longitude: west + $0.0, latitude: 28 + $0.1)
            })
        ], seat: nil, people: nil, urbanPeople: nil)
    }
  }

  private func tallied(_ people: [(GeoPoint, Double)], cell: Double = 250) throws -> PeopleTally {
    var tally = try PeopleTally(
      of: counties, on: Lattice(plane: plane, cellSize: cell))
    for (point, (position, count)) in zip(try plane.project(people.map(\.0)), people) {
      tally.add(count, at: position, point)
    }
    return tally
  }

  private func store(_ counted: CountedPeople, _ totals: [Int?], cell: Double) throws
    -> PeopleStore
  {
    var counties = counties
    for index in counties.indices { counties[index].people = totals[index] }
    return try PeopleStore(
      region: Region(
        counties: counties,
        prefectures: [
          Prefecture(
            code: "p", name: counties[0].name, province: 0, counties: [0, 1], core: nil)
        ], provinces: [Province(code: "v", name: counties[0].name, prefectures: [0])],
        counted: counted), lattice: Lattice(plane: plane, cellSize: cell), model: PeopleModel(),
      roads: NearestSegment(starts: [], ends: [], bucketSize: 2_500, reach: 30_000))
  }

  @Test func peopleStandInTheCountyThatHoldsThem() throws {
    // A third county beyond a gap of 0.1°.
    var far = counties[1]
    far.polygons = far.polygons.map {
      $0.map { .init(longitude: $0.longitude + 0.2, latitude: $0.latitude) }
    }
    var tally = try PeopleTally(of: counties + [far], on: Lattice(plane: plane, cellSize: 250))
    let people: [(Double, Double)] = [
      (112.05, 10.4), (112.0501, 0.3), (112.15, 0), (112.095, 2), (112.25, 7), (115, 9),
    ]
    let points = people.map { GeoPoint(longitude: $0.0, latitude: 28.05) }
    for (index, point) in try plane.project(points).enumerated() {
      tally.add(people[index].1, at: points[index], point)
    }
    let (cells, totals) = tally.counted()
    #expect(totals == [13, 0, nil])
    #expect(cells.people.reduce(0, +) == 13)
    #expect(tally.outside == 7)
  }

  /// Sub-samples are 31 m apart; what is counted 5 m from a border is of its own side still.
  @Test func bordersAreKeptToTheMetre() throws {
    let step = 5 / 98_000.0
    let people = (0..<40).flatMap { row -> [(GeoPoint, Double)] in
      let latitude = 28.001 + Double(row) * 0.0024
      return [
        (GeoPoint(longitude: 112.1 - step, latitude: latitude), 3),
        (GeoPoint(longitude: 112.1 + step, latitude: latitude), 5),
        (GeoPoint(longitude: 112 + step, latitude: latitude), 1),
        (GeoPoint(longitude: 112 - step, latitude: latitude), 7),
      ]
    }
    let tally = try tallied(people)
    #expect(tally.counted().totals == [160, 200])
  }

  @Test func aCountyOfWhichNothingIsSaidIsNotCounted() throws {
    let tally = try tallied([(GeoPoint(longitude: 112.05, latitude: 28.05), 3)])
    #expect(tally.counted().totals == [3, nil])
  }

  /// On lattices of any size the same people live in about the same place.
  @Test(arguments: [100.0, 250, 500, 1_000]) func anyLatticeHoldsThemAll(cell: Double) throws {
    let town = GeoPoint(longitude: 112.031, latitude: 28.043)
    var people = [(town, 5_000.0)]
    for step in 0..<40 {
      people.append(
        (GeoPoint(longitude: 112.002 + Double(step) * 0.0049, latitude: 28.07), 25.0))
    }
    let (cells, totals) = try tallied(people).counted()
    #expect(totals.compactMap(\.self).reduce(0, +) == 6_000)
    let store = try store(cells, totals, cell: cell)
    for (county, own) in try store.cells(of: [0, 1]).enumerated() {
      #expect(own.people.reduce(0) { $0 + Int($1) } == totals[county])
    }
    let own = try #require(try store.cells(of: [0]).first)
    let centre = try plane.project([town])[0]
    let near = zip(own.places, own.people).filter { place, _ in
      let middle = store.lattice.centre(of: own.window.cell(at: Int(place)))
      return max(abs(middle.x - centre.x), abs(middle.y - centre.y)) <= 250 + cell
    }
    #expect(near.reduce(0) { $0 + Int($1.1) } >= 4_990)
  }
}
