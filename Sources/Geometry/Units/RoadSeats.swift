public import Shapes

/// Where the seats of units are likely to be when no table says: where junctions stand closest.
public enum RoadSeats {
  /// Metres a side of the squares that junctions are counted in: a small county seat is a square
  /// or two.
  ///
  /// Assumed.
  public static let square = 1_000.0

  /// For each of some areas the node nearest to the middle of the nodes in its densest square; nil
  /// for an area without nodes.
  ///
  /// - Complexity: O(nodes · sides in a band of the areas whose box holds them).
  public static func seats(
    of areas: [[GeoPolygon]], nodes: [GeoPoint], on plane: ProjectedPlane
  ) throws -> [GeoPoint?] {
    struct Square: Hashable {
      var column: Int
      var row: Int
    }
    let positions = try plane.project(nodes)
    var members: [Square: [Int]] = [:]
    for (node, position) in positions.enumerated() {
      let square = Square(
        column: Int((position.x / Self.square).rounded(.down)),
        row: Int((position.y / Self.square).rounded(.down)))
      members[square, default: []].append(node)
    }
    let squares = members.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
    return try Parallel.map(areas.count) { area in
      let (bounds, index) = (areas[area].bounds, AreaIndex(areas[area]))
      var best: [Int] = []
      for (_, nodesOfSquare) in squares where nodesOfSquare.count > best.count {
        guard nodesOfSquare.contains(where: { bounds.contains(nodes[$0]) }) else { continue }
        let inside = nodesOfSquare.filter { index.contains(nodes[$0]) }
        if inside.count > best.count { best = inside }
      }
      guard !best.isEmpty else { return nil }
      let count = Double(best.count)
      let middle = GeoPoint(
        longitude: best.reduce(0) { $0 + nodes[$1].longitude } / count,
        latitude: best.reduce(0) { $0 + nodes[$1].latitude } / count)
      return best.min { left, right in
        (nodes[left].localDistance(to: middle), left)
          < (nodes[right].localDistance(to: middle), right)
      }.map { nodes[$0] }
    }
  }
}
