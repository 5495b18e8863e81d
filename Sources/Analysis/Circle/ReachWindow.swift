import Routing
import Shapes

extension World {
  /// The window that surely holds all ground within `limit` of the origins, with two cells more:
  /// every corner beside one inside is in it.
  ///
  /// `limit` is in free-flow milliseconds; `boxes` are in it whatever is reached.
  func window(
    of arrivals: [Arrivals], around boxes: [GeoBounds] = [], within limit: UInt32
  ) throws -> LatticeWindow {
    var bounds = boxes.reduce(into: GeoBounds()) { $0.formUnion($1) }
    for arrival in arrivals { bounds.formUnion(arrival.bounds(reachedWithin: limit)) }
    let box = bounds.expanded(by: Meters((arrivals.map(\.reach).max() ?? 0) * 1.01))
    // The rim in steps: parallels are curved in the plane.
    let steps = 64
    let rim = (0...steps).flatMap { step -> [GeoPoint] in
      let part = Double(step) / Double(steps)
      let longitude = box.west + part * (box.east - box.west)
      let latitude = box.south + part * (box.north - box.south)
      return [
        GeoPoint(longitude: longitude, latitude: box.south),
        GeoPoint(longitude: longitude, latitude: box.north),
        GeoPoint(longitude: box.west, latitude: latitude),
        GeoPoint(longitude: box.east, latitude: latitude),
      ]
    }
    return try lattice.window(around: lattice.plane.project(rim), margin: 4)
  }
}
