import Foundation
import Shapes
import TestSupport
import Testing

@testable import Routing

@Suite struct BarriersTests {
  private func blocks(
    _ barriers: Barriers, _ from: (Double, Double), _ to: (Double, Double)
  ) -> Bool {
    let there = barriers.block(
      barriers.footing(at: RoadSketch.point(from.0, from.1)),
      barriers.footing(at: RoadSketch.point(to.0, to.1)))
    let back = barriers.block(
      barriers.footing(at: RoadSketch.point(to.0, to.1)),
      barriers.footing(at: RoadSketch.point(from.0, from.1)))
    #expect(there == back)
    return there
  }

  /// A lake of 4 × 2 km.
  private let lake = Barriers(areas: [RoadSketch.box(0, 0, 4, 2)], lines: [])

  @Test func hardWaterStopsALegAcross() {
    #expect(blocks(lake, (-1, 1), (5, 1)))
    #expect(blocks(lake, (2, -1), (2, 3)))
    #expect(blocks(lake, (-0.5, 1), (0.5, 2.5)))  // over a corner
    #expect(!blocks(lake, (-1, 1), (-1, 3)))
    #expect(!blocks(lake, (-1, -0.1), (5, -0.1)))
    #expect(!blocks(lake, (-1, 2.5), (5, 2.5)))
  }

  /// A place in the lake, 0.3 km from the southern bank and 1.7 from the northern.
  @Test func aPlaceInWaterLeavesToItsNearestBank() {
    let place = lake.footing(at: RoadSketch.point(2, 0.3))
    let bank = RoadSketch.frame.offset(to: place.bank)
    #expect(abs(bank.x - 2_000) < 2 && abs(bank.y) < 2)
    #expect(!blocks(lake, (2, 0.3), (2, -1)))
    #expect(!blocks(lake, (2, 0.3), (0.5, -1)))
    #expect(blocks(lake, (2, 0.3), (2, 3)))
    #expect(blocks(lake, (2, 0.3), (2, 1.7)))  // both in it, from bank to bank
    #expect(!blocks(lake, (2, 0.3), (2.5, 0.3)))
    let dry = lake.footing(at: RoadSketch.point(2, -1))
    #expect(dry.point == dry.bank)
  }

  /// An island in the lake: its shore is a bank too.
  @Test func anIslandIsDryAndCutOff() {
    var water = RoadSketch.box(0, 0, 4, 4)
    water.holes = [RoadSketch.box(1.5, 1.5, 2.5, 2.5).outer.reversed()]
    let barriers = Barriers(areas: [water], lines: [])
    #expect(barriers.footing(at: RoadSketch.point(2, 2)).bank == RoadSketch.point(2, 2))
    #expect(blocks(barriers, (2, 2), (2, -1)))
    #expect(!blocks(barriers, (1.7, 1.7), (2.3, 2.3)))
    #expect(blocks(barriers, (2, -1), (2, 5)))
  }

  /// A river line along y = 0: its course is off by up to a kilometre and a half.
  @Test func aSoftLineStopsOnlyWhatIsFarFromItOnBothSides() {
    let river = Barriers(
      areas: [],
      lines: [[RoadSketch.point(-10, 0), RoadSketch.point(0, 0), RoadSketch.point(10, 0)]])
    #expect(blocks(river, (0, -1.6), (0, 1.6)))
    #expect(!blocks(river, (0, -1.4), (0, 1.6)))
    #expect(!blocks(river, (0, -4), (0, 1.4)))
    #expect(!blocks(river, (0, 2), (5, 4)))  // one bank
    #expect(!blocks(river, (10.5, -4), (10.5, 4)))  // round its end
    #expect(river.footing(at: RoadSketch.point(0, 0)).bank == RoadSketch.point(0, 0))
  }

