public import Geometry
import Routing
public import Shapes

extension World {
  /// Looks a place up in the world under a reading.
  ///
  /// - Throws: ``CentreError``, or a ``ShapeError`` of the lattice.
  public func centre(_ place: CentrePlace, reading: CentreReading) throws -> Centre {
    switch place {
    case .point(let point):
      let core = try core(holding: point)
      return centre(
        place, name: PlaceName(coordinates: point), code: nil, reading: .seat,
        origin: Origin(points: [point]), core: core)
    case .zone(let name, let polygons):
      guard !polygons.isEmpty else { throw CentreError.zoneIsEmpty(name: name) }
      return centre(
        place, name: PlaceName(chinese: name, english: name), code: nil, reading: .core,
        origin: Origin(area: polygons), core: nil)
    case .unit(let unit):
      return try centre(of: unit, place: place, reading: reading)
    }
  }

  private func centre(of unit: UnitReference, place: CentrePlace, reading: CentreReading) throws
    -> Centre
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
        return centre(
          place, name: name, code: code, reading: reading, origin: Origin(points: [seat]),
          core: nil, fellBackToSeat: true)
      }
      return centre(
        place, name: name, code: code, reading: reading,
        origin: Origin(area: try outline(of: core)), core: core)
    case .seat:
      return centre(
        place, name: name, code: code, reading: reading, origin: Origin(points: [seat]),
        core: core)
    case .districts:
      let seats = region.counties(of: unit).map { region.counties[$0] }
        .filter(\.isUrbanDistrict).compactMap(\.seat)
      return centre(
        place, name: name, code: code, reading: reading,
        origin: Origin(points: seats.isEmpty ? [seat] : seats), core: core,
        fellBackToSeat: seats.isEmpty && unit.level == .prefecture)
    }
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
  public func seat(of unit: UnitReference) -> GeoPoint? {
    switch unit.level {
    case .county: region.counties[unit.index].seat
    case .prefecture:
      region.prefectures[unit.index].core
        ?? region.prefectures[unit.index].counties.lazy.compactMap { region.counties[$0].seat }
        .first
    case .province: nil
    }
  }

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

extension PlaceName {
  /// A point by its coordinates, as `--at` takes them.
  fileprivate init(coordinates point: GeoPoint) {
    let text = "\(point.longitude),\(point.latitude)"
    self.init(chinese: text, english: text)
  }
}
