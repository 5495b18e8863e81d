import Geometry
import Routing
import Shapes

/// Roads of one or several extracts on their way to a network.
struct OSMRoads {
  private struct Way {
    var road: OSMRoad
    var references: Range<Int>
  }

  private var ways: [Way] = []
  /// Identifiers of nodes, way after way.
  private(set) var references: [Int64] = []

  var isEmpty: Bool { ways.isEmpty }
  var ends: [Range<Int>] { ways.map(\.references) }

  /// - Precondition: two nodes or more.
  mutating func append(_ road: OSMRoad, _ nodes: UnsafeBufferPointer<Int64>) {
    let start = references.count
    references.append(contentsOf: nodes)
    ways.append(Way(road: road, references: start..<references.count))
  }

  /// The network of all ways, cut at junctions, barriers and nodes that are missing; of the nodes
  /// between, those stay that a straight line would miss by more than ``Thinning/tolerance``.
  ///
  /// `missing` grows by the references to nodes that no file holds.
  ///
  /// - Throws: ``GeoIOError/tooManyRoutes(limit:)``.
  func network(
    of nodes: OSMNodes, missing: inout Int
  ) throws(GeoIOError) -> RoadNetwork {
    var stretches = OSMStretches()
    for way in ways { cut(way, at: nodes, into: &stretches, missing: &missing) }
    stretches = stretches.joined(nodeCount: nodes.count, isFixed: nodes.isBarrier)
    var builder = Builder(nodes: nodes)
    for index in 0..<stretches.count {
      try builder.add(stretches[index], of: stretches.kinds[Int(stretches.kind[index])])
    }
    return builder.network
  }

  /// Cuts a way at junctions, barriers and nodes that are missing, and turns it to where it leads.
  private func cut(
    _ way: Way, at nodes: OSMNodes, into stretches: inout OSMStretches, missing: inout Int
  ) {
    var open: [UInt32] = []
    var parts: [[UInt32]] = []
    for reference in references[way.references] {
      guard let point = nodes.index(of: reference), nodes.positions[point] != nil else {
        missing += 1
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
    var kind = OSMStretches.Kind(
      road: way.road, speed: speed(of: way.road, over: parts, nodes))
    if kind.road.direction == .backward {
      kind.road.direction = .forward
      parts = parts.map { $0.reversed() }
    }
    for part in parts { stretches.append(part, of: kind) }
  }

  private func speed(of road: OSMRoad, over parts: [[UInt32]], _ nodes: OSMNodes) -> Double? {
    guard let ferry = road.ferry else { return road.speed }
    let meters = parts.reduce(0) { $0 + Thinning.length(of: nodes.line($1[...])[...]) }
    let tagged = ferry.minutes.map { max(0.1, meters / 1_000 / ($0 / 60)) }
    return tagged.flatMap { $0 <= OSMRoad.Ferry.fastest ? $0 : nil } ?? OSMRoad.Ferry.speed
  }

  /// Puts edges together.
  private struct Builder {
    let nodes: OSMNodes
    var network = RoadNetwork(
      nodes: [], from: [], to: [], length: [], roadClass: [], route: [], routes: [""])
    private var nodeOf: [UInt32]
    private var routes = RouteIndex()

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
      let route = try routes.index(of: kind.road.route, in: &network)
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
