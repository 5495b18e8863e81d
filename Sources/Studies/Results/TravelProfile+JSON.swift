import Geometry
import Routing
import Shapes

extension TravelProfile {
  /// Every number of the profile and of the people's model, classes in alphabetical order.
  func json(people model: PeopleModel) -> JSONText {
    .object([
      (key: "name", value: .string(name)),
      (
        key: "speeds_kmh",
        value: .object(
          speeds.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { (key: $0.key.rawValue, value: .exact($0.value)) })
      ),
      (
        key: "last_leg",
        value: .object([
          (key: "speed_kmh", value: .exact(lastLeg.speed)),
          (key: "circuity", value: .exact(lastLeg.circuity)),
          (key: "reach_m", value: .exact(lastLeg.reach)),
        ])
      ),
      (
        key: "terminal_minutes",
        value: .array(
          terminal.steps.map { step in
            .object([
              (key: "people", value: .whole(step.people)),
              (key: "minutes", value: .exact(step.minutes)),
            ])
          })
      ),
      (key: "terminal_full_depth_m", value: .exact(terminal.fullDepth)),
      (key: "urban_density_km2", value: .exact(model.urbanDensity)),
      (key: "rural_spread_m", value: .exact(model.ruralSpread)),
    ])
  }
}
