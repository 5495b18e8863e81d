import Foundation
public import Geometry
import Routing
public import Shapes

/// Who and what lies within some minutes of flight of a group's airport.
public struct AirCircleQuestion: Hashable, Sendable {
  public var groups: [PlaceGroup]
  /// Ascending, each more than 0.
  public var minutes: [Double]
  public var airports: [Facility]

  public init(groups: [PlaceGroup], minutes: [Double], airports: [Facility]) {
    self.groups = groups
    self.minutes = minutes.sorted()
    self.airports = airports
  }
}

/// Rings of great circles around airports: a fixed time, then a block speed.
public struct AirCircleAnswer: Sendable {
  public struct Ring: Sendable {
    public var group: PlaceGroup
    /// Index of the airport that it is drawn around.
    public var airport: Int
    public var minutes: Double
    /// Kilometres flown by then; 0 where the fixed time is longer.
    public var radius: Double
    public var polygon: GeoPolygon?
    /// Other airports within, nearest first, with their minutes.
    public var airports: [(airport: Int, minutes: Double)]
    /// Counties whose seat lies within, ascending.
    public var counties: [Int]
    public var people: Int
  }

  public var question: AirCircleQuestion
  /// By group, then minutes.
  public var rings: [Ring]
  /// km/h and minutes.
  public var speed: Double
  public var fixed: Double
}

extension World {
  /// Answers a question about flights: the airport nearest to a group's first place, in a straight
  /// line, stands for it.
  ///
  /// - Complexity: O(counties + airports) a ring.
  public func airCircles(_ question: AirCircleQuestion) throws -> AirCircleAnswer {
    let flight = network.profile.air
    guard !question.airports.isEmpty else { throw ModeError.noAirports }
    var rings: [AirCircleAnswer.Ring] = []
    for group in question.groups {
      guard let place = group.places.first else { continue }
      let centre = try point(of: place)
      let distances = question.airports.map { centre.greatCircleDistance(to: $0.position).value }
      guard let home = distances.indices.min(by: { (distances[$0], $0) < (distances[$1], $1) })
      else { continue }
      let airport = question.airports[home].position
      for minutes in question.minutes {
        let radius = flight.reach(within: minutes)
        guard radius < 9_000_000 else {
          throw ModeError.ringTooLarge(minutes: minutes)
        }
        let others = question.airports.indices.filter { $0 != home }.map {
          (
            airport: $0,
            meters: airport.greatCircleDistance(to: question.airports[$0].position).value
          )
        }
        let counties = region.counties.indices.filter { index in
          region.counties[index].seat
            .map { airport.greatCircleDistance(to: $0).value <= radius } ?? false
        }
        rings.append(
          .init(
            group: group, airport: home, minutes: minutes, radius: radius / 1_000,
            polygon: radius > 0 ? try airport.ring(meters: radius, minutes: minutes) : nil,
            airports: others.filter { $0.meters <= radius }
              .sorted { ($0.meters, $0.airport) < ($1.meters, $1.airport) }
              .map { ($0.airport, flight.minutes(over: $0.meters)) },
            counties: counties,
            people: counties.reduce(0) { $0 + (region.counties[$1].people ?? 0) }))
      }
    }
    return AirCircleAnswer(
      question: question, rings: rings, speed: flight.speed, fixed: flight.fixed)
  }
}

extension GeoPoint {
  /// A ring of one great-circle distance, a vertex a degree of bearing, on the sphere of
  /// ``greatCircleDistance(to:)``, counter-clockwise.
  ///
  /// - Throws: ``ModeError/ringTooLarge(minutes:)`` where it would pass a pole or the date line.
  fileprivate func ring(meters: Double, minutes: Double) throws -> GeoPolygon {
    let meanRadius = Ellipsoid.semiMajorAxis * (1 - Ellipsoid.flattening / 3)
    let angle = meters / meanRadius
    let degree = Double.pi / 180
    let (sine, cosine) = (sin(latitude * degree), cos(latitude * degree))
    guard abs(latitude) + angle / degree < 89 else {
      throw ModeError.ringTooLarge(minutes: minutes)
    }
    let vertices = (0..<360).map { step -> GeoPoint in
      // Bearings run clockwise; the ring runs the other way.
      let bearing = -Double(step) * degree
      let there = asin(sine * cos(angle) + cosine * sin(angle) * cos(bearing))
      let east = atan2(
        sin(bearing) * sin(angle) * cosine, cos(angle) - sine * sin(there))
      return GeoPoint(
        longitude: ((longitude + east / degree) * 1e7).rounded() / 1e7,
        latitude: (there / degree * 1e7).rounded() / 1e7)
    }
    guard vertices.allSatisfy({ abs($0.longitude) < 180 }) else {
      throw ModeError.ringTooLarge(minutes: minutes)
    }
    return GeoPolygon(outer: vertices)
  }
}

extension AirCircleAnswer {
  /// The rings as features.
  public func ringTable() -> FeatureTable {
    var table = FeatureTable(
      name: "rings",
      columns: [
        .init("kind", .text), .init("name", .text), .init("airport", .text),
        .init("minutes", .decimal(places: 2)), .init("radius_km", .decimal(places: 1)),
        .init("airports", .whole), .init("seats", .whole), .init("people", .whole),
        .init("mode", .text),
      ])
    for ring in rings {
      let airport = question.airports[ring.airport]
      table.append(
        [
          .text("ring"), .text(ring.group.name.chinese),
          .text(airport.code ?? airport.name.chinese),
          .decimal(ring.minutes), .decimal(ring.radius), .whole(ring.airports.count),
          .whole(ring.counties.count), .whole(ring.people), .text(TravelMode.air.rawValue),
        ], shape: ring.polygon.map { .areas([$0]) })
    }
    return table
  }

  /// A row an airport within the widest ring of each group.
  public func airportTable() -> FeatureTable {
    var table = FeatureTable(
      name: "airports",
      columns: [
        .init("from", .text), .init("code", .text), .init("name", .text),
        .init("minutes", .decimal(places: 2)),
      ])
    for ring in rings where ring.minutes == question.minutes.last {
      for (index, minutes) in ring.airports {
        let airport = question.airports[index]
        table.append(
          [
            .text(ring.group.name.chinese), .text(airport.code), .text(airport.name.chinese),
            .decimal(minutes),
          ], shape: .point(airport.position))
      }
    }
    return table
  }
}
