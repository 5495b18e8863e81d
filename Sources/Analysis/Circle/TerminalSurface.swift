import Geometry
import Routing
import Shapes

/// What arriving costs: minutes of the core that a place lies in, in full from some depth inward.
struct TerminalSurface: Sendable {
  private let cores: UrbanCores
  private let terminal: TerminalMinutes
  private let lattice: Lattice

  init(cores: UrbanCores, terminal: TerminalMinutes, lattice: Lattice) {
    self.cores = cores
    self.terminal = terminal
    self.lattice = lattice
  }

  /// Cells inside a core's edge where a destination pays in full.
  static func reach(of terminal: TerminalMinutes, on lattice: Lattice) -> Int {
    Int((terminal.fullDepth / lattice.cellSize).rounded(.up))
  }

  /// Whether all that decides the cost at `cell` is known here.
  func covers(_ cell: LatticeCell) -> Bool {
    let reach = Self.reach(of: terminal, on: lattice)
    return [-reach, reach].allSatisfy { step in
      cores.window.contains(LatticeCell(column: cell.column + step, row: cell.row + step))
    }
  }

  /// Milliseconds that a trip ending at `point` pays.
  ///
  /// Depth is the distance, in the lattice's plane, to the nearest cell outside the core.
  func arrivalCost(at point: PlanePoint) -> UInt32 {
    let home = lattice.cell(at: point)
    guard let core = cores.core(at: home) else { return 0 }
    let minutes = terminal.minutes(forCoreOf: cores.cores[core].people)
    guard minutes > 0 else { return 0 }
    let size = lattice.cellSize
    let reach = Self.reach(of: terminal, on: lattice)
    var depth = terminal.fullDepth
    for row in home.row - reach...home.row + reach {
      for column in home.column - reach...home.column + reach
      where cores.core(at: LatticeCell(column: column, row: row)) != core {
        let dx = max(0, Double(column) * size - point.x, point.x - Double(column + 1) * size)
        let dy = max(0, Double(row) * size - point.y, point.y - Double(row + 1) * size)
        depth = min(depth, (dx * dx + dy * dy).squareRoot())
      }
    }
    return TravelTime.minutes(minutes * min(1, depth / terminal.fullDepth))
  }

  /// Milliseconds at each corner of `window`.
  func arrivalCosts(over window: LatticeWindow) -> [UInt32] {
    var costs = [UInt32](repeating: 0, count: window.cornerCount)
    for row in window.rows.lowerBound...window.rows.upperBound {
      for column in window.columns.lowerBound...window.columns.upperBound
      where cores.core(at: LatticeCell(column: column, row: row)) != nil {
        costs[window.cornerIndex(column: column, row: row)] = arrivalCost(
          at: lattice.corner(column: column, row: row))
      }
    }
    return costs
  }
}

extension World {
  /// Terminal minutes over `window` and as far around it as depth inside a core matters.
  func terminalSurface(over window: LatticeWindow) throws -> TerminalSurface {
    let terminal = network.profile.terminal
    let reach = TerminalSurface.reach(of: terminal, on: lattice)
    return TerminalSurface(
      cores: try UrbanCores(touching: window.expanded(by: reach), in: people), terminal: terminal,
      lattice: lattice)
  }
}
