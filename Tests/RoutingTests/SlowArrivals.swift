import Foundation
import Shapes

@testable import Routing

/// Times by brute force: every ordinary road is a string of points at most `spacing` metres apart,
/// each of them a node that the origin joins and that places are reached from.
struct SlowArrivals {
  private struct Stop {
    var point: GeoPoint
    var time: Double
    var footing: Barriers.Footing
  }

  private var stops: [Stop] = []
  private let origin: Origin
  private let network: AccessNetwork
  private let pace: Double
  private let reach: Double

  init(from origin: Origin, over network: AccessNetwork, spacing: Double = 10) {
    self.origin = origin
    self.network = network
    pace = network.profile.lastLeg.pace
    reach = network.profile.lastLeg.reach
    let roads = network.roads
    var points = roads.nodes
    var links: [(Int, Int, Double)] = []
    var isOrdinary = [Bool](repeating: false, count: points.count)
    for edge in 0..<roads.edgeCount {
      let (from, to) = (Int(roads.from[edge]), Int(roads.to[edge]))
      let time =
        roads.length[edge] * 3.6e6 / (network.profile.speeds[roads.roadClass[edge]]! * 1_000)
      guard !roads.roadClass[edge].isControlledAccess else {
        links.append((from, to, time))
        continue
      }
      isOrdinary[from] = true
      isOrdinary[to] = true
      let steps = max(1, Int((Self.ground(points[from], points[to]) / spacing).rounded(.up)))
      var before = from
      for step in 1...steps {
        let part = Double(step) / Double(steps)
        var here = to
        if step < steps {
          here = points.count
          points.append(
            GeoPoint(
              longitude: points[from].longitude
                + part * (points[to].longitude - points[from].longitude),
              latitude: points[from].latitude
                + part * (points[to].latitude - points[from].latitude)))
          isOrdinary.append(true)
        }
        links.append((before, here, time / Double(steps)))
        before = here
      }
    }
    let footings = points.map(network.barriers.footing)
    var times = points.indices.map { index in
      isOrdinary[index] ? pace * (leg(from: origin, to: footings[index]) ?? .infinity) : .infinity
    }
    // Bellman and Ford, both ways along the list in turn: strings of points settle in two passes.
    var changed = true
    while changed {
      changed = false
      for pass in 0..<2 {
        for (a, b, time) in pass == 0 ? links : links.reversed() {
          if times[a] + time < times[b] - 1e-6 { (times[b], changed) = (times[a] + time, true) }
          if times[b] + time < times[a] - 1e-6 { (times[a], changed) = (times[b] + time, true) }
        }
      }
    }
    for index in points.indices where isOrdinary[index] && times[index].isFinite {
      stops.append(Stop(point: points[index], time: times[index], footing: footings[index]))
    }
  }

  /// Milliseconds to a place; nil out of reach.
  func time(to place: GeoPoint) -> Double? {
    let footing = network.barriers.footing(at: place)
    var best = leg(from: origin, to: footing).map { $0 * pace } ?? .infinity
    for stop in stops where stop.time < best && abs(stop.point.latitude - place.latitude) < 0.1 {
      let distance = Self.ground(stop.point, place)
      let time = stop.time + pace * distance
      guard distance <= reach, time < best, !network.barriers.block(stop.footing, footing)
      else { continue }
      best = time
    }
    return best.isFinite ? best : nil
  }

  /// Metres from the origin to a place, 0 inside it; nil out of reach or behind water.
  private func leg(from origin: Origin, to place: Barriers.Footing) -> Double? {
    if origin.area.contains(place.point) { return 0 }
    var best: Double?
    func offer(_ point: GeoPoint) {
      let distance = Self.ground(point, place.point)
      guard distance <= reach, distance < best ?? .infinity,
        !network.barriers.block(network.barriers.footing(at: point), place)
      else { return }
      best = distance
    }
    for point in origin.points { offer(point) }
    for ring in origin.area.flatMap(\.rings) {
      for index in ring.indices {
        let (from, to) = (ring[index], ring[(index + 1) % ring.count])
        func between(_ part: Double) -> GeoPoint {
          GeoPoint(
            longitude: from.longitude + part * (to.longitude - from.longitude),
            latitude: from.latitude + part * (to.latitude - from.latitude))
        }
        let shrink = cos(place.point.latitude * .pi / 180)
        let (dx, dy) = ((to.longitude - from.longitude) * shrink, to.latitude - from.latitude)
        let (px, py) = (
          (place.point.longitude - from.longitude) * shrink, place.point.latitude - from.latitude
        )
        offer(between(max(0, min(1, (px * dx + py * dy) / (dx * dx + dy * dy)))))
        // Water may stand before the nearest point of a side; then any other will have to do.
        guard !network.barriers.isClear(GeoBounds(west: 111, south: 27, east: 113, north: 29))
        else { continue }
        let steps = max(1, Int(Self.ground(from, to) / 50))
        for step in 0..<steps { offer(between(Double(step) / Double(steps))) }
      }
    }
    return best
  }

  /// Metres by the radii of curvature at the middle latitude: not the formula under test.
  static func ground(_ from: GeoPoint, _ to: GeoPoint) -> Double {
    let degree = Double.pi / 180
    let middle = (from.latitude + to.latitude) / 2 * degree
    let squared = 0.00669437999014
    let shrink = 1 - squared * sin(middle) * sin(middle)
    let north = 6_378_137 * (1 - squared) / (shrink * shrink.squareRoot())
    let east = 6_378_137 / shrink.squareRoot() * cos(middle)
    return hypot(
      (to.longitude - from.longitude) * degree * east,
      (to.latitude - from.latitude) * degree * north)
  }
}
