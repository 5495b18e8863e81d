import Geometry
import Shapes
import Testing

/// A square of `size` degrees with its south-western corner at (west, south).
private func square(_ west: Double, _ south: Double, _ size: Double = 0.1) -> [GeoPolygon] {
  [
    GeoPolygon(
      outer: [(0, 0), (size, 0), (size, size), (0, size)].map {
        GeoPoint(longitude: west + $0.0, latitude: south + $0.1)
      })
  ]
}

private func named(_ text: String) -> PlaceName { PlaceName(chinese: text, english: text) }

private func row(_ code: String, _ west: Double, _ south: Double = 28) -> UnitRow {
  UnitRow(code: code, name: named("县\(code)"), polygons: square(west, south))
}

private let plane = try? ProjectedPlane("+proj=laea +lat_0=28 +lon_0=112 +datum=WGS84")

@Suite struct RegionOfUnitsTests {
  @Test func sixDigitsTellTheLevelsAbove() {
    let region = Region(
      units: [row("520602", 109), row("430102", 112), row("430103", 112.1)], title: named("layer"),
      known: ["430100": named("长沙市")])
    #expect(region.counties.map(\.code) == ["430102", "430103", "520602"])
    #expect(region.prefectures.map(\.code) == ["430100", "520600"])
    #expect(region.prefectures.map(\.name.chinese) == ["长沙市", "520600"])
    #expect(region.prefectures[0].counties == [0, 1])
    #expect(region.provinces.map(\.code) == ["430000", "520000"])
  }

  @Test func columnsComeBeforeDigitsAndNamesDoForCodes() {
    var rows = [row("430102", 112), row("430103", 112.1), row("520602", 109)]
    rows[0].prefecture = .init(code: nil, name: named("甲"))
    rows[1].prefecture = .init(code: nil, name: named("乙"))
    rows[2].prefecture = .init(code: nil, name: named("甲"))
    let region = Region(units: rows, title: named("layer"))
    // Two provinces have a prefecture of the same name.
    #expect(region.prefectures.map(\.name.chinese) == ["乙", "甲", "甲"])
    #expect(Set(region.prefectures.map(\.code)).count == 3)
    #expect(region.provinces.count == 2)
  }

  @Test func otherCodesMakeOnePrefectureOfAll() {
    let region = Region(units: [row("PT112", -8), row("PT11A", -7.9)], title: named("porto"))
    #expect(region.prefectures.map(\.code) == ["porto"])
    #expect(region.provinces.map(\.name.chinese) == ["porto"])
  }

  @Test func provincesAloneHaveAPrefectureEach() {
    var rows = [row("7001", 9.5), row("7002", 9.6), row("7003", 9.7)]
    for (index, name) in ["Unterland", "Oberland", "Unterland"].enumerated() {
      rows[index].province = .init(code: nil, name: named(name))
    }
    let region = Region(units: rows, title: named("layer"))
    #expect(region.provinces.map(\.name.chinese) == ["Oberland", "Unterland"])
    #expect(region.provinces.map(\.prefectures.count) == [1, 1])
    #expect(
      region.counties.map { region.provinces[$0.province].name.chinese }
        == ["Unterland", "Oberland", "Unterland"])
  }

  @Test func longCodesHoldTheSixDigits() {
    #expect(UnitRow.nationalCode("156430102") == "430102")
    #expect(UnitRow.nationalCode("430102000000") == "430102")
    #expect(UnitRow.nationalCode("430102001000") == "430102001000")
    #expect(UnitRow.nationalCode("PT11A") == "PT11A")
  }

  @Test func aPrefectureIsSeatedInTheDistrictWithMostPeople() {
    var region = Region(
      units: [row("430102", 112), row("430103", 112.1), row("430121", 112.2)],
      title: named("layer"))
    for (index, people) in [3, 5, 9].enumerated() {
      region.counties[index].name = named(index < 2 ? "\(index)区" : "县")
      region.counties[index].people = people
      region.counties[index].seat = GeoPoint(longitude: 112.05 + Double(index) / 10, latitude: 28)
    }
    region.seatPrefectures()
    #expect(region.prefectures[0].core == region.counties[1].seat)
  }
}

