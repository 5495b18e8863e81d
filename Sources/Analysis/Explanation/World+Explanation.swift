import Geometry
import Routing
import Shapes

extension World {
  /// Links to so many of the nearest interchanges are tried, within so many metres.
  private static let linksTried = 16
  private static let linkReach = 80_000.0

  /// Explains why a place lies outside a circle.
  ///
  /// - Complexity: a search, then one that visits what changes for each remedy tried.
  public func explanation(_ question: ExplanationQuestion) throws -> Explanation {
    let centres = try question.centre.places.flatMap {
      try self.centres($0, reading: question.reading)
    }
    guard let place = question.place.places.first else {
      preconditionFailure("A group has a place.")
    }
    let point = try point(of: place)
    let arrivals = network.arrivals(from: centres.map(\.origin))
    let end = try destination(at: point, mode: question.mode)
    let noMeters = [Double](repeating: 0, count: network.roads.nodes.count)
    let trips = centres.indices.map { index in
      let free = TravelTime.rounded(
        arrivals[index].trip(to: end.attachment, nodeMeters: noMeters).time)
      return (
        free: free,
        door: centres[index].doorTime(
          free: free, to: end.cell, arriving: end.arriving, mode: question.mode)
      )
    }
    guard let best = trips.indices.min(by: { trips[$0].door < trips[$1].door }),
      let total = TravelTime.minutes(of: trips[best].door)
    else {
      return Explanation(
        question: question, total: nil, firstLeg: 0, lastLeg: 0, terminal: 0, stretches: [],
        binding: nil, remedies: [])
    }
    let way = arrivals[best].way(
      to: end.attachment, nodeMeters: arrivals[best].nodeMeters())
    let stretches = way.map { self.stretches(of: $0) } ?? []
    let top = network.profile.speeds[.expressway] ?? 100
    func excess(_ stretch: Explanation.PathStretch) -> Double {
      stretch.roadClass.isControlledAccess
        ? 0 : stretch.minutes - stretch.length.kilometers / top * 60
    }
    let binding = stretches.indices.filter { excess(stretches[$0]) > 0 }
      .max { (excess(stretches[$0]), $1) < (excess(stretches[$1]), $0) }
    var remedies: [Explanation.Remedy] = []
    if total > question.minutes {
      /// Door to door over other roads, from the nearest of the centres.
      func minutes(over roads: RoadNetwork) throws -> Double? {
        let world = over(roads)
        let changes = NetworkChanges(from: network, to: world.network)
        let found = world.network.arrivals(
          from: centres.map(\.origin), knowing: arrivals, changes: changes)
        let end = try world.destination(at: point, mode: question.mode)
        let none = [Double](repeating: 0, count: roads.nodes.count)
        let times = centres.indices.map { index in
          centres[index].doorTime(
            free: TravelTime.rounded(
              found[index].trip(to: end.attachment, nodeMeters: none).time),
            to: end.cell, arriving: end.arriving, mode: question.mode)
        }
        return times.min().flatMap { TravelTime.minutes(of: $0) }
      }
      remedies += try raises(stretches, binding, to: top, within: question.minutes, minutes)
      remedies += try links(
        from: point, to: centres[best], within: question.minutes, minutes)
    }
    return Explanation(
      question: question, total: total, firstLeg: way?.minutesBeforeRoads ?? 0,
      lastLeg: way?.minutesAfterRoads ?? 0,
      terminal: Double(trips[best].door - trips[best].free) / 60_000, stretches: stretches,
      binding: binding,
      remedies: remedies.sorted { ($0.length.value, $0.minutes) < ($1.length.value, $1.minutes) })
  }

  /// The parts of a way on roads, those of one route and class in a row as one.
  private func stretches(of way: RoadWay) -> [Explanation.PathStretch] {
    let roads = network.roads
    var stretches: [Explanation.PathStretch] = []
    for piece in way.pieces where piece.meters > 0 {
      guard let edge = piece.edge else { continue }
      let minutes = Double(piece.time) / 60_000
      let route = roads.routes[Int(roads.route[edge])]
      if let last = stretches.indices.last, stretches[last].route == route,
        stretches[last].roadClass == roads.roadClass[edge]
      {
        stretches[last].edges.append(edge)
        stretches[last].length.value += piece.meters
        stretches[last].minutes += minutes
        stretches[last].course += piece.line.dropFirst()
      } else {
        stretches.append(
          .init(
            route: route, roadClass: roads.roadClass[edge], edges: [edge],
            length: Meters(piece.meters), minutes: minutes, course: piece.line))
      }
    }
    return stretches
  }

