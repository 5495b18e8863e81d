import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// All that a circle says but its coverage, for holding one against another.
private struct Figures: Equatable {
  var minutes: Double
  var polygons: [GeoPolygon]
  var extents: [Circle.Extent]
  var shares: [Double]
  var certificate: Circle.Certificate
  var readings: [CentreReading: Double]

  init(_ circle: Circle) {
    minutes = circle.minutes
    polygons = circle.polygons
    extents = [circle.extent, circle.lower, circle.higher]
    shares = [circle.longLegAreaShare, circle.longLegPeopleShare, circle.outsideArea]
    certificate = circle.certificate
    readings = circle.readings
  }
}

@Suite struct StabilityTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func aCircleIsTheSameWhateverElseIsAsked(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sketch = WorldSketch.random(using: &random)
    sketch.layRails(using: &random)
    let question = CircleQuestion.random(in: sketch, within: [8, 14, 24], using: &random)
    let many = try sketch.world().circles(question).circles
    // The same question again, in a world that has answered it: the same answer.
    let world = try sketch.world()
    do {
      let again = try world.circles(question).circles
      #expect(again.map { Figures($0) } == many.map { Figures($0) })
      #expect(again.map(\.coverage) == many.map(\.coverage))
    }
    for among in many {
      var alone = question
      alone.minutes = [among.minutes]
      let circle = try sketch.world().circles(alone).circles[0]
      #expect(Figures(circle) == Figures(among))
      for row in among.coverage {
        guard let same = circle.row(row.unit.level, row.unit.index) else {
          #expect(row.areaInside == 0 && row.peopleInside ?? 0 == 0)
          continue
        }
        #expect(row.areaInside == same.areaInside && row.peopleInside == same.peopleInside)
        #expect(row.people == same.people)
        #expect(row == same)
      }
    }
  }

  @Test(arguments: 100..<106 as Range<UInt64>)
  func fewerMinutesLieInsideMore(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    let question = CircleQuestion.random(in: sketch, within: [6, 12, 24, 30, 31], using: &random)
    let circles = try world.circles(question).circles
    for (inner, outer) in zip(circles, circles.dropFirst()) {
      #expect(
        inner.extent.area <= outer.extent.area && inner.extent.residents <= outer.extent.residents)
      for row in inner.coverage {
        let wider = try #require(outer.row(row.unit.level, row.unit.index))
        #expect(row.areaInside <= wider.areaInside)
        #expect(row.peopleInside ?? 0 <= wider.peopleInside ?? 0)
        #expect(!row.isSeatReached || wider.isSeatReached)
      }
      // Rounding to seven decimals moves a line by less than a centimetre: 0.01 km² of 1,000 km
      // of line. A square degree is 10,900 km² here.
      let beyond = try inner.polygons.subtracting(outer.polygons)
      let area = beyond.reduce(0) { sum, polygon in
        sum + polygon.map { PlanePoint(x: $0.longitude, y: $0.latitude) }.area
      }
      #expect(area * 10_900 < 0.01)
    }
  }

  @Test(arguments: 200..<204 as Range<UInt64>)
  func slowerLiesInsideAsGivenLiesInsideFaster(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sketch = WorldSketch.random(using: &random)
    sketch.layRails(using: &random)
    let question = CircleQuestion.random(in: sketch, within: [10, 25], using: &random)
    let circles = try sketch.world().circles(question).circles
    let faster = try sketch.world(faster: 1.1).circles(question).circles
    let slower = try sketch.world(faster: 0.9).circles(question).circles
    for index in circles.indices {
      let circle = circles[index]
      #expect(circle.lower.area <= circle.extent.area && circle.extent.area <= circle.higher.area)
      #expect(
        circle.lower.residents <= circle.extent.residents
          && circle.extent.residents <= circle.higher.residents)
      // A world with such speeds says the same, but for edges rounded to milliseconds.
      for (band, truth) in [
        (circle.higher, faster[index].extent), (circle.lower, slower[index].extent),
      ] {
        #expect(abs(band.area - truth.area) <= 0.001 * truth.area + 0.1)
        #expect(abs(band.residents - truth.residents) <= truth.residents / 200 + 50)
      }
    }
  }

  @Test func twoThreadsAnswerAsOne() async throws {
    let one = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      setenv("HINTERLAND_THREADS", "1", 1)
      try StabilityTests.printAnswer()
    }
    let two = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      setenv("HINTERLAND_THREADS", "2", 1)
      try StabilityTests.printAnswer()
    }
    func answer(_ bytes: [UInt8]) -> [Substring] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.contains("ANSWER") }
    }
    let first = answer(one.standardOutputContent)
    #expect(first.count == 7 && first == answer(two.standardOutputContent))
    #expect(first[0] == "ANSWER 1 threads" || first[0] == "ANSWER")
  }

  /// Six answers in words, to the last bit.
  static func printAnswer() throws {
    print("ANSWER")
    for seed in 301..<304 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let sketch = WorldSketch.random(using: &random)
      let question = CircleQuestion.random(in: sketch, within: [10, 25], using: &random)
      for circle in try sketch.world().circles(question).circles {
        print(
          "ANSWER", circle.polygons, circle.extent, circle.lower, circle.higher, circle.coverage)
      }
    }
  }
}
