import Routing
import Shapes

/// Lines that were drawn, each with what it says as a road.
struct DrawnRoads {
  /// A line in the direction in which it is driven.
  struct Line {
    /// Two or more, of some length.
    var points: [GeoPoint]
    var roadClass: RoadClass
    /// km/h where the layer says other than the class.
    var speed: Double?
    var isOneWay: Bool
    var route: String
    /// Metres along the road a metre drawn.
    var scale: Double
  }

  var lines: [Line] = []

  /// The lines as a network: ends within `counts.snap` metres become one node, and a line is cut
  /// where another one's end meets a vertex of it.
  ///
  /// What is found is added to `counts`.
  /// As of an extract's ways, of the vertices those stay as nodes that a straight line would miss
  /// (``Thinning``); an edge is as long as the line was drawn.
  ///
  /// - Throws: ``GeoIOError/tooManyRoutes(limit:)``.
  /// - Complexity: O(vertices · log vertices of a line).
  func network(_ counts: inout LineCounts) throws(GeoIOError) -> RoadNetwork {
    let ends = LineEnds(
      lines.flatMap { [$0.points[0], $0.points[$0.points.count - 1]] }, within: counts.snap)
    var builder = Builder(ends)
    for (index, line) in lines.enumerated() {
      var first = 0
      var start = ends.node[2 * index]
      var length = 0.0
      for at in 1..<line.points.count {
        length += line.points[at - 1].localDistance(to: line.points[at])
        let isLast = at == line.points.count - 1
        guard let node = isLast ? ends.node[2 * index + 1] : ends.node(at: line.points[at]),
          // A vertex beside the start is not where the line comes back to it.
          isLast || node != start || length > 4 * counts.snap + 4
        else { continue }
        if !isLast { builder.isTouched[node] = true }
        if !isLast { counts.touched += 1 }
        let isRoad = try builder.append(
          line, line.points[first...at], from: start, to: node)
        if !isRoad { counts.tooShort += 1 }
        (first, start, length) = (at, node, 0)
      }
    }
    counts.ends = ends.node.count
    counts.joined = ends.node.count { ends.degree[$0] > 1 || builder.isTouched[$0] }
    (counts.moved, counts.farthest) = (ends.moved, ends.farthest)
    counts.parts = NetworkParts(of: builder.network)
    counts.meters = counts.parts.all
    return builder.network
  }

  /// A network that grows stretch by stretch.
  private struct Builder {
    private(set) var network = RoadNetwork(
      nodes: [], from: [], to: [], length: [], roadClass: [], route: [], routes: [""])
    var isTouched: [Bool]
    private let ends: LineEnds
    private var nodeOfEnd: [UInt32?]
    private var routes = RouteIndex()

    init(_ ends: LineEnds) {
      self.ends = ends
      isTouched = [Bool](repeating: false, count: ends.positions.count)
      nodeOfEnd = [UInt32?](repeating: nil, count: ends.positions.count)
    }

    private mutating func node(ofEnd end: Int) -> UInt32 {
      if let known = nodeOfEnd[end] { return known }
      let node = node(at: ends.positions[end])
      nodeOfEnd[end] = node
      return node
    }

    private mutating func node(at point: GeoPoint) -> UInt32 {
      network.nodes.append(point)
      return UInt32(network.nodes.count - 1)
    }

    /// Adds the edges of a stretch; false where it comes to nothing, its ends being one.
    mutating func append(
      _ line: Line, _ stretch: ArraySlice<GeoPoint>, from start: Int, to end: Int
    ) throws(GeoIOError) -> Bool {
      let points = Array(stretch)
      let kept = Thinning.kept(of: points)
      guard start != end || kept.count > 2 else { return false }
      let route = try routes.index(of: line.route, in: &network)
      var from = node(ofEnd: start)
      for (first, last) in zip(kept, kept.dropFirst()) {
        let to = last == points.count - 1 ? node(ofEnd: end) : node(at: points[last])
        if line.speed != nil || line.isOneWay {
          network.exceptions[network.edgeCount] = EdgeException(
            speed: line.speed, isOneWay: line.isOneWay)
        }
        network.from.append(from)
        network.to.append(to)
        network.length.append(Thinning.length(of: points[first...last]) * line.scale)
        network.roadClass.append(line.roadClass)
        network.route.append(route)
        from = to
      }
      return true
    }
  }
}
