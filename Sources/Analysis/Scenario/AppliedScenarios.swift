public import Geometry
public import Routing
public import Shapes

/// What scenarios change: the roads as if built with them, and an account of each change.
public struct AppliedScenarios: Sendable {
  public let scenarios: [Scenario]
  public let roads: RoadNetwork
  /// One a link, in the order of scenarios and links; railways have no junctions here.
  public let links: [LinkAccount]
  public let stretches: [StretchAccount]
  public let delays: [DelayAccount]
  /// Edges of ``roads`` from this one on were added.
  public let firstAddedEdge: Int

  /// How a link lies in the roads.
  public struct LinkAccount: Hashable, Sendable {
    public var link: ScenarioLink
    /// km/h it is travelled at; nil for a railway.
    public var speed: Double?
    public var junctions: [Junction]
    /// Edges of its legs.
    public var edges: [Int]
  }

  /// Where a link can be entered.
  public struct Junction: Hashable, Sendable {
    public var point: ScenarioLink.Point
    /// Metres in a straight line to the node it is joined to; nil where another line's junction
    /// stands for it.
    public var distance: Double?
    public var node: GeoPoint?
    /// Name of the link it meets here.
    public var meets: String?
  }

  public struct StretchAccount: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case change(speed: Double?, roadClass: RoadClass?)
      case closure
    }

    public var stretch: Stretch
    public var kind: Kind
    public var edges: [Int]
    public var length: Meters
  }

  public struct DelayAccount: Hashable, Sendable {
    public var delay: BorderDelay
    /// Edges that pay.
    public var edges: Int
    /// Edges with one end in either province and the other in none: they never pay.
    public var edgesToNone: Int
  }
}

extension AppliedScenarios {
  /// Applies `scenarios` together: their lines may meet.
  ///
  /// - Throws: ``ScenarioError`` with the link or stretch that cannot be.
  public init(
    _ scenarios: [Scenario], to roads: RoadNetwork, of region: Region, corridors: [Corridor],
    profile: TravelProfile, isChecked: Bool = true
  ) throws {
    self.scenarios = scenarios
    let links = scenarios.flatMap(\.links)
    var names: Set<String> = []
    for link in links {
      guard names.insert(link.name).inserted else { throw ScenarioError.twice(name: link.name) }
      if isChecked, let line = roads.line(alreadyLike: link, corridors: corridors) {
        throw ScenarioError.alreadyThere(
          link: link.name, line: line, place: link.writtenAt)
      }
    }
    var roads = roads
    var stretches: [StretchAccount] = []
    for change in scenarios.flatMap(\.changes) {
      let kind = StretchAccount.Kind.change(speed: change.speed, roadClass: change.roadClass)
      let account = try roads.account(of: change.stretch, kind)
      roads.apply(account)
      stretches.append(account)
    }
    for closure in scenarios.flatMap(\.closures) {
      let account = try roads.account(of: closure, .closure)
      roads.apply(account)
      stretches.append(account)
    }
    firstAddedEdge = roads.edgeCount
    let roadLinks = links.indices.filter { links[$0].isRoad }
    let lines = roadLinks.map { RoadLine(links[$0]) }
    for line in lines where line.speed == nil && profile.speeds[line.roadClass] == nil {
      throw ScenarioError.noSpeed(link: line.name, roadClass: line.roadClass.rawValue)
    }
    let extended: ExtendedRoads
    do {
      extended = try roads.adding(lines)
    } catch RoadLineError.farFromRoads(let line, let point, let kilometers) {
      let place = links[roadLinks[line]].course[point]
      throw ScenarioError.farFromRoads(
        link: lines[line].name, place: place.words, kilometers: kilometers)
    }
    var accounts = links.map { LinkAccount(link: $0, speed: nil, junctions: [], edges: []) }
    for (line, link) in roadLinks.enumerated() {
      accounts[link].speed = lines[line].speed ?? profile.speeds[lines[line].roadClass]
      accounts[link].edges = extended.edges[line]
      accounts[link].junctions = links[link].course.indices.compactMap { point in
        extended.junction(line, point, of: links[link], names: lines.map(\.name))
      }
    }
    let (delayed, delays) = try extended.roads.delayed(
      by: scenarios.flatMap(\.delays), in: region)
    self.roads = delayed
    self.links = accounts
    self.stretches = stretches
    self.delays = delays
  }
}

extension RoadLine {
  init(_ link: ScenarioLink) {
    guard case .road(let roadClass) = link.mode else {
      preconditionFailure("A railway is no road.")
    }
    self.init(
      name: link.name, roadClass: roadClass, speed: link.speed,
      points: link.course.map {
        Point(name: $0.name, position: $0.position, isInterchange: $0.isInterchange)
      }, legs: link.legs)
  }
}

extension ExtendedRoads {
  fileprivate func junction(
    _ line: Int, _ point: Int, of link: ScenarioLink, names: [String]
  ) -> AppliedScenarios.Junction? {
    guard link.course[point].isInterchange else { return nil }
    let connector = connectors.first { $0.junction == nodes[line][point] }
    let meeting = meetings.first { $0.line == line && $0.point == point }
    return AppliedScenarios.Junction(
      point: link.course[point], distance: meeting == nil ? connector?.distance : nil,
      node: meeting == nil ? connector.map { roads.nodes[Int($0.node)] } : nil,
      meets: meeting.map { names[$0.metLine] })
  }
}

extension ScenarioLink.Point {
  /// The name, or the position as it is written.
  public var words: String {
    name ?? "\(position.longitude.fixed(4)),\(position.latitude.fixed(4))"
  }
}
