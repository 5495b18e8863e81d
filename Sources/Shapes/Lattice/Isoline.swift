/// The ground within a time: the iso-line of a bilinear surface given at lattice corners.
///
/// Marching squares with linear interpolation along cell sides (Lorensen and Cline 1987, SIGGRAPH
/// 21(4), 163, in the plane); a saddle is joined where the bilinear surface at its saddle point is
/// inside (Nielson and Hamann 1991, IEEE Visualization, 83). Holes and islands are kept, rings
/// never touch, and the area of a lower level lies inside that of a higher one.
public struct Isoline: Sendable {
  /// The areas at or below the level, in metres of the lattice's plane; outer rings run
  /// counter-clockwise, holes clockwise.
  ///
  /// Ordered by their south-westernmost cell.
  public let polygons: [PlanePolygon]

  /// A crossing keeps at least this part of a cell's side from the corner: rings stay apart by
  /// half a metre at 500 m, which rounding to seven decimals (1 cm) cannot close.
  static let closestToCorner = 0.001

  /// Traces the line around the values of at most `level`, which are inside.
  ///
  /// `values` holds one for each corner of `window`, row by row; ground beyond counts as outside.
  ///
  /// - Complexity: O(corners + crossings · outer rings).
  public init(of values: [UInt32], over window: LatticeWindow, level: UInt32, on lattice: Lattice) {
    precondition(values.count == window.cornerCount)
    var tracer = Tracer(values: values, window: window, level: level)
    tracer.march()
    let rings = tracer.rings().map { ring in
      ring.map { PlanePoint(x: $0.x * lattice.cellSize, y: $0.y * lattice.cellSize) }
    }
    polygons = Self.assemble(rings)
  }

  /// Gives each hole to the smallest outer ring around it.
  private static func assemble(_ rings: [[PlanePoint]]) -> [PlanePolygon] {
    var outers: [(polygon: PlanePolygon, area: Double, box: PlaneBox)] = []
    var holes: [[PlanePoint]] = []
    for ring in rings {
      let area = ring.signedArea
      if area > 0 {
        outers.append((PlanePolygon(outer: ring), area, PlaneBox(ring)))
      } else {
        holes.append(ring)
      }
    }
    let bySize = outers.indices.sorted { (outers[$0].area, $0) < (outers[$1].area, $1) }
    for hole in holes {
      let home = bySize.first {
        outers[$0].box.contains(hole[0]) && outers[$0].polygon.outer.surrounds(hole[0])
      }
      if let home { outers[home].polygon.holes.append(hole) }
    }
    return outers.map(\.polygon)
  }
}

private struct PlaneBox {
  var low: PlanePoint
  var high: PlanePoint

  init(_ ring: [PlanePoint]) {
    low = PlanePoint(x: ring.map(\.x).min() ?? 0, y: ring.map(\.y).min() ?? 0)
    high = PlanePoint(x: ring.map(\.x).max() ?? 0, y: ring.map(\.y).max() ?? 0)
  }

  func contains(_ point: PlanePoint) -> Bool {
    point.x >= low.x && point.x <= high.x && point.y >= low.y && point.y <= high.y
  }
}

extension [PlanePoint] {
  fileprivate func surrounds(_ point: PlanePoint) -> Bool {
    guard var previous = last else { return false }
    var inside = false
    for vertex in self {
      if (vertex.y > point.y) != (previous.y > point.y) {
        let along = (point.y - vertex.y) / (previous.y - vertex.y)
        if point.x < vertex.x + along * (previous.x - vertex.x) { inside.toggle() }
      }
      previous = vertex
    }
    return inside
  }
}

/// Walks the cells once, joins the pieces of line that each one draws into rings.
private struct Tracer {
  /// A cell's sides, named from the cell's middle.
  private enum Side { case south, east, north, west }

  private let values: [UInt32]
  private let window: LatticeWindow
  private let level: UInt32
  /// Crossed side → the next crossed side along the line, the inside on the left.
  private var next: [Int: Int] = [:]
  private var starts: [Int] = []

  init(values: [UInt32], window: LatticeWindow, level: UInt32) {
    self.values = values
    self.window = window
    self.level = level
  }

