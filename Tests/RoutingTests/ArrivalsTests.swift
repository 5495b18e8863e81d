import Foundation
import Shapes
import TestSupport
import Testing

@testable import Routing

@Suite struct ArrivalsTests {
  /// Milliseconds by which a time may be later than brute force over points 10 m apart.
  ///
  /// Edges near an origin are joined every 50 m and at the best point, so a bend of the arrival
  /// time between two of them costs up to 25 m of road each way, 60 s a km: 1.5 s; the rim of an
  /// area up to 50 m, where 60 s a km of road and 96 s a km of last leg balance: 1.85 s.
  static let later = 2_000.0
  /// And earlier: brute force itself is up to 5 m off on either side, 0.3 s of road; two legs of
  /// 10 km, each within 0.03 %, are 0.9 s.
  static let earlier = 1_500.0

  private func places(using random: inout SeededGenerator) -> [GeoPoint] {
    (0..<40).map { _ in
      RoadSketch.point(
        .random(in: -18...18, using: &random), .random(in: -18...18, using: &random))
    }
  }

  private func origin(in sketch: RoadSketch, using random: inout SeededGenerator) -> Origin {
    let (x, y) = (
      Double.random(in: -9...9, using: &random), Double.random(in: -9...9, using: &random)
    )
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return Origin(points: [RoadSketch.point(x, y)])
    case 1:
      // On a road, between its nodes.
      let edge = Int.random(in: 0..<sketch.from.count, using: &random)
      let (a, b) = (sketch.nodes[Int(sketch.from[edge])], sketch.nodes[Int(sketch.to[edge])])
      let part = Double.random(in: 0...1, using: &random)
      return Origin(points: [
        GeoPoint(
          longitude: a.longitude + part * (b.longitude - a.longitude),
          latitude: a.latitude + part * (b.latitude - a.latitude)),
        RoadSketch.point(y, x),
      ])
    default:
      // Two squares that meet in a corner, one with a hole.
      let size = Double.random(in: 0.5...3, using: &random)
      var first = RoadSketch.box(x, y, x + size, y + size)
      first.holes = [
        RoadSketch.box(x + size / 4, y + size / 4, x + size / 2, y + size / 2).outer.reversed()
      ]
      return Origin(area: [first, RoadSketch.box(x + size, y + size, x + 2 * size, y + 2 * size)])
    }
  }

  private func compare(seed: UInt64, withLakes: Bool) -> (later: Double, earlier: Double) {
    var random = SeededGenerator(seed: seed)
    let sketch = RoadSketch.random(using: &random, withLakes: withLakes)
    let network = sketch.network
    guard !sketch.from.isEmpty else { return (0, 0) }
    let origin = origin(in: sketch, using: &random)
    let arrivals = network.arrivals(from: origin)
    let slow = SlowArrivals(from: origin, over: network)
    var worst = (later: 0.0, earlier: 0.0)
    for place in places(using: &random) {
      let found = arrivals.arrival(at: place).time
      guard let expected = slow.time(to: place) else {
        // Brute force may just miss the rim of the reach.
        if found.isFinite {
          #expect(
            (arrivals.arrival(at: place).lastLeg ?? 10_000) > 9_990, "seed \(seed) reached \(place)"
          )
        }
        continue
      }
      worst.later = max(worst.later, found - expected)
      worst.earlier = max(worst.earlier, expected - found)
    }
    return worst
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func agreesWithBruteForceOverAllNetworkPoints(seed: UInt64) {
    let worst = compare(seed: seed, withLakes: false)
    #expect(worst.later <= Self.later)
    #expect(worst.earlier <= Self.earlier)
  }

  /// Where water stands before the best point, roads are tried every 50 m: the first open point
  /// may be missed by 50 m, and those cost at most 60 + 156 s a km: 10.8 s.
  @Test(arguments: 100..<130 as Range<UInt64>)
  func agreesWithBruteForceAroundLakes(seed: UInt64) {
    let worst = compare(seed: seed, withLakes: true)
    #expect(worst.later <= 10_800)
    #expect(worst.earlier <= Self.earlier)
  }

  @Test(arguments: 200..<260 as Range<UInt64>)
  func aBlockOfPlacesIsEachPlaceAlone(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sketch = RoadSketch.random(using: &random, withLakes: !seed.isMultiple(of: 3))
    guard !sketch.from.isEmpty else { return }
    let arrivals = sketch.network.arrivals(from: origin(in: sketch, using: &random))
    for _ in 0..<25 {
      let (x, y) = (
        Double.random(in: -20...20, using: &random), Double.random(in: -20...20, using: &random)
      )
      let side = Double.random(in: 0.001...3.4, using: &random)  // at most 2.4 km from the middle
      let block = (0..<Int.random(in: 1...16, using: &random)).map { _ in
        RoadSketch.point(
          x + .random(in: 0...side, using: &random), y + .random(in: 0...side, using: &random))
      }
      let together = arrivals.arrivals(at: block)
      for (found, place) in zip(together, block) {
        let alone = arrivals.arrival(at: place)
        #expect(found.time == alone.time)
        // Two roads that meet in a node tie there; which is named differs by picometres.
        #expect((found.lastLeg == nil) == (alone.lastLeg == nil))
        #expect(abs((found.lastLeg ?? 0) - (alone.lastLeg ?? 0)) < 1e-6)
      }
    }
  }

  /// A straight road of 20 km; 2 km north of it a place at kilometre 12, started from kilometre 2.
  @Test func aDrawnRoad() {
    var sketch = RoadSketch()
    sketch.road(sketch.node(0, 0), sketch.node(20, 0))
    let arrivals = sketch.network.arrivals(from: Origin(points: [RoadSketch.point(2, 0)]))
    let found = arrivals.arrival(at: RoadSketch.point(12, 2))
    // Leave 2 km · 60/144 = 0.833 km before the foot: 9.1667 km of road, then 2.1667 km.
    let expected = 9.1667 * RoadSketch.mainKilometer + 2.1667 * RoadSketch.lastLegKilometer
    #expect(abs(found.time - expected) < 1_000)
    #expect(abs((found.lastLeg ?? 0) - 2_166.7) < 5)
    // Beside the start the road is of no use, and the direct leg has no last leg.
    let beside = arrivals.arrival(at: RoadSketch.point(2, 0.5))
    #expect(abs(beside.time - 78_000) < 50)
    #expect(beside.lastLeg == nil)
    // 10 km is the reach, 10.1 km is beyond.
    #expect(arrivals.arrival(at: RoadSketch.point(10, 9.99)).time.isFinite)
    #expect(!arrivals.arrival(at: RoadSketch.point(10, 10.1)).time.isFinite)
    #expect(arrivals.arrival(at: RoadSketch.point(10, 10.1)) == .none)
  }

  /// 5 km from the road, 60 s a km of road and 156 of last leg: it is joined 5 km · 60/144 =
  /// 2.083 km along, after 5.417 km.
  @Test func anOriginOffTheRoadJoinsItAtTheBestPoint() {
    var sketch = RoadSketch()
    sketch.road(sketch.node(0, 0), sketch.node(24, 0))
    let arrivals = sketch.network.arrivals(from: Origin(points: [RoadSketch.point(0, 5)]))
    let expected =
      5.4167 * RoadSketch.lastLegKilometer + (24 - 2.0833) * RoadSketch.mainKilometer
    #expect(abs(Double(arrivals.nodeTimes[1]) - expected) < 1_000)
    #expect(abs((arrivals.distanceToRoads ?? 0) - 5_000) < 5)
  }

  /// An expressway from A to B passes a village half way without an interchange; main roads meet
  /// it at A and B only.
  @Test func anExpresswayServesNothingBetweenItsInterchanges() {
    var sketch = RoadSketch()
    let (a, middle, b) = (sketch.node(0, 0), sketch.node(15, 0), sketch.node(30, 0))
    sketch.road(a, middle, .expressway)
    sketch.road(middle, b, .expressway)
    sketch.road(sketch.node(0, -3), a)
    sketch.road(b, sketch.node(30, -3))
    let network = sketch.network
    #expect(network.roads.interchanges() == [true, false, true, false, false])
    let arrivals = network.arrivals(from: Origin(points: [RoadSketch.point(0, 0)]))
    #expect(!arrivals.arrival(at: RoadSketch.point(15, 0)).time.isFinite)
    #expect(!arrivals.arrival(at: RoadSketch.point(15, 0.2)).time.isFinite)
    // B is reached over it: 30 km at 100 km/h.
    #expect(
      abs(arrivals.arrival(at: RoadSketch.point(30, 0)).time - 30 * RoadSketch.expresswayKilometer)
        < 500)
    // Nor can a trip start there: the village has no road within reach at all.
    let village = network.arrivals(from: Origin(points: [RoadSketch.point(15, 0.2)]))
    #expect(village.nodeTimes.allSatisfy { $0 == TravelTime.unreachable })
    #expect(village.distanceToRoads == nil)
    // With an interchange there it does.
    sketch.road(middle, sketch.node(15, 1))
    let open = sketch.network.arrivals(from: Origin(points: [RoadSketch.point(0, 0)]))
    #expect(
      abs(open.arrival(at: RoadSketch.point(15, 0)).time - 15 * RoadSketch.expresswayKilometer)
        < 300)
  }

  @Test func anAreaIsAtTimeNothingAllOver() {
    var sketch = RoadSketch()
    sketch.road(sketch.node(-20, 0), sketch.node(20, 0))
    let arrivals = sketch.network.arrivals(from: Origin(area: [RoadSketch.box(-2, -2, 2, 2)]))
    for (x, y) in [(0.0, 0.0), (1.9, 1.9), (-1.9, 0.3)] {
      #expect(arrivals.arrival(at: RoadSketch.point(x, y)).time == 0)
    }
    // 18 km of road from the rim.
    #expect(abs(Double(arrivals.nodeTimes[1]) - 18 * RoadSketch.mainKilometer) < 2_000)
    #expect(abs(arrivals.arrival(at: RoadSketch.point(0, 3)).time - 156_000) < 200)
    // The road runs through the area, so it is no distance away, though no node lies inside.
    #expect(arrivals.distanceToRoads == 0)
  }

  @Test func withoutRoadsThereIsTheDirectLegOnly() {
    let arrivals = RoadSketch().network.arrivals(from: Origin(points: [RoadSketch.point(0, 0)]))
    #expect(abs(arrivals.arrival(at: RoadSketch.point(6, 7.9)).time - 1_547_520) < 700)
    #expect(abs(arrivals.arrival(at: RoadSketch.point(3, 4)).time - 780_000) < 300)
    #expect(arrivals.arrival(at: RoadSketch.point(9, 9)) == .none)
  }
}
