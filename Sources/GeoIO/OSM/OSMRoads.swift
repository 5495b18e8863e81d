import Routing
import Shapes

/// Roads of one or several extracts on their way to a network.
///
/// Memory: 8 bytes a reference of a road to a node, and some 60 a node of a road.
struct OSMRoads {
  private struct Way {
    var road: OSMRoad
    var references: Range<Int>
  }

  private(set) var counts = OSMCounts()
  private var ways: [Way] = []
  /// Identifiers of nodes, way after way.
  private var references: [Int64] = []
  private let nodes: OSMNodes

  /// - Throws: ``GeoIOError`` where a file cannot be read, or ``GeoIOError/noRoads(path:)``.
  init(_ files: [OSMFile]) throws(GeoIOError) {
    final class Gathered {
      var counts = OSMCounts()
      var ways: [Way] = []
      var references: [Int64] = []
      var seen: Set<Int64> = []
    }
    let gathered = Gathered()
    let isAlone = files.count == 1
    for file in files {
      try file.ways { id, nodes, tags in
        if !isAlone, !gathered.seen.insert(id).inserted { return }
        let tags = tags.among(OSMWayKind.keys)
        if tags["highway"] != nil { gathered.counts.highways += 1 }
        switch OSMWayKind(tags) {
        case .unbuilt: gathered.counts.unbuilt += 1
        case .restricted: gathered.counts.restricted += 1
        case .other: gathered.counts.other += tags["highway"] == nil ? 0 : 1
        case .road where nodes.count < 2: gathered.counts.broken += 1
        case .road(let road):
          gathered.counts.roads += 1
          if road.direction != .both { gathered.counts.oneWays += 1 }
          if road.ferry != nil { gathered.counts.ferries += 1 }
          let start = gathered.references.count
          gathered.references.append(contentsOf: nodes)
          gathered.ways.append(Way(road: road, references: start..<gathered.references.count))
        }
      }
    }
    counts = gathered.counts
    ways = gathered.ways
    references = gathered.references
    guard !ways.isEmpty else { throw .noRoads(path: files.map(\.path).joined(separator: ", ")) }
    nodes = try OSMNodes(references, ends: ways.map(\.references), in: files)
    counts.roadNodes = nodes.count
    counts.barriers = nodes.isBarrier.count { $0 }
  }

  /// The network of all ways, cut at junctions, barriers and nodes that are missing; of the nodes
  /// between, those stay that a straight line would miss by more than ``Thinning/tolerance``.
  ///
  /// - Throws: ``GeoIOError/tooManyRoutes(limit:)``.
  mutating func network() throws(GeoIOError) -> RoadNetwork {
    var builder = Builder(nodes: nodes)
    for way in ways {
      let points = references[way.references].map { nodes.index(of: $0) }
      counts.missingNodes += points.count { $0.map { nodes.positions[$0] == nil } ?? true }
      try builder.add(way.road, along: points)
    }
    return builder.network
  }

  /// Puts edges of ways together.
  private struct Builder {
    let nodes: OSMNodes
    var network = RoadNetwork(
      nodes: [], from: [], to: [], length: [], roadClass: [], route: [], routes: [""])
    private var nodeOf: [UInt32]
    private var routeIndex: [String: UInt16] = ["": 0]

    init(nodes: OSMNodes) {
      self.nodes = nodes
      nodeOf = [UInt32](repeating: .max, count: nodes.count)
    }

    mutating func add(_ road: OSMRoad, along points: [Int?]) throws(GeoIOError) {
      var stretch: [(index: Int, position: GeoPoint)] = []
      var stretches: [[(index: Int, position: GeoPoint)]] = []
      for point in points {
        guard let point, let position = nodes.positions[point] else {
          stretches.append(stretch)
          stretch = []
          continue
        }
        if stretch.last?.index == point { continue }
        stretch.append((point, position))
        if nodes.isJunction[point] || nodes.isBarrier[point] {
          stretches.append(stretch)
          stretch = [(point, position)]
        }
      }
      stretches.append(stretch)
      stretches.removeAll { $0.count < 2 }
      let speed = speed(of: road, over: stretches.map { $0.map(\.position) })
      let route = try route(road.route)
      for stretch in stretches {
        add(road, speed: speed, route: route, along: stretch)
      }
    }

    private func speed(of road: OSMRoad, over stretches: [[GeoPoint]]) -> Double? {
      guard let ferry = road.ferry else { return road.speed }
      let meters = stretches.reduce(0) { $0 + Thinning.length(of: $1[...]) }
      return ferry.minutes.map { max(0.1, meters / 1_000 / ($0 / 60)) } ?? OSMRoad.Ferry.speed
    }

    private mutating func route(_ code: String) throws(GeoIOError) -> UInt16 {
      if let known = routeIndex[code] { return known }
      guard network.routes.count < Int(UInt16.max) else {
        throw .tooManyRoutes(limit: Int(UInt16.max) - 1)
      }
      routeIndex[code] = UInt16(network.routes.count)
      network.routes.append(code)
      return UInt16(network.routes.count - 1)
    }

    private mutating func add(
      _ road: OSMRoad, speed: Double?, route: UInt16,
      along stretch: [(index: Int, position: GeoPoint)]
    ) {
      let line = stretch.map(\.position)
      var kept = Thinning.kept(of: line)
      if kept.count == 2, stretch[0].index == stretch[stretch.count - 1].index {
        kept.insert(line.count / 2, at: 1)
      }
      let ends = kept.map { node(stretch[$0].index) }
      for step in 1..<kept.count {
        let isBackward = road.direction == .backward
        let edge = network.edgeCount
        network.from.append(isBackward ? ends[step] : ends[step - 1])
        network.to.append(isBackward ? ends[step - 1] : ends[step])
        network.length.append(Thinning.length(of: line[kept[step - 1]...kept[step]]))
        network.roadClass.append(road.roadClass)
        network.route.append(route)
        if speed != nil || road.direction != .both {
          network.exceptions[edge] = EdgeException(
            speed: speed, isOneWay: road.direction != .both)
        }
      }
    }

    /// A barrier is a node of its own for each way that ends there, so nobody gets through.
    private mutating func node(_ index: Int) -> UInt32 {
      if nodeOf[index] != .max, !nodes.isBarrier[index] { return nodeOf[index] }
      let node = UInt32(network.nodes.count)
      network.nodes.append(nodes.positions[index] ?? GeoPoint(longitude: 0, latitude: 0))
      nodeOf[index] = node
      return node
    }
  }
}
