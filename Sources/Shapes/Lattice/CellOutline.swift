/// The rim of a set of cells, traced along their sides.
///
/// Cells that meet in a corner only belong to different rings. The rim of two gaps that meet in a
/// corner touches itself there.
public struct CellOutline: Sendable {
  private struct Corner: Hashable, Comparable {
    var column: Int
    var row: Int

    static func < (left: Corner, right: Corner) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  /// Sides of the rim by the corner they start at, the area on the left; two where cells meet
  /// in a corner only.
  private var sides: [Corner: [Corner]] = [:]

  public init() {}

  /// Adds the sides of `cell` that no other of `members` shares.
  public mutating func add(_ cell: LatticeCell, among members: Set<LatticeCell>) {
    let (west, south) = (cell.column, cell.row)
    let corners = [
      Corner(column: west, row: south), Corner(column: west + 1, row: south),
      Corner(column: west + 1, row: south + 1), Corner(column: west, row: south + 1),
    ]
    let beyond = [(0, -1), (1, 0), (0, 1), (-1, 0)]
    for (side, step) in beyond.enumerated() {
      let neighbour = LatticeCell(column: west + step.0, row: south + step.1)
      guard !members.contains(neighbour) else { continue }
      sides[corners[side], default: []].append(corners[(side + 1) % 4])
    }
  }

  /// The areas in degrees, holes given to no one: even–odd over all rings tells inside.
  public func polygons(on lattice: Lattice) throws(ShapeError) -> [GeoPolygon] {
    var left = sides
    var rings: [[GeoPoint]] = []
    for start in sides.keys.sorted() {
      while left[start]?.isEmpty == false {
        var ring: [PlanePoint] = []
        var at = start
        var before: Corner?
        repeat {
          ring.append(lattice.corner(column: at.column, row: at.row))
          guard let next = Self.take(from: at, comingFrom: before, &left) else { break }
          before = at
          at = next
        } while at != start
        rings.append(try lattice.plane.unproject(ring))
      }
    }
    return rings.map { GeoPolygon(outer: $0) }
  }

  /// The side that leaves a corner, the leftmost one where two do: cells stay apart.
  private static func take(
    from corner: Corner, comingFrom before: Corner?, _ left: inout [Corner: [Corner]]
  ) -> Corner? {
    guard var choices = left[corner], !choices.isEmpty else { return nil }
    var pick = 0
    if choices.count > 1, let before {
      let (dx, dy) = (corner.column - before.column, corner.row - before.row)
      let isLeft = choices.map { choice in
        dx * (choice.row - corner.row) - dy * (choice.column - corner.column) > 0
      }
      pick = isLeft.firstIndex(of: true) ?? 0
    }
    let next = choices.remove(at: pick)
    left[corner] = choices
    return next
  }
}
