import Geometry
import Routing
import Shapes

/// The roads that can be entered anywhere, laid out to find the nearest one.
struct OrdinaryRoads: Sendable {
  /// Index in the network of each piece.
  private let edges: [Int]
  private let nodes: [PlanePoint]
  private let network: RoadNetwork
  private let nearest: NearestSegment
  private let plane: ProjectedPlane

  init(of world: World) throws {
    let network = world.network.roads
    let nodes = try world.lattice.plane.project(network.nodes)
    let edges = (0..<network.edgeCount).filter { !network.roadClass[$0].isControlledAccess }
    self.edges = edges
    self.nodes = nodes
    self.network = network
    plane = world.lattice.plane
    nearest = NearestSegment(
      starts: edges.map { nodes[Int(network.from[$0])] },
      ends: edges.map { nodes[Int(network.to[$0])] }, bucketSize: 5_000,
      reach: world.network.profile.lastLeg.reach)
  }

  /// Whether a last leg from a road reaches `point`, water left out of account.
  func serve(_ point: PlanePoint) -> Bool { nearest.nearest(to: point) != nil }

  /// The edge nearest to `point`; nil without one within reach of a last leg.
  func edge(nearestTo point: GeoPoint) throws -> Int? {
    let place = try plane.project([point])[0]
    return nearest.nearest(to: place).map { edges[$0.index] }
  }

  /// The end of the nearest edge that is nearer to `point`.
  func node(nearestTo point: GeoPoint) throws -> Int? {
    guard let edge = try edge(nearestTo: point) else { return nil }
    let place = try plane.project([point])[0]
    func squared(_ node: UInt32) -> Double {
      let (dx, dy) = (nodes[Int(node)].x - place.x, nodes[Int(node)].y - place.y)
      return dx * dx + dy * dy
    }
    let (from, to) = (network.from[edge], network.to[edge])
    return Int(squared(from) <= squared(to) ? from : to)
  }
}

extension AccessNetwork {
  /// Every road as a link both ways, numbered as the network's edges; lengths are milliseconds.
  func links() -> LinkGraph {
    LinkGraph(
      nodeCount: roads.nodes.count,
      ends: (0..<roads.edgeCount).map { (Int(roads.from[$0]), Int(roads.to[$0])) },
      lengths: edgeTimes.map { max(1, $0) })
  }
}
