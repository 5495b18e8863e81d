import Foundation
import Geometry
import Shapes
import TestSupport
import Testing

@testable import Analysis
@testable import Routing

/// Door to door by train, on drawn towns and against one layered graph.
@Suite struct RailDoorTests {
  /// Two hamlets 100 km apart on a straight main road, a station 2 km short of each: 20 minutes of
  /// train, 48 trains a day.
  private func hamlets() throws -> World {
    var sketch = WorldSketch.hamlets()
    sketch.railway([sketch.station(2, 0), sketch.station(98, 0)], minutes: [20])
    return try sketch.world()
  }

  private let first = CentrePlace.unit(UnitReference(.county, 0))

  @Test func aJourneyIsAccessEntryWaitRideExitAndEgress() throws {
    let world = try hamlets()
    let end = [WorldSketch.point(100, 0)]
    // 2 km of road, 20 in, 10 of waiting, 20 in the train, 10 out, 2 km of road.
    let byRail = try #require(try world.minutes(from: first, to: end, mode: .railDoor)[0])
    #expect(abs(byRail - 64) < 0.02)
    #expect(abs(try #require(try world.minutes(from: first, to: end)[0]) - 100) < 0.05)
    let either = try world.minutes(from: first, to: end, mode: .roadOrRailDoor)[0]
    #expect(either == byRail)
  }

  @Test func theCircleSaysWhatIsOwedToRail() throws {
    let world = try hamlets()
    let road = try world.circle(first, within: 70)
    let both = try world.circle(first, within: 70, mode: .roadOrRailDoor)
    let share = try #require(both.owedToRail)
    #expect(road.owedToRail == nil)
    #expect(abs(both.extent.area - road.extent.area - share.area) < 1e-6)
    #expect(both.extent.residents - road.extent.residents == share.people)
    #expect(share.counties.map(\.county) == [1])
    // The other end: 6 minutes around a station there, by a last leg of 2.3 km at most.
    #expect(share.area > 5 && share.people > 100)
    let train = try world.circle(first, within: 70, mode: .railDoor)
    #expect(train.extent.area < both.extent.area && train.extent.area > share.area * 0.9)
  }

