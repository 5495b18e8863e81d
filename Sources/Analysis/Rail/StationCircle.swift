public import Geometry
import Routing
public import Shapes

/// Which stations and seats lie within some minutes by train, station to station.
public struct StationCircleQuestion: Hashable, Sendable {
  public var groups: [PlaceGroup]
  /// Ascending, each more than 0.
  public var minutes: [Double]
  public var reading: CentreReading

  public init(groups: [PlaceGroup], minutes: [Double], reading: CentreReading = .core) {
    self.groups = groups
    self.minutes = minutes.sorted()
    self.reading = reading
  }
}

/// Stations and seats by train, without a word on how one gets to the station.
public struct StationCircleAnswer: Sendable {
  /// What one group reaches.
  public struct Reach: Sendable {
    public var group: PlaceGroup
    public var times: StationTimes
    /// Counties whose seat has a station near that is reached, soonest first.
    public var seats: [Seat]
  }

  public struct Seat: Hashable, Sendable {
    /// Index in ``Region/counties``.
    public var county: Int
    /// Milliseconds to the soonest of the stations near.
    public var time: UInt32
    /// Metres by rail.
    public var meters: Double
    /// Index of that station.
    public var station: Int
    /// Milliseconds from door to door, as a matrix says; nil beyond the most minutes asked.
    public var doorTime: UInt32?
  }

  public var question: StationCircleQuestion
  public var reaches: [Reach]
}

extension World {
  /// Answers a question about stations.
  ///
  /// - Throws: ``ModeError`` where there is no railway, or no station near a group.
  /// - Complexity: O(counties · stations) a group, and a matrix from it to the seats reached.
  public func stationCircle(_ question: StationCircleQuestion) throws -> StationCircleAnswer {
    let limit = TravelTime.minutes(question.minutes.last ?? 0)
    return StationCircleAnswer(
      question: question,
      reaches: try question.groups.map { group in
        let (journeys, starts) = try rides(from: group, reading: question.reading)
        let heads = journeys.heads
        var seats = region.counties.indices.compactMap { county -> StationCircleAnswer.Seat? in
          region.counties[county].seat.flatMap { soonest(near: $0, heads) }.map { station, head in
            .init(county: county, time: head.time, meters: head.meters, station: station)
          }
        }
        seats.sort { ($0.time, $0.county) < ($1.time, $1.county) }
        let inside = seats.prefix { $0.time <= limit }
        let doors = try matrix(
          MatrixQuestion(
            origins: [group],
            destinations: inside.map { seat in
              PlaceGroup(
                name: region.counties[seat.county].name,
                places: [.unit(UnitReference(.county, seat.county))])
            }, mode: .railDoor, reading: question.reading, measuresWays: false))
        for index in inside.indices where doors.times[index] < TravelTime.unreachable {
          seats[index].doorTime = doors.times[index]
        }
        return StationCircleAnswer.Reach(
          group: group, times: stationTimes(heads, from: starts), seats: seats)
      })
  }

  /// The station near a point that is reached soonest, and of those the first.
  func soonest(near point: GeoPoint, _ heads: [Origin.Head?]) -> (station: Int, head: Origin.Head)?
  {
    let frame = LocalFrame(at: point)
    var best: (station: Int, head: Origin.Head)?
    for (station, position) in rail.network.stations.enumerated() {
      guard let head = heads[station],
        frame.distance(to: position) <= network.profile.rail.stationReach
      else { continue }
      if (head.time, head.meters) < (best?.head.time ?? .max, best?.head.meters ?? .infinity) {
        best = (station, head)
      }
    }
    return best
  }
}

extension StationCircleAnswer {
  /// A row a station reached within the most minutes, then a row a seat.
  public func table(in region: Region, names: RailNames) -> FeatureTable {
    var table = FeatureTable(
      name: "stations",
      columns: [
        .init("kind", .text), .init("code", .text), .init("name", .text), .init("county", .text),
        .init("minutes", .decimal(places: 2)), .init("km", .decimal(places: 2)),
        .init("station", .text), .init("people", .whole), .init("circle", .text),
        .init("door_minutes", .decimal(places: 2)),
      ])
    for reach in reaches {
      for station in reach.times.stations where isWithin(station.time) {
        table.append(
          [
            .text("station"), .text(station.code), .text(station.name.chinese), .missing,
            .decimal(Double(station.time) / 60_000), .decimal(station.meters / 1_000),
            .text(station.code), .missing, .text(reach.group.name.chinese), .missing,
          ], shape: .point(station.position))
      }
      for seat in reach.seats where isWithin(seat.time) {
        let county = region.counties[seat.county]
        table.append(
          [
            .text("seat"), .text(county.code), .text(county.name.chinese),
            .text(county.name.chinese), .decimal(Double(seat.time) / 60_000),
            .decimal(seat.meters / 1_000), .text(names.stationCodes[seat.station]),
            .whole(county.people), .text(reach.group.name.chinese),
            .decimal(seat.doorTime.map { Double($0) / 60_000 }),
          ], shape: county.seat.map { .point($0) })
      }
    }
    return table
  }

  /// Whether a time lies within the most minutes asked.
  public func isWithin(_ time: UInt32) -> Bool {
    time <= TravelTime.minutes(question.minutes.last ?? 0)
  }
}
