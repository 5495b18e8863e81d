import Foundation
import Shapes
import TestSupport

@testable import Routing

/// Roads in kilometres east and north of a place at 112° east, 28° north.
struct RoadSketch {
  static let frame = LocalFrame(at: GeoPoint(longitude: 112, latitude: 28))

  static func point(_ x: Double, _ y: Double) -> GeoPoint {
    frame.point(at: PlanePoint(x: x * 1_000, y: y * 1_000))
  }

  static func ring(_ kilometers: [(Double, Double)]) -> GeoPolygon {
    GeoPolygon(outer: kilometers.map { point($0.0, $0.1) })
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> GeoPolygon {
    ring([(west, south), (east, south), (east, north), (west, north)])
  }

  /// The embedded dataset's speeds and last leg: 60 and 100 km/h, 30 km/h over 1.3 of the way.
  static let profile = TravelProfile(
    name: "test", speeds: [.expressway: 100, .main: 60],
    lastLeg: LastLeg(speed: 30, circuity: 1.3, reach: 10_000),
    terminal: TerminalMinutes(
      steps: [.init(people: 500_000, minutes: 10), .init(people: 50_000, minutes: 5)],
      fullDepth: 2_000))

  /// Milliseconds of last leg a kilometre: 1.3 km at 30 km/h, 156 s.
  static let lastLegKilometer = 156_000.0
  /// Milliseconds of main road a kilometre, at 60 km/h.
  static let mainKilometer = 60_000.0
  /// At 100 km/h.
  static let expresswayKilometer = 36_000.0

  var nodes: [GeoPoint] = []
  var from: [UInt32] = []
  var to: [UInt32] = []
  var length: [Double] = []
  var roadClass: [RoadClass] = []
  var lakes: [GeoPolygon] = []
  var rivers: [[GeoPoint]] = []

  @discardableResult
  mutating func node(_ x: Double, _ y: Double) -> UInt32 {
    nodes.append(Self.point(x, y))
    return UInt32(nodes.count - 1)
  }

  /// A road between two nodes, as long as it is straight unless said otherwise.
  mutating func road(
    _ from: UInt32, _ to: UInt32, _ roadClass: RoadClass = .main, detour: Double = 1
  ) {
    self.from.append(from)
    self.to.append(to)
    length.append(nodes[Int(from)].localDistance(to: nodes[Int(to)]) * detour)
    self.roadClass.append(roadClass)
  }

  var network: AccessNetwork {
    AccessNetwork(
      roads: RoadNetwork(
        nodes: nodes, from: from, to: to, length: length, roadClass: roadClass,
        route: [UInt16](repeating: 0, count: from.count), routes: [""]),
      profile: Self.profile, barriers: Barriers(areas: lakes, lines: rivers))
  }

  /// Some 100 km of road within 25 km: main roads, an expressway over some of their nodes, an
  /// island, now and then lakes.
  static func random(using random: inout SeededGenerator, withLakes: Bool = false) -> RoadSketch {
    var sketch = RoadSketch()
    func kilometers() -> Double { .random(in: -12...12, using: &random) }
    let nodeCount = UInt32.random(in: 3...12, using: &random)
    for _ in 0..<nodeCount { sketch.node(kilometers(), kilometers()) }
    for node in 1..<nodeCount where Int.random(in: 0..<6, using: &random) > 0 {
      sketch.road(
        node, .random(in: 0..<node, using: &random), detour: .random(in: 1...1.3, using: &random))
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let ends = [
        UInt32.random(in: 0..<nodeCount, using: &random),
        UInt32.random(in: 0..<nodeCount, using: &random),
      ]
      // The detour may also be 0.9: tables of roads have edges shorter than their chord.
      sketch.road(ends[0], ends[1], detour: .random(in: 0.9...1.5, using: &random))
    }
    var last = UInt32.random(in: 0..<nodeCount, using: &random)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let next =
        Bool.random(using: &random)
        ? UInt32.random(in: 0..<nodeCount, using: &random)
        : sketch.node(kilometers(), kilometers())
      sketch.road(last, next, .expressway)
      last = next
    }
    if withLakes {
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let (x, y) = (kilometers(), kilometers())
        sketch.lakes.append(
          ring(
            (0..<8).map { corner in
              let angle = 2 * Double.pi * Double(corner) / 8
              let radius = Double.random(in: 0.5...3, using: &random)
              return (x + radius * cos(angle), y + radius * sin(angle))
            }))
      }
    }
    return sketch
  }
}
