import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

@Suite struct CertificateTests {
  // Square kilometres of the drawn areas on the ellipsoid, by the cylindrical equal-area chart
  // (Snyder 1987, USGS PP 1395, eq. 3-12): no PROJ, no lattice.
  private func area(_ polygons: [GeoPolygon]) -> Double {
    let squared = 2 / 298.257223563 - 1 / (298.257223563 * 298.257223563)
    let e = squared.squareRoot()
    let degree = Double.pi / 180
    let chart = polygons.map { polygon in
      polygon.map { point in
        let s = sin(point.latitude * degree)
        let q =
          (1 - squared) * (s / (1 - squared * s * s) - log((1 - e * s) / (1 + e * s)) / (2 * e))
        return PlanePoint(
          x: 6_378.137 * point.longitude * degree, y: 6_378.137 * q / 2)
      }
    }
    return chart.reduce(0) { $0 + $1.area }
  }

  /// People inside the drawn areas, sub-sample by sub-sample, in degrees.
  private func people(_ polygons: [GeoPolygon], in world: World) throws -> Double {
    let index = AreaIndex(polygons)
    let size = world.lattice.cellSize
    var people = 0.0
    for county in try world.people.cells(of: Array(world.region.counties.indices)) {
      for slot in county.places.indices where county.people[slot] > 0 {
        let cell = county.window.cell(at: Int(county.places[slot]))
        let bits = (0..<64).filter { county.masks[slot] & (1 << UInt64($0)) != 0 }
        let points = try world.lattice.plane.unproject(
          bits.map { bit in
            PlanePoint(
              x: (Double(cell.column) + (Double(bit % 8) + 0.5) / 8) * size,
              y: (Double(cell.row) + (Double(bit / 8) + 0.5) / 8) * size)
          })
        people +=
          Double(county.people[slot]) * Double(points.count(where: index.contains))
          / Double(bits.count)
      }
    }
    return people
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func theCertificateIsTrue(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    var question = CircleQuestion.random(in: sketch, within: [12, 25], using: &random)
    question.tolerance = seed.isMultiple(of: 2) ? 0 : 150
    for circle in try world.circles(question).circles where circle.extent.area > 0 {
      // Lines are straight in degrees here, in the plane there: parts in 100,000 for those of a
      // cell, more for the long ones of a simplified polygon.
      #expect(
        abs(area(circle.polygons) / circle.extent.area - 1 - circle.certificate.area)
          < (question.tolerance == 0 ? 2e-5 : 3e-4))
      guard circle.extent.residents > 1_000 else { continue }
      let drawn = try people(circle.polygons, in: world)
      #expect(
        abs(drawn / Double(circle.extent.residents) - 1 - circle.certificate.people) < 0.001)
    }
  }

  @Test(arguments: 100..<108 as Range<UInt64>)
  func polygonsAreValidAsWritten(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    for tolerance in [0.0, 200] {
      var question = CircleQuestion.random(in: sketch, within: [9, 25], using: &random)
      question.tolerance = tolerance
      for circle in try world.circles(question).circles {
        #expect(try circle.polygons.invalidity() == nil)
        for polygon in circle.polygons {
          #expect(polygon.wound() == polygon)
          for ring in polygon.rings {
            #expect(ring.count >= 3 && ring.first != ring.last)
            for point in ring {
              #expect((point.longitude * 1e7).rounded() / 1e7 == point.longitude)
              #expect((point.latitude * 1e7).rounded() / 1e7 == point.latitude)
            }
          }
        }
      }
    }
  }
}
