import Shapes
import TestSupport
import Testing

@testable import Routing

/// Lines that a scenario adds, against the same roads drawn by hand.
@Suite struct ScenarioRoadsTests {
  private func roads(_ sketch: RoadSketch) -> RoadNetwork { sketch.network.roads }

  private func line(
    _ name: String, _ places: [(String?, Double, Double, Bool)], speed: Double? = nil
  ) -> RoadLine {
    let points = places.map {
      RoadLine.Point(name: $0.0, position: RoadSketch.point($0.1, $0.2), isInterchange: $0.3)
    }
    return RoadLine(
      name: name, roadClass: .expressway, speed: speed, points: points,
      legs: zip(points, points.dropFirst()).map {
        $0.position.geodesicDistance(to: $1.position) * 1.13
      })
  }

  /// A road of 60 km along the equator of the sketch, 1 km south of where the link ends.
  private func corridor() -> RoadSketch {
    var sketch = RoadSketch()
    for x in stride(from: 0.0, through: 60, by: 20) { sketch.node(x, 0) }
    for node in 0..<UInt32(3) { sketch.road(node, node + 1) }
    return sketch
  }

  @Test func anInterchangeIsJoinedToTheNearestOrdinaryNode() throws {
    let sketch = corridor()
    let extended = try roads(sketch).adding([
      line("甲", [("西", 0, 1, true), (nil, 30, 6, false), ("东", 60, 1, true)])
    ])
    #expect(extended.connectors.map(\.node) == [0, 3])
    #expect(extended.connectors.allSatisfy { abs($0.distance - 1_000) < 1 })
    let network = AccessNetwork(
      roads: extended.roads, profile: RoadSketch.profile, barriers: Barriers(areas: [], lines: []))
    let times = network.graph.travelTimes(from: [Seed(node: 0, time: 0)])
    // 1.035 km at 60 km/h at either end, and twice the leg of 30 km east and 5 km north times 1.13
    // at 100 km/h; the old road takes 60 minutes.
    let leg = (900.0 + 25).squareRoot() * 1.13
    let expected = (2 * 1.035 / 60 + 2 * leg / 100) * 3_600_000
    #expect(abs(Double(times[3]) - expected) < 2_000)
    #expect(extended.roads.interchanges()[4] && !extended.roads.interchanges()[5])
  }

  @Test func linesMeetAtEqualNamesAndWithinAHundredMetresButNeverWhereTheyCross() throws {
    let sketch = corridor()
    let east = line("东西", [(nil, 0, 2, true), ("枢纽", 30, 2, true), (nil, 60, 2, true)])
    let named = try roads(sketch).adding([
      east, line("南北", [(nil, 30, 9, true), ("枢纽", 30.05, 2, true)]),
    ])
    #expect(named.nodes[1][1] == named.nodes[0][1])
    #expect(named.meetings.map(\.metLine) == [0])
    let near = try roads(sketch).adding([
      east, line("南北", [(nil, 30, 9, true), (nil, 30.09, 2, true)]),
    ])
    #expect(near.nodes[1][1] == near.nodes[0][1])
    let far = try roads(sketch).adding([
      east, line("南北", [(nil, 30, 9, true), (nil, 30.11, 2, true)]),
    ])
    #expect(far.nodes[1][1] != far.nodes[0][1])
    let crossing = try roads(sketch).adding([
      east, line("南北", [(nil, 15, 12, true), (nil, 15, -5, true)]),
    ])
    #expect(crossing.meetings.isEmpty)
    // A vertex that is no interchange meets nothing, even on the spot.
    let closed = try roads(sketch).adding([
      east, line("南北", [(nil, 30, 9, true), ("枢纽", 30, 2, false), (nil, 30, -5, true)]),
    ])
    #expect(closed.meetings.isEmpty)
  }

  @Test func aRingClosesAtItsName() throws {
    let ring = try roads(corridor()).adding([
      line("环线", [("甲", 0, 2, true), ("乙", 20, 2, true), (nil, 10, 8, false), ("甲", 0, 2, true)])
    ])
    #expect(ring.nodes[0].first == ring.nodes[0].last)
    #expect(ring.connectors.count == 2)
  }

  @Test func beyondFifteenKilometresNothingIsJoined() throws {
    let far = line("远", [("此", 0, 1, true), ("彼", 30, 16, true)])
    #expect(throws: RoadLineError.self) { try roads(corridor()).adding([far]) }
  }

  @Test func anExpresswayNodeIsNoPlaceToJoin() throws {
    var sketch = corridor()
    let gap = sketch.node(10, 3)
    sketch.road(0, gap, .expressway)
    let extended = try roads(sketch).adding([line("甲", [(nil, 10, 4, true), (nil, 50, 4, true)])])
    #expect(extended.connectors.first?.node == 0 || extended.connectors.first?.node == 1)
  }

