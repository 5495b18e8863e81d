public import Geometry
import Routing
public import Shapes

/// Times from station to station: rides and transfers, nothing of the way to the train.
public struct StationTimes: Sendable {
  /// A station that can be ridden to.
  public struct Station: Hashable, Sendable {
    /// Index in the dataset's railways.
    public var index: Int
    public var name: PlaceName
    public var code: String
    public var position: GeoPoint
    /// Milliseconds.
    public var time: UInt32
    /// Metres by rail.
    public var meters: Double
  }

  /// Those near the places asked about, at time 0.
  public var starts: [Station]
  /// Every station that is reached, soonest first.
  public var stations: [Station]
}

extension World {
  /// Stations within reach of an origin by the profile, in the dataset's order.
  ///
  /// - Complexity: O(stations).
  func stations(near origin: Origin) -> [Int] {
    let reach = network.profile.rail.stationReach
    let nearby = modes.circle(around: origin, reach: reach)
    return rail.network.stations.indices.filter { station in
      nearby.arrival(at: rail.network.stations[station]).time.isFinite
    }
  }

  /// Rides from the stations near a group's seats, points and zones.
  ///
  /// - Throws: ``ModeError`` where there is no railway, or no station near.
  func rides(from group: PlaceGroup, reading: CentreReading) throws -> (
    journeys: RailJourneys, starts: [Int]
  ) {
    guard !rail.network.runs.isEmpty else { throw ModeError.noStations }
    let origins = try group.places.flatMap { place -> [Origin] in
      // A core may be a county wide: a unit's stations are those near its seats.
      if case .unit = place, reading != .districts {
        return [Origin(points: [try point(of: place)])]
      }
      return try self.centres(place, reading: reading).map(\.origin)
    }
    let starts = Set(origins.flatMap { self.stations(near: $0) }).sorted()
    guard !starts.isEmpty else {
      throw ModeError.noStationNear(
        name: group.name.chinese, kilometers: network.profile.rail.stationReach / 1_000)
    }
    return (rail.rides(from: starts), starts)
  }

  /// Which stations are reached from a group of places, and when.
  public func stationTimes(from group: PlaceGroup, reading: CentreReading) throws -> StationTimes {
    let (journeys, starts) = try rides(from: group, reading: reading)
    return stationTimes(journeys.heads, from: starts)
  }

  /// The same by when each station is reached, where the journeys are known.
  func stationTimes(_ heads: [Origin.Head?], from starts: [Int]) -> StationTimes {
    let stations = heads.indices.compactMap { index in
      heads[index].map { head in
        StationTimes.Station(
          index: index, name: railNames.stations[index], code: railNames.stationCodes[index],
          position: rail.network.stations[index], time: head.time, meters: head.meters)
      }
    }
    return StationTimes(
      starts: starts.compactMap { start in stations.first { $0.index == start } },
      stations: stations.sorted { ($0.time, $0.index) < ($1.time, $1.index) })
  }

  /// Where trains lead from a group of places, by station; nowhere if no station is near.
  func ridesIfNear(_ group: PlaceGroup, reading: CentreReading) throws -> RailJourneys? {
    do {
      return try rides(from: group, reading: reading).journeys
    } catch ModeError.noStationNear {
      return nil
    }
  }

  /// Times between places by the stations near them: of the nearest start and end.
  func stationMatrix(_ question: MatrixQuestion) throws -> TravelMatrix {
    func end(_ group: PlaceGroup) throws -> (TravelMatrix.End, stations: [Int]) {
      let points = try group.places.map { try point(of: $0) }
      return (
        TravelMatrix.End(group: group, points: points, distanceToRoads: nil),
        stations(near: Origin(points: points))
      )
    }
    let destinations = try question.destinations.map(end)
    var times: [UInt32] = []
    var meters: [Double] = []
    for group in question.origins {
      let heads = try ridesIfNear(group, reading: question.reading)?.heads
      for destination in destinations {
        let best = destination.stations.compactMap { heads?[$0] }.min {
          ($0.time, $0.meters) < ($1.time, $1.meters)
        }
        times.append(best?.time ?? TravelTime.unreachable)
        meters.append(best?.meters ?? .infinity)
      }
    }
    return TravelMatrix(
      question: question, profile: network.profile,
      origins: try question.origins.map { try end($0).0 },
      destinations: destinations.map(\.0), times: times, meters: meters)
  }
}
