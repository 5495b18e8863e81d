import Geometry
import Shapes

/// Counties as rings of lines that neighbours share: each border is simplified and drawn once, so
/// that no slivers open between neighbours.
///
/// Two counties share a side where both have its two corners to 1e-7°. In a layer whose neighbours
/// do not meet corner on corner nothing is shared, and every border counts as the ground's edge.
struct CountyMesh {
  /// What a line parts, from the least to the most.
  enum Rank: Int {
    case county
    case prefecture
    case province
    /// Beyond lies no county of the region.
    case edge
  }

  struct Line {
    var points: [GeoPoint]
    var rank: Rank
  }

  /// A county's rings, outer ones and holes alike: indices of ``CountyMesh/lines`` in their order
  /// around, or the complement (`~`) of one that is walked backwards.
  struct Area {
    var county: Int
    var rings: [[Int]]
  }

  private(set) var lines: [Line] = []
  private(set) var areas: [Area] = []

  /// - Parameters:
  ///   - shown: indices of counties, ascending.
  ///   - region: also of neighbours that are not shown, for the ranks of borders.
  ///   - tolerance: metres by which a line may leave the border.
  /// - Complexity: O(vertices of the counties and their neighbours).
  init(of shown: [Int], in region: Region, tolerance: Double) {
    let bounds = shown.reduce(into: GeoBounds()) { bounds, index in
      bounds.formUnion(region.counties[index].polygons.bounds)
    }
    var builder = MeshBuilder()
    for (index, county) in region.counties.enumerated()
    where county.polygons.bounds.intersects(bounds) {
      builder.add(county.polygons, of: index)
    }
    builder.countSides()
    for county in shown { areas.append(Area(county: county, rings: builder.rings(of: county))) }
    lines = builder.lines.map { line in
      Line(
        points: line.points.simplifiedLine(tolerance: tolerance),
        rank: Rank(between: line.owners, in: region))
    }
  }

  /// The share of shown counties that share a line with a neighbour: near 0 where none meet.
  var meetingShare: Double {
    guard !areas.isEmpty else { return 1 }
    let meeting = areas.count { area in
      area.rings.contains { ring in
        ring.contains { lines[$0 >= 0 ? $0 : ~$0].rank != .edge }
      }
    }
    return Double(meeting) / Double(areas.count)
  }
}

extension CountyMesh.Rank {
  fileprivate init(between owners: (first: Int, second: Int?), in region: Region) {
    guard let second = owners.second else {
      self = .edge
      return
    }
    let (one, other) = (region.counties[owners.first], region.counties[second])
    self =
      one.province != other.province
      ? .province : one.prefecture != other.prefecture ? .prefecture : .county
  }
}

/// Finds the corners where borders meet, and cuts rings there.
private struct MeshBuilder {
  private var numberOfVertex: [Vertex: Int] = [:]
  private var points: [GeoPoint] = []
  private var rings: [Int: [[Int]]] = [:]
  private var owners: [Side: (first: Int, second: Int?)] = [:]
  /// How many sides meet in a vertex.
  private var degree: [Int] = []
  /// The line that starts with a step, complemented where it is walked backwards.
  private var lineOfStep: [Step: Int] = [:]
  private(set) var lines: [(points: [GeoPoint], owners: (first: Int, second: Int?))] = []

  private struct Vertex: Hashable {
    var x: Int32
    var y: Int32
  }

  private struct Step: Hashable {
    var from: Int
    var to: Int
  }

  private struct Side: Hashable {
    var low: Int
    var high: Int

    init(_ one: Int, _ other: Int) {
      low = min(one, other)
      high = max(one, other)
    }
  }

  mutating func add(_ polygons: [GeoPolygon], of county: Int) {
    for ring in polygons.flatMap(\.rings) {
      var numbers: [Int] = []
      for point in ring {
        let number = number(of: point)
        if number != numbers.last { numbers.append(number) }
      }
      if numbers.count > 1, numbers.first == numbers.last { numbers.removeLast() }
      guard numbers.count >= 3 else { continue }
      for (index, vertex) in numbers.enumerated() {
        let side = Side(vertex, numbers[index + 1 == numbers.count ? 0 : index + 1])
        if let known = owners[side] {
          owners[side] = (known.first, known.first == county ? known.second : county)
        } else {
          owners[side] = (county, nil)
        }
      }
      rings[county, default: []].append(numbers)
    }
  }

  mutating func countSides() {
    degree = [Int](repeating: 0, count: points.count)
    for side in owners.keys {
      degree[side.low] += 1
      degree[side.high] += 1
    }
  }

  mutating func rings(of county: Int) -> [[Int]] {
    var result: [[Int]] = []
    for ring in rings[county] ?? [] {
      // A ring that no other border meets starts at its first-numbered vertex, on both sides.
      let start =
        ring.firstIndex { degree[$0] != 2 }
        ?? ring.indices.min { ring[$0] < ring[$1] } ?? 0
      let closed = ring[start...] + ring[..<start] + [ring[start]]
      var references: [Int] = []
      var piece: [Int] = []
      for vertex in closed {
        piece.append(vertex)
        guard piece.count > 1, degree[vertex] != 2 || vertex == ring[start] else { continue }
        references.append(reference(to: piece))
        piece = [vertex]
      }
      result.append(references)
    }
    return result
  }

  private mutating func reference(to piece: [Int]) -> Int {
    let first = Step(from: piece[0], to: piece[1])
    if let known = lineOfStep[first] { return known }
    let index = lines.count
    lineOfStep[first] = index
    lineOfStep[Step(from: piece[piece.count - 1], to: piece[piece.count - 2])] = ~index
    let owners = owners[Side(piece[0], piece[1])] ?? (0, nil)
    lines.append((piece.map { points[$0] }, owners))
    return index
  }

  private mutating func number(of point: GeoPoint) -> Int {
    let vertex = Vertex(
      x: Int32((point.longitude * 1e7).rounded()), y: Int32((point.latitude * 1e7).rounded()))
    if let known = numberOfVertex[vertex] { return known }
    numberOfVertex[vertex] = points.count
    points.append(point)
    return points.count - 1
  }
}
