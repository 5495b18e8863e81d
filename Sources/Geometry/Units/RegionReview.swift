import Foundation
public import Shapes

/// What is odd about the ground of a layer's units: overlaps, gaps, units that touch no other.
public struct RegionReview: Hashable, Sendable {
  /// Two counties that share ground.
  public struct Overlap: Hashable, Sendable {
    /// Indices in ``Region/counties``, the lower one first.
    public var first: Int
    public var second: Int
    /// Square kilometres.
    public var area: Double
  }

  /// Square kilometres from which on an overlap is one, and below which a gap is a sliver: what
  /// layers of different scales differ by along a border.
  ///
  /// Assumed.
  public static let (leastOverlap, largestSliver) = (0.01, 1.0)

  /// Of ``leastOverlap`` or more, the largest first.
  public var overlaps: [Overlap] = []
  /// Square kilometres of all ground that two units share, however little.
  public var overlapArea = 0.0
  /// Gaps between units that are enclosed by them, in square kilometres, the largest first.
  public var gaps: [Double] = []
  /// Pairs that share a line, and its kilometres in all.
  public var neighbourPairs = 0
  public var borderLength = 0.0
  /// Counties that share a line with none, as indices.
  public var alone: [Int] = []

  /// Gaps below ``largestSliver``.
  public var slivers: [Double] { gaps.filter { $0 < Self.largestSliver } }

  /// Looks at every pair that may touch; areas are those of the equal-area `plane`.
  ///
  /// - Complexity: an intersection in GEOS a pair, one union of all.
  public init(of counties: [County], on plane: ProjectedPlane) throws {
    let adjacency = CountyAdjacency(of: counties)
    for contact in adjacency.contacts where !contact.isCorner {
      neighbourPairs += 1
      borderLength += contact.length.kilometers
    }
    alone =
      counties.count > 1
      ? counties.indices.filter { adjacency.neighbours(of: $0).isEmpty } : []
    let bounds = counties.map(\.polygons.bounds)
    let order = bounds.indices.sorted { bounds[$0].west < bounds[$1].west }
    var pairs: [(Int, Int)] = []
    for (place, first) in order.enumerated() {
      for second in order[(place + 1)...] {
        guard bounds[second].west <= bounds[first].east else { break }
        if bounds[first].intersects(bounds[second]) {
          pairs.append((min(first, second), max(first, second)))
        }
      }
    }
    let found = pairs
    let areas = try Parallel.map(found.count) { index in
      let (first, second) = found[index]
      return try counties[first].polygons.intersection(counties[second].polygons)
        .squareKilometers(on: plane)
    }
    overlapArea = areas.reduce(0, +)
    overlaps = zip(found, areas).filter { $0.1 >= Self.leastOverlap }
      .map { Overlap(first: $0.0.0, second: $0.0.1, area: $0.1) }
      .sorted { ($1.area, $0.first, $0.second) < ($0.area, $1.first, $1.second) }
    let ground = try counties.flatMap(\.polygons).dissolved()
    gaps = try ground.flatMap(\.holes)
      .map { try [GeoPolygon(outer: $0)].squareKilometers(on: plane) }.sorted(by: >)
  }
}

extension [GeoPolygon] {
  /// Square kilometres on an equal-area plane.
  public func squareKilometers(on plane: ProjectedPlane) throws -> Double {
    try projected(onto: plane).reduce(0) { $0 + $1.area } / 1e6
  }
}
