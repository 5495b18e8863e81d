import Foundation
import Geometry
import Routing
import Shapes
import TestSupport

@testable import Analysis

/// A world in kilometres east and north of a place at 112° east, 28° north.
struct WorldSketch {
  static let frame = LocalFrame(at: GeoPoint(longitude: 112, latitude: 28))

  static func point(_ x: Double, _ y: Double) -> GeoPoint {
    frame.point(at: PlanePoint(x: x * 1_000, y: y * 1_000))
  }

  static func ring(_ kilometers: [(Double, Double)]) -> GeoPolygon {
    GeoPolygon(outer: kilometers.map { point($0.0, $0.1) })
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> GeoPolygon {
    ring([(west, south), (east, south), (east, north), (west, north)])
  }

  // The embedded dataset's: 60 and 100 km/h, last leg 30 km/h over 1.3 of at most 10 km.
  //
  // - Parameter faster: what all speeds are multiplied by.
  static func profile(faster: Double = 1) -> TravelProfile {
    TravelProfile(
      name: "test", speeds: [.expressway: 100 * faster, .main: 60 * faster],
      lastLeg: LastLeg(speed: 30 * faster, circuity: 1.3, reach: 10_000),
      terminal: TerminalMinutes(
        steps: [.init(people: 500_000, minutes: 10), .init(people: 50_000, minutes: 5)],
        fullDepth: 2_000), walk: LastLeg(speed: 5 * faster, circuity: 1.3, reach: 1_000))
  }

  var counties: [County] = []
  var settlements: [Settlement] = []
  var prefectureCount = 1
  var prefectureCores: [Int: GeoPoint] = [:]
  var nodes: [GeoPoint] = []
  var from: [UInt32] = []
  var to: [UInt32] = []
  var length: [Double] = []
  var roadClass: [RoadClass] = []
  var route: [UInt16] = []
  var routes = [""]
  var lakes: [GeoPolygon] = []
  var rivers: [[GeoPoint]] = []
  var cellSize = 500.0
  var stations: [GeoPoint] = []
  var runs: [RailNetwork.Run] = []

  @discardableResult
  mutating func node(_ x: Double, _ y: Double) -> UInt32 {
    nodes.append(Self.point(x, y))
    return UInt32(nodes.count - 1)
  }

  mutating func road(
    _ from: UInt32, _ to: UInt32, _ roadClass: RoadClass = .main, detour: Double = 1,
    route code: String = ""
  ) {
    if !routes.contains(code) { routes.append(code) }
    route.append(UInt16(routes.firstIndex(of: code) ?? 0))
    self.from.append(from)
    self.to.append(to)
    length.append(nodes[Int(from)].localDistance(to: nodes[Int(to)]) * detour)
    self.roadClass.append(roadClass)
  }

  mutating func county(
    _ polygon: GeoPolygon, people: Int?, urban: Int? = nil, seat: (Double, Double)?,
    prefecture: Int = 0, suffix: String = "县"
  ) {
    let number = counties.count
    counties.append(
      County(
        code: "\(430_101 + number)",
        name: PlaceName(chinese: "甲\(number)\(suffix)", english: "County \(number)"),
        prefecture: prefecture, province: prefecture == 0 ? 0 : 1, polygons: [polygon],
        seat: seat.map { Self.point($0.0, $0.1) }, people: people, urbanPeople: urban))
    prefectureCount = max(prefectureCount, prefecture + 1)
  }

  /// Prefecture 0 is province 0; all others are province 1.
  var region: Region {
    let prefectures = (0..<prefectureCount).map { index in
      Prefecture(
        code: "43\(10 + index)00",
        name: PlaceName(chinese: "甲\(index)市", english: "City \(index)"),
        province: index == 0 ? 0 : 1,
        counties: counties.indices.filter { counties[$0].prefecture == index },
        core: prefectureCores[index])
    }
    return Region(
      counties: counties, prefectures: prefectures,
      provinces: [[0], Array(1..<max(1, prefectureCount))].enumerated().map { index, members in
        Province(
          code: "4\(index)0000",
          name: PlaceName(chinese: "省\(index)", english: "Province \(index)"),
          prefectures: members)
      }, settlements: settlements)
  }

  func world(faster: Double = 1) throws -> World {
    let roads = RoadNetwork(
      nodes: nodes, from: from, to: to, length: length, roadClass: roadClass,
      route: route, routes: routes)
    let lattice = Lattice(
      plane: try ProjectedPlane("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=WGS84"),
      cellSize: cellSize)
    let plane = try lattice.plane.project(nodes)
    let main = from.indices.filter { roadClass[$0] == .main }
    return World(
      region: region,
      network: AccessNetwork(
        roads: roads, profile: Self.profile(faster: faster),
        barriers: Barriers(areas: lakes, lines: rivers)),
      people: try PeopleStore(
        region: region, lattice: lattice, model: PeopleModel(),
        roads: NearestSegment(
          starts: main.map { plane[Int(from[$0])] }, ends: main.map { plane[Int(to[$0])] },
          bucketSize: 2_000, reach: 20_000)),
      basis: .modelled, rail: RailNetwork(stations: stations, runs: runs), railNames: railNames)
  }

  /// Four or nine counties with bent borders, their seats joined by main roads, villages, an
  /// expressway; and, unless all shall be reached, gaps in the roads, lakes and a river.
  static func random(using random: inout SeededGenerator, allReached: Bool = false) -> WorldSketch {
    var sketch = WorldSketch()
    let side = Int.random(in: 0..<4, using: &random) == 0 ? 3 : 2
    let size = allReached ? 9.0 : Double.random(in: 8...12, using: &random)
    var corners: [[(Double, Double)]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          (
            size * (Double(column) + .random(in: -0.1...0.1, using: &random)),
            size * (Double(row) + .random(in: -0.1...0.1, using: &random))
          )
        })
    }
    for row in 0..<side {
      for column in 0..<side {
        let seat = (
          size * (Double(column) + .random(in: 0.4...0.6, using: &random)),
          size * (Double(row) + .random(in: 0.4...0.6, using: &random))
        )
        let people: Int? =
          Int.random(in: 0..<10, using: &random) == 0
          ? nil : .random(in: 0...700_000, using: &random)
        sketch.county(
          ring([
            corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
            corners[row + 1][column],
          ]), people: people,
          urban: people.map { Int(Double($0) * .random(in: 0...1, using: &random)) },
          seat: allReached || Int.random(in: 0..<12, using: &random) > 0 ? seat : nil,
          prefecture: column, suffix: Bool.random(using: &random) ? "区" : "县")
        sketch.node(seat.0, seat.1)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          sketch.settlements.append(
            Settlement(
              position: point(
                seat.0 + .random(in: -2...2, using: &random),
                seat.1 + .random(in: -2...2, using: &random)),
              county: sketch.counties.count - 1))
        }
      }
    }
    func exists() -> Bool { allReached || Int.random(in: 0..<5, using: &random) > 0 }
    for row in 0..<side {
      for column in 0..<side {
        let here = UInt32(row * side + column)
        if column + 1 < side, exists() {
          sketch.road(here, here + 1, detour: .random(in: 1...1.3, using: &random))
        }
        if row + 1 < side, exists() {
          sketch.road(here, here + UInt32(side), detour: .random(in: 1...1.3, using: &random))
        }
        let village = sketch.node(
          size * (Double(column) + .random(in: 0...1, using: &random)),
          size * (Double(row) + .random(in: 0...1, using: &random)))
        sketch.road(here, village, detour: 1.1)
      }
    }
    let middle = sketch.node(size * Double(side) / 2, -2)
    sketch.road(0, middle, .expressway)
    sketch.road(middle, UInt32(side * side - 1), .expressway)
    guard !allReached else { return sketch }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let (x, y) = (
        Double.random(in: 0...size * Double(side), using: &random),
        Double.random(in: 0...size * Double(side), using: &random)
      )
      sketch.lakes.append(
        ring(
          (0..<8).map { corner in
            let angle = 2 * Double.pi * Double(corner) / 8
            let radius = Double.random(in: 0.4...2.5, using: &random)
            return (x + radius * cos(angle), y + radius * sin(angle))
          }))
    }
    sketch.rivers = [[point(-10, size), point(size, size * 0.9), point(size * 4, size * 1.1)]]
    return sketch
  }

  /// Any place that can be a centre.
  func place(using random: inout SeededGenerator) -> CentrePlace {
    let seated = counties.indices.filter { counties[$0].seat != nil }
    guard let county = seated.randomElement(using: &random), let seat = counties[county].seat else {
      return .point(Self.point(5, 5))
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      return .point(
        GeoPoint(
          longitude: seat.longitude + .random(in: -0.03...0.03, using: &random),
          latitude: seat.latitude + .random(in: -0.03...0.03, using: &random)))
    case 1: return .zone(name: "区块", [Self.box(3, 3, 6, 7)])
    case 2: return .unit(UnitReference(.prefecture, counties[county].prefecture))
    default: return .unit(UnitReference(.county, county))
    }
  }
}

