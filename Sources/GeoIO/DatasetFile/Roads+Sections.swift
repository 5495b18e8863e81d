import Geometry
import Routing
import Shapes

extension SectionWriter {
  mutating func add(_ roads: RoadNetwork) {
    add("road.node", roads.nodes)
    add("road.from", roads.from)
    add("road.to", roads.to)
    add("road.length", roads.length)
    add("road.class", words: roads.roadClass.map(\.rawValue))
    add("road.route", roads.route)
    add("road.route.codes", texts: roads.routes)
    let exceptions = roads.exceptions.sorted { $0.key < $1.key }
    guard !exceptions.isEmpty else { return }
    add("road.own", indices: exceptions.map(\.key))
    add("road.own.speed", exceptions.map { $0.value.speed ?? 0 })
    add("road.own.delay", exceptions.map(\.value.delay))
    add("road.own.oneway", exceptions.map { $0.value.isOneWay ? UInt8(1) : 0 })
  }

  mutating func add(_ order: NodeOrder, _ shape: HierarchyShape) {
    add("road.rank", order.ranks)
    add("road.rank.head", shape.head)
    add("road.rank.head.first", shape.firstArc)
  }

  mutating func add(_ corridors: [Corridor]) {
    add("corridor.code", texts: corridors.map(\.code))
    add("corridor.name", names: corridors.map(\.name))
    add("corridor.kind", words: corridors.map(\.kind.rawValue))
    add("corridor.line", lineSets: corridors.map(\.lines))
  }
}

extension SectionReader {
  /// Metres: longer than the way round the Earth is no edge.
  private static let longestEdge = 40_000_000.0

  /// - Throws: ``GeoIOError/damagedDataset(path:words:)`` for an edge to no node, or no length.
  func roads() throws(GeoIOError) -> RoadNetwork {
    let nodes = try points("road.node")
    let from = try indices("road.from", below: nodes.count)
    let routes = try texts("road.route.codes")
    let route: [UInt16] = try values("road.route", count: from.count)
    guard routes.first == "", route.allSatisfy({ Int($0) < routes.count }) else {
      throw damaged("section 'road.route' points beyond \(routes.count) routes")
    }
    var network = RoadNetwork(
      nodes: nodes, from: from,
      to: try indices("road.to", count: from.count, below: nodes.count),
      length: try numbers("road.length", count: from.count, upTo: Self.longestEdge),
      roadClass: try words("road.class", count: from.count), route: route, routes: routes)
    network.exceptions = try exceptions(edges: from.count)
    return network
  }

  /// km/h that an edge may have of its own.
  private static let fastest = 10_000.0

  /// What single edges have that their class does not say; sections that a dataset may do without.
  private func exceptions(edges: Int) throws(GeoIOError) -> [Int: EdgeException] {
    guard range(of: "road.own") != nil else { return [:] }
    let own = try indices("road.own", below: edges)
    let speeds = try numbers("road.own.speed", count: own.count, upTo: Self.fastest)
    let delays: [UInt32] = try values("road.own.delay", count: own.count)
    let oneWay: [UInt8] = try values("road.own.oneway", count: own.count)
    var exceptions: [Int: EdgeException] = [:]
    for (place, edge) in own.enumerated() {
      guard oneWay[place] <= 1, delays[place] < TravelTime.unreachable else {
        throw damaged("section 'road.own' holds a direction or a delay that no road has")
      }
      exceptions[Int(edge)] = EdgeException(
        speed: speeds[place] > 0 ? speeds[place] : nil, delay: delays[place],
        isOneWay: oneWay[place] == 1)
    }
    guard exceptions.count == own.count else { throw damaged("section 'road.own' repeats an edge") }
    return exceptions
  }

  /// In which order `roads` are contracted, and the arcs that this leads to.
  ///
  /// They are taken only if every road is among the arcs, so that no answer can hang on them.
  /// - Throws: ``GeoIOError/damagedDataset(path:words:)``.
  func contraction(of roads: RoadNetwork) throws(GeoIOError) -> (NodeOrder, HierarchyShape) {
    let ranks: [UInt32] = try values("road.rank", count: roads.nodes.count)
    let head: [UInt32] = try values("road.rank.head")
    let first: [UInt32] = try values("road.rank.head.first", count: ranks.count + 1)
    guard let order = try? NodeOrder(ranks: ranks) else {
      throw damaged("section 'road.rank' is no order of \(ranks.count) nodes")
    }
    guard let shape = try? HierarchyShape(firstArc: first, head: head),
      shape.contains(roads, in: order)
    else { throw damaged("section 'road.rank.head' is no hierarchy of the roads") }
    return (order, shape)
  }

  func corridors() throws(GeoIOError) -> [Corridor] {
    let codes = try texts("corridor.code")
    let names = try names("corridor.name", count: codes.count)
    let kinds = try words("corridor.kind", count: codes.count, as: Corridor.Kind.self)
    let lines = try lineSets("corridor.line", count: codes.count)
    return codes.indices.map {
      Corridor(code: codes[$0], name: names[$0], kind: kinds[$0], lines: lines[$0])
    }
  }
}
