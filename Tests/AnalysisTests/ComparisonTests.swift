import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// What a comparison says of a scenario, against a world built cold with it.
@Suite struct ComparisonTests {
  /// A link whose interchanges all lie within 15 km of a road.
  private func link(
    _ name: String, in world: World, using random: inout SeededGenerator
  ) -> ScenarioLink {
    while true {
      let link = anyLink(name, using: &random)
      if (try? world.network.roads.adding([RoadLine(link)])) != nil { return link }
    }
  }

  private func anyLink(_ name: String, using random: inout SeededGenerator) -> ScenarioLink {
    let points = (0..<Int.random(in: 2...3, using: &random)).map { _ in
      ScenarioLink.Point(
        name: nil,
        position: WorldSketch.point(
          .random(in: 0...20, using: &random), .random(in: 0...20, using: &random)),
        isInterchange: true)
    }
    return ScenarioLink(
      name: name, mode: .road(Bool.random(using: &random) ? .expressway : .main), course: points,
      speed: Bool.random(using: &random) ? nil : 110)
  }

  private func applied(
    _ scenario: Scenario, to world: World
  ) throws -> AppliedScenarios {
    try AppliedScenarios(
      [scenario], to: world.network.roads, of: world.region, corridors: [],
      profile: world.network.profile, isChecked: false)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func answersAsAWorldBuiltCold(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    var scenario = Scenario(name: "情景", links: [link("新", in: world, using: &random)])
    // Now and then something is slower, too: then everything is searched anew.
    if seed % 4 == 0 {
      scenario.closures = [Stretch(place: .position(world.network.roads.nodes[0]))]
    }
    let item = ComparisonCase(
      name: "情景", applied: try applied(scenario, to: world), over: world)
    let cold = World(
      region: world.region,
      network: AccessNetwork(
        roads: item.applied.roads, profile: world.network.profile,
        barriers: world.network.barriers),
      people: world.people, basis: world.basis)
    let mode = TravelMode.roadDoor
    let place = sketch.place(using: &random)
    let question = ComparisonQuestion(
      places: [PlaceGroup(name: PlaceName(chinese: "中心", english: "centre"), places: [place])],
      minutes: [12, 25], mode: mode)
    let comparison = try world.comparison(question, of: [item])
    let answer = comparison.cases[0]
    let circles = try cold.circles(CircleQuestion([place], within: [12, 25], mode: mode)).circles
    for (figures, circle) in zip(answer.circles[0], circles) {
      #expect(figures.extent == circle.extent)
      #expect(figures.lower == circle.lower && figures.higher == circle.higher)
      // What is gained less what is lost is the difference.
      let before = comparison.baseline.circles[0].first { $0.minutes == figures.minutes }
      let (gained, lost) = (figures.gained?.extent.area ?? 0, figures.lost?.extent.area ?? 0)
      #expect(abs(figures.extent.area - (before?.extent.area ?? 0) - (gained - lost)) < 1e-6)
      #expect(try figures.gained?.polygons.invalidity() == nil)
    }
    for (county, unit) in world.region.counties.enumerated() {
      guard let seat = unit.seat else {
        #expect(answer.times[0][county] == TravelTime.unreachable)
        continue
      }
      let expected = try cold.minutes(from: place, to: [seat], mode: mode)[0]
      #expect(answer.minutes(from: 0, to: county) == expected)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func gainsAddUpInRowsColumnsAndProvinces(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random, allReached: true)
    let world = try sketch.world()
    let region = world.region
    let places = region.counties.indices.prefix(3).map { county in
      PlaceGroup(
        name: region.counties[county].name, places: [.unit(UnitReference(.county, county))])
    }
    let item = ComparisonCase(
      name: "情景",
      applied: try applied(
        Scenario(name: "情景", links: [link("新", in: world, using: &random)]), to: world),
      over: world)
    let comparison = try world.comparison(
      ComparisonQuestion(places: places, minutes: [30], hasCircles: false), of: [item])
    let gains = comparison.gains(of: comparison.cases[0], in: region)
    let all = Array(region.counties.indices)
    let columns = places.indices.map { gains.sum(of: all, place: $0) }
    let rows = all.map { gains.sum(of: $0) }
    #expect(columns.reduce(0, +) == gains.total && rows.reduce(0, +) == gains.total)
    let provinces = gains.byProvince(
      in: region, placeProvinces: comparison.placeProvinces(in: region))
    #expect(provinces.reduce(0) { $0 + $1.personMinutes } == gains.total)
    #expect(abs(comparison.weights.reduce(0, +) - 1) < 1e-12)
    // A new road takes nothing from anybody.
    #expect(gains.values.joined().allSatisfy { $0 >= 0 })
    let table = comparison.gainTable(in: region)
    let written = table.rows.reduce(0) { sum, row in
      if case .whole(let cell) = row.values[3] { sum + cell } else { sum }
    }
    #expect(written == gains.total)
  }

  /// Ranking values every subset as the comparison of a world made with it does.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func aRankingsValuesAreThoseOfComparisons(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random, allReached: true)
    let world = try sketch.world()
    let links = ["甲", "乙", "丙"].map { link($0, in: world, using: &random) }
    let places = world.region.counties.indices.prefix(2).map { county in
      PlaceGroup(
        name: world.region.counties[county].name,
        places: [.unit(UnitReference(.county, county))])
    }
    let ranking = try world.ranking(
      RankingQuestion(
        links: links, costs: [1, 1, 1], measure: .kilometers, budget: 2, places: places))
    func value(_ members: [Int]) throws -> Int {
      let item = ComparisonCase(
        name: "",
        applied: try applied(
          Scenario(name: "", links: members.map { links[$0] }), to: world),
        over: world)
      let comparison = try world.comparison(
        ComparisonQuestion(places: places, minutes: [30], hasCircles: false), of: [item])
      return comparison.gains(of: comparison.cases[0], in: world.region).total
    }
    // Two milliseconds a pair may fall to either side of a direct leg: one person-minute each.
    let slack = world.region.counties.reduce(0) { $0 + ($1.people ?? 0) } / 15_000 + 20
    for index in links.indices {
      #expect(abs(try value([index]) - ranking.alone[index]) <= slack)
    }
    #expect(abs(try value([0, 1, 2]) - ranking.all) <= slack)
    #expect(ranking.search.isExact && ranking.search.best.members.count <= 2)
  }

  @Test func aLinkIsBuiltWhereItLies() throws {
    var sketch = WorldSketch()
    sketch.county(WorldSketch.box(0, 0, 10, 10), people: 10, seat: (5, 5), prefecture: 0)
    sketch.county(WorldSketch.box(10, 0, 40, 10), people: 10, seat: (25, 5), prefecture: 1)
    let link = ScenarioLink(
      name: "新", mode: .road(.expressway),
      course: [(5.0, 5.0), (25, 5)].map {
        .init(name: nil, position: WorldSketch.point($0.0, $0.1), isInterchange: true)
      })
    let built = link.built(by: RegionLocator(sketch.counties), in: sketch.region)
    #expect(built.map(\.province) == [0, 1])
    #expect(abs(built[0].length.kilometers - 5 * 1.13) < 1)
    #expect(abs(built[0].length.value + built[1].length.value - link.length.value) < 1e-6)
  }
}
