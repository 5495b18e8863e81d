import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// Two provinces side by side with planted barriers: each is found, to the second.
@Suite struct BorderEffectTests {
  /// Three roads over the border at x = 20 km, 100 km apart, so that no trip takes another's:
  /// a crossing with a delay of 5 minutes; one of 10 km that is `main` between expressways' ends;
  /// and a dead end of 2 km on either side, with a way round by the south.
  private func planted() throws -> World {
    var sketch = WorldSketch()
    for (row, y) in [0.0, 100, 200].enumerated() {
      sketch.county(
        WorldSketch.box(0, y - 40, 20, y + 40), people: 1_000, seat: (5, y), prefecture: 0)
      sketch.county(
        WorldSketch.box(20, y - 40, 40, y + 40), people: 1_000, seat: (35, y), prefecture: 1)
      let west = sketch.node(5, y)
      let east = sketch.node(35, y)
      switch row {
      case 0:
        let (a, b) = (sketch.node(19, y), sketch.node(21, y))
        sketch.road(west, a)
        sketch.road(a, b)
        sketch.road(b, east)
      case 1:
        let (a, b) = (sketch.node(15, y), sketch.node(25, y))
        sketch.road(west, a, .expressway)
        sketch.road(a, b)
        sketch.road(b, east, .expressway)
        // The seats reach their expressway over a street of a kilometre.
        sketch.road(west, sketch.node(5, y - 1))
        sketch.road(east, sketch.node(35, y - 1))
      default:
        let (a, b) = (sketch.node(19, y), sketch.node(21, y))
        sketch.road(west, a)
        sketch.road(b, east)
        let (c, d) = (sketch.node(5, y - 30), sketch.node(35, y - 30))
        sketch.road(west, c)
        sketch.road(c, d)
        sketch.road(d, east)
      }
    }
    let world = try sketch.world()
    let (roads, accounts) = try world.network.roads.delayed(
      by: [BorderDelay(between: 0, and: 1, roadClass: nil, minutes: 5)], in: world.region)
    #expect(accounts[0].edges == 3 && accounts[0].edgesToNone == 0)
    // The delay is planted on the first road alone.
    var alone = roads
    for edge in alone.exceptions.keys.sorted() where edge != 1 { alone.exceptions[edge] = nil }
    return world.over(alone)
  }

  @Test func everyBarrierIsRecoveredToTheSecond() throws {
    let world = try planted()
    let effect = try world.borderEffect(
      BorderEffectQuestion(between: 0, and: 1, reach: 31_000, gap: 3_000))
    #expect(effect.crossing.pairs == 3 && effect.pairsWithoutWay == 0)
    #expect(effect.delayedEdges == 1 && effect.raisedEdges == 1 && effect.deadEnds.count == 1)
    func seconds(_ measure: BorderMeasure) -> Double {
      Double(effect.sixfoldShare(of: measure)) / 6_000
    }
    #expect(abs(seconds(.removeDelays) - 300) < 1)
    let length = world.network.roads.length.map { $0 / 1_000 }
    // The fifth edge, some 10 km, at 60 and at 100 km/h.
    #expect(abs(seconds(.raiseClass) - length[4] * (60 - 36)) < 1)
    // Some 90 km round, against some 28 km and the gap × 1.035; all at 60 km/h.
    let round = length[10] + length[11] + length[12]
    let straight = length[8] + length[9] + effect.deadEnds[0].distance / 1_000 * 1.035
    #expect(abs(round - 90) < 2 && abs(straight - 30) < 1)
    #expect(abs(seconds(.joinDeadEnds) - 60 * (round - straight)) < 1)
  }

  @Test func thePartsAddUpToTheWhole() throws {
    let effect = try planted().borderEffect(
      BorderEffectQuestion(between: 0, and: 1, reach: 31_000, gap: 3_000))
    let sum = BorderMeasure.allCases.reduce(0) { $0 + effect.sixfoldShare(of: $1) }
    #expect(sum == 6 * (effect.totals[0] - effect.totals[7]))
    #expect(effect.totals[7] == effect.totals.min())
  }

  /// Where barriers stand one behind the other their shares still add up, whatever the order.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func sharesOfAnyTotalsAddUp(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let totals = (0..<8).map { _ in Int.random(in: 0...1_000_000, using: &random) }
    let effect = BorderEffect(
      question: .init(between: 0, and: 1), crossing: .init(pairs: 1), within: .init(),
      detourPart: 0, speedPart: 0, delayPart: 0, totals: totals, deadEnds: [], delayedEdges: 0,
      raisedEdges: 0, pairsWithoutWay: 0)
    // By hand, over the six orders.
    for measure in BorderMeasure.allCases {
      var sum = 0
      for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        var taken = 0
        for step in order {
          if step == measure.rawValue { sum += totals[taken] - totals[taken | 1 << step] }
          taken |= 1 << step
        }
      }
      #expect(effect.sixfoldShare(of: measure) == sum)
    }
  }
}
