import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// Three counties along one road, seats at its nodes: A –20 km– B –40 km– C, at 60 km/h.
@Suite struct AccessWorldTests {
  private static func chain() -> WorldSketch {
    var sketch = WorldSketch()
    sketch.county(WorldSketch.box(-10, -10, 10, 10), people: 100_000, urban: 40_000, seat: (0, 0))
    sketch.county(WorldSketch.box(10, -10, 40, 10), people: 200_000, seat: (20, 0))
    sketch.county(
      WorldSketch.box(40, -10, 70, 10), people: 300_000, seat: (60, 0), prefecture: 1)
    let nodes = [sketch.node(0, 0), sketch.node(20, 0), sketch.node(60, 0)]
    sketch.road(nodes[0], nodes[1])
    sketch.road(nodes[1], nodes[2])
    return sketch
  }

  private func ask(
    _ sketch: WorldSketch, _ indicators: [AccessIndicator], mass: AccessMass = .people,
    places: [Int]? = nil
  ) throws -> AccessAnswer {
    let world = try sketch.world()
    let counties = world.region.counties.indices.map { UnitReference(.county, $0) }
    return try world.access(
      AccessQuestion(
        places: (places ?? Array(counties.indices)).map {
          PlaceGroup(counties[$0], in: world.region)
        }, destinations: counties, indicators: indicators, mode: .road, mass: mass))
  }

  /// Half the radius of a disc of 400 and of 600 km² at 60 km/h.
  private let inner = (small: 5.6419, large: 6.9099)

  private func agree(
    _ ours: [Double?], _ theirs: [Double], _ place: SourceLocation = #_sourceLocation
  ) {
    #expect(ours.count == theirs.count, sourceLocation: place)
    for (ours, theirs) in zip(ours, theirs) {
      #expect(abs((ours ?? .nan) / theirs - 1) < 2e-3, "\(theirs)", sourceLocation: place)
    }
  }

  @Test func measuresAreTheSumsOneCanDo() throws {
    let answer = try ask(Self.chain(), [.watt, .potential, .daily, .decay])
    agree(
      try #require(answer.column(.averageTime)).numbers,
      [
        (inner.small + 20 * 2 + 60 * 3) / 6, (20 + inner.large * 2 + 40 * 3) / 6,
        (60 + 40 * 2 + inner.large * 3) / 6,
      ])
    agree(
      try #require(answer.column(.potential)).numbers,
      [
        1e5 / inner.small + 2e5 / 20 + 3e5 / 60, 1e5 / 20 + 2e5 / inner.large + 3e5 / 40,
        1e5 / 60 + 2e5 / 40 + 3e5 / inner.large,
      ])
    let own = try #require(answer.column(.selfShare)).numbers
    agree([own[0]], [(1e5 / inner.small) / (1e5 / inner.small + 15_000)])
    // 60 minutes are reached or not by the rounding of a metre; 120 reach all.
    #expect(try #require(answer.column(.within(minutes: 120))).numbers == [6e5, 6e5, 6e5])
    #expect(answer.table(in: try Self.chain().world().region).rows.count == 3)
  }

  @Test func performanceHoldsTheDriveAgainstTheRadius() throws {
    let answer = try ask(Self.chain(), [.transportPerformance])
    let names = answer.columns.map { $0.variable.column(.people) }
    #expect(
      names == [
        "people_90min", "people_120km", "transport_performance_90min_120km", "people_60min",
        "people_80km", "transport_performance_60min_80km",
      ])
    #expect(answer.column(.performance(minutes: 90, kilometers: 120))?.numbers == [1, 1, 1])
  }

  @Test func linksAreStrongestWhereTimeIsShort() throws {
    let answer = try ask(Self.chain(), [.linkage])
    let links = [1e5 * 2e5 / 400, 1e5 * 3e5 / 3_600, 2e5 * 3e5 / 1_600]
    agree(
      try #require(answer.column(.linkage)).numbers,
      [links[0] + links[1], links[0] + links[2], links[1] + links[2]])
    #expect(
      answer.column(.strongestLink)?.values == [
        .text("甲1县"), .text("甲0县"), .text("甲1县"),
      ])
  }

  /// Another mass names its columns, and what has no value counts nothing.
  @Test func anotherMassSaysSo() throws {
    let urban = try ask(Self.chain(), [.potential], mass: .urban)
    #expect(urban.columns.map { $0.variable.column(.urban) }.first == "potential_urban")
    agree(
      try #require(urban.column(.potential)).numbers,
      [4e4 / inner.small, 4e4 / 20, 4e4 / 60])
    #expect(
      urban.warnings.contains {
        if case .withoutMass(let names) = $0 { names.count == 2 } else { false }
      })
    let table = AccessMass.table(name: "gdp", values: ["430103": 12])
    let gdp = try ask(Self.chain(), [.watt], mass: table)
    agree(try #require(gdp.column(.averageTime)).numbers, [60, 40, inner.large])
    #expect(gdp.table(in: try Self.chain().world().region).columns.map(\.name).contains("watt_gdp"))
  }

  @Test func aRowDoesNotDependOnTheOthers() throws {
    let all = try ask(Self.chain(), [.watt, .potential, .daily])
    let one = try ask(Self.chain(), [.watt, .potential, .daily], places: [1])
    for (left, right) in zip(all.columns, one.columns) {
      #expect(left.values[1] == right.values[0])
    }
  }

  /// An island of its own road: no average, a warning, and nobody is lost without a word.
  @Test func whoIsCutOffIsNamed() throws {
    var sketch = Self.chain()
    sketch.county(WorldSketch.box(200, -10, 220, 10), people: 50_000, seat: (210, 0))
    sketch.road(sketch.node(205, 0), sketch.node(215, 0))
    let answer = try ask(sketch, [.watt, .potential])
    #expect(answer.column(.averageTime)?.numbers[3] == nil)
    #expect(answer.column(.averageTime)?.numbers[0] != nil)
    agree([answer.column(.potential)?.numbers[3] ?? nil], [5e4 / inner.small])
    let names = [PlaceName(chinese: "甲3县", english: "County 3")]
    #expect(answer.warnings.contains(.cutOff(names)))
    #expect(answer.warnings.contains(.unreached(names, massShare: 50_000 / 650_000)))
  }

  /// A road that runs on beyond the counties is land whose people nobody counted.
  @Test func landBeyondTheDatasetIsTold() throws {
    let inside = try ask(Self.chain(), [.watt])
    #expect(inside.places.map(\.edgeShare) == [0, 0, 0])
    var sketch = Self.chain()
    sketch.road(2, sketch.node(160, 0))
    let answer = try ask(sketch, [.watt])
    #expect(answer.places[2].edgeShare > 0.3)
    #expect(answer.places[0].edgeShare < answer.places[2].edgeShare)
    #expect(
      answer.warnings.contains { if case .nearFrame = $0 { true } else { false } })
  }

  @Test func targetsAreCountedOneByOne() throws {
    // Prefecture 0 is province 0 with its capital; prefecture 1 is the other province's.
    let answer = try ask(Self.chain(), [.target])
    #expect(answer.columns.map(\.variable).last == .targetsMet)
    agree(try #require(answer.column(.otherCapitalMinutes)).numbers, [60, 40, 60])
    #expect(try #require(answer.column(.targetsMet)).numbers == [3, 3, 3])
  }
}

