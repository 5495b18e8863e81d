import Analysis
import ArgumentParser
import Geometry

/// How one travels, by road, rail, air or on foot, and where cities start.
struct AnyTravelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How one travels.",
      discussion: """
        road: free flow. road-door: plus terminal minutes. rail-door: by train from door to door. \
        road-door,rail-door: the sooner of the two. rail: station to station. walk: on foot. \
        air: from airports.
        """), completion: .anyMode)
  var mode = TravelMode.roadDoor.rawValue

  @Option(
    name: .customLong("centre-at"),
    help: "Where a city starts: core, seat, or districts (every urban district's seat).",
    completion: .centreReading)
  var centreAt = CentreReading.core.rawValue

  func travelMode() throws(UsageError) -> TravelMode { try TravelMode(listed: mode) }

  func centreReading() throws(UsageError) -> CentreReading {
    try CentreReading(named: centreAt, option: "--centre-at")
  }
}

extension TravelMode {
  /// A mode, or the two that may be given together, in either order.
  init(listed text: String) throws(UsageError) {
    let parts = NameList.split(NameList.halfWidth(text))
    if Set(parts) == [TravelMode.roadDoor.rawValue, TravelMode.railDoor.rawValue] {
      self = .roadOrRailDoor
    } else {
      try self.init(named: text, option: "--mode")
    }
  }
}
