import Foundation
import Shapes
import TestSupport

@testable import Geometry

/// Counties made of whole or cut lattice cells, in kilometres of the embedded dataset's plane.
struct CountySketch {
  static let lattice: Lattice = {
    guard
      let plane = try? ProjectedPlane("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=WGS84")
    else { preconditionFailure("PROJ knows this projection.") }
    return Lattice(plane: plane, cellSize: 500)
  }()

  /// Where kilometre 0,0 of a sketch lies in the plane: near 112° east, 28° north, and off the
  /// lines of the lattice by nothing.
  static let corner = PlanePoint(x: 680_000, y: 3_000_000)

  static func points(_ kilometers: [(Double, Double)]) -> [GeoPoint] {
    let plane = kilometers.map {
      PlanePoint(x: corner.x + $0.0 * 1_000, y: corner.y + $0.1 * 1_000)
    }
    guard let points = try? lattice.plane.unproject(plane) else { return [] }
    return points
  }

  /// The cell whose south-western corner is at (x, y) kilometres.
  static func cell(_ x: Double, _ y: Double) -> LatticeCell {
    lattice.cell(at: PlanePoint(x: corner.x + x * 1_000 + 1, y: corner.y + y * 1_000 + 1))
  }

  var counties: [County] = []
  var settlements: [Settlement] = []

  // Adds a county with the corners given; its seat is where `seat` says.
  mutating func add(
    _ ring: [(Double, Double)], people: Int?, urban: Int? = nil, seat: (Double, Double)? = nil
  ) {
    let number = counties.count
    counties.append(
      County(
        code: "\(430_101 + number)",
        name: PlaceName(chinese: "甲\(number)县", english: "County \(number)"), prefecture: 0,
        province: 0, polygons: [GeoPolygon(outer: Self.points(ring))],
        seat: seat.map { Self.points([$0])[0] }, people: people, urbanPeople: urban))
  }

  mutating func addBox(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double, people: Int?,
    urban: Int? = nil, seat: (Double, Double)? = nil
  ) {
    add(
      [(west, south), (east, south), (east, north), (west, north)], people: people, urban: urban,
      seat: seat)
  }

  mutating func settle(_ x: Double, _ y: Double, county: Int) {
    settlements.append(Settlement(position: Self.points([(x, y)])[0], county: county))
  }

  var region: Region {
    Region(
      counties: counties,
      prefectures: [
        Prefecture(
          code: "430100", name: PlaceName(chinese: "甲市", english: "Jia"), province: 0,
          counties: Array(counties.indices), core: nil)
      ],
      provinces: [
        Province(
          code: "430000", name: PlaceName(chinese: "湖南省", english: "Hunan"), prefectures: [0])
      ], settlements: settlements)
  }

  // - Parameter roads: pieces from–to in kilometres.
  func store(roads: [((Double, Double), (Double, Double))] = []) throws -> PeopleStore {
    func meters(_ p: (Double, Double)) -> PlanePoint {
      PlanePoint(x: Self.corner.x + p.0 * 1_000, y: Self.corner.y + p.1 * 1_000)
    }
    return try PeopleStore(
      region: region, lattice: Self.lattice, model: PeopleModel(),
      roads: NearestSegment(
        starts: roads.map { meters($0.0) }, ends: roads.map { meters($0.1) }, bucketSize: 2_000,
        reach: 20_000))
  }

  /// A grid of counties whose inner borders are bent at random, so that border cells are shared.
  static func random(using random: inout SeededGenerator) -> CountySketch {
    var sketch = CountySketch()
    let side = Int.random(in: 1...3, using: &random)
    let size = Double.random(in: 1.5...9, using: &random)
    var corners: [[(Double, Double)]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          (
            size * (Double(column) + Double.random(in: -0.3...0.3, using: &random)),
            size * (Double(row) + Double.random(in: -0.3...0.3, using: &random))
          )
        })
    }
    for row in 0..<side {
      for column in 0..<side {
        let ring = [
          corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
          corners[row + 1][column],
        ]
        let people: Int? =
          switch Int.random(in: 0..<8, using: &random) {
          case 0: nil
          case 1: 0
          case 2: Int.random(in: 1...9, using: &random)
          default: Int.random(in: 1_000...600_000, using: &random)
          }
        let middle = (
          ring.reduce(0) { $0 + $1.0 } / 4, ring.reduce(0) { $0 + $1.1 } / 4
        )
        sketch.add(
          ring, people: people,
          urban: Bool.random(using: &random)
            ? people.map { Int.random(in: 0...$0, using: &random) } : nil,
          seat: Int.random(in: 0..<4, using: &random) == 0 ? nil : middle)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
          sketch.settle(
            middle.0 + .random(in: -1...1, using: &random),
            middle.1 + .random(in: -1...1, using: &random), county: sketch.counties.count - 1)
        }
      }
    }
    return sketch
  }
}

extension CountyCells {
  /// People by cell.
  var byCell: [LatticeCell: Int] {
    var found: [LatticeCell: Int] = [:]
    for (place, people) in zip(places, people) { found[window.cell(at: Int(place))] = Int(people) }
    return found
  }
}
