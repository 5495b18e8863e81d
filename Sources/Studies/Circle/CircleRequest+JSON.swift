import Routing
import Shapes

extension CircleRequest {
  /// The request as parameters of a result, in the words of the command line.
  func json(cell: Double) -> JSONText {
    .object([
      (key: "places", value: .array(places.map { .string($0) })),
      (
        key: "at",
        value: .array(points.map { .string("\($0.longitude),\($0.latitude)") })
      ),
      (key: "centre_zones", value: .array(centreZones.map { .string($0) })),
      (key: "within", value: .array(minutes.map { .decimal($0, places: 2) })),
      (key: "mode", value: .string(mode.rawValue)),
      (key: "centre_at", value: .string(reading.rawValue)),
      (key: "each", value: .flag(isEach)),
      (key: "zones", value: .array(zones.map { .string($0) })),
      (key: "simplify_m", value: .decimal(tolerance, places: 1)),
      (key: "cell_m", value: .decimal(cell, places: 1)),
    ])
  }
}

extension TravelProfile {
  /// Every number of the profile, classes in alphabetical order.
  var json: JSONText {
    .object([
      (key: "name", value: .string(name)),
      (
        key: "speeds_kmh",
        value: .object(
          speeds.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { (key: $0.key.rawValue, value: .decimal($0.value, places: 1)) })
      ),
      (
        key: "last_leg",
        value: .object([
          (key: "speed_kmh", value: .decimal(lastLeg.speed, places: 1)),
          (key: "circuity", value: .decimal(lastLeg.circuity, places: 3)),
          (key: "reach_m", value: .decimal(lastLeg.reach, places: 0)),
        ])
      ),
      (
        key: "terminal_minutes",
        value: .array(
          terminal.steps.map { step in
            .object([
              (key: "people", value: .whole(step.people)),
              (key: "minutes", value: .decimal(step.minutes, places: 1)),
            ])
          })
      ),
      (key: "terminal_full_depth_m", value: .decimal(terminal.fullDepth, places: 0)),
    ])
  }
}
