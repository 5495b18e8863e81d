import Geometry
import Routing
import Shapes

extension World {
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
        binding: nil, remedies: [], shortfalls: [])
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
    var tried: [Explanation.Remedy] = []
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
      /// Door to door where a node is reached and so many milliseconds of a link follow.
      func minutesByLink(from node: Int, taking linkTime: UInt32) -> Double? {
        let times = centres.indices.map { index in
          let time = arrivals[index].nodeTimes[node]
          return centres[index].doorTime(
            free: time < TravelTime.unreachable ? time + linkTime : time, to: end.cell,
            arriving: end.arriving, mode: question.mode)
        }
        return times.min().flatMap { TravelTime.minutes(of: $0) }
      }
      tried =
        try [
          raise(stretches, binding, to: top, within: question.minutes, minutes(over:)),
          link(
            from: point, to: centres[best], at: top, within: question.minutes,
            minutesByLink(from:taking:), minutes(over:)),
        ].compactMap { $0 }
      tried.sort { ($0.length.value, $0.minutes) < ($1.length.value, $1.minutes) }
    }
    let remedies = tried.filter { $0.minutes <= question.minutes }
    return Explanation(
      question: question, total: total, firstLeg: way?.minutesBeforeRoads ?? 0,
      lastLeg: way?.minutesAfterRoads ?? 0,
      terminal: Double(trips[best].door - trips[best].free) / 60_000, stretches: stretches,
      binding: binding, remedies: remedies, shortfalls: remedies.isEmpty ? tried : [])
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
        stretches[last].driven.append(piece.meters)
        stretches[last].length.value += piece.meters
        stretches[last].minutes += minutes
        stretches[last].course += piece.line.dropFirst()
      } else {
        stretches.append(
          .init(
            route: route, roadClass: roads.roadClass[edge], edges: [edge], driven: [piece.meters],
            length: Meters(piece.meters), minutes: minutes, course: piece.line))
      }
    }
    return stretches
  }

  /// As few edges as do, of the binding stretch first, then of the others by what they lose; all
  /// ordinary ones where none do.
  private func raise(
    _ stretches: [Explanation.PathStretch], _ binding: Int?, to speed: Double, within limit: Double,
    _ minutes: (RoadNetwork) throws -> Double?
  ) throws -> Explanation.Remedy? {
    guard let binding else { return nil }
    func excess(_ index: Int) -> Double {
      stretches[index].minutes - stretches[index].length.kilometers / speed * 60
    }
    let others = stretches.indices.filter {
      $0 != binding && !stretches[$0].roadClass.isControlledAccess && excess($0) > 0
    }.sorted { (-excess($0), $0) < (-excess($1), $1) }
    let edges = ([binding] + others).flatMap { stretches[$0].edges }
    let driven = ([binding] + others).flatMap { stretches[$0].driven }
    func remedy(_ count: Int) throws -> Explanation.Remedy? {
      var roads = network.roads
      for edge in edges.prefix(count) {
        roads.exceptions[edge, default: EdgeException()].speed = speed
      }
      return try minutes(roads).map { minutes in
        Explanation.Remedy(
          kind: .raise(
            stretch: count <= stretches[binding].edges.count ? binding : nil, speed: speed),
          length: Meters(driven.prefix(count).reduce(0, +)),
          minutes: minutes)
      }
    }
    guard var found = try remedy(edges.count) else { return nil }
    guard found.minutes <= limit else { return found }
    // By halving: more never takes longer.
    var (low, high) = (0, edges.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if let better = try remedy(middle), better.minutes <= limit {
        (found, high) = (better, middle)
      } else {
        low = middle
      }
    }
    return found
  }

  /// The shortest straight expressway that does, from the place to an interchange or to the centre;
  /// the quickest of all where none does.
  ///
  /// Who comes by an interchange is there when its node was reached and the link was travelled, so
  /// `byNode` tells what each comes to; the roads are searched only for those that may do.
  private func link(
    from point: GeoPoint, to centre: Centre, at speed: Double, within limit: Double,
    _ byNode: (Int, UInt32) -> Double?, _ minutes: (RoadNetwork) throws -> Double?
  ) throws -> Explanation.Remedy? {
    struct Candidate {
      var link: ScenarioLink
      var end: GeoPoint
      var toCentre: Bool
      /// What it comes to; the centre itself is always tried.
      var minutes: Double
    }
    func candidate(to end: GeoPoint, node: Int?) -> Candidate? {
      guard point.geodesicDistance(to: end) > 1_000 else { return nil }
      let link = ScenarioLink(
        name: "new", mode: .road(.expressway),
        course: [
          .init(name: nil, position: point, isInterchange: true),
          .init(name: nil, position: end, isInterchange: true),
        ])
      let time = TravelTime.minutes(link.length.kilometers / speed * 60)
      guard let minutes = node.map({ byNode($0, time) }) ?? 0 else { return nil }
      return Candidate(link: link, end: end, toCentre: node == nil, minutes: minutes)
    }
    let isInterchange = network.roads.interchanges()
    let seat =
      centre.origin.points.first
      ?? Optional(centre.origin.bounds.centre).flatMap { $0.longitude.isFinite ? $0 : nil }
    let direct = seat.flatMap { candidate(to: $0, node: nil) }
    // None further off than the centre is the shortest that does.
    let furthest = direct?.link.length.value ?? .infinity
    let interchanges = isInterchange.indices.filter { isInterchange[$0] }
      .compactMap { candidate(to: network.roads.nodes[$0], node: $0) }
      .filter { $0.link.length.value < furthest }
    let candidates = (interchanges + [direct].compactMap { $0 }).sorted {
      ($0.link.length.value, $0.end.longitude, $0.end.latitude)
        < ($1.link.length.value, $1.end.longitude, $1.end.latitude)
    }
    func remedy(_ candidate: Candidate) throws -> Explanation.Remedy? {
      let roads: RoadNetwork
      do {
        roads = try network.roads.adding([RoadLine(candidate.link)]).roads
      } catch .farFromRoads {
        return nil  // Nothing to join an interchange to: no such link can be built.
      }
      return try minutes(roads).map {
        .init(
          kind: .link(to: candidate.end, toCentre: candidate.toCentre),
          length: candidate.link.length, minutes: $0)
      }
    }
    // A second more, for what rounding takes.
    for candidate in candidates where candidate.minutes <= limit + 1 / 60.0 {
      if let found = try remedy(candidate), found.minutes <= limit { return found }
    }
    let quickest = interchanges.min { $0.minutes < $1.minutes }
    return try [quickest, direct].compactMap { $0 }.compactMap { try remedy($0) }
      .min { ($0.minutes, $0.length.value) < ($1.minutes, $1.length.value) }
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