  /// As few kilometres of the binding stretch as do, else all ordinary ones of the way.
  private func raises(
    _ stretches: [Explanation.PathStretch], _ binding: Int?, to speed: Double, within limit: Double,
    _ minutes: (RoadNetwork) throws -> Double?
  ) throws -> [Explanation.Remedy] {
    guard let binding else { return [] }
    func raised(_ edges: [Int]) -> RoadNetwork {
      var roads = network.roads
      for edge in edges { roads.exceptions[edge, default: EdgeException()].speed = speed }
      return roads
    }
    func length(_ edges: [Int]) -> Meters {
      Meters(edges.reduce(0) { $0 + network.roads.length[$1] })
    }
    let edges = stretches[binding].edges
    // The fewest edges from one end on that do, by halving: more never takes longer.
    var (low, high) = (0, edges.count)
    if let whole = try minutes(raised(edges)), whole <= limit {
      while high - low > 1 {
        let middle = (low + high) / 2
        if try minutes(raised(Array(edges.prefix(middle)))) ?? .infinity <= limit {
          high = middle
        } else {
          low = middle
        }
      }
      let part = Array(edges.prefix(high))
      guard let found = try minutes(raised(part)) else { return [] }
      return [
        .init(
          kind: .raise(stretch: binding, speed: speed), length: length(part), minutes: found)
      ]
    }
    let all = stretches.filter { !$0.roadClass.isControlledAccess }.flatMap(\.edges)
    guard let found = try minutes(raised(all)), found <= limit else { return [] }
    return [.init(kind: .raise(stretch: nil, speed: speed), length: length(all), minutes: found)]
  }

  /// The shortest straight expressway that does: to one of the interchanges around, or to the centre.
  private func links(
    from point: GeoPoint, to centre: Centre, within limit: Double,
    _ minutes: (RoadNetwork) throws -> Double?
  ) throws -> [Explanation.Remedy] {
    let isInterchange = network.roads.interchanges()
    var ends = isInterchange.indices.filter { isInterchange[$0] }
      .map { (position: network.roads.nodes[$0], toCentre: false) }
    if let seat = centre.origin.points.first
      ?? Optional(centre.origin.bounds.centre).flatMap({ $0.longitude.isFinite ? $0 : nil })
    {
      ends.append((seat, true))
    }
    let frame = LocalFrame(at: point)
    let near = ends.map { (end: $0, distance: frame.distance(to: $0.position)) }
      .filter { $0.distance > 1_000 && ($0.distance <= Self.linkReach || $0.end.toCentre) }
      .sorted {
        ($0.distance, $0.end.position.longitude) < ($1.distance, $1.end.position.longitude)
      }
    let tried =
      near.prefix(Self.linksTried) + near.dropFirst(Self.linksTried).filter(\.end.toCentre)
    for (end, _) in tried {
      let link = ScenarioLink(
        name: "new", mode: .road(.expressway),
        course: [
          .init(name: nil, position: point, isInterchange: true),
          .init(name: nil, position: end.position, isInterchange: true),
        ])
      let roads: RoadNetwork
      do {
        roads = try network.roads.adding([RoadLine(link)]).roads
      } catch .farFromRoads {
        continue  // Nothing to join an interchange to: no such link can be built.
      }
      guard let found = try minutes(roads), found <= limit else { continue }
      return [
        .init(
          kind: .link(to: end.position, toCentre: end.toCentre), length: link.length,
          minutes: found)
      ]
    }
    return []
  }
}

extension RoadWay {
  /// Off the roads, before the first of them and after the last; a way off all roads is a first leg.
  fileprivate var minutesBeforeRoads: Double {
    Double(pieces.prefix { $0.edge == nil }.reduce(0) { $0 + $1.time }) / 60_000
  }

  fileprivate var minutesAfterRoads: Double {
    guard let last = pieces.lastIndex(where: { $0.edge != nil }) else { return 0 }
    return Double(pieces[(last + 1)...].reduce(0) { $0 + $1.time }) / 60_000
  }
}
