import Geometry
import Shapes
import Testing

@testable import Reports

@Suite struct CountyMeshTests {
  /// Two squares share one side: one line between them, one around each.
  @Test func neighboursShareOneLine() {
    let mesh = CountyMesh(of: [0, 1], in: TwoCounties().region, tolerance: 0)
    #expect(mesh.lines.count == 3)
    #expect(mesh.lines.count { $0.rank == .prefecture } == 1)
    #expect(mesh.lines.count { $0.rank == .edge } == 2)
    let shared = mesh.lines.firstIndex { $0.rank == .prefecture } ?? -1
    let references = mesh.areas.flatMap { $0.rings.flatMap { $0 } }
    #expect(references.filter { $0 == shared || $0 == ~shared }.sorted() == [~shared, shared])
  }

  /// A county alone still knows what lies beyond its borders.
  @Test func aBorderKeepsItsRankWhereTheNeighbourIsNotDrawn() {
    let mesh = CountyMesh(of: [0], in: TwoCounties().region, tolerance: 0)
    #expect(mesh.areas.count == 1)
    #expect(mesh.lines.count { $0.rank == .prefecture } == 1)
  }

  @Test func ringsCloseAgain() {
    let region = TwoCounties().region
    let mesh = CountyMesh(of: [0, 1], in: region, tolerance: 0)
    for area in mesh.areas {
      let ring = area.rings[0].flatMap { reference in
        let points = reference >= 0 ? mesh.lines[reference].points : mesh.lines[~reference].points
        return (reference >= 0 ? points : points.reversed()).dropLast()
      }
      #expect(Set(ring) == Set(region.counties[area.county].polygons[0].outer))
    }
  }

  @Test func aHoleAndTheCountyInItShareOneClosedLine() {
    func square(_ half: Double) -> [GeoPoint] {
      [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map {
        GeoPoint(longitude: 113 + $0.0 * half, latitude: 28 + $0.1 * half)
      }
    }
    var region = TwoCounties().region
    region.counties[0].polygons = [GeoPolygon(outer: square(1), holes: [square(0.5).reversed()])]
    region.counties[1].polygons = [GeoPolygon(outer: square(0.5))]
    let mesh = CountyMesh(of: [0, 1], in: region, tolerance: 100)
    #expect(mesh.lines.count == 2)
    #expect(mesh.lines.allSatisfy { $0.points.count == 5 && $0.points.first == $0.points.last })
    #expect(mesh.lines.map(\.rank) == [.edge, .prefecture])
  }
}

@Suite struct LineSimplificationTests {
  @Test func keepsWhatStandsOutAndDropsWhatDoesNot() {
    // 0.001° of latitude is 111 m.
    let line = [(0.0, 0.0), (0.5, 0.0005), (1, 0), (1.5, 0.01), (2, 0)]
      .map { GeoPoint(longitude: 113 + $0.0, latitude: 28 + $0.1) }
    #expect(line.simplifiedLine(tolerance: 100) == [line[0], line[2], line[3], line[4]])
    #expect(line.simplifiedLine(tolerance: 10_000) == [line[0], line[4]])
    #expect(Array(line.prefix(2)).simplifiedLine(tolerance: 1e9) == Array(line.prefix(2)))
  }

  @Test func aSpeckIsDropped() {
    let speck = [(0.0, 0.0), (0.001, 0), (0.001, 0.001)]
      .map { GeoPoint(longitude: 113 + $0.0, latitude: 28 + $0.1) }
    #expect(speck.simplifiedRing(tolerance: 1_000) == nil)
    #expect(speck.simplifiedRing(tolerance: 0) == speck)
  }
}
