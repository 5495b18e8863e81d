import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// Four counties whose seats stand at the corners of a square of roads, and one beyond on a stub.
@Suite struct StructureWorldTests {
  //     D--C
  //     |  |
  //     A--B--E     all 20 km; A, B, D are of province 0, C and E of province 1
  //
  // - Parameter bend: how much longer the road from A to D is.
  private func world(isClosed: Bool = true, bend: Double = 1) throws -> World {
    var sketch = WorldSketch()
    let seats = [(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0), (40.0, 0.0)]
    for (index, seat) in seats.enumerated() {
      sketch.county(
        WorldSketch.box(seat.0 - 10, seat.1 - 10, seat.0 + 10, seat.1 + 10),
        people: (index + 1) * 10_000, urban: 5_000, seat: seat,
        prefecture: index == 2 || index == 4 ? 1 : 0)
    }
    let nodes = seats.map { sketch.node($0.0, $0.1) }
    for (from, to) in [(0, 1), (1, 2), (2, 3)] { sketch.road(nodes[from], nodes[to]) }
    if isClosed { sketch.road(nodes[3], nodes[0], detour: bend) }
    sketch.road(nodes[1], nodes[4])
    return try sketch.world()
  }

  private func places(_ world: World) -> [PlaceGroup] {
    world.region.counties.indices.map { PlaceGroup(UnitReference(.county, $0), in: world.region) }
  }

  @Test func theStubHasOneWayOut() throws {
    let world = try world()
    let answer = try world.structure(StructureQuestion(places: places(world)))
    #expect(answer.places.map(\.routes) == [2, 2, 2, 2, 1])
    #expect(answer.places[4].bridges == 1)
    #expect(answer.places[4].peopleBehind == 50_000)
    #expect(answer.places.map(\.deadEnds) == [0, 0, 0, 0, 1])
    let all = try #require(answer.networks.last)
    #expect(all.province == nil && all.cyclomaticNumber == 1 && all.bridges == 1)
    #expect(all.deadEnds == 1)
  }

  /// Without the fourth side everything hangs on single roads.
  @Test func onAChainNobodyHasTwoWays() throws {
    let world = try world(isClosed: false)
    let answer = try world.structure(StructureQuestion(places: places(world)))
    #expect(answer.places.allSatisfy { $0.routes == 1 })
    #expect(answer.networks.last?.cyclomaticNumber == 0)
  }

  /// Seats are linked along the sides only; B lies between E and the rest.
  ///
  /// The road from A to D is 25 km long, so that A comes to C by B alone, and B to D by C.
  @Test func theSeatAtTheStubsFootIsBetween() throws {
    let world = try world(bend: 1.25)
    let answer = try world.structure(StructureQuestion(places: places(world)))
    #expect(answer.links == 5)
    #expect(answer.places.map(\.links) == [2, 3, 2, 2, 1])
    // Six pairs of others; B: E–A, E–C, E–D, A–C; C: B–D, E–D.
    let between = answer.places.map { ($0.betweenness * 6 * 1e6).rounded() / 1e6 }
    #expect(between == [0, 4, 2, 0, 0])
    #expect(answer.borderLinks == 3)
    #expect(answer.places[1].borderBetweenness > answer.places[0].borderBetweenness)
  }

  private func system(_ members: [Int]) -> CohesionQuestion.System {
    .init(
      name: PlaceName(chinese: "甲乙", english: "system"),
      members: members.map { UnitReference(.county, $0) }, counties: members)
  }

  @Test func aSquareIsAClosedRing() throws {
    let answer = try world().cohesion(
      CohesionQuestion(systems: [system([0, 1, 2, 3])], mode: .road))
    let cohesion = answer.systems[0]
    #expect(cohesion.pairs == 12 && cohesion.reachedPairs == 12)
    // Eight sides of 20 minutes and four ways across of 40.
    #expect(abs(try #require(cohesion.meanMinutes) - 80.0 / 3) < 0.02)
    #expect(abs(cohesion.shares[0] - 8.0 / 12) < 1e-9 && cohesion.shares[1] == 1)
    let ring = try #require(cohesion.ring)
    #expect(abs(ring.minutes - 80) < 0.05)
    #expect(ring.isClosed && ring.repeatedShare == 0)
    #expect(ring.order == [0, 1, 2, 3] || ring.order == [0, 3, 2, 1])
    #expect(cohesion.pieces == 1 && cohesion.provinces == 2)
    #expect(cohesion.people == 100_000 && cohesion.urbanPeople == 20_000)
    #expect(cohesion.sizeClass == .small2)
    // One side cut: its pair takes 60 instead of 20, and a way across has another as long.
    let cut = try #require(cohesion.cut)
    #expect(cut.lostPairs == 0 && abs(cut.addedMinutes - 40.0 / 6) < 0.02)
  }

