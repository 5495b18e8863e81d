import Geometry
import Routing
import Shapes
import TestSupport

@testable import Analysis

extension WorldSketch {
  /// Modes that reach ground and that the sketch has something for.
  var modes: [TravelMode] {
    runs.isEmpty ? [.road, .roadDoor] : [.road, .roadDoor, .railDoor, .roadOrRailDoor, .walk]
  }

  var railNames: RailNames {
    func names(_ word: String, _ count: Int) -> [PlaceName] {
      (0..<count).map { PlaceName(chinese: "\(word)\($0)", english: "\(word) \($0)") }
    }
    let lines = Int(runs.map(\.line).max().map { $0 + 1 } ?? 0)
    return RailNames(
      stations: names("站", stations.count), stationCodes: stations.indices.map { "S\($0)" },
      lines: names("线", lines), lineCodes: (0..<lines).map { "L\($0)" })
  }

  /// Two hamlets 100 km apart on a straight main road, each the seat of a county.
  static func hamlets() -> WorldSketch {
    var sketch = WorldSketch()
    sketch.node(0, 0)
    sketch.node(100, 0)
    sketch.road(0, 1)
    sketch.county(box(-20, -20, 50, 20), people: 1_000, seat: (0, 0))
    sketch.county(box(50, -20, 120, 20), people: 1_000, seat: (100, 0))
    return sketch
  }

  @discardableResult
  mutating func station(_ x: Double, _ y: Double) -> Int {
    stations.append(Self.point(x, y))
    return stations.count - 1
  }

  /// A line over stations; `minutes` a run.
  mutating func railway(
    _ stops: [Int], minutes: [Double], _ railClass: RailClass = .highSpeed, trains: Double = 48
  ) {
    let line = runs.last.map { $0.line + 1 } ?? 0
    for (index, minutes) in minutes.enumerated() {
      runs.append(
        .init(
          from: UInt32(stops[index]), to: UInt32(stops[index + 1]), line: line,
          time: TravelTime.minutes(minutes),
          length: stations[stops[index]].localDistance(to: stations[stops[index + 1]]) * 1.05,
          railClass: railClass, trainsPerDay: trains))
    }
  }

  /// Lays up to five stations, at nodes and off them, and up to three quick lines: trains that are
  /// worth their trouble over 20 km.
  mutating func layRails(using random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 2...5, using: &random) {
      if Bool.random(using: &random), let node = nodes.randomElement(using: &random) {
        stations.append(node)
      } else {
        station(.random(in: -2...26, using: &random), .random(in: -2...26, using: &random))
      }
    }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let stops = Array(
        stations.indices.shuffled(using: &random).prefix(.random(in: 2...4, using: &random)))
      railway(
        stops, minutes: stops.dropLast().map { _ in .random(in: 0.5...4, using: &random) },
        RailClass.allCases.randomElement(using: &random) ?? .intercity,
        trains: .random(in: 50...900, using: &random))
    }
  }
}
