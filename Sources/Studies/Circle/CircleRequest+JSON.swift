import Analysis
import Shapes

extension CircleRequest {
  /// The request as parameters of a result, in the words of the command line.
  func json(cell: Double) -> JSONText {
    .object([
      (key: "places", value: .array(places.map { .string($0) })),
      (
        key: "at",
        value: .array(points.map { .string($0.commandText) })
      ),
      (key: "centre_zones", value: .array(centreZones.map { .string($0) })),
      (key: "within", value: .array(minutes.map { .exact($0) })),
      (key: "mode", value: .string(mode.rawValue)),
      (key: "centre_at", value: .string(reading.rawValue)),
      (key: "each", value: .flag(isEach)),
      (key: "zones", value: .array(zones.map { .string($0) })),
      (key: "simplify_m", value: .exact(tolerance)),
      (key: "cell_m", value: .exact(cell)),
    ])
  }
}
