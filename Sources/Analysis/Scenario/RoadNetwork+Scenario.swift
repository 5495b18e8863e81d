import Geometry
import Routing
import Shapes

extension RoadNetwork {
  /// Metres from an end of a link within which an expressway of the baseline starts where it does.
  private static let sameEnd = 6_000.0
  /// A way along expressways that is no longer than this much of a link's is what the link adds.
  private static let sameLength = 1.15

  /// The line of the baseline that already has what a link adds; nil where none has.
  ///
  /// A corridor that bears the link's name, or expressways that lead from interchange to
  /// interchange within 6 km of each, no more than 15 % longer than the link; of a railway, one of
  /// its kind by name that has a station within 3 km of every stop.
  func line(alreadyLike link: ScenarioLink, corridors: [Corridor]) -> String? {
    let named = corridors.first { corridor in
      corridor.code == link.name || corridor.name.chinese == link.name
        || corridor.name.english == link.name
    }
    if let named { return "\(named.name.chinese) (\(named.code))" }
    guard case .road(let roadClass) = link.mode else { return link.railway(among: corridors) }
    guard roadClass.isControlledAccess else { return nil }
    let expressways = (0..<edgeCount).filter { self.roadClass[$0].isControlledAccess }
    let stops = link.course.indices.filter { link.course[$0].isInterchange }
    var routes: [String] = []
    for (start, end) in zip(stops, stops.dropFirst()) {
      let length = link.legs[start..<end].reduce(0, +)
      guard length > 2 * Self.sameEnd,
        let found = stretch(
          of: expressways, between: link.course[start].position,
          and: link.course[end].position, within: Self.sameEnd),
        found.length <= length * Self.sameLength
      else { return nil }
      for edge in found.edges {
        for code in self.routes[Int(route[edge])].split(separator: ";").map(String.init)
        where !routes.contains(code) { routes.append(code) }
      }
    }
    guard !routes.isEmpty else { return nil }
    return routes.prefix(3).map { code in
      corridors.first { $0.code == code }.map { "\($0.name.chinese) (\(code))" } ?? code
    }.joined(separator: ", ")
  }

  /// The edges that a scenario speaks of.
  func account(
    of stretch: Stretch, _ kind: AppliedScenarios.StretchAccount.Kind
  ) throws(ScenarioError) -> AppliedScenarios.StretchAccount {
    var found: [Int]
    switch stretch.place {
    case .route(let code, _): found = edges(ofRoute: code)
    case .roadClass(let roadClass):
      found = (0..<edgeCount).filter { self.roadClass[$0] == roadClass }
    case .position(let point):
      let nearest = edge(nearest: point)
      guard let nearest, nearest.distance <= 2_000 else {
        throw .noSuchStretch(
          place: stretch.words,
          words: nearest.map { "the nearest road is \(($0.distance / 1_000).fixed(1)) km off" }
            ?? "there are no roads")
      }
      found = [nearest.edge]
    }
    if found.isEmpty {
      throw .noSuchStretch(place: stretch.words, words: "no road bears it")
    }
    if let first = stretch.ends.first, let last = stretch.ends.last {
      guard let part = self.stretch(of: found, between: first.position, and: last.position) else {
        throw .noSuchStretch(
          place: stretch.words,
          words: "it does not run within 30 km of both \(first.name) and \(last.name)")
      }
      found = part.edges
    }
    return AppliedScenarios.StretchAccount(
      stretch: stretch, kind: kind, edges: found,
      length: Meters(found.reduce(0) { $0 + length[$1] }))
  }

  mutating func apply(_ account: AppliedScenarios.StretchAccount) {
    for edge in account.edges {
      var exception = exceptions[edge] ?? EdgeException()
      switch account.kind {
      case .closure: exception.isClosed = true
      case .change(let speed, let newClass):
        if let newClass { roadClass[edge] = newClass }
        if let speed { exception.speed = speed }
      }
      exceptions[edge] = exception
    }
  }