  @Test func stationToStationIsTheRideAlone() throws {
    let world = try hamlets()
    let group = PlaceGroup(name: PlaceName(chinese: "甲", english: "A"), places: [first])
    let other = PlaceGroup(
      name: PlaceName(chinese: "乙", english: "B"), places: [.unit(UnitReference(.county, 1))])
    let matrix = try world.matrix(
      MatrixQuestion(origins: [group], destinations: [group, other], mode: .rail))
    #expect(matrix.times == [0, 20 * 60_000])
    let times = try world.stationTimes(from: group, reading: .core)
    #expect(times.starts.map(\.index) == [0])
    #expect(times.stations.map(\.time) == [0, 20 * 60_000])
    // The circle sets door to door beside it: 2 km of road on either side, 40 in stations.
    let circle = try world.stationCircle(
      StationCircleQuestion(groups: [group], minutes: [15, 20]))
    let doors = circle.reaches[0].seats.map(\.doorTime)
    #expect(circle.reaches[0].seats.map(\.time) == [0, 20 * 60_000] && doors[0] == 0)
    #expect(abs(Int(try #require(doors[1])) - 64 * 60_000) < 1_200)
    let nowhere = PlaceGroup(point: WorldSketch.point(50, 0))
    #expect(throws: ModeError.noStationNear(name: nowhere.name.chinese, kilometers: 15)) {
      try world.stationTimes(from: nowhere, reading: .core)
    }
    // In a matrix it is one row that is not reached, and in a route a way that is not there.
    let mixed = try world.matrix(
      MatrixQuestion(origins: [nowhere, group], destinations: [group], mode: .rail))
    #expect(mixed.times == [TravelTime.unreachable, 0])
  }

  @Test func aCircleByTrainSaysWhereNoStationIsNear() throws {
    func warnings(_ place: CentrePlace, in world: World) throws -> [CircleWarning] {
      try world.circles(
        CircleQuestion(
          groups: [PlaceGroup(name: PlaceName(chinese: "甲", english: "A"), places: [place])],
          minutes: [30], mode: .roadOrRailDoor)
      ).warnings
    }
    let world = try hamlets()
    let name = PlaceName(chinese: "甲", english: "A")
    let said = CircleWarning.noStationNear(name: name, kilometers: 15)
    #expect(try warnings(.point(WorldSketch.point(50, 0)), in: world).contains(said))
    #expect(try !warnings(first, in: world).contains(said))
    var without = WorldSketch()
    without.county(WorldSketch.box(-5, -5, 5, 5), people: 1_000, seat: (0, 0))
    without.node(0, 0)
    without.node(3, 0)
    without.road(0, 1)
    let roads = try without.world()
    #expect(throws: ModeError.noStations) { try warnings(first, in: roads) }
  }

  /// Half a kilometre on foot is 7.8 minutes; by road it is one, and ten to leave a large town.
  @Test func whoeverIsNearWalksAndPaysNoTerminalMinutes() throws {
    var sketch = WorldSketch()
    sketch.node(0, 0)
    sketch.node(60, 0)
    sketch.road(0, 1)
    sketch.county(WorldSketch.box(-10, -10, 15, 15), people: 600_000, urban: 600_000, seat: (0, 0))
    sketch.county(WorldSketch.box(15, -10, 70, 15), people: 1_000, seat: (60, 0))
    sketch.railway([sketch.station(0.5, 0), sketch.station(60, 0)], minutes: [15])
    let world = try sketch.world()
    let end = [WorldSketch.point(60, 0)]
    let minutes = try #require(
      try world.minutes(from: first, to: end, mode: .railDoor, reading: .seat)[0])
    let walk = 0.5 * 1.3 * 12
    #expect(abs(minutes - (walk + 55)) < 0.02)  // 20 in, 10 of waiting, 15 of train, 10 out.
    // From the core, whose inside is no doorstep, one drives: nothing to get there, ten to leave.
    let core = try #require(
      try world.minutes(from: first, to: end, mode: .railDoor, reading: .core)[0])
    #expect(abs(core - 65) < 0.02)
  }

  /// The three phases, road, rail, road, against one search over one graph of three layers.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func threePhasesAreOneLayeredGraph(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sketch = WorldSketch.random(using: &random)
    sketch.layRails(using: &random)
    let world = try sketch.world()
    for reading in [CentreReading.core, .seat] {
      for centre in try world.centres(sketch.place(using: &random), reading: reading) {
        let start = try #require(
          try Start.resolve(
            PlaceGroup(name: centre.name, places: [centre.place]), reading: reading,
            mode: .railDoor, in: world
          ).first { $0.centre.origin == centre.origin })
        let egress = try #require(start.rail).egress([.asGiven])[0]
        let expected = layered(world, start)
        for (node, time) in egress.byRoad.nodeTimes.enumerated() {
          // A connector is rounded once there and once here.
          #expect(abs(Int(time) - Int(expected[node])) <= 3, "seed \(seed), node \(node)")
        }
      }
    }
  }

  /// Milliseconds at each road node of the last layer.
  private func layered(_ world: World, _ start: Start) -> [UInt32] {
    let (network, rail) = (world.network, world.rail)
    let count = network.roads.nodes.count
    let railBase = UInt32(2 * count)
    let railCount = rail.graph.nodeCount
    var arcs: [RoadGraph.Arc] = []
    for (edge, time) in network.edgeTimes.enumerated() {
      for layer in [0, UInt32(count)] {
        let (from, to) = (network.roads.from[edge] + layer, network.roads.to[edge] + layer)
        arcs.append(.init(tail: from, head: to, travelTime: time))
        arcs.append(.init(tail: to, head: from, travelTime: time))
      }
    }
    for tail in 0..<railCount {
      for arc in Int(rail.graph.firstArc[tail])..<Int(rail.graph.firstArc[tail + 1]) {
        arcs.append(
          .init(
            tail: railBase + UInt32(tail), head: railBase + rail.graph.head[arc],
            travelTime: rail.graph.travelTime[arc]))
      }
    }
    let leaving = TravelTime.minutes(start.centre.startMinutes)
    var seeds = start.arrivals.attachment.seeds
    for (index, station) in rail.network.stations.enumerated() {
      let place = network.destination(at: station)
      for entry in place.entries {
        arcs.append(
          .init(
            tail: entry.node, head: railBase + rail.street(index),
            travelTime: TravelTime.rounded(entry.time) + leaving))
      }
      // What reaches a station without passing a node: straight, along an edge near both, on foot.
      let near = start.arrivals.arrival(at: station)
      if near.time.isFinite {
        seeds.append(
          Seed(
            node: railBase + rail.street(index), time: TravelTime.rounded(near.time) + leaving))
      }
      for point in start.centre.origin.points where start.centre.origin.area.isEmpty {
        let distance = point.localDistance(to: station)
        let (from, to) = (
          network.barriers.footing(at: point), network.barriers.footing(at: station)
        )
        guard distance <= 1_000, !network.barriers.block(from, to) else { continue }
        seeds.append(
          Seed(
            node: railBase + rail.street(index),
            time: TravelTime.rounded(distance * network.profile.walk.pace)))
      }
      for seed in network.attachment(of: Origin(points: [station])).seeds {
        arcs.append(
          .init(
            tail: railBase + rail.exit(index), head: seed.node + UInt32(count),
            travelTime: seed.time))
      }
    }
    let graph = RoadGraph(nodeCount: 2 * count + railCount, arcs: arcs)
    return Array(graph.travelTimes(from: seeds)[count..<2 * count])
  }

  /// Speeds a tenth lower on the roads and on foot, with trains as they are: the lower band.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func theBandsAreWorldsOfOtherSpeeds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed + 500)
    var sketch = WorldSketch.random(using: &random)
    sketch.layRails(using: &random)
    let place = sketch.place(using: &random)
    for (factor, band) in [(0.9, \CircleSurvey.lower.times), (1.1, \CircleSurvey.higher.times)] {
      var question = CircleQuestion([place], within: [40], mode: .roadOrRailDoor)
      question.mode = Bool.random(using: &random) ? .railDoor : .roadOrRailDoor
      let survey = try CircleSurvey(
        of: question.groups[0], for: question, in: try sketch.world())
      let other = try CircleSurvey(
        of: question.groups[0], for: question, in: try sketch.world(faster: factor))
      let limit = TravelTime.minutes(40)
      var compared = 0
      for row in survey.window.rows.lowerBound...survey.window.rows.upperBound {
        for column in survey.window.columns.lowerBound...survey.window.columns.upperBound {
          let cell = LatticeCell(column: column, row: row)
          guard other.window.contains(cell) else { continue }
          let time = survey[keyPath: band][survey.window.cornerIndex(column: column, row: row)]
          let same = other.surface.times[other.window.cornerIndex(column: column, row: row)]
          guard min(time, same) <= limit else { continue }
          compared += 1
          #expect(abs(Int(time) - Int(same)) <= 4, "seed \(seed), \(column), \(row)")
        }
      }
      #expect(compared > 0 || question.mode == .railDoor)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func mergedPointsAreOneOrigin(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed + 900)
    var sketch = WorldSketch.random(using: &random)
    sketch.layRails(using: &random)
    let network = try sketch.world().network
    let heads = sketch.stations.map { _ in
      Origin.Head(time: .random(in: 0...1_200_000, using: &random), meters: 5_000)
    }
    let together = network.arrivals(from: Origin(points: sketch.stations, heads: heads))
    let merged = network.arrivals(
      from: [
        zip(sketch.stations, heads).map { station, head in
          OriginAttachment.Member(
            network.attachment(of: Origin(points: [station])).compacted(over: network), head: head)
        }
      ])[0]
    for _ in 0..<30 {
      let place = WorldSketch.point(
        .random(in: -5...25, using: &random), .random(in: -5...25, using: &random))
      let (first, second) = (together.arrival(at: place), merged.arrival(at: place))
      #expect(
        abs(Int(TravelTime.rounded(first.time)) - Int(TravelTime.rounded(second.time))) <= 3,
        "seed \(seed)")
    }
  }
}