  /// Nothing is blocked in a box that says it is clear.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func aClearBoxHoldsNoWater(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sketch = RoadSketch.random(using: &random, withLakes: true)
    let barriers = Barriers(
      areas: sketch.lakes,
      lines: [
        [RoadSketch.point(-15, .random(in: -9...9, using: &random)), RoadSketch.point(15, 0)]
      ])
    var clear = 0
    for _ in 0..<400 {
      func kilometers() -> Double { .random(in: -20...20, using: &random) }
      let from = RoadSketch.point(kilometers(), kilometers())
      let to = RoadSketch.frame.point(
        at: PlanePoint(
          x: RoadSketch.frame.offset(to: from).x + .random(in: -4_000...4_000, using: &random),
          y: RoadSketch.frame.offset(to: from).y + .random(in: -4_000...4_000, using: &random)))
      guard barriers.isClear(GeoBounds([from, to])) else { continue }
      clear += 1
      for step in 0...20 {
        let part = Double(step) / 20
        let point = GeoPoint(
          longitude: from.longitude + part * (to.longitude - from.longitude),
          latitude: from.latitude + part * (to.latitude - from.latitude))
        #expect(!sketch.lakes.contains { [$0].contains(point) })
      }
    }
    #expect(clear > 0)
    #expect(Barriers.none.isClear(GeoBounds(west: -180, south: -90, east: 180, north: 90)))
  }

  /// The leg from a dry place to a dry place, looked at every 20 m.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func hardWaterIsWhatALegPassesThrough(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sketch = RoadSketch.random(using: &random, withLakes: true)
    let barriers = Barriers(areas: sketch.lakes, lines: [])
    for _ in 0..<200 {
      func kilometers() -> Double { .random(in: -14...14, using: &random) }
      let (from, to) = (
        RoadSketch.point(kilometers(), kilometers()), RoadSketch.point(kilometers(), kilometers())
      )
      let footings = (barriers.footing(at: from), barriers.footing(at: to))
      guard footings.0.bank == from, footings.1.bank == to else { continue }
      let steps = max(1, Int(from.localDistance(to: to) / 20))
      let wet = (0...steps).count { step in
        let part = Double(step) / Double(steps)
        let point = GeoPoint(
          longitude: from.longitude + part * (to.longitude - from.longitude),
          latitude: from.latitude + part * (to.latitude - from.latitude))
        return sketch.lakes.contains { [$0].contains(point) }
      }
      // One wet sample may be a corner cut by less than the spacing on either side.
      if wet > 0 { #expect(barriers.block(footings.0, footings.1)) }
      if barriers.block(footings.0, footings.1), wet == 0 {
        let near = (0...steps * 20).contains { step in
          let part = Double(step) / Double(steps * 20)
          let point = GeoPoint(
            longitude: from.longitude + part * (to.longitude - from.longitude),
            latitude: from.latitude + part * (to.latitude - from.latitude))
          return sketch.lakes.contains { [$0].contains(point) }
        }
        #expect(near, "blocked by nothing from \(from) to \(to)")
      }
    }
  }

  /// A wide river from west to east, roads along both banks, one bridge 15 km to the east.
  @Test func theFarBankIsReachedOverTheBridge() {
    var sketch = RoadSketch()
    sketch.lakes = [RoadSketch.box(-40, -0.5, 40, 0.5)]
    let (south, north) = (sketch.node(0, -1), sketch.node(0, 1))
    let (southEnd, northEnd) = (sketch.node(15, -1), sketch.node(15, 1))
    sketch.road(south, southEnd)
    sketch.road(southEnd, northEnd)
    sketch.road(northEnd, north)
    let origin = Origin(points: [RoadSketch.point(0, -1)])
    let bridged = sketch.network.arrivals(from: origin)
    // 15 km there, 2 km over, 15 km back; a last leg that leaves at Snell's angle crosses each km
    // beside the road in √(156² − 60²) = 144 s, what it saves of the road counted.
    let expected = 32 * RoadSketch.mainKilometer + 144_000
    #expect(abs(bridged.arrival(at: RoadSketch.point(0, 2)).time - expected) < 2_000)
    // Without water a leg of 3 km does it.
    sketch.lakes = []
    let dry = sketch.network.arrivals(from: origin).arrival(at: RoadSketch.point(0, 2))
    #expect(abs(dry.time - 3 * RoadSketch.lastLegKilometer) < 500)
    // Without the bridge the far bank is out of reach.
    sketch.lakes = [RoadSketch.box(-40, -0.5, 40, 0.5)]
    sketch.from.remove(at: 1)
    sketch.to.remove(at: 1)
    sketch.length.remove(at: 1)
    sketch.roadClass.remove(at: 1)
    let cut = sketch.network.arrivals(from: origin)
    #expect(!cut.arrival(at: RoadSketch.point(0, 2)).time.isFinite)
    #expect(cut.nodeTimes[1] == TravelTime.unreachable)
    // In midstream, nearer to the southern bank, it is reached from there.
    #expect(cut.arrival(at: RoadSketch.point(0, -0.2)).time.isFinite)
    #expect(!cut.arrival(at: RoadSketch.point(0, 0.2)).time.isFinite)
  }
}
