import Routing
import Shapes

/// Times at the corners of a window, from which circles are read.
struct TimeSurface: Sendable {
  let window: LatticeWindow
  /// Milliseconds, row by row from the south-west.
  let times: [UInt32]
  /// Corners beside a centre's own ground and not of it, where that ground is at time 0 whatever
  /// the ways out of it take: times leap there.
  let brink: [Int]

  init(_ times: [UInt32], over window: LatticeWindow, ownGround: [Bool] = []) {
    self.window = window
    self.times = times
    let columns = window.cornerColumns
    let rows = window.rows.count + 1
    brink = ownGround.indices.filter { corner in
      guard !ownGround[corner] else { return false }
      let (row, column) = corner.quotientAndRemainder(dividingBy: columns)
      return (max(0, row - 1)...min(rows - 1, row + 1)).contains { row in
        (max(0, column - 1)...min(columns - 1, column + 1)).contains { column in
          ownGround[row * columns + column]
        }
      }
    }
  }

  /// The least window of cells that are read otherwise than by `other`, over the same window; nil where
  /// none is.
  func cells(unlike other: TimeSurface) -> LatticeWindow? {
    precondition(window == other.window)
    guard brink == other.brink else { return window }
    let width = window.cornerColumns
    var cells: LatticeWindow?
    for row in 0...window.rows.count {
      func differs(_ column: Int) -> Bool {
        times[row * width + column] != other.times[row * width + column]
      }
      guard let west = (0..<width).first(where: differs),
        let east = (0..<width).last(where: differs)
      else { continue }
      // A corner belongs to the four cells around it.
      let around = LatticeWindow(
        columns: window.columns.lowerBound + west - 1..<window.columns.lowerBound + east + 1,
        rows: window.rows.lowerBound + row - 1..<window.rows.lowerBound + row + 1
      ).intersection(window)
      cells = cells?.union(around) ?? around
    }
    return cells
  }

  /// The times by which `level` is read.
  ///
  /// Between two corners time is taken to pass evenly. Across a brink it does not, so a corner there
  /// that is later than the level leaves all ground towards it outside: how much later does not
  /// matter, and so neither does the furthest that was searched.
  func times(within level: UInt32) -> [UInt32] {
    var read = times
    for corner in brink where read[corner] > level { read[corner] = TravelTime.unreachable }
    return read
  }
}

extension CellCount {
  /// Counts what a surface has inside: a time of at most `level` milliseconds.
  init(of surface: TimeSurface, level: UInt32) {
    self.init(of: surface.times(within: level), over: surface.window, level: level)
  }
}

extension Isoline {
  /// The line at `level` milliseconds on a surface.
  init(of surface: TimeSurface, level: UInt32, on lattice: Lattice) {
    self.init(
      of: surface.times(within: level), over: surface.window, level: level, on: lattice)
  }
}