@Suite struct NearestWorldTests {
  private func world() throws -> World {
    var sketch = WorldSketch()
    sketch.county(WorldSketch.box(-10, -10, 10, 10), people: 100_000, seat: (0, 0))
    sketch.county(WorldSketch.box(10, -10, 40, 10), people: 300_000, seat: (20, 0), prefecture: 1)
    let nodes = [sketch.node(0, 0), sketch.node(20, 0), sketch.node(35, 0)]
    sketch.road(nodes[0], nodes[1])
    sketch.road(nodes[1], nodes[2])
    // An expressway that meets the road at the far end only.
    sketch.road(nodes[2], sketch.node(-9, 9), .expressway)
    return try sketch.world()
  }

  private func places(_ world: World) -> [PlaceGroup] {
    world.region.counties.indices.map { PlaceGroup(UnitReference(.county, $0), in: world.region) }
  }

  private func layer(_ points: [(Double, Double)]) -> FacilityLayer {
    FacilityLayer(
      key: "clinic", name: PlaceName(chinese: "诊所", english: "clinic"),
      facilities: points.enumerated().map { index, point in
        Facility(
          kind: "clinic", code: "C\(index)",
          name: PlaceName(chinese: "诊所\(index)", english: "clinic \(index)"),
          position: WorldSketch.point(point.0, point.1), supply: 4)
      })
  }

  @Test func theNearerOneCountsWhereverItStands() throws {
    let world = try world()
    let answer = try world.nearest(
      NearestQuestion(places: places(world), layers: [layer([(35, 0), (12, 0)])], mode: .road))
    let nearest = answer.layers[0].nearest
    // From A 12 minutes into the other province; from B 8 minutes back.
    #expect(nearest.map { $0?.facility } == [1, 1])
    #expect(nearest.map { ($0?.minutes ?? 0).rounded() } == [12, 8])
    #expect(nearest.map { $0?.isAcrossBorder } == [true, false])
    #expect(
      answer.layers[0].reach == [
        .init(minutes: 15, places: 2, people: 400_000, peopleShare: 1),
        .init(minutes: 30, places: 2, people: 400_000, peopleShare: 1),
        .init(minutes: 60, places: 2, people: 400_000, peopleShare: 1),
      ])
    // Two facilities of 4, both within the hour of all: 2 for every 100,000.
    #expect(answer.layers[0].supply.map { ($0 * 1e9).rounded() / 1e9 } == [2, 2])
    #expect(answer.layers[0].acrossBorder == 1)
  }

  @Test func aPlaceHasOnePrefectureOfItsOwn() throws {
    let world = try world()
    let answer = try world.nearest(
      NearestQuestion(
        places: places(world), layers: [.ownPrefectures(of: world)], mode: .road))
    #expect(answer.layers[0].nearest.map { $0?.facility } == [0, 1])
    #expect(answer.layers[0].nearest.allSatisfy { $0?.minutes == 0 && $0?.isAcrossBorder == false })
    #expect(answer.layers[0].supply.isEmpty)
  }

  @Test func interchangesAreWhereRoadsMeet() throws {
    let world = try world()
    let layer = FacilityLayer.interchanges(of: world)
    #expect(layer.facilities.map(\.code) == ["N2"])
    #expect(layer.facilities.map(\.name.chinese) == ["甲1县"])
  }

  @Test func nothingIsNearestToNothing() throws {
    let world = try world()
    let answer = try world.nearest(
      NearestQuestion(places: places(world), layers: [layer([]), layer([(500, 500)])], mode: .road))
    #expect(answer.layers.flatMap(\.nearest).allSatisfy { $0 == nil })
    #expect(answer.warnings.count == 2)
    #expect(answer.layers[1].reach.map(\.people) == [0, 0, 0])
  }
}
