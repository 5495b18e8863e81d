import Geometry
import Routing
import Shapes
import Testing

@testable import Analysis

/// Railways that scenarios add, on hamlets whose arithmetic a reader can do.
@Suite struct RailLinkTests {
  /// Two hamlets 100 km apart on a main road; the first has a station on an old line to nowhere near.
  private func hamlets() throws -> World {
    var sketch = WorldSketch.hamlets()
    sketch.railway([sketch.station(2, 0), sketch.station(2, 15)], minutes: [20])
    return try sketch.world()
  }

  private func link(_ speed: Double?, trains: Double? = nil) -> ScenarioLink {
    ScenarioLink(
      name: "新线", mode: .rail(.highSpeed),
      course: [
        .init(name: "甲", position: WorldSketch.point(3, 0), isInterchange: true),
        .init(name: nil, position: WorldSketch.point(50, 8), isInterchange: false),
        .init(name: "乙", position: WorldSketch.point(98, 0), isInterchange: true),
      ], kilometers: 100, speed: speed, trains: trains)
  }

  @Test func aStopNearAStationIsThatStation() throws {
    let world = try hamlets()
    var railways = NamedRailways(world.rail.network, names: world.railNames)
    railways.add([link(300, trains: 48)])
    #expect(railways.network.stations.count == 3)
    #expect(railways.names.stations.map(\.chinese) == ["站0", "站1", "乙"])
    let run = try #require(railways.network.runs.last)
    #expect((run.from, run.to) == (0, 2) && abs(run.length - 100_000) < 1e-6)
    // 100 km at 300 km/h, and a stop.
    #expect(run.time == 22 * 60_000 && run.trainsPerDay == 48)
    #expect(railways.names.lines.last?.chinese == "新线")
    // Without a speed, that of a railway designed for 350; as many trains as its class has.
    var other = NamedRailways(world.rail.network, names: world.railNames)
    other.add([link(nil)])
    let found = try #require(other.network.runs.last)
    #expect(found.time == TravelTime.minutes(100.0 / 265 * 60 + 2))
    #expect(found.trainsPerDay == world.rail.network.runs[0].trainsPerDay)
  }

  @Test func aComparisonByRailCountsTheNewLine() throws {
    let world = try hamlets()
    let scenario = Scenario(name: "新线", links: [link(300, trains: 48)])
    let applied = try AppliedScenarios(
      [scenario], to: world.network.roads, of: world.region, corridors: [],
      profile: world.network.profile)
    var railways = NamedRailways(world.rail.network, names: world.railNames)
    railways.add([link(300, trains: 48)])
    let place = PlaceGroup(
      name: PlaceName(chinese: "甲", english: "A"), places: [.unit(UnitReference(.county, 0))])
    for mode in [TravelMode.roadOrRailDoor, .roadDoor] {
      let comparison = try world.comparison(
        ComparisonQuestion(places: [place], minutes: [70], mode: mode, reading: .seat),
        of: [ComparisonCase(name: "新线", applied: applied, railways: railways, over: world)])
      let answer = comparison.cases[0]
      #expect(abs((comparison.baseline.minutes(from: 0, to: 1) ?? 0) - 100) < 0.1)
      let gained = try #require(answer.circles[0][0].gained)
      guard mode == .roadOrRailDoor else {
        #expect(answer.times == comparison.baseline.times && gained.extent.area == 0)
        continue
      }
      // 2 km there, 20 in, 10 of waiting, 22 in the train, 10 out, 2 km of road.
      #expect(abs((answer.minutes(from: 0, to: 1) ?? 0) - 66) < 0.1)
      // The same as the world with the line says of itself.
      let made = world.over(world.network.roads, railways: railways)
      #expect(
        try made.minutes(
          from: place.places[0], to: [WorldSketch.point(100, 0)], mode: mode, reading: .seat)[0]
          .map { abs($0 - (answer.minutes(from: 0, to: 1) ?? 0)) < 0.001 } ?? false)
      let circle = try made.circle(place.places[0], within: 70, mode: mode, reading: .seat)
      #expect(abs(circle.extent.area - answer.circles[0][0].extent.area) < 1e-6)
      #expect(gained.extent.area > 1 && !gained.polygons.isEmpty)
      #expect(answer.circles[0][0].lost?.extent.area == 0)
      #expect(comparison.gains(of: answer, in: world.region).total > 0)
    }
  }

  /// Every subset of railways and roads is worth what the comparison of a world made with it says.
  @Test func aRankingByTrainCountsRailwaysAndTheRoadsToThem() throws {
    let world = try hamlets()
    let road = ScenarioLink(
      name: "公路", mode: .road(.expressway),
      course: [
        .init(name: "丙", position: WorldSketch.point(1, 1), isInterchange: true),
        .init(name: "丁", position: WorldSketch.point(99, 1), isInterchange: true),
      ])
    let links = [link(300, trains: 48), road]
    let places = [
      PlaceGroup(
        name: PlaceName(chinese: "甲", english: "A"), places: [.unit(UnitReference(.county, 0))])
    ]
    func ranking(_ mode: TravelMode) throws -> Ranking {
      try world.ranking(
        RankingQuestion(
          links: links, costs: [100, 100], measure: .kilometers, budget: 100, places: places,
          mode: mode, reading: .seat))
    }
    func value(_ members: [Int]) throws -> Int {
      let chosen = members.map { links[$0] }
      let applied = try AppliedScenarios(
        [Scenario(name: "", links: chosen)], to: world.network.roads, of: world.region,
        corridors: [], profile: world.network.profile)
      var railways = NamedRailways(world.rail.network, names: world.railNames)
      railways.add(chosen)
      let comparison = try world.comparison(
        ComparisonQuestion(
          places: places, minutes: [60], mode: .roadOrRailDoor, reading: .seat, hasCircles: false),
        of: [ComparisonCase(name: "", applied: applied, railways: railways, over: world)])
      return comparison.gains(of: comparison.cases[0], in: world.region).total
    }
    let byTrain = try ranking(.roadOrRailDoor)
    #expect(byTrain.alone == [try value([0]), try value([1])])
    #expect(byTrain.all == (try value([0, 1])))
    #expect(byTrain.alone[0] > 0 && byTrain.alone[1] > 0)
    #expect(byTrain.search.isExact && byTrain.search.valued == 3)
    // By road alone the railway saves nothing.
    #expect(try ranking(.roadDoor).alone[0] == 0)
  }
}