extension CircleQuestion {
  /// One circle around one or two places.
  init(
    _ places: [CentrePlace], within minutes: [Double], mode: TravelMode = .roadDoor,
    reading: CentreReading = .core, zones: [Zone] = [], tolerance: Double = 0
  ) {
    self.init(
      groups: [.init(name: PlaceName(chinese: "中心", english: "centre"), places: places)],
      minutes: minutes, mode: mode, reading: reading, zones: zones, tolerance: tolerance)
  }

  static func random(
    in sketch: WorldSketch, within minutes: [Double], using random: inout SeededGenerator
  )
    -> CircleQuestion
  {
    let places = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      sketch.place(using: &random)
    }
    return CircleQuestion(
      places, within: minutes,
      mode: sketch.modes.randomElement(using: &random) ?? .road,
      reading: CentreReading.allCases.randomElement(using: &random) ?? .core)
  }
}

extension World {
  func circle(
    _ place: CentrePlace, within minutes: Double, mode: TravelMode = .roadDoor,
    reading: CentreReading = .core
  ) throws -> Circle {
    try circles(CircleQuestion([place], within: [minutes], mode: mode, reading: reading)).circles[0]
  }

  /// Minutes to points from a place, as coverage has them.
  func minutes(
    from place: CentrePlace, to points: [GeoPoint], mode: TravelMode = .roadDoor,
    reading: CentreReading = .core
  ) throws -> [Double?] {
    let question = CircleQuestion([place], within: [60], mode: mode, reading: reading)
    let survey = try CircleSurvey(of: question.groups[0], for: question, in: self)
    return try points.map { try survey.arrival(at: $0).minutes }
  }
}

extension Circle {
  func row(_ level: AdministrativeLevel, _ index: Int) -> Coverage? {
    coverage.first { $0.unit == UnitReference(level, index) }
  }
}

extension World {
  /// The one centre that a place is under a reading, or the first of its districts' cores.
  func centre(_ place: CentrePlace, reading: CentreReading) throws -> Centre {
    try centres(place, reading: reading)[0]
  }
}

extension Circle.Extent {
  /// People where the sketch counts everyone.
  var residents: Int { people ?? 0 }
}
