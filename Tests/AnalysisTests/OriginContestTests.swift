import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// Origins that cannot be first are left out block by block; no time may show it.
@Suite struct OriginContestTests {
  @Test(arguments: 0..<24 as Range<UInt64>)
  func whoeverIsLeftOutWasNeverFirst(seed: UInt64) throws {
    var random = SeededGenerator(seed: 7_000 + seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    let question = CircleQuestion(
      (0..<Int.random(in: 2...5, using: &random)).map { _ in sketch.place(using: &random) },
      within: [Double.random(in: 5...40, using: &random).rounded()],
      mode: Bool.random(using: &random) ? .road : .roadDoor,
      reading: CentreReading.allCases.randomElement(using: &random) ?? .core)
    let survey = try CircleSurvey(of: question.groups[0], for: question, in: world)
    // Each origin alone has nobody to be left out for.
    let limit = TravelTime.minutes(question.minutes[0])
    let corners = try world.lattice.corners(of: survey.window)
    let leaving = zip(survey.centres, survey.arrivals).map {
      Start(centre: $0, arrivals: $1, rail: nil).reaches([.asGiven], mode: question.mode)[0]
        .leaving(over: survey.window)
    }
    let fields = try survey.arrivals.indices.map { origin in
      try TimeField.fields(
        of: [survey.arrivals[origin]], leaving: [leaving[origin]], over: survey.window,
        corners: corners, within: TravelTime.minutes(question.minutes[0] * 1.1),
        cellSize: world.lattice.cellSize)[0]
    }
    let doors = DoorTimes(
      window: survey.window, fields: fields, leaving: leaving,
      arriving: question.mode == .road ? [] : survey.terminal.arrivalCosts(over: survey.window))
    for (band, found) in [
      (SpeedBand.asGiven, survey.surface.times), (.lower, survey.lower.times),
      (.higher, survey.higher.times),
    ] {
      let expected = doors.surface(band)
      for corner in corners.indices
      where min(expected.surface.times[corner], found[corner]) <= limit {
        #expect(found[corner] == expected.surface.times[corner], "corner \(corner), \(band)")
        if band == .asGiven {
          #expect(survey.isLongLeg[corner] == expected.isLongLeg[corner], "corner \(corner)")
        }
      }
    }
  }
}
