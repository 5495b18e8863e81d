import Geometry
import Routing
import Shapes

/// Roads of one or several extracts on their way to a network.
///
/// Memory: 8 bytes a reference of a road to a node, besides what its nodes take (``OSMNodes``).
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

  var places: [NamedPlace] { nodes.places }

  /// - Throws: ``GeoIOError`` where a file cannot be read, or ``GeoIOError/noRoads(path:)``.
  ///
  /// `progress` is called with how many ways, then how many nodes were looked at, now and then.
  init(
    _ files: [OSMFile], progress: @escaping (OSMImport.Stage) -> Void
  ) throws(GeoIOError) {
    final class Gathered {
      var counts = OSMCounts()
      var ways: [Way] = []
      var references: [Int64] = []
      var seen: Set<Int64> = []
      var read = 0
    }
    let gathered = Gathered()
    let isAlone = files.count == 1
    for file in files {
      try file.ways { id, nodes, tags in
        gathered.read += 1
        if gathered.read % OSMFile.progressStep == 0 { progress(.readingWays(gathered.read)) }
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
    progress(.readingNodes(0))
    nodes = try OSMNodes(references, ends: ways.map(\.references), in: files) {
      progress(.readingNodes($0))
    }
    counts.roadNodes = nodes.count
    counts.barriers = nodes.isBarrier.count { $0 }
  }

  /// The network of all ways, cut at junctions, barriers and nodes that are missing; of the nodes
  /// between, those stay that a straight line would miss by more than ``Thinning/tolerance``.
  ///
  /// - Throws: ``GeoIOError/tooManyRoutes(limit:)``.
  mutating func network() throws(GeoIOError) -> RoadNetwork {
    var stretches = OSMStretches()
    for way in ways { cut(way, into: &stretches) }
    (ways, references) = ([], [])
    stretches = stretches.joined(nodeCount: nodes.count, isFixed: nodes.isBarrier)
    var builder = Builder(nodes: nodes)
    for index in 0..<stretches.count {
      try builder.add(stretches[index], of: stretches.kinds[Int(stretches.kind[index])])
    }
    return builder.network
  }

  /// Cuts a way at junctions, barriers and nodes that are missing, and turns it to where it leads.
  private mutating func cut(_ way: Way, into stretches: inout OSMStretches) {
    var open: [UInt32] = []
    var parts: [[UInt32]] = []
    for reference in references[way.references] {
      guard let point = nodes.index(of: reference), nodes.positions[point] != nil else {
        counts.missingNodes += 1
        parts.append(open)
        open = []
        continue
      }
      if open.last == UInt32(point) { continue }
      open.append(UInt32(point))
      if nodes.isJunction[point] || nodes.isBarrier[point], open.count > 1 {
        parts.append(open)
        open = [UInt32(point)]
      }
    }
    parts.append(open)
    parts.removeAll { $0.count < 2 }
    var kind = OSMStretches.Kind(road: way.road, speed: speed(of: way.road, over: parts))
    if kind.road.direction == .backward {
      kind.road.direction = .forward
      parts = parts.map { $0.reversed() }
    }
    for part in parts { stretches.append(part, of: kind) }
  }

  private func speed(of road: OSMRoad, over parts: [[UInt32]]) -> Double? {
    guard let ferry = road.ferry else { return road.speed }
    let meters = parts.reduce(0) { $0 + Thinning.length(of: nodes.line($1[...])[...]) }
    return ferry.minutes.map { max(0.1, meters / 1_000 / ($0 / 60)) } ?? OSMRoad.Ferry.speed
  }

  /// Puts edges together.
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

    mutating func add(
      _ stretch: ArraySlice<UInt32>, of kind: OSMStretches.Kind
    ) throws(GeoIOError) {
      let line = nodes.line(stretch)
      var kept = Thinning.kept(of: line)
      if kept.count == 2, stretch.first == stretch.last {
        kept.insert(line.count / 2, at: 1)
      }
      let route = try route(kind.road.route)
      let isOneWay = kind.road.direction != .both
      let ends = kept.map { node(Int(stretch[stretch.startIndex + $0])) }
      for step in 1..<kept.count {
        if kind.speed != nil || isOneWay {
          network.exceptions[network.edgeCount] = EdgeException(
            speed: kind.speed, isOneWay: isOneWay)
        }
        network.from.append(ends[step - 1])
        network.to.append(ends[step])
        network.length.append(Thinning.length(of: line[kept[step - 1]...kept[step]]))
        network.roadClass.append(kind.road.roadClass)
        network.route.append(route)
      }
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