@Suite struct RegionReviewTests {
  private func review(_ areas: [[GeoPolygon]]) throws -> RegionReview {
    let counties = areas.enumerated().map { index, areas in
      County(
        code: "\(index)", name: named("\(index)"), prefecture: 0, province: 0, polygons: areas,
        seat: nil, people: nil, urbanPeople: nil)
    }
    return try RegionReview(of: counties, on: #require(plane))
  }

  @Test func squaresSideBySideShareOneLine() throws {
    let found = try review([square(112, 28), square(112.1, 28), square(114, 28)])
    #expect(found.neighbourPairs == 1)
    // A tenth of a degree of the meridian at 28°: 11.08 km.
    #expect(abs(found.borderLength - 11.08) < 0.02)
    #expect(found.alone == [2])
    #expect(found.overlaps.isEmpty && found.gaps.isEmpty)
  }

  @Test func overlapsAndSliversAreMeasured() throws {
    // The second begins 0.01° inside the first: 0.98 km by 11.08 km.
    let overlapping = try review([square(112, 28), square(112.09, 28)])
    #expect(overlapping.overlaps.count == 1)
    #expect(abs(overlapping.overlapArea - 10.89) < 0.1)
    // A frame of four with a hole of 0.001° by 0.001° in its middle: 98 m by 111 m.
    func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [GeoPolygon] {
      [
        GeoPolygon(
          outer: [(west, south), (east, south), (east, north), (west, north)].map {
            GeoPoint(longitude: $0.0, latitude: $0.1)
          })
      ]
    }
    let framed = try review([
      box(112, 28, 112.2, 28.1), box(112, 28.101, 112.2, 28.2), box(112, 28.1, 112.1, 28.101),
      box(112.101, 28.1, 112.2, 28.101),
    ])
    #expect(framed.slivers.count == 1)
    #expect(abs((framed.slivers.first ?? 0) - 0.0109) < 0.0003)
  }
}

@Suite struct RoadSeatsTests {
  @Test func theSeatIsWhereNodesStandClosest() throws {
    let town = (0..<9).map { GeoPoint(longitude: 112.031 + Double($0) * 1e-4, latitude: 28.031) }
    let scattered = (0..<9).map { GeoPoint(longitude: 112.05 + Double($0) / 200, latitude: 28.08) }
    let seats = try RoadSeats.seats(
      of: [square(112, 28), square(113, 28)], nodes: scattered + town, on: #require(plane))
    #expect(seats == [town[4], nil])
  }
}

@Suite struct ShiftSuspicionTests {
  private let places = (0..<12).map { index in
    GeoPoint(longitude: 110 + Double(index % 4) * 0.8, latitude: 26 + Double(index / 4) * 0.9)
  }

  @Test(arguments: ShiftedDatum.allCases) func aShiftedLayerIsSuspected(datum: ShiftedDatum) {
    // Each is off by 80 m on its own, every other one eastwards.
    let pairs = places.enumerated().map { index, place in
      (
        drawn: LocalFrame(at: datum.shifted(place)).point(
          at: PlanePoint(x: index.isMultiple(of: 2) ? 80 : -80, y: 0)), known: place
      )
    }
    let suspicion = ShiftSuspicion(pairs)
    #expect(suspicion?.datum == datum)
    #expect((suspicion?.offset ?? 0) > 200)
  }

  @Test func aLayerOffSomeOtherWayIsNot() {
    #expect(ShiftSuspicion(places.map { (drawn: $0, known: $0) }) == nil)
    let moved = places.map { place in
      (drawn: LocalFrame(at: place).point(at: PlanePoint(x: -400, y: 300)), known: place)
    }
    #expect(ShiftSuspicion(moved) == nil)
    #expect(
      ShiftSuspicion([(drawn: ShiftedDatum.gcj02.shifted(places[0]), known: places[0])]) == nil)
  }
}