  /// The value at a corner; one outside the window is unreached.
  private func value(_ column: Int, _ row: Int) -> UInt32 {
    guard column >= window.columns.lowerBound, column <= window.columns.upperBound,
      row >= window.rows.lowerBound, row <= window.rows.upperBound
    else { return 1 << 30 }
    return values[window.cornerIndex(column: column, row: row)]
  }

  mutating func march() {
    for row in window.rows.lowerBound - 1...window.rows.upperBound {
      for column in window.columns.lowerBound - 1...window.columns.upperBound {
        visit(column, row)
      }
    }
  }

  private mutating func visit(_ column: Int, _ row: Int) {
    let southWest = value(column, row)
    let southEast = value(column + 1, row)
    let northEast = value(column + 1, row + 1)
    let northWest = value(column, row + 1)
    let inside =
      (southWest <= level ? 1 : 0) | (southEast <= level ? 2 : 0) | (northEast <= level ? 4 : 0)
      | (northWest <= level ? 8 : 0)
    func draw(_ from: Side, _ to: Side) {
      let start = side(from, column, row)
      next[start] = side(to, column, row)
      starts.append(start)
    }
    var joined: Bool {
      Double.saddle(southWest, southEast, northEast, northWest) <= Double(level) + 0.5
    }
    switch inside {
    case 1: draw(.south, .west)
    case 2: draw(.east, .south)
    case 4: draw(.north, .east)
    case 8: draw(.west, .north)
    case 3: draw(.east, .west)
    case 6: draw(.north, .south)
    case 12: draw(.west, .east)
    case 9: draw(.south, .north)
    case 7: draw(.north, .west)
    case 11: draw(.east, .north)
    case 13: draw(.south, .east)
    case 14: draw(.west, .south)
    case 5 where joined:
      draw(.south, .east)
      draw(.north, .west)
    case 5:
      draw(.south, .west)
      draw(.north, .east)
    case 10 where joined:
      draw(.west, .south)
      draw(.east, .north)
    case 10:
      draw(.east, .south)
      draw(.west, .north)
    default: break
    }
  }

  /// A number for a cell's side that the two cells along it share: even ones run east from a
  /// corner, odd ones north.
  private func side(_ side: Side, _ column: Int, _ row: Int) -> Int {
    switch side {
    case .south: 2 * cornerNumber(column, row)
    case .north: 2 * cornerNumber(column, row + 1)
    case .west: 2 * cornerNumber(column, row) + 1
    case .east: 2 * cornerNumber(column + 1, row) + 1
    }
  }

  private var numberedColumns: Int { window.columns.count + 4 }

  private func cornerNumber(_ column: Int, _ row: Int) -> Int {
    (row - window.rows.lowerBound + 1) * numberedColumns + column - window.columns.lowerBound + 1
  }

  /// Where the line crosses a side, in cells of the lattice.
  private func crossing(_ side: Int) -> PlanePoint {
    let corner = side / 2
    let column = corner % numberedColumns + window.columns.lowerBound - 1
    let row = corner / numberedColumns + window.rows.lowerBound - 1
    let runsEast = side.isMultiple(of: 2)
    let from = Double(value(column, row))
    let to = Double(value(column + (runsEast ? 1 : 0), row + (runsEast ? 0 : 1)))
    // Half a unit above the level: no corner, being whole, lies on the line itself.
    let part = (Double(level) + 0.5 - from) / (to - from)
    let kept = min(1 - Isoline.closestToCorner, max(Isoline.closestToCorner, part))
    return PlanePoint(
      x: Double(column) + (runsEast ? kept : 0), y: Double(row) + (runsEast ? 0 : kept))
  }

  mutating func rings() -> [[PlanePoint]] {
    var rings: [[PlanePoint]] = []
    for start in starts where next[start] != nil {
      var ring: [PlanePoint] = []
      var at = start
      while let following = next.removeValue(forKey: at) {
        ring.append(crossing(at))
        at = following
      }
      rings.append(ring)
    }
    return rings
  }
}

extension Double {
  /// The bilinear surface at its saddle point, corners given counter-clockwise.
  fileprivate static func saddle(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> Double {
    let (a, b, c, d) = (Double(a), Double(b), Double(c), Double(d))
    return (a * c - b * d) / (a + c - b - d)
  }
}
