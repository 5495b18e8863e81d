import Routing
import Shapes

/// What modes other than driving travel on, each laid out when first asked for.
///
/// It never changes what is answered, only when it is worked out.
final class ModeNetworks: Sendable {
  private let roads: AccessNetwork
  private let stationPoints: [GeoPoint]
  private let walking = Locked<AccessNetwork?>(nil)
  private let stations = Locked<[Station]?>(nil)

  /// No roads at all: legs on foot from a point to a place.
  let footpaths: AccessNetwork

  /// A station joined to the roads around it, to be reached and to be started from.
  struct Station: Sendable {
    var destination: DestinationAttachment
    var attachment: OriginAttachment
  }

  init(roads: AccessNetwork, stations: [GeoPoint]) {
    self.roads = roads
    stationPoints = stations
    footpaths = AccessNetwork(
      roads: RoadNetwork(
        nodes: [], from: [], to: [], length: [], roadClass: [], route: [], routes: [""]),
      profile: roads.profile.onFoot, barriers: roads.barriers)
  }

  /// Straight lines of up to `reach` metres around an origin, whatever lies between.
  func circle(around origin: Origin, reach: Double) -> Arrivals {
    var profile = roads.profile
    // Of distances alone: any speed does.
    profile.lastLeg = LastLeg(speed: 60, circuity: 1, reach: reach)
    let plane = AccessNetwork(roads: footpaths.roads, profile: profile, barriers: .none)
    return plane.arrivals(from: origin)
  }

  /// Ordinary roads at walking pace.
  var walkable: AccessNetwork {
    if let known = walking.withLock({ $0 }) { return known }
    let network = AccessNetwork(
      roads: roads.roads, profile: roads.profile.onFoot, barriers: roads.barriers)
    walking.withLock { $0 = network }
    return network
  }

  /// Every station of the dataset, in its order.
  ///
  /// - Complexity: once a dataset, O(roads around all stations).
  func joinedStations() -> [Station] {
    if let known = stations.withLock({ $0 }) { return known }
    let found = Parallel.map(stationPoints.count) { index in
      Station(
        destination: roads.destination(at: stationPoints[index]),
        attachment: roads.attachment(of: Origin(points: [stationPoints[index]]))
          .compacted(over: roads))
    }
    stations.withLock { $0 = found }
    return found
  }
}

extension TravelProfile {
  /// The same with everybody on foot, along ordinary roads and off them.
  var onFoot: TravelProfile {
    var profile = self
    profile.lastLeg = walk
    profile.speeds = [:]
    for roadClass in RoadClass.allCases where !roadClass.isControlledAccess {
      profile.speeds[roadClass] = walk.speed
    }
    return profile
  }
}

extension World {
  /// The roads that a mode's trips go over.
  func network(for mode: TravelMode) -> AccessNetwork {
    mode == .walk ? modes.walkable : network
  }
}