  /// These roads with what crossing borders costs on each edge whose ends lie in the two provinces.
  func delayed(
    by delays: [BorderDelay], in region: Region
  ) throws -> (RoadNetwork, [AppliedScenarios.DelayAccount]) {
    guard !delays.isEmpty else { return (self, []) }
    guard region.provinces.count > 1 else { throw ScenarioError.noProvinces }
    for delay in delays where delay.provinces[0] == delay.provinces[1] {
      throw ScenarioError.sameProvince(name: region.provinces[delay.provinces[0]].name.chinese)
    }
    let provinces = provinces(in: region)
    var accounts = delays.map {
      AppliedScenarios.DelayAccount(delay: $0, edges: 0, edgesToNone: 0)
    }
    var roads = self
    for edge in 0..<edgeCount {
      let ends = [provinces[Int(from[edge])], provinces[Int(to[edge])]]
      let pair = ends.compactMap { $0 }.sorted()
      for index in delays.indices
      where pair.count == 1 && delays[index].provinces.contains(pair[0])
        && delays[index].applies(to: roadClass[edge])
      {
        accounts[index].edgesToNone += 1
      }
      // Of a delay for the class and one for all, the former; of equals the last.
      let fitting = delays.indices.filter {
        delays[$0].provinces == pair && delays[$0].applies(to: roadClass[edge])
      }
      guard
        let index = fitting.last(where: { delays[$0].roadClass != nil }) ?? fitting.last
      else { continue }
      accounts[index].edges += 1
      var exception = roads.exceptions[edge] ?? EdgeException()
      exception.delay = TravelTime.minutes(delays[index].minutes)
      roads.exceptions[edge] = exception
    }
    return (roads, accounts)
  }

  /// The province whose polygons hold each node; nil outside all.
  func provinces(in region: Region) -> [Int?] {
    let locator = RegionLocator(region.counties)
    let size = 2_048
    let parts = Parallel.map((nodes.count + size - 1) / size) { part in
      nodes[part * size..<min(nodes.count, (part + 1) * size)].map { point in
        locator.county(at: point).map { region.counties[$0].province }
      }
    }
    return parts.flatMap { $0 }
  }
}

extension ScenarioLink {
  /// Metres from a station of the baseline within which a stop is that station.
  private static let sameStation = 3_000.0

  /// Whether a railway of the baseline is of this one's kind, by its name: a corridor knows no class.
  private func isNamedLike(_ corridor: Corridor) -> Bool {
    let isFast = ["高铁", "客专", "高速铁路"].contains(where: corridor.name.chinese.contains)
    let isIntercity = corridor.name.chinese.contains("城际")
    switch mode {
    case .rail(.highSpeed): return isFast
    case .rail(.intercity): return isIntercity
    case .rail(.conventional): return !isFast && !isIntercity
    case .road: return false
    }
  }

  /// The railway of the baseline that has a station at every stop of this one.
  fileprivate func railway(among corridors: [Corridor]) -> String? {
    let stops = course.filter(\.isInterchange).map(\.position)
    let line = corridors.first { corridor in
      corridor.kind == .rail && isNamedLike(corridor)
        && stops.allSatisfy { stop in
          let frame = LocalFrame(at: stop)
          return corridor.lines.joined().contains {
            frame.distance(to: $0) <= Self.sameStation
          }
        }
    }
    return line.map { "\($0.name.chinese) (\($0.code))" }
  }
}

extension BorderDelay {
  fileprivate func applies(to roadClass: RoadClass) -> Bool {
    self.roadClass == nil || self.roadClass == roadClass
  }
}

extension Stretch {
  /// As an account or an error names it.
  public var words: String {
    let name =
      switch place {
      case .route(let code, let name): name == code ? name : "\(name) (\(code))"
      case .roadClass(let roadClass): roadClass.rawValue
      case .position(let point):
        "\(point.longitude.fixed(4)),\(point.latitude.fixed(4))"
      }
    return ends.count == 2 ? "\(name) \(ends[0].name)–\(ends[1].name)" : name
  }
}
