import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// Why a place is missed, on roads whose arithmetic a reader can do.
@Suite struct ExplanationTests {
  /// 40 km of main road from the centre to the place, the first 10 km of it an expressway's.
  private func world() throws -> World {
    var sketch = WorldSketch()
    sketch.county(WorldSketch.box(-5, -5, 20, 5), people: 1_000, seat: (0, 0))
    sketch.county(WorldSketch.box(20, -5, 45, 5), people: 1_000, seat: (40, 0))
    let nodes = (0...4).map { sketch.node(Double($0) * 10, 0) }
    sketch.road(nodes[0], sketch.node(0, -1))
    sketch.road(nodes[0], nodes[1], .expressway)
    for index in 1..<4 { sketch.road(nodes[index], nodes[index + 1]) }
    return try sketch.world()
  }

  private func explain(within minutes: Double) throws -> Explanation {
    func group(_ county: Int) -> PlaceGroup {
      PlaceGroup(
        name: PlaceName(chinese: "\(county)", english: "\(county)"),
        places: [.unit(UnitReference(.county, county))])
    }
    return try world().explanation(
      ExplanationQuestion(
        place: group(1), centre: group(0), minutes: minutes, mode: .road, reading: .seat))
  }

  @Test func theOrdinaryStretchBindsAndThirdsOfItDo() throws {
    // 6 minutes of expressway and 30 of main road.
    let explanation = try explain(within: 30)
    #expect(abs((explanation.total ?? 0) - 36) < 0.1)
    #expect(abs((explanation.missing ?? 0) - 6) < 0.1)
    #expect(explanation.stretches.map { ($0.length.kilometers).rounded() } == [10, 30])
    // All minutes are told: the parts are the whole.
    let told =
      explanation.stretches.reduce(0) { $0 + $1.minutes } + explanation.firstLeg
      + explanation.lastLeg + explanation.terminal
    #expect(abs(told - (explanation.total ?? 0)) < 1e-6)
    #expect(explanation.binding == 1)
    // 10 km raised save 4 minutes: two edges are needed.
    let raise = explanation.remedies.first {
      if case .raise(1?, _) = $0.kind { true } else { false }
    }
    #expect(abs((raise?.length.kilometers ?? 0) - 20) < 0.1)
    #expect(abs((raise?.minutes ?? 0) - 28) < 0.1)
    #expect(explanation.remedies.allSatisfy { $0.minutes <= 30 })
  }

  /// No road at 100 km/h leads over 40 km in 20 minutes: what was tried says how near it came.
  @Test func whatIsTooFarSaysWhatTheBestRoadTakes() throws {
    let explanation = try explain(within: 20)
    #expect(explanation.remedies.isEmpty && explanation.shortfalls.count == 2)
    for remedy in explanation.shortfalls {
      switch remedy.kind {
      case .raise(let stretch, _):
        // All 30 km of main road raised: 40 km at 100 km/h.
        #expect(stretch == 1 && abs(remedy.length.kilometers - 30) < 0.1)
        #expect(abs(remedy.minutes - 24) < 0.1)
      case .link(_, let toCentre):
        // 10 km of expressway and 30 × 1.13 of a new one are nearer than 40 × 1.13.
        #expect(!toCentre && abs(remedy.length.kilometers - 33.9) < 0.2)
        #expect(abs(remedy.minutes - 26.3) < 0.2)
      }
    }
  }

  /// The shortest link that does, against every interchange tried on the roads.
  @Test func theLinkIsTheShortestOfAll() throws {
    let explanation = try explain(within: 28)
    let link = try #require(
      explanation.remedies.first { if case .link = $0.kind { true } else { false } })
    // From the interchange at 10 km, 6 minutes out: 33.9 km more take 20.3.
    #expect(abs(link.length.kilometers - 33.9) < 0.2 && abs(link.minutes - 26.3) < 0.2)
    #expect(explanation.shortfalls.isEmpty)
  }

  @Test func whatLiesInsideNeedsNothing() throws {
    let explanation = try explain(within: 40)
    #expect(explanation.missing == nil && explanation.remedies.isEmpty)
  }

  @Test func closingTheOnlyExpresswayCutsOff() throws {
    let world = try world()
    let place = PlaceGroup(
      name: PlaceName(chinese: "0", english: "0"), places: [.unit(UnitReference(.county, 0))])
    var roads = world.network.roads
    roads.routes.append("G1")
    roads.route[1] = 1
    let answer = try world.over(roads).closures(
      ClosureQuestion(places: [place], roadClass: .expressway, mode: .road, reading: .seat))
    #expect(answer.closures.map(\.route) == ["G1"])
    // The way is left by a last leg of 10 km only as far as the reach goes: the other seat is not.
    #expect(answer.closures[0].cutOff + answer.exposure.count >= 1)
  }
}
