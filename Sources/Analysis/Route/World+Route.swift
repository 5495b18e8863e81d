import Geometry
import Routing
import Shapes

extension World {
  /// Answers a question: legs whose times add up to what a matrix and a circle say.
  ///
  /// - Complexity: as a matrix of one by one, and O(arcs) for finding the way back.
  public func route(_ question: RouteQuestion) throws -> RouteAnswer {
    let points = try question.destination.places.map { try point(of: $0) }
    return RouteAnswer(
      question: question, profile: network.profile,
      itineraries: try question.modes.map { mode in
        switch mode {
        case .air: throw ModeError.hasNoMatrix(mode)
        case .rail: try ride(question, to: points)
        default: try trip(question, to: points, mode: mode)
        }
      }, destinations: points)
  }

  // MARK: Door to door

  private func trip(_ question: RouteQuestion, to points: [GeoPoint], mode: TravelMode) throws
    -> Itinerary?
  {
    let destinations = try points.map { try destination(at: $0, mode: mode) }
    let starts = try Start.resolve(
      question.origin, reading: question.reading, mode: mode, in: self)
    if mode == .railDoor,
      starts.contains(where: { start in
        points.contains { start.arrivals.arrival(at: $0).time == 0 }
      })
    {
      return Itinerary(mode: mode, legs: [])
    }
    var best = StartTrips.Trip.none
    var legs: [Itinerary.Leg]?
    for start in starts {
      for reach in start.reaches([.asGiven], mode: mode) {
        let nodeMeters = reach.arrivals.nodeMeters()
        for destination in destinations {
          let found = trip(reach, nodeMeters: nodeMeters, to: destination)
          guard found.beats(best) else { continue }
          best = found
          legs = self.legs(
            start, reach, nodeMeters: nodeMeters, to: destination, time: found.time)
        }
      }
    }
    return legs.map { Itinerary(mode: mode, legs: $0) }
  }

  private func legs(
    _ start: Start, _ reach: Reach, nodeMeters: [Double], to destination: Destination, time: UInt32
  ) -> [Itinerary.Leg] {
    let attachment = destination.attachment(for: reach)
    guard let way = reach.arrivals.way(to: attachment, nodeMeters: nodeMeters) else { return [] }
    let onTheWay = legs(of: way, on: reach.byRail && !reach.paysTerminals ? .walk : nil, reach)
    var legs: [Itinerary.Leg] = []
    if reach.byRail, let rail = start.rail, let index = way.start {
      legs += railLegs(start, rail, exit: index)
    }
    // What is left of the time is what leaving and arriving cost.
    let travelled = (legs + onTheWay).reduce(0) { $0 + $1.time }
    var terminal = time - travelled
    if reach.leaving > 0, terminal > 0 {
      legs.append(.init(kind: .leaving, time: reach.leaving, meters: 0, line: []))
      terminal -= reach.leaving
    }
    legs += onTheWay
    if terminal > 0 { legs.append(.init(kind: .arriving, time: terminal, meters: 0, line: [])) }
    return legs
  }

  /// From the centre's door to the street behind a station's exit.
  ///
  /// `exit` is the place of the station among those that are reached.
  private func railLegs(_ start: Start, _ rail: RailStart, exit index: Int)
    -> [Itinerary.Leg]
  {
    let journeys = rail.journeys(.asGiven)
    let reached = journeys.heads.indices.filter { journeys.heads[$0] != nil }
    let last = reached[index]
    guard let (first, journey) = journeys.journey(to: last) else { return [] }
    return access(start, rail, to: first)
      + journey.map { leg($0) }
  }

  /// From the centre's door to a station's street.
  private func access(_ start: Start, _ rail: RailStart, to station: Int)
    -> [Itinerary.Leg]
  {
    guard let street = rail.streets(.asGiven)[station] else { return [] }
    if let foot = rail.onFoot[station], foot.time == street.time {
      return [
        .init(
          kind: .walk, time: foot.time, meters: foot.meters,
          line: [nearestPoint(of: start, to: station), this(station)], to: station)
      ]
    }
    let stations = modes.joinedStations()
    let way = start.arrivals.way(
      to: stations[station].destination, nodeMeters: start.arrivals.nodeMeters())
    var legs: [Itinerary.Leg] = []
    let driven = way?.pieces.reduce(0) { $0 + $1.time } ?? 0
    if street.time > driven {
      legs.append(.init(kind: .leaving, time: street.time - driven, meters: 0, line: []))
    }
    if let way { legs += self.legs(of: way, on: nil, nil) }
    if !legs.isEmpty { legs[legs.count - 1].to = station }
    return legs
  }

  private func this(_ station: Int) -> GeoPoint { rail.network.stations[station] }

  private func nearestPoint(of start: Start, to station: Int) -> GeoPoint {
    start.centre.origin.points.min {
      $0.localDistance(to: this(station)) < $1.localDistance(to: this(station))
    } ?? this(station)
  }

  /// Pieces over roads of one class and code as one leg; `kind` where they are all of one kind.
  private func legs(of way: RoadWay, on kind: Itinerary.Leg.Kind?, _ reach: Reach?)
    -> [Itinerary.Leg]
  {
    let roads = network.roads
    let walks = reach.map { $0.arrivals.isOnFoot } ?? false
    var legs: [Itinerary.Leg] = []
    for piece in way.pieces where piece.time > 0 || piece.meters > 0 {
      let own: Itinerary.Leg.Kind =
        kind
        ?? (walks
          ? .walk
          : piece.edge.map {
            .road(roads.roadClass[$0], code: roads.routes[Int(roads.route[$0])])
          } ?? .lastLeg)
      if let last = legs.last, last.kind == own {
        legs[legs.count - 1].time += piece.time
        legs[legs.count - 1].meters += piece.meters
        legs[legs.count - 1].line += piece.line.dropFirst()
      } else {
        legs.append(.init(kind: own, time: piece.time, meters: piece.meters, line: piece.line))
      }
    }
    return legs
  }

  // MARK: By rail

  private func leg(_ leg: RailLeg) -> Itinerary.Leg {
    let kind: Itinerary.Leg.Kind =
      switch leg.kind {
      case .entry: .entry
      case .wait: .wait
      case .ride(let line, let service): .ride(line: Int(line), service: service.map { Int($0) })
      case .transferWithin: .transferWithin
      case .transferBetween: .transferBetween
      case .exit: .exit
      }
    let stops = leg.stops.map { Int($0) }
    let places = stops.isEmpty && leg.from != leg.to ? [Int(leg.from), Int(leg.to)] : stops
    return .init(
      kind: kind, time: leg.time, meters: leg.length, line: places.map { this($0) },
      from: Int(leg.from), to: Int(leg.to), stops: stops)
  }

  private func ride(_ question: RouteQuestion, to points: [GeoPoint]) throws -> Itinerary? {
    guard let journeys = try ridesIfNear(question.origin, reading: question.reading) else {
      return nil
    }
    let heads = journeys.heads
    let best = stations(near: Origin(points: points))
      .compactMap { station in heads[station].map { (station, $0) } }
      .min { ($0.1.time, $0.1.meters, $0.0) < ($1.1.time, $1.1.meters, $1.0) }
    guard let best, let (_, legs) = journeys.journey(to: best.0) else { return nil }
    return Itinerary(mode: .rail, legs: legs.map { leg($0) })
  }
}
