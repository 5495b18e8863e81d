import Analysis
import ArgumentParser

/// How one travels, and where cities start.
struct TravelOptions: ParsableArguments {
  @Option(
    help: "road (free flow) or road-door (plus terminal minutes).",
    completion: .roadMode)
  var mode = TravelMode.roadDoor.rawValue

  @Option(
    name: .customLong("centre-at"),
    help: "Where a city starts: core, seat, or districts (every urban district's seat).",
    completion: .centreReading)
  var centreAt = CentreReading.core.rawValue

  func travelMode() throws(UsageError) -> TravelMode { try TravelMode(byRoad: mode) }

  func centreReading() throws(UsageError) -> CentreReading {
    try CentreReading(named: centreAt, option: "--centre-at")
  }
}

extension TravelMode {
  /// The mode of a question that is answered by road alone.
  init(byRoad text: String) throws(UsageError) {
    guard text == TravelMode.road.rawValue || text == TravelMode.roadDoor.rawValue else {
      throw UsageError(
        "--mode is '\(text.prefix(40))'; this question is answered for road or road-door.")
    }
    try self.init(named: text, option: "--mode")
  }
}
