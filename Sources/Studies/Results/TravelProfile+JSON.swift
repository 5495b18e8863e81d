import Geometry
import Routing
public import Shapes

extension Workspace {
  /// Every number of the profile and of the model of people, as results carry them.
  public var profileJSON: JSONText { world.network.profile.json(people: world.people.model) }
}

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
      (key: "last_leg", value: lastLeg.json),
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
      (key: "rail", value: rail.json),
      (key: "walk", value: walk.json),
      (
        key: "air",
        value: .object([
          (key: "speed_kmh", value: .exact(air.speed)),
          (key: "fixed_minutes", value: .exact(air.fixed)),
        ])
      ),
      (key: "urban_density_km2", value: .exact(model.urbanDensity)),
      (key: "rural_spread_m", value: .exact(model.ruralSpread)),
    ])
  }
}

extension LastLeg {
  fileprivate var json: JSONText {
    .object([
      (key: "speed_kmh", value: .exact(speed)),
      (key: "circuity", value: .exact(circuity)),
      (key: "reach_m", value: .exact(reach)),
    ])
  }
}

extension RailRules {
  fileprivate var json: JSONText {
    func minutes(_ time: UInt32) -> JSONText { .exact(Double(time) / 60_000) }
    return .object([
      (
        key: "entry_minutes",
        value: .object(
          RailClass.allCases.map { (key: $0.rawValue, value: minutes(entry[$0] ?? 0)) })
      ),
      (key: "exit_minutes", value: minutes(exit)),
      (key: "hours", value: .exact(hours)),
      (key: "longest_wait_minutes", value: minutes(longestWait)),
      (key: "transfer_within_minutes", value: minutes(transferWithin)),
      (key: "transfer_between", value: transferBetween.json),
      (key: "station_reach_m", value: .exact(stationReach)),
    ])
  }
}
