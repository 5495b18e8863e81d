import Shapes
import TestSupport
import Testing

@testable import Routing

/// Places joined to the roads once, for trips from anywhere.
@Suite struct DestinationTests {
  /// A trip to a joined place takes what ``Arrivals/arrival(at:)`` says, lakes or not.
  @Test(arguments: 0..<120 as Range<UInt64>)
  func aTripTakesAsLongAsAnArrival(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sketch = RoadSketch.random(using: &random, withLakes: seed.isMultiple(of: 2))
    guard !sketch.from.isEmpty else { return }
    let network = sketch.network
    for _ in 0..<3 {
      func place() -> GeoPoint {
        RoadSketch.point(
          .random(in: -20...20, using: &random), .random(in: -20...20, using: &random))
      }
      let arrivals = network.arrivals(from: Origin(points: [place()]))
      let nodeMeters = arrivals.nodeMeters()
      for _ in 0..<12 {
        let point = place()
        let trip = arrivals.trip(to: network.destination(at: point), nodeMeters: nodeMeters)
        let arrival = arrivals.arrival(at: point)
        #expect(TravelTime.rounded(trip.time) == TravelTime.rounded(arrival.time))
        #expect(trip.time.isFinite == trip.meters.isFinite)
        // A way is no shorter than the straight line, and no faster than the fastest road.
        guard trip.meters.isFinite else { continue }
        let straight = arrivals.origin.points[0].localDistance(to: point)
        #expect(trip.meters >= straight * 0.89)
        #expect(trip.time >= trip.meters / 1_000 * RoadSketch.expresswayKilometer * 0.999)
      }
    }
  }

  /// From 2 km south of a straight main road of 20 km to 2 km north of it, 12 km on.
  @Test func theKilometresOfADrawnTrip() {
    var sketch = RoadSketch()
    sketch.road(sketch.node(0, 0), sketch.node(20, 0))
    let network = sketch.network
    let arrivals = network.arrivals(from: Origin(points: [RoadSketch.point(2, -2)]))
    let trip = arrivals.trip(
      to: network.destination(at: RoadSketch.point(14, 2)), nodeMeters: arrivals.nodeMeters())
    // Snell: the leg slants by 60 / √(156² − 60²) = 0.41667 a kilometre across, at both ends.
    let slant = 0.416_67
    let leg = 2 * (1 + slant * slant).squareRoot()
    let road = 12 - 2 * 2 * slant
    #expect(abs(trip.meters / 1_000 - (road + 2 * 1.3 * leg)) < 0.02)
    let minutes = (road * 60 + 2 * leg * 156) / 60
    #expect(abs(trip.time / 60_000 - minutes) < 0.02)
  }

  @Test func theDistanceToTheRoadsIsTheNearestOpenOne() {
    var sketch = RoadSketch()
    sketch.road(sketch.node(0, 0), sketch.node(20, 0))
    sketch.road(sketch.node(0, 5), sketch.node(20, 5), .expressway)
    let near = sketch.network.destination(at: RoadSketch.point(10, 4))
    #expect(abs((near.distanceToRoads ?? 0) - 4_000) < 5)
    #expect(sketch.network.destination(at: RoadSketch.point(10, 11)).distanceToRoads == nil)
    // A lake all along the road: nobody comes over.
    sketch.lakes = [RoadSketch.box(-40, 1, 60, 2)]
    #expect(sketch.network.destination(at: RoadSketch.point(10, 4)).distanceToRoads == nil)
  }

  /// Metres along the fastest ways: of two ways of one time the shorter, over arcs of no time too.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func metresAreTheLeastOverAllFastestWays(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...9, using: &random)
    let arcs = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      RoadGraph.Arc(
        tail: .random(in: 0..<UInt32(count), using: &random),
        head: .random(in: 0..<UInt32(count), using: &random),
        travelTime: .random(in: 0...3, using: &random))
    }
    let lengths = arcs.map { _ in Double(Int.random(in: 1...9, using: &random)) }
    let graph = RoadGraph(nodeCount: count, arcs: arcs)
    let seeds = [Seed(node: 0, time: 1), Seed(node: UInt32(count - 1), time: 2)]
    let times = graph.travelTimes(from: seeds)
    let meters = graph.meters(
      alongFastestWaysIn: times, from: [(seeds[0], 10), (seeds[1], 20)],
      arcMeters: { lengths[Int($0)] })
    // Bellman and Ford over pairs of time and metres.
    var best = [(time: UInt32, meters: Double)](
      repeating: (TravelTime.unreachable, .infinity), count: count)
    for (seed, travelled) in [(seeds[0], 10.0), (seeds[1], 20)] {
      best[Int(seed.node)] = min(best[Int(seed.node)], (seed.time, travelled), by: { $0 < $1 })
    }
    for _ in 0..<count + 1 {
      for (arc, length) in zip(arcs, lengths) {
        let (time, travelled) = best[Int(arc.tail)]
        guard time < TravelTime.unreachable else { continue }
        best[Int(arc.head)] = min(
          best[Int(arc.head)], (time + arc.travelTime, travelled + length), by: { $0 < $1 })
      }
    }
    #expect(meters == best.map(\.meters))
  }
}

/// The lesser of two pairs.
private func min<Pair>(_ left: Pair, _ right: Pair, by isLess: (Pair, Pair) -> Bool) -> Pair {
  isLess(right, left) ? right : left
}
