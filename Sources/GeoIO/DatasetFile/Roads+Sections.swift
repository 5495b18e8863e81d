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
    return RoadNetwork(
      nodes: nodes, from: from,
      to: try indices("road.to", count: from.count, below: nodes.count),
      length: try numbers("road.length", count: from.count, upTo: Self.longestEdge),
      roadClass: try words("road.class", count: from.count), route: route, routes: routes)
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
