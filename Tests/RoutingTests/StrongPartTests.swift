import Shapes
import TestSupport
import Testing

@testable import Routing

/// The largest part in which all reach all, against reaching tried node by node.
@Suite struct StrongPartTests {
  @Test(arguments: 0..<100 as Range<UInt64>) func isTheLargestOfAllByMutualReach(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...14, using: &random)
    let edges = Int.random(in: 0...22, using: &random)
    var roads = RoadNetwork(
      nodes: (0..<count).map { GeoPoint(longitude: Double($0), latitude: 0) },
      from: (0..<edges).map { _ in UInt32.random(in: 0..<UInt32(count), using: &random) },
      to: (0..<edges).map { _ in UInt32.random(in: 0..<UInt32(count), using: &random) },
      length: (0..<edges).map { Double($0) },
      roadClass: [RoadClass](repeating: .main, count: edges),
      route: [UInt16](repeating: 0, count: edges), routes: [""])
    for edge in 0..<edges where Bool.random(using: &random) {
      roads.exceptions[edge] = EdgeException(isOneWay: true)
    }
    // Floyd and Warshall.
    var reaches = (0..<count).map { row in (0..<count).map { $0 == row } }
    for edge in 0..<edges {
      let (from, to) = (Int(roads.from[edge]), Int(roads.to[edge]))
      reaches[from][to] = true
      if !roads.isOneWay(edge) { reaches[to][from] = true }
    }
    for middle in 0..<count {
      for from in 0..<count where reaches[from][middle] {
        for to in 0..<count where reaches[middle][to] { reaches[from][to] = true }
      }
    }
    let parts = (0..<count).map { node in
      (0..<count).filter { reaches[node][$0] && reaches[$0][node] }
    }
    let largest = parts.max { ($0.count, -$0[0]) < ($1.count, -$1[0]) } ?? []
    let (part, kept, _) = roads.largestStrongPart()
    #expect(part.nodes.map { Int($0.longitude) } == largest)
    #expect(
      kept
        == (0..<edges).filter {
          largest.contains(Int(roads.from[$0])) && largest.contains(Int(roads.to[$0]))
        })
    for (new, old) in kept.enumerated() { #expect(part.isOneWay(new) == roads.isOneWay(old)) }
  }

  /// 0 ──main── 1 ══one way══▶ 2, and back round by 3; positions a kilometre apart.
  @Test func aLegOnAOneWayEdgeIsDrivenItsWayOnly() {
    let frame = LocalFrame(at: GeoPoint(longitude: 10, latitude: 50))
    let corners = [(0.0, 0.0), (4_000, 0), (4_000, 4_000), (0, 4_000)].map {
      frame.point(at: PlanePoint(x: $0.0, y: $0.1))
    }
    var roads = RoadNetwork(
      nodes: corners, from: [0, 1, 2, 3], to: [1, 2, 3, 0],
      length: [4_000, 4_000, 4_000, 4_000], roadClass: [.main, .main, .main, .main],
      route: [0, 0, 0, 0], routes: [""])
    for edge in 0..<4 { roads.exceptions[edge] = EdgeException(isOneWay: true) }
    let profile = TravelProfile(
      name: "x", speeds: [.main: 60], lastLeg: LastLeg(speed: 15, circuity: 1.3, reach: 500),
      terminal: TerminalMinutes(steps: [], fullDepth: 1))
    let network = AccessNetwork(
      roads: roads, profile: profile, barriers: Barriers(areas: [], lines: []))
    func minutes(_ from: (Double, Double), _ to: (Double, Double)) -> Double {
      let arrivals = network.arrivals(
        from: Origin(points: [frame.point(at: PlanePoint(x: from.0, y: from.1))]))
      return arrivals.arrival(at: frame.point(at: PlanePoint(x: to.0, y: to.1))).time / 60_000
    }
    // A kilometre a minute, anticlockwise only.
    #expect(abs(minutes((1_000, 0), (3_000, 0)) - 2) < 0.01)
    #expect(abs(minutes((3_000, 0), (1_000, 0)) - 14) < 0.03)
    #expect(abs(minutes((1_000, 0), (4_000, 2_000)) - 5) < 0.02)
    #expect(abs(minutes((4_000, 2_000), (1_000, 0)) - 11) < 0.03)
  }
}
