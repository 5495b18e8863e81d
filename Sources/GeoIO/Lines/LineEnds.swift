import Shapes

/// Ends of lines as nodes: ends within a tolerance of each other are one, and so are those that a
/// chain of such ends joins.
struct LineEnds {
  /// Where each node is: at the first of its ends.
  private(set) var positions: [GeoPoint] = []
  /// Node of each end.
  private(set) var node: [Int] = []
  /// How many ends each node has.
  private(set) var degree: [Int] = []
  /// Ends that were moved, and the metres of the longest move.
  private(set) var moved = 0
  private(set) var farthest = 0.0

  /// Metres within which an end meets a vertex within another line, which somebody set there for it;
  /// never more than the tolerance.
  private static let touch = 1.0
  private let touching: PointCloud
  private let nodeOfPlace: [Int]

  /// - Complexity: O(ends · ends within the tolerance).
  init(_ ends: [GeoPoint], within tolerance: Double) {
    var places: [GeoPoint] = []
    var placeOf: [GeoPoint: Int] = [:]
    let placeOfEnd = ends.map { end in
      if let known = placeOf[end] { return known }
      placeOf[end] = places.count
      places.append(end)
      return places.count - 1
    }
    var cloud = PointCloud(reach: tolerance)
    var sets = DisjointSets(count: places.count)
    for (index, place) in places.enumerated() {
      if tolerance > 0 { cloud.forEach(near: place) { other, _ in sets.join(other, index) } }
      cloud.append(place)
    }
    var touching = PointCloud(reach: min(tolerance, Self.touch))
    var nodeOfPlace: [Int] = []
    var nodeOfRoot: [Int: Int] = [:]
    for (index, place) in places.enumerated() {
      touching.append(place)
      let root = sets.root(of: index)
      if nodeOfRoot[root] == nil {
        nodeOfRoot[root] = positions.count
        positions.append(places[root])
      }
      nodeOfPlace.append(nodeOfRoot[root] ?? 0)
    }
    (self.touching, self.nodeOfPlace) = (touching, nodeOfPlace)
    degree = [Int](repeating: 0, count: positions.count)
    for (end, place) in zip(ends, placeOfEnd) {
      let own = nodeOfPlace[place]
      node.append(own)
      degree[own] += 1
      guard positions[own] != end else { continue }
      moved += 1
      farthest = max(farthest, positions[own].localDistance(to: end))
    }
  }

  /// The node that a vertex within a line meets; nil for none.
  func node(at vertex: GeoPoint) -> Int? {
    touching.nearest(to: vertex).map { nodeOfPlace[$0] }
  }
}
