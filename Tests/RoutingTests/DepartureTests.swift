import Foundation
import Shapes
import TestSupport
import Testing

@testable import Routing

@Suite struct DepartureTests {
  private func segment(using random: inout SeededGenerator) -> AccessSegment {
    func kilometers() -> Double { .random(in: -14...14, using: &random) }
    let start = RoadSketch.point(kilometers(), kilometers())
    let end =
      Int.random(in: 0..<10, using: &random) == 0
      ? start : RoadSketch.point(kilometers(), kilometers())
    let duration =
      Int.random(in: 0..<8, using: &random) == 0
      ? 0 : start.localDistance(to: end) * .random(in: 20...200, using: &random)
    let startTime = Double.random(in: 0...3_000_000, using: &random)
    return AccessSegment(
      start: start, end: end, startTime: startTime,
      // No later than by the segment itself, as after any search.
      endTime: startTime + .random(in: -1...1, using: &random) * duration, duration: duration)
  }

  // Every metre of 3,000 segments. The closed form is never later than the best of them, and no
  // earlier than half a metre of road and of last leg explain: (200 + 156) / 2 ms.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func theClosedFormIsTheBestOfEveryMetre(batch: UInt64) {
    let frame = RoadSketch.frame
    let pace = 156.0
    for number in 0..<150 as Range<UInt64> {
      var random = SeededGenerator(seed: 150 * batch + number)
      let segment = segment(using: &random)
      let reach = Double.random(in: 500...12_000, using: &random)
      let found = segment.departure(to: frame, pace: pace, reach: reach)
      let (a, b) = (frame.offset(to: segment.start), frame.offset(to: segment.end))
      let length = hypot(b.x - a.x, b.y - a.y)
      let steps = max(1, Int(length.rounded(.up)))
      var best = Double.infinity
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        let distance = hypot(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y))
        guard distance <= reach else { continue }
        let onRoad = min(
          segment.startTime + part * segment.duration,
          segment.endTime + (1 - part) * segment.duration)
        best = min(best, onRoad + pace * distance)
      }
      if best.isFinite {
        #expect(found.time <= best + 1e-3)
        #expect(found.time >= best - 178)
      }
      guard found.time.isFinite else { continue }
      #expect(found.distance <= reach + 1e-6)
      #expect(abs(hypot(found.offset.x, found.offset.y) - found.distance) < 1e-3)
      #expect(found.along >= 0 && found.along <= length + 1e-6)
      // What it says it does takes as long as it says.
      let part = length > 0 ? found.along / length : 0
      let onRoad = min(
        segment.startTime + part * segment.duration,
        segment.endTime + (1 - part) * segment.duration)
      #expect(abs(onRoad + pace * found.distance - found.time) < 1e-3)
    }
  }

  // A road north–south 3 km to the east, driven northwards at 60 km/h. Leave where the sine of
  // the last leg's slope is 60/156: 3 km · 60/√(156² − 60²) = 1.25 km before the place.
  @Test func theRoadIsLeftAtSnellsAngle() {
    let segment = AccessSegment(
      start: RoadSketch.point(3, -5), end: RoadSketch.point(3, 5), startTime: 0, endTime: 600_000,
      duration: 600_000)
    let found = segment.departure(to: RoadSketch.frame, pace: 156, reach: 10_000)
    #expect(abs(found.along - 3_750) < 1)
    // 3.75 km of road, then √(3² + 1.25²) = 3.25 km: 225 s + 507 s.
    #expect(abs(found.time - 732_000) < 100)
    #expect(abs(found.distance - 3_250) < 1)
  }

  @Test func sampledDeparturesAreEarliestFirstAndAtMostFiftyMetresApart() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      let segment = segment(using: &random)
      let departures = segment.sampledDepartures(
        to: RoadSketch.frame, pace: 156, reach: 6_000, before: .infinity)
      #expect(departures.map(\.time) == departures.map(\.time).sorted())
      let along = departures.map(\.along).sorted()
      for (before, after) in zip(along, along.dropFirst()) { #expect(after - before <= 50.001) }
      let best = segment.departure(to: RoadSketch.frame, pace: 156, reach: 6_000).time
      #expect(departures.allSatisfy { $0.time >= best - 1e-3 && $0.distance <= 6_000 })
      let middle = departures.isEmpty ? 0 : departures[departures.count / 2].time
      let earlier = segment.sampledDepartures(
        to: RoadSketch.frame, pace: 156, reach: 6_000, before: middle)
      #expect(earlier == departures.filter { $0.time < middle })
    }
  }
}
