import Shapes

/// The sides that outlines have in common, found by their vertices.
///
/// Layers cut from one source share vertices to the last digit; others differ by rounding, or one
/// outline has a vertex where its neighbour has none. So what no second outline has exactly is
/// compared once more, with ``tolerance`` and with sides cut where the other outline has a vertex.
struct SharedSides {
  /// Metres: as near, two vertices are one, and a vertex lies on a side.
  ///
  /// Assumed; the fifth decimal of a degree is a metre.
  static let tolerance = 1.0

  /// A side that two outlines have in common, the lower index first.
  struct Shared {
    var first: Int
    var second: Int
    var side: GeoSide
  }

  private(set) var shared: [Shared] = []
  /// Vertices that two outlines have in common, exactly.
  private(set) var corners: [(first: Int, second: Int, point: GeoPoint)] = []

  /// Compares the outlines, each the areas of one unit.
  ///
  /// - Complexity: O(vertices · log vertices).
  init(of outlines: [[GeoPolygon]]) {
    var numbers: [GeoPoint: Int32] = [:]
    var points: [GeoPoint] = []
    func number(_ point: GeoPoint) -> Int32 {
      if let known = numbers[point] { return known }
      numbers[point] = Int32(points.count)
      points.append(point)
      return Int32(points.count - 1)
    }
    var sides: [Side] = []
    for (owner, areas) in outlines.enumerated() {
      for ring in areas.flatMap(\.rings) {
        guard var previous = ring.last.map(number) else { continue }
        for vertex in ring {
          let vertex = number(vertex)
          if vertex != previous {
            sides.append(Side(owner: Int32(owner), low: previous, high: vertex))
          }
          previous = vertex
        }
      }
    }
    let alone = match(&sides, points)
    corners = Self.corners(of: sides, points)
    let loose = LooseSides(alone.map { sides[$0] }, points)
    var cut = loose.sides
    _ = match(&cut, loose.points)
  }

  /// A side between two numbered vertices, the lower number first.
  struct Side {
    var owner: Int32
    var low: Int32
    var high: Int32

    init(owner: Int32, low: Int32, high: Int32) {
      self.owner = owner
      self.low = min(low, high)
      self.high = max(low, high)
    }
  }

  /// Sorts `sides`, notes those that two owners have, and gives the places of all others.
  private mutating func match(_ sides: inout [Side], _ points: [GeoPoint]) -> [Int] {
    sides.sort { ($0.low, $0.high, $0.owner) < ($1.low, $1.high, $1.owner) }
    var alone: [Int] = []
    var start = 0
    while start < sides.count {
      var end = start + 1
      while end < sides.count, sides[end].low == sides[start].low,
        sides[end].high == sides[start].high
      {
        end += 1
      }
      let side = GeoSide(points[Int(sides[start].low)], points[Int(sides[start].high)])
      var owners: [Int32] = []
      for index in start..<end where owners.last != sides[index].owner {
        owners.append(sides[index].owner)
      }
      if owners.count == 1 { alone.append(start) }
      for (place, first) in owners.enumerated() {
        for second in owners[(place + 1)...] {
          shared.append(Shared(first: Int(first), second: Int(second), side: side))
        }
      }
      start = end
    }
    return alone
  }

  private static func corners(of sides: [Side], _ points: [GeoPoint]) -> [(
    first: Int, second: Int, point: GeoPoint
  )] {
    var owners = [[Int32]](repeating: [], count: points.count)
    for side in sides {
      for end in [side.low, side.high] where !owners[Int(end)].contains(side.owner) {
        owners[Int(end)].append(side.owner)
      }
    }
    var corners: [(first: Int, second: Int, point: GeoPoint)] = []
    for (point, owners) in zip(points, owners) where owners.count > 1 {
      let sorted = owners.sorted()
      for (place, first) in sorted.enumerated() {
        for second in sorted[(place + 1)...] {
          corners.append((Int(first), Int(second), point))
        }
      }
    }
    return corners
  }
}
