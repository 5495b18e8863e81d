public import Geometry
import Routing
public import Shapes

extension World {
  /// Looks a place up in the world under a reading: one centre, or for districts one for each
  /// built-up core that holds any of their seats.
  ///
  /// - Throws: ``CentreError``, or a ``ShapeError`` of the lattice.
  public func centres(_ place: CentrePlace, reading: CentreReading) throws -> [Centre] {
    switch place {
    case .point(let point):
      let core = try core(holding: point)
      return [
        centre(
          place, name: PlaceGroup(point: point).name, code: nil, reading: .seat,
          origin: Origin(points: [point]), core: core)
      ]
    case .zone(let name, let polygons):
      guard !polygons.isEmpty else { throw CentreError.zoneIsEmpty(name: name) }
      return [
        centre(
          place, name: PlaceName(chinese: name, english: name), code: nil, reading: .core,
          origin: Origin(area: polygons), core: try largestCore(within: polygons))
      ]
    case .gates(let name, let points):
      // Who leaves a station or an interchange has parked nowhere: no minutes of any core.
      return [
        centre(
          place, name: name, code: nil, reading: .seat, origin: Origin(points: points), core: nil)
      ]
    case .unit(let unit):
      return try centres(of: unit, place: place, reading: reading)
    }
  }

  private func centres(of unit: UnitReference, place: CentrePlace, reading: CentreReading) throws
    -> [Centre]
  {
    let name = region.name(of: unit)
    guard unit.level < .province else {
      throw CentreError.provinceIsTooLarge(name: name.chinese)
    }
    guard let seat = seat(of: unit) else { throw CentreError.noSeat(name: name.chinese) }
    let core = try core(holding: seat)
    let code = region.code(of: unit)
    switch reading {
    case .core:
      guard let core else {
        return [
          centre(
            place, name: name, code: code, reading: .seat, origin: Origin(points: [seat]),
            core: nil, fellBackToSeat: true)
        ]
      }
      return [
        centre(
          place, name: name, code: code, reading: reading,
          origin: Origin(area: try outline(of: core)), core: core)
      ]
    case .seat:
      return [
        centre(
          place, name: name, code: code, reading: reading, origin: Origin(points: [seat]),
          core: core)
      ]
    case .districts:
      let seats = region.counties(of: unit).map { region.counties[$0] }
        .filter(\.isUrbanDistrict).compactMap(\.seat)
      guard !seats.isEmpty else {
        return [
          centre(
            place, name: name, code: code, reading: .seat, origin: Origin(points: [seat]),
            core: core, fellBackToSeat: unit.level == .prefecture)
        ]
      }
      return try seatsByCore(seats).map { core, points in
        centre(
          place, name: name, code: code, reading: reading, origin: Origin(points: points),
          core: core)
      }
    }
  }

  /// Seats of one core start together; in the order of their first seat.
  private func seatsByCore(_ seats: [GeoPoint]) throws -> [(core: UrbanCore?, points: [GeoPoint])] {
    var groups: [(core: UrbanCore?, points: [GeoPoint])] = []
    for seat in seats {
      let core = try core(holding: seat)
      if let group = groups.firstIndex(where: { $0.core == core }) {
        groups[group].points.append(seat)
      } else {
        groups.append((core, [seat]))
      }
    }
    return groups
  }

  /// The core of the most people among those with a cell inside the polygons: what trips out of a
  /// zone leave.
  private func largestCore(within polygons: [GeoPolygon]) throws -> UrbanCore? {
    let masks = try CellMasks(of: polygons.projected(onto: lattice.plane), on: lattice)
    let cores = try UrbanCores(touching: masks.window, in: people).cores
    return cores.filter { core in
      core.cells.contains {
        masks.window.contains($0) && masks.masks[masks.window.index(of: $0)] != 0
      }
    }.max { ($0.people, $1.cells[0].row) < ($1.people, $0.cells[0].row) }
  }

  private func centre(
    _ place: CentrePlace, name: PlaceName, code: String?, reading: CentreReading, origin: Origin,
    core: UrbanCore?, fellBackToSeat: Bool = false
  ) -> Centre {
    Centre(
      place: place, name: name, code: code, reading: reading, origin: origin, core: core,
      startMinutes: core.map { network.profile.terminal.minutes(forCoreOf: $0.people) } ?? 0,
      fellBackToSeat: fellBackToSeat)
  }

  /// The point that stands for a unit: a county's seat, a prefecture's core or its first seat.
  public func seat(of unit: UnitReference) -> GeoPoint? { region.seat(of: unit) }

  private func core(holding point: GeoPoint) throws -> UrbanCore? {
    let cell = lattice.cell(at: try lattice.plane.project([point])[0])
    let window = LatticeWindow(
      columns: cell.column..<cell.column + 1, rows: cell.row..<cell.row + 1)
    return try UrbanCores(touching: window, in: people).cores.first
  }

  /// The rim of a core's cells, as areas in degrees.
  private func outline(of core: UrbanCore) throws -> [GeoPolygon] {
    let members = Set(core.cells)
    var builder = CellOutline()
    for cell in core.cells { builder.add(cell, among: members) }
    return try builder.polygons(on: lattice)
  }
}