  @Test func aChainIsDrivenBackAndNotARing() throws {
    let answer = try world(isClosed: false).cohesion(
      CohesionQuestion(systems: [system([0, 1, 2, 3])], mode: .road))
    let ring = try #require(answer.systems[0].ring)
    #expect(abs(ring.minutes - 120) < 0.05)
    #expect(!ring.isClosed && abs(ring.repeatedShare - 0.5) < 0.01)
    // The middle road parts two from two.
    #expect(answer.systems[0].cut?.lostPairs == 4)
  }

  @Test func twoMembersHaveNoRing() throws {
    let answer = try world().cohesion(CohesionQuestion(systems: [system([0, 4])], mode: .road))
    #expect(answer.systems[0].ring == nil)
    #expect(answer.systems[0].pieces == 2)
    // The stub's road is a bridge: without it, the pair has no way left.
    #expect(answer.systems[0].cut?.lostPairs == 1)
    #expect(answer.systems[0].pairs == 2)
  }

  /// Each link of a way closed in turn, against a search without it.
  @Test(arguments: 0..<200 as Range<UInt64>) func detoursAgreeWithSearches(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let nodes = 2 + random.index(below: 12)
    let links = (0..<random.index(below: 24)).map { _ in
      (
        ends: (random.index(below: nodes), random.index(below: nodes)),
        length: UInt32(1 + random.index(below: 6))
      )
    }
    let graph = LinkGraph(nodeCount: nodes, ends: links.map(\.ends), lengths: links.map(\.length))
    let there = graph.ways(from: 0, within: 1_000)
    let target = nodes - 1
    let back = graph.ways(from: target, within: 1_000)
    let detours = graph.detours(to: target, there: there, back: back)
    #expect(detours.map(\.link) == Array(graph.links(to: target, by: there).reversed()))
    for (link, time) in detours {
      let rest = links.indices.filter { $0 != link }
      let without = LinkGraph(
        nodeCount: nodes, ends: rest.map { links[$0].ends }, lengths: rest.map { links[$0].length })
      #expect(time == without.ways(from: 0, within: 1_000).time[target], "without \(link)")
    }
  }

  /// Links on the ways of the same pairs may do different harm.
  @Test func everyLinkOfAWayIsTried() throws {
    // 0 –1– 1 –1– 2, 1 –2– 2 beside it, 0 –9– 2 around: closing 0–1 adds 7, closing 1–2 adds 1.
    let graph = LinkGraph(
      nodeCount: 3, ends: [(0, 1), (1, 2), (1, 2), (0, 2)], lengths: [1, 1, 2, 9])
    let cut = try #require(SystemRoads(between: [0, 2], in: graph)?.worstCut())
    #expect(cut.link == 0 && cut.lostPairs == 0 && cut.addedMilliseconds == 7)
  }

  /// The best order of few places, against every order.
  @Test(arguments: 0..<40 as Range<UInt64>) func lapsAgreeWithTryingAll(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = 3 + random.index(below: 4)
    let time = (0..<count).map { from in
      (0..<count).map { to in from == to ? 0 : 1 + random.unit() * 9 }
    }
    var shortest = Double.infinity
    func visit(_ order: [Int], _ length: Double) {
      if order.count == count {
        shortest = min(shortest, length + time[order[count - 1]][0])
      }
      for next in 1..<count where !order.contains(next) {
        visit(order + [next], length + time[order[order.count - 1]][next])
      }
    }
    visit([0], 0)
    let lap = try #require(ShortestLap(time))
    #expect(abs(lap.length - shortest) < 1e-9)
    #expect(lap.order.sorted() == Array(0..<count))
    let driven = lap.order.indices.reduce(0) {
      $0 + time[lap.order[$1]][lap.order[($1 + 1) % count]]
    }
    #expect(abs(driven - shortest) < 1e-9)
  }

  @Test func withoutAWayThereIsNoLap() {
    let inf = Double.infinity
    #expect(ShortestLap([[0, 1], [1, 0]]) == nil)
    #expect(ShortestLap([[0, 1, inf], [1, 0, inf], [inf, inf, 0]]) == nil)
  }
}
