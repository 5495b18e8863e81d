public import Shapes

/// A line of transport laid out from end to end, for saying how far along it something lies.
///
/// Lines as they are drawn come in pieces, with branches, rings and gaps: the spine is the shortest
/// way over the pieces between the two ends furthest apart. Where pieces do not touch, the way
/// leaps over the narrowest gaps; what it leaps is not counted as line.
public struct CorridorSpine: Hashable, Sendable {
  /// From end to end; west to east, or south to north where that is further.
  public let points: [GeoPoint]
  /// Metres from the start at each point, gaps included.
  public let distances: [Double]
  /// Whether the piece that ends at each point is drawn; false at the first.
  public let isDrawn: [Bool]

  /// Metres, gaps included.
  public var length: Meters { Meters(distances.last ?? 0) }

  /// Metres of gaps that the way leaps over.
  public var gapLength: Meters {
    Meters(
      points.indices.dropFirst().reduce(0) { sum, index in
        isDrawn[index] ? sum : sum + distances[index] - distances[index - 1]
      })
  }

  /// Lays out `lines`; each has two positions or more.
  ///
  /// - Complexity: O(lines² + lines · log lines), lines strung together first.
  public init(_ lines: [[GeoPoint]]) {
    let sides = lines.flatMap { line in
      zip(line, line.dropFirst()).filter { $0.0 != $0.1 }.map { GeoSide($0, $1).undirected }
    }
    var known: Set<GeoSide> = []
    let strung = sides.filter { known.insert($0).inserted }.strung()
    let net = SpineNet(strung)
    var path = net.longestWay()
    if let first = path.first?.point, let last = path.last?.point {
      let (east, north) = (
        last.longitude - first.longitude, last.latitude - first.latitude
      )
      if (abs(east) >= abs(north) ? east : north) < 0 {
        // The mark of a piece belongs to its end: turned round, to what was its start.
        let drawn = path.map(\.isDrawn)
        path.reverse()
        for index in path.indices {
          path[index].isDrawn = index > 0 && drawn[path.count - index]
        }
      }
    }
    points = path.map(\.point)
    isDrawn = path.map(\.isDrawn)
    var distances: [Double] = []
    for index in points.indices {
      distances.append(
        index == 0
          ? 0 : distances[index - 1] + GeoSide(points[index - 1], points[index]).length.value)
    }
    self.distances = distances
  }

  /// How far along the spine the nearest point to `place` lies, and how far off the place is, both
  /// in metres.
  ///
  /// - Complexity: O(points).
  public func position(of place: GeoPoint) -> (along: Double, off: Double) {
    guard points.count > 1 else {
      return (0, points.first.map { $0.localDistance(to: place) } ?? .infinity)
    }
    let frame = LocalFrame(at: place)
    var best = (along: 0.0, off: Double.infinity)
    for index in points.indices.dropFirst() {
      let found = frame.nearestPoint(points[index - 1], points[index])
      if found.distance < best.off {
        best = (
          distances[index - 1] + GeoSide(points[index - 1], found.point).length.value,
          found.distance
        )
      }
    }
    return best
  }
}

/// Pieces of line joined at their ends, gaps bridged.
private struct SpineNet {
  struct Stop {
    var point: GeoPoint
    var isDrawn: Bool
  }

  private struct Edge {
    var ends: (Int, Int)
    var length: Double
    /// Index of a line; nil for a bridge.
    var line: Int?
  }

  private let lines: [[GeoPoint]]
  private var ends: [GeoPoint] = []
  private var edges: [Edge] = []
  private var edgesOf: [[Int]] = []

  init(_ lines: [[GeoPoint]]) {
    self.lines = lines
    var numbers: [GeoPoint: Int] = [:]
    for (index, line) in lines.enumerated() {
      guard let first = line.first, let last = line.last else { continue }
      let numbered = [first, last].map { point -> Int in
        if let known = numbers[point] { return known }
        numbers[point] = ends.count
        ends.append(point)
        return ends.count - 1
      }
      let length = zip(line, line.dropFirst()).reduce(0.0) { $0 + GeoSide($1.0, $1.1).length.value }
      edges.append(Edge(ends: (numbered[0], numbered[1]), length: length, line: index))
    }
    bridge()
    edgesOf = [[Int]](repeating: [], count: ends.count)
    for (index, edge) in edges.enumerated() {
      edgesOf[edge.ends.0].append(index)
      if edge.ends.1 != edge.ends.0 { edgesOf[edge.ends.1].append(index) }
    }
  }

  /// Joins the parts over the narrowest gaps between their ends, narrowest first.
  private mutating func bridge() {
    var part = Array(ends.indices)
    func root(_ end: Int) -> Int {
      var end = end
      while part[end] != end { end = part[end] }
      return end
    }
    for edge in edges { part[root(edge.ends.0)] = root(edge.ends.1) }
    guard Set(ends.indices.map(root)).count > 1 else { return }
    var gaps: [(length: Double, from: Int, to: Int)] = []
    for from in ends.indices {
      for to in ends.indices where to > from && root(from) != root(to) {
        gaps.append((GeoSide(ends[from], ends[to]).length.value, from, to))
      }
    }
    gaps.sort { ($0.length, $0.from, $0.to) < ($1.length, $1.from, $1.to) }
    for gap in gaps where root(gap.from) != root(gap.to) {
      part[root(gap.from)] = root(gap.to)
      edges.append(Edge(ends: (gap.from, gap.to), length: gap.length, line: nil))
    }
  }

  /// The shortest way between the two ends that are furthest apart by shortest ways.
  func longestWay() -> [Stop] {
    guard !ends.isEmpty else { return [] }
    // Two sweeps find the furthest pair of a tree; a few more settle nets with rings.
    var start = 0
    var furthest = (length: -1.0, from: 0, to: 0)
    for _ in 0..<4 {
      let lengths = shortest(from: start).lengths
      let end =
        lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) } ?? start
      guard lengths[end] > furthest.length else { break }
      furthest = (lengths[end], start, end)
      start = end
    }
    let before = shortest(from: furthest.from).edge
    var stops: [Stop] = []
    var at = furthest.to
    while at != furthest.from, let index = before[at] {
      let edge = edges[index]
      let next = edge.ends.0 == at ? edge.ends.1 : edge.ends.0
      // From `next` to `at`, put before what is there.
      var piece = edge.line.map { lines[$0] } ?? [ends[next], ends[at]]
      if piece.first != ends[next] { piece.reverse() }
      stops.insert(
        contentsOf: piece.dropFirst().map { Stop(point: $0, isDrawn: edge.line != nil) }, at: 0)
      at = next
    }
    return [Stop(point: ends[furthest.from], isDrawn: false)] + stops
  }

  private func shortest(from start: Int) -> (lengths: [Double], edge: [Int?]) {
    var lengths = [Double](repeating: .infinity, count: ends.count)
    var before = [Int?](repeating: nil, count: ends.count)
    var isDone = [Bool](repeating: false, count: ends.count)
    lengths[start] = 0
    while let end = ends.indices.filter({ !isDone[$0] && lengths[$0].isFinite })
      .min(by: { (lengths[$0], $0) < (lengths[$1], $1) })
    {
      isDone[end] = true
      for index in edgesOf[end] {
        let edge = edges[index]
        let other = edge.ends.0 == end ? edge.ends.1 : edge.ends.0
        if lengths[end] + edge.length < lengths[other] {
          lengths[other] = lengths[end] + edge.length
          before[other] = index
        }
      }
    }
    return (lengths.map { $0.isFinite ? $0 : -1 }, before)
  }
}
