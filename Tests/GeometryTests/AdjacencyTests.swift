import Shapes
import TestSupport
import Testing

@testable import Geometry

/// Who touches whom, on drawn counties.
@Suite struct AdjacencyTests {
  //     +---+---+
  //     | 2 | 3 |     4, an island
  //     +---+---+
  //     | 0 | 1 |
  //     +---+---+
  private static var quarters: CountySketch {
    var sketch = CountySketch()
    for (x, y) in [(0.0, 0.0), (10, 0), (0, 10), (10, 10), (40, 40)] {
      sketch.addBox(x, y, x + 10, y + 10, people: 1)
    }
    return sketch
  }

  @Test func sidesMakeNeighboursAndCornersDoNot() {
    let adjacency = CountyAdjacency(of: Self.quarters.counties)
    #expect(adjacency.neighbours(of: 0) == [1, 2])
    #expect(adjacency.neighbours(of: 3) == [1, 2])
    #expect(adjacency.neighbours(of: 4).isEmpty)
    #expect(adjacency.contacts(of: 0).map { $0.other(than: 0) } == [1, 2, 3])
    #expect(adjacency.contact(between: 3, 0)?.isCorner == true)
    #expect(adjacency.contact(between: 1, 2)?.lines.map(\.count) == [1])
    #expect(adjacency.contact(between: 0, 4) == nil)
    #expect(adjacency.contacts.filter { !$0.isCorner }.count == 4)
    #expect(adjacency.contacts.count == 6)
  }

  @Test func lengthsAreThoseOnTheGround() throws {
    let adjacency = CountyAdjacency(of: Self.quarters.counties)
    let side = try #require(adjacency.contact(between: 0, 1))
    // 10 km of a plane that keeps areas, not lengths: ask the ground how long that is.
    let ends = CountySketch.points([(10, 0), (10, 10)])
    #expect(abs(side.length.value - ends[0].localDistance(to: ends[1])) < 1)
    #expect(abs(side.length.kilometers - 10) < 0.4)
    #expect(side.lines.count == 1 && side.lines[0].count == 2)
  }

  @Test func stepsAreCountedOverNeighboursOnly() {
    let adjacency = CountyAdjacency(of: Self.quarters.counties)
    #expect(adjacency.steps(from: [0]) == [0, 1, 1, 2, nil])
    #expect(adjacency.steps(from: [1, 2]) == [1, 0, 0, 1, nil])
    #expect(adjacency.steps(from: [Int]()) == [nil, nil, nil, nil, nil])
    #expect(adjacency.pieces(of: [3, 0, 4, 1]) == [[0, 1, 3], [4]])
    #expect(adjacency.pieces(of: [0, 3]) == [[0], [3]])
    #expect(adjacency.isContiguous([Int]()) && adjacency.isContiguous([2]))
    #expect(adjacency.isContiguous([0, 1, 3]) && !adjacency.isContiguous([0, 3]))
  }

  /// A vertex that only one of two neighbours has, and vertices half a metre apart.
  @Test func layersThatAreDrawnApartStillTouch() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 10, 20, people: 1)
    sketch.add([(10.0004, 0), (20, 0), (20, 10), (10.0003, 10)], people: 1)
    sketch.add([(10, 10), (20, 10), (20, 20), (10, 20)], people: 1)
    sketch.add([(10.01, 30), (20, 30), (20, 20.01), (10.01, 20.01)], people: 1)  // 10 m off
    let adjacency = CountyAdjacency(of: sketch.counties)
    #expect(adjacency.neighbours(of: 0) == [1, 2])
    #expect(adjacency.neighbours(of: 2) == [0, 1])
    #expect(adjacency.neighbours(of: 3).isEmpty)
    for other in [1, 2] {
      let contact = try #require(adjacency.contact(between: 0, other))
      #expect(abs(contact.length.kilometers - 10) < 0.4)
    }
  }

  @Test func anEnclaveTouchesAllAround() throws {
    var sketch = CountySketch()
    sketch.addBox(0, 0, 30, 30, people: 1)
    let hole = CountySketch.points([(10, 10), (20, 10), (20, 20), (10, 20)])
    sketch.counties[0].polygons[0].holes = [hole.reversed()]
    sketch.addBox(10, 10, 20, 20, people: 1)
    let contact = try #require(CountyAdjacency(of: sketch.counties).contact(between: 0, 1))
    #expect(abs(contact.length.kilometers - 40) < 1)
    #expect(contact.lines.count == 1)
    #expect(contact.lines[0].first == contact.lines[0].last && contact.lines[0].count == 5)
  }

  /// Random quadrilaterals over a lattice of corners: the slow way looks at every pair of sides.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func agreesWithEveryPairOfSides(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let counties = RandomCounties.counties(using: &random)
    let adjacency = CountyAdjacency(of: counties)
    for first in counties.indices {
      for second in counties.indices where second > first {
        let (length, touches) = Self.slow(counties[first], counties[second])
        let contact = adjacency.contact(between: first, second)
        #expect((contact != nil) == touches, "\(first) and \(second)")
        #expect(abs((contact?.length.value ?? 0) - length) < 1e-6, "\(first) and \(second)")
        #expect(adjacency.neighbours(of: first).contains(second) == (length > 0))
      }
    }
  }

  private static func slow(_ first: County, _ second: County) -> (length: Double, touches: Bool) {
    func sides(_ county: County) -> [(GeoPoint, GeoPoint)] {
      county.polygons.flatMap(\.rings).flatMap { ring in
        ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
      }
    }
    var length = 0.0
    for (a, b) in sides(first) {
      for (c, d) in sides(second) where (a == c && b == d) || (a == d && b == c) {
        length += GeoSide(a, b).length.value
      }
    }
    let vertices = Set(first.polygons.flatMap { $0.rings.joined() })
    return (
      length, second.polygons.contains { $0.rings.joined().contains(where: vertices.contains) }
    )
  }
}

/// Counties over a bent lattice; some squares belong to two provinces' counties by chance.
enum RandomCounties {
  static func counties(using random: inout SeededGenerator) -> [County] {
    let side = Int.random(in: 2...5, using: &random)
    var corners: [[(Double, Double)]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          (
            10 * (Double(column) + .random(in: -0.2...0.2, using: &random)),
            10 * (Double(row) + .random(in: -0.2...0.2, using: &random))
          )
        })
    }
    var sketch = CountySketch()
    for row in 0..<side {
      for column in 0..<side where Int.random(in: 0..<8, using: &random) > 0 {
        sketch.add(
          [
            corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
            corners[row + 1][column],
          ], people: 1)
        sketch.counties[sketch.counties.count - 1].province = Int.random(in: 0..<3, using: &random)
      }
    }
    return sketch.counties
  }
}
