import Geometry
import Routing
import Shapes

extension World {
  /// Starts that are searched together: what they hold in memory at once.
  private static let batch = 64

  /// Answers a question: each time is the one that a circle of the same places gives for the seat.
  ///
  /// - Complexity: a search a start, then O(origins · destinations · nodes around each).
  public func matrix(_ question: MatrixQuestion) throws -> TravelMatrix {
    guard question.mode != .air else { throw ModeError.hasNoMatrix(question.mode) }
    guard question.mode != .rail else { return try stationMatrix(question) }
    let columns = try question.destinations.map { group in
      try group.places.map { try point(of: $0) }
    }
    let points = columns.flatMap { $0 }
    let destinations = try destinations(at: points, mode: question.mode).compactMap { $0 }
    let rows = try Parallel.map(question.origins.count) { row in
      try question.origins[row].places.flatMap { try centres($0, reading: question.reading) }
    }
    let starts = rows.enumerated().flatMap { row, centres in centres.map { (row, $0) } }
    var best = Rows(count: question.origins.count, width: points.count)
    for first in stride(from: 0, to: starts.count, by: Self.batch) {
      let batch = Array(starts[first..<min(starts.count, first + Self.batch)])
      let found = trips(
        from: batch.map(\.1), to: destinations, mode: question.mode,
        measuresWays: question.measuresWays)
      for ((row, _), found) in zip(batch, found) { best.take(found, in: row) }
    }
    var times: [UInt32] = []
    var meters: [Double] = []
    for row in question.origins.indices {
      var next = 0
      for column in columns {
        let trip = best.nearest(in: row, among: next..<next + column.count)
        times.append(trip.time)
        meters.append(question.measuresWays ? trip.meters : .infinity)
        next += column.count
      }
    }
    var next = 0
    let ends = zip(question.destinations, columns).map { group, points in
      defer { next += points.count }
      return TravelMatrix.End(
        group: group, points: points,
        distanceToRoads: destinations[next..<next + points.count].compactMap(\.distanceToRoads)
          .min())
    }
    return TravelMatrix(
      question: question, profile: network.profile,
      origins: try zip(question.origins, best.distances).map { group, distance in
        TravelMatrix.End(
          group: group, points: try group.places.map { try point(of: $0) },
          distanceToRoads: distance)
      },
      destinations: ends, times: times, meters: meters)
  }

  /// The point that trips to a place end at.
  ///
  /// - Throws: ``CentreError`` for provinces, and for units without a seat.
  func point(of place: CentrePlace) throws -> GeoPoint {
    switch place {
    case .point(let point): return point
    case .zone(_, let polygons): return polygons.bounds.centre
    case .gates(_, let points): return GeoBounds(points).centre
    case .unit(let unit):
      let name = region.name(of: unit).chinese
      guard unit.level < .province else { throw CentreError.provinceIsTooLarge(name: name) }
      guard let seat = seat(of: unit) else { throw CentreError.noSeat(name: name) }
      return seat
    }
  }

  private func trips(
    from centres: [Centre], to destinations: [Destination], mode: TravelMode, measuresWays: Bool
  ) -> [StartTrips] {
    if mode.goesByRail { _ = modes.joinedStations() }
    let network = network(for: mode)
    let arrivals = network.arrivals(from: centres.map(\.origin))
    let unmeasured = [Double](
      repeating: .infinity, count: measuresWays ? 0 : network.roads.nodes.count)
    let measured =
      measuresWays && mode != .railDoor
      ? network.nodeMeters(of: arrivals) : arrivals.map { _ in unmeasured }
    return Parallel.map(centres.count) { start in
      let (centre, arrivals, nodeMeters) = (centres[start], arrivals[start], measured[start])
      let start = Start(
        centre: centre, arrivals: arrivals,
        rail: mode.goesByRail ? RailStart(centre, arrivals: arrivals, in: self) : nil)
      let reaches = start.reaches([.asGiven], mode: mode).map { reach in
        (
          reach,
          nodeMeters: reach.byRail && measuresWays ? reach.arrivals.nodeMeters() : nodeMeters
        )
      }
      let trips = destinations.map { destination in
        // Where only trains are taken, the centre's own ground is reached all the same.
        if mode == .railDoor, arrivals.arrival(at: destination.point).time == 0 {
          return StartTrips.Trip(time: 0, meters: 0)
        }
        return reaches.reduce(.none) { best, reach in
          let found = trip(reach.0, nodeMeters: reach.nodeMeters, to: destination)
          return found.beats(best) ? found : best
        }
      }
      return StartTrips(trips: trips, distanceToRoads: arrivals.distanceToRoads)
    }
  }

  func trip(_ reach: Reach, nodeMeters: [Double], to destination: Destination)
    -> StartTrips.Trip
  {
    let trip = reach.arrivals.trip(
      to: destination.attachment(for: reach), nodeMeters: nodeMeters)
    return StartTrips.Trip(
      time: reach.doorTime(
        free: TravelTime.rounded(trip.time), to: destination.cell, arriving: destination.arriving),
      meters: trip.meters)
  }
}

/// What one start reaches.
struct StartTrips: Sendable {
  struct Trip: Sendable {
    var time: UInt32
    var meters: Double

    static let none = Trip(time: TravelTime.unreachable, meters: .infinity)

    func beats(_ other: Trip) -> Bool { (time, meters) < (other.time, other.meters) }
  }

  var trips: [Trip]
  var distanceToRoads: Double?
}

/// The best trips of each row over its starts.
private struct Rows {
  private var trips: [[StartTrips.Trip]]
  /// Metres of each row's nearest start to the roads.
  private(set) var distances: [Double?]

  init(count: Int, width: Int) {
    trips = Array(repeating: Array(repeating: .none, count: width), count: count)
    distances = Array(repeating: nil, count: count)
  }

  mutating func take(_ found: StartTrips, in row: Int) {
    for (column, trip) in found.trips.enumerated() where trip.beats(trips[row][column]) {
      trips[row][column] = trip
    }
    distances[row] = [distances[row], found.distanceToRoads].compactMap { $0 }.min()
  }

  func nearest(in row: Int, among columns: Range<Int>) -> StartTrips.Trip {
    trips[row][columns].reduce(.none) { $1.beats($0) ? $1 : $0 }
  }
}