  /// Roads with lines added are roads drawn with them: every node's times, from any node.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func answersAsANetworkDrawnWithTheLines(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sketch = RoadSketch.random(using: &random)
    let base = roads(sketch)
    func spot() -> (Double, Double) {
      (.random(in: -12...12, using: &random), .random(in: -12...12, using: &random))
    }
    let places = (0..<Int.random(in: 2...4, using: &random)).map { _ in spot() }
    // Not every spot lies within 15 km of a road.
    guard places.allSatisfy({ base.canJoin(RoadSketch.point($0.0, $0.1)) }) else { return }
    let speed: Double? = Bool.random(using: &random) ? nil : .random(in: 40...120, using: &random)
    let added = line("新", places.map { (nil, $0.0, $0.1, true) }, speed: speed)
    let extended = try base.adding([added])
    // By hand: a node a point, a connector to the nearest ordinary node by brute force, the legs.
    var isOrdinary = Set<UInt32>()
    for edge in 0..<base.edgeCount where base.roadClass[edge] != .expressway {
      isOrdinary.formUnion([base.from[edge], base.to[edge]])
    }
    var arcs: [RoadGraph.Arc] = []
    let times = base.travelTimes(with: RoadSketch.profile)
    func add(_ a: UInt32, _ b: UInt32, _ time: UInt32) {
      arcs += [
        .init(tail: a, head: b, travelTime: time), .init(tail: b, head: a, travelTime: time),
      ]
    }
    for edge in 0..<base.edgeCount { add(base.from[edge], base.to[edge], times[edge]) }
    var nodes: [UInt32] = []
    for place in places {
      let node = sketch.node(place.0, place.1)
      nodes.append(node)
      let point = RoadSketch.point(place.0, place.1)
      let nearest = isOrdinary.sorted().map {
        (distance: point.geodesicDistance(to: base.nodes[Int($0)]), node: $0)
      }.min { ($0.distance, $0.node) < ($1.distance, $1.node) }
      let found = try #require(nearest)
      add(node, found.node, TravelTime.rounded(found.distance * 1.035 * 60))
    }
    for (index, leg) in added.legs.enumerated() {
      add(nodes[index], nodes[index + 1], TravelTime.rounded(leg * 3_600 / (speed ?? 100)))
    }
    let drawn = RoadGraph(nodeCount: sketch.nodes.count, arcs: arcs)
    let built = extended.roads.graph(times: extended.roads.travelTimes(with: RoadSketch.profile))
    for node in 0..<UInt32(drawn.nodeCount) {
      let seed = [Seed(node: node, time: 0)]
      #expect(drawn.travelTimes(from: seed) == built.travelTimes(from: seed))
    }
  }

  @Test func aClosedEdgeIsNotTravelledAndADelayIsPaidOnce() {
    var roads = roads(corridor())
    roads.exceptions[1] = EdgeException(delay: 300_000)
    let profile = RoadSketch.profile
    let delayed = roads.graph(times: roads.travelTimes(with: profile))
    let seed = [Seed(node: 0, time: 0)]
    #expect(delayed.travelTimes(from: seed)[3].distance(to: 3_900_000).magnitude < 2_000)
    roads.exceptions[1] = EdgeException(isClosed: true)
    let closed = roads.graph(times: roads.travelTimes(with: profile))
    #expect(closed.travelTimes(from: seed)[3] == TravelTime.unreachable)
  }

  @Test func aStretchLiesBetweenItsPlacesWithEveryParallelEdge() {
    var sketch = corridor()
    // A second carriageway beside the middle, and a spur that leads nowhere.
    let other = sketch.node(30, 0.3)
    sketch.road(1, other)
    sketch.road(other, 2)
    let spur = sketch.node(20, -8)
    sketch.road(1, spur)
    let roads = roads(sketch)
    let all = Array(0..<roads.edgeCount)
    let found = roads.stretch(
      of: all, between: RoadSketch.point(19, 1), and: RoadSketch.point(41, 1))
    #expect(found?.edges == [1, 3, 4])
    let far = roads.stretch(
      of: all, between: RoadSketch.point(19, 40), and: RoadSketch.point(41, 1))
    #expect(far?.edges == nil)
  }
}

extension RoadNetwork {
  /// Whether an interchange there can be joined.
  func canJoin(_ point: GeoPoint) -> Bool {
    OrdinaryNodes(of: self).nearest(to: point).map { $0.distance <= RoadConnector.reach } ?? false
  }
}
