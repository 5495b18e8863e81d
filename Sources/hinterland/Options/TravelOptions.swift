import Analysis
import ArgumentParser

/// How one travels, and where cities start.
struct TravelOptions: ParsableArguments {
  @Option(help: "road (free flow) or road-door (plus terminal minutes).")
  var mode = TravelMode.roadDoor.rawValue

  @Option(
    name: .customLong("centre-at"),
    help: "Where a city starts: core, seat, or districts (every urban district's seat).")
  var centreAt = CentreReading.core.rawValue

  func travelMode() throws(UsageError) -> TravelMode {
    let travel = try TravelMode(named: mode, option: "--mode")
    guard travel == .road || travel == .roadDoor else {
      throw UsageError("--mode is '\(mode)'; this question is answered for road or road-door.")
    }
    return travel
  }

  func centreReading() throws(UsageError) -> CentreReading {
    try CentreReading(named: centreAt, option: "--centre-at")
  }
}
