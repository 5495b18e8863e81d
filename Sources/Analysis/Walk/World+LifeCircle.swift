import Geometry
import Routing
import Shapes

extension World {
  /// Answers a question about facilities on foot.
  ///
  /// The times of each lattice corner are those of a circle on foot around all facilities of a kind
  /// at once; all counts come from cells.
  ///
  /// - Complexity: O(roads around the facilities), then O(cells of their box) a kind.
  public func lifeCircles(_ question: LifeCircleQuestion) throws -> LifeCircleAnswer {
    var kinds: [String] = []
    for facility in question.facilities where !kinds.contains(facility.kind) {
      kinds.append(facility.kind)
    }
    let locator = RegionLocator(region.counties)
    let homes = question.facilities.map { locator.county(at: $0.position) }
    let units =
      question.units.isEmpty
      ? Set(homes.compactMap { $0 }).sorted().map { UnitReference(.county, $0) } : question.units
    var rings: [LifeCircleAnswer.Ring] = []
    var services: [LifeCircleAnswer.Service] = []
    for kind in kinds {
      let own = question.facilities.indices.filter { question.facilities[$0].kind == kind }
      let points = own.map { question.facilities[$0].position }
      let surface = try WalkSurface(around: points, within: question.minutes.last ?? 0, in: self)
      let members = units.map { Set(region.counties(of: $0)) }
      let cells = try people.cells(
        of: Set(people.counties(touching: surface.window) + members.flatMap { $0 }).sorted())
      for minutes in question.minutes {
        let level = TravelTime.level(minutes)
        let count = CellCount(of: surface.times, over: surface.window, level: level)
        let inside = cells.map { Int(count.share(of: $0).people.rounded()) }
        rings.append(
          .init(
            kind: kind, minutes: minutes, facilities: own.count,
            area: count.area(on: lattice), people: inside.reduce(0, +),
            polygons: try surface.polygons(level: level)))
        for (unit, counties) in zip(units, members) {
          let figures = counties.compactMap { region.counties[$0].people }
          services.append(
            .init(
              unit: unit, kind: kind, minutes: minutes,
              facilities: own.count { homes[$0].map(counties.contains) ?? false },
              people: figures.isEmpty ? nil : figures.reduce(0, +),
              peopleInside: figures.isEmpty
                ? nil
                : zip(cells, inside).reduce(0) { $0 + (counties.contains($1.0.county) ? $1.1 : 0) }
            ))
        }
      }
    }
    let order = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    let kindOrder = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    services.sort {
      (order[$0.unit] ?? 0, kindOrder[$0.kind] ?? 0, $0.minutes)
        < (order[$1.unit] ?? 0, kindOrder[$1.kind] ?? 0, $1.minutes)
    }
    return LifeCircleAnswer(
      question: question, rings: rings, services: services, cellSize: lattice.cellSize,
      outside: homes.count { $0 == nil })
  }
}

/// Walking times at the corners of a window around points.
private struct WalkSurface {
  let window: LatticeWindow
  let times: [UInt32]
  private let lattice: Lattice

  init(around points: [GeoPoint], within minutes: Double, in world: World) throws {
    let network = world.modes.walkable
    let attachments = Parallel.map(points.count) {
      network.attachment(of: Origin(points: [points[$0]]))
    }
    let arrivals = network.arrivals(
      from: [
        attachments.map { OriginAttachment.Member($0, head: Origin.Head(time: 0, meters: 0)) }
      ])[0]
    let limit = TravelTime.minutes(minutes)
    window = try world.window(of: [arrivals], around: [], within: limit)
    times =
      try TimeField.fields(
        of: [arrivals],
        leaving: [
          .init(
            time: 0, isOwn: [Bool](repeating: false, count: window.cornerCount),
            paysTerminals: false)
        ], over: window, corners: world.lattice.corners(of: window), within: limit,
        cellSize: world.lattice.cellSize)[0].times
    lattice = world.lattice
  }

  func polygons(level: UInt32) throws -> [GeoPolygon] {
    let line = Isoline(of: times, over: window, level: level, on: lattice)
    return try lattice.plane.unproject(all: line.polygons).map { polygon in
      polygon.map { point in
        GeoPoint(
          longitude: (point.longitude * 1e7).rounded() / 1e7,
          latitude: (point.latitude * 1e7).rounded() / 1e7)
      }
    }
  }
}
