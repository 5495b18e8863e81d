import Shapes
import TestSupport
import Testing

@testable import Routing

/// Every subset of some lines, against the network that is made with it.
@Suite struct LinkOverlayTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func everySubsetAnswersAsANetworkMadeWithIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = RoadSketch.random(using: &random, withLakes: Bool.random(using: &random))
    let network = sketch.network
    func spot() -> GeoPoint {
      RoadSketch.point(.random(in: -12...12, using: &random), .random(in: -12...12, using: &random))
    }
    let hubs = (0..<3).map { _ in spot() }
    let lines = (0..<4).map { number in
      // Some lines meet at a hub, by its name.
      let points = (0..<Int.random(in: 2...4, using: &random)).map { index -> RoadLine.Point in
        if Int.random(in: 0..<3, using: &random) == 0 {
          let hub = Int.random(in: 0..<3, using: &random)
          return .init(name: "枢纽\(hub)", position: hubs[hub], isInterchange: true)
        }
        return .init(
          name: nil, position: spot(),
          isInterchange: index == 0 || Bool.random(using: &random))
      }
      return RoadLine(
        name: "线\(number)", roadClass: Bool.random(using: &random) ? .expressway : .main,
        speed: Double.random(in: 60...150, using: &random), points: points,
        legs: zip(points, points.dropFirst()).map {
          $0.position.geodesicDistance(to: $1.position) * 1.1
        })
    }
    guard lines.joined(by: network.roads) else { return }
    let origins = (0..<2).map { _ in Origin(points: [spot()]) }
    let ends = (0..<6).map { $0 == 5 ? nil : spot() }
    let overlay = try LinkOverlay(over: network, lines: lines, from: origins, to: ends)
    for mask in 0..<16 {
      let subset = (0..<4).filter { mask >> $0 & 1 == 1 }
      let roads = try network.roads.adding(subset.map { lines[$0] }).roads
      let made = AccessNetwork(roads: roads, profile: network.profile, barriers: network.barriers)
      let times = overlay.times(with: subset)
      for (index, origin) in origins.enumerated() {
        let arrivals = made.arrivals(from: origin)
        for (end, point) in ends.enumerated() {
          let expected = point.map { arrivals.arrival(at: $0).time } ?? .infinity
          let found = times[index][end]
          // A few milliseconds: the direct leg is preferred by one, pieces of road are straight to one.
          let agrees = found == expected || abs(found - expected) <= 3
          #expect(
            agrees, "seed \(seed), \(subset): \(index) to \(end): \(found) for \(expected)")
        }
      }
    }
  }

  /// Lowering known times gives the times of a search.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func loweredTimesAreThoseOfASearch(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let base = RoadSketch.random(using: &random).network
    func spot() -> GeoPoint {
      RoadSketch.point(.random(in: -12...12, using: &random), .random(in: -12...12, using: &random))
    }
    let points = (0..<3).map { _ in
      RoadLine.Point(name: nil, position: spot(), isInterchange: true)
    }
    guard points.allSatisfy({ base.roads.canJoin($0.position) }) else { return }
    var roads = try base.roads.adding([
      RoadLine(
        name: "新", roadClass: .expressway, speed: nil, points: points,
        legs: zip(points, points.dropFirst()).map {
          $0.position.geodesicDistance(to: $1.position)
        })
    ]).roads
    let isSlower = seed % 3 == 0
    roads.exceptions[0] = EdgeException(speed: isSlower ? 20 : 90)
    let extended = AccessNetwork(extending: base, to: roads)
    let made = AccessNetwork(roads: roads, profile: base.profile, barriers: base.barriers)
    let changes = NetworkChanges(from: base, to: extended)
    #expect(changes.onlyImproves == (base.edgeTimes[0] >= extended.edgeTimes[0]))
    let origins = (0..<3).map { _ in Origin(points: [spot()]) }
    let known = base.arrivals(from: origins)
    let lowered = extended.arrivals(from: origins, knowing: known, changes: changes)
    for (origin, lowered) in zip(origins, lowered) {
      let searched = made.arrivals(from: origin)
      #expect(searched.nodeTimes == lowered.nodeTimes)
      for _ in 0..<5 {
        let place = spot()
        #expect(searched.arrival(at: place) == lowered.arrival(at: place))
        #expect(
          changes.concern(place)
            || extended.destination(at: place).allEntries
              == base.destination(at: place).allEntries
        )
      }
    }
  }
}

extension [RoadLine] {
  /// Whether every interchange lies within 15 km of a road.
  fileprivate func joined(by roads: RoadNetwork) -> Bool {
    joined().map(\.position).allSatisfy { roads.canJoin($0) }
  }

  private func joined() -> [RoadLine.Point] { flatMap { $0.points.filter(\.isInterchange) } }
}
