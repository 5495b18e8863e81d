import Foundation

/// The parts of `circle --json` that are checked.
struct Answer: Decodable {
  struct Circle: Decodable {
    var minutes: Double
    var area: Double
    var people: Int
    var drawingError: Double

    private enum CodingKeys: String, CodingKey {
      case minutes, people
      case area = "area_km2"
      case drawingError = "area_error_pct"
    }
  }

  var circles: [Circle]

  /// - Throws: ``BenchmarkError/wrongAnswer(_:)`` unless there is a circle a limit, each larger
  ///   than the one before, with more people, drawn within a per cent of what was counted.
  func check(minutes: [Double]) throws {
    guard circles.map(\.minutes) == minutes else {
      throw BenchmarkError.wrongAnswer("its circles are of \(circles.map(\.minutes)) minutes")
    }
    for (inner, outer) in zip(circles, circles.dropFirst())
    where inner.area >= outer.area || inner.people >= outer.people {
      throw BenchmarkError.wrongAnswer("\(inner.minutes) is not inside \(outer.minutes)")
    }
    for circle in circles where circle.people == 0 || abs(circle.drawingError) > 1 {
      throw BenchmarkError.wrongAnswer("\(circle)")
    }
  }
}
