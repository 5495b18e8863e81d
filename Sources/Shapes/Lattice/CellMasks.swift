/// Which of the 8 × 8 sub-samples of each cell of a window an area covers.
///
/// Bit 8·j + i is the sub-sample i eastwards and j northwards, taken at its middle. An area that
/// shares a border with another covers each sub-sample exactly once: neighbours never overlap.
public struct CellMasks: Sendable {
  public let window: LatticeWindow
  /// Row by row from the south-west.
  public var masks: [UInt64]

  /// The sub-samples inside `polygons` (even–odd over all their rings), within `limit` if given.
  ///
  /// - Complexity: O(vertices + crossings + cells).
  public init(
    of polygons: [PlanePolygon], on lattice: Lattice, within limit: LatticeWindow? = nil
  ) throws(ShapeError) {
    let whole = try lattice.window(around: polygons.flatMap(\.outer))
    window = limit.map(whole.intersection) ?? whole
    masks = [UInt64](repeating: 0, count: window.isEmpty ? 0 : window.cellCount)
    guard !window.isEmpty else { return }
    let spans = ScanLines(polygons: polygons, lattice: lattice, window: window)
    let columns = window.columns.count
    var output = masks.mutableSpan
    spans.forEachSpan { line, first, last in
      let rowStart = (line / Lattice.subdivision) * columns
      let bitRow = UInt64((line % Lattice.subdivision) * Lattice.subdivision)
      var sub = first
      while sub < last {
        let cell = sub / Lattice.subdivision
        let from = sub - cell * Lattice.subdivision
        let to = min(Lattice.subdivision, last - cell * Lattice.subdivision)
        let bits = ((UInt64(1) << UInt64(to)) &- 1) & ~((UInt64(1) << UInt64(from)) &- 1)
        output[rowStart + cell] ^= bits << bitRow
        sub = cell * Lattice.subdivision + to
      }
    }
  }

  public var isEmpty: Bool { window.isEmpty }
}

/// Crossings of rings with the middle lines of sub-sample rows.
private struct ScanLines {
  private let firstCrossing: [Int]
  private let crossings: [Double]
  private let subColumns: Int

  /// Sub-columns are counted from the window's western edge.
  init(polygons: [PlanePolygon], lattice: Lattice, window: LatticeWindow) {
    let step = lattice.cellSize / Double(Lattice.subdivision)
    let west = Double(window.columns.lowerBound) * lattice.cellSize
    let south = Double(window.rows.lowerBound) * lattice.cellSize
    let lineCount = window.rows.count * Lattice.subdivision
    subColumns = window.columns.count * Lattice.subdivision
    var counts = [Int](repeating: 0, count: lineCount + 1)
    var found: [(line: Int, at: Double)] = []
    for polygon in polygons {
      for ring in polygon.rings {
        guard var previous = ring.last else { continue }
        for vertex in ring {
          let (low, high) = previous.y <= vertex.y ? (previous, vertex) : (vertex, previous)
          previous = vertex
          // Lines whose middle y lies in [low.y, high.y): half open, so that a vertex counts once.
          let first = max(0, Int(((low.y - south) / step - 0.5).rounded(.up)))
          let end = min(lineCount, Int(((high.y - south) / step - 0.5).rounded(.up)))
          guard first < end else { continue }
          let slope = (high.x - low.x) / (high.y - low.y)
          for line in first..<end {
            let y = south + (Double(line) + 0.5) * step
            found.append((line, (low.x + (y - low.y) * slope - west) / step))
            counts[line + 1] += 1
          }
        }
      }
    }
    for line in 0..<lineCount { counts[line + 1] += counts[line] }
    firstCrossing = counts
    var next = counts
    var sorted = [Double](repeating: 0, count: found.count)
    for crossing in found {
      sorted[next[crossing.line]] = crossing.at
      next[crossing.line] += 1
    }
    for line in 0..<lineCount { sorted[counts[line]..<counts[line + 1]].sort() }
    crossings = sorted
  }

  /// Calls `body` with each run of sub-columns that lies inside: line, first, one past the last.
  func forEachSpan(_ body: (Int, Int, Int) -> Void) {
    for line in 0..<firstCrossing.count - 1 {
      var index = firstCrossing[line]
      while index + 1 < firstCrossing[line + 1] {
        // A sub-sample belongs to the span that holds its middle.
        let first = max(0, min(subColumns, Int((crossings[index] - 0.5).rounded(.up))))
        let last = max(0, min(subColumns, Int((crossings[index + 1] - 0.5).rounded(.up))))
        if first < last { body(line, first, last) }
        index += 2
      }
    }
  }
}
