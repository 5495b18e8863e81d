import Geometry
import Routing
import Shapes

extension CircleSurvey {
  /// Minutes by which a seat may be missed and its county is still listed.
  static let listedMargin = 30.0

  /// Coverage of every county that has ground inside, belongs to a centre, or whose seat is missed
  /// by half an hour or less; then of their prefectures, then of their provinces.
  ///
  /// Which rows there are does not depend on what else was asked.
  func coverage(_ count: CellCount, minutes: Double) throws -> [Coverage] {
    let own = centres.counties(in: world.region)
    var listed: [Int: (share: (subsamples: Double, people: Double), seat: PointArrival?)] = [:]
    let touched = Dictionary(uniqueKeysWithValues: counties.map { ($0.county, $0) })
    for county in world.region.counties.indices {
      let share = touched[county].map { count.share(of: $0) } ?? (subsamples: 0, people: 0)
      let seat = seats[county]
      let isNear = (seat?.minutes ?? .infinity) <= minutes + Self.listedMargin
      guard share.subsamples > 0 || own.contains(county) || isNear else { continue }
      listed[county] = (share, seat)
    }
    // Areas of the listed counties and of all others of their provinces.
    let provinces = Set(listed.keys.map { world.region.counties[$0].province })
    let subsamples = try world.people.subsamples(
      of: provinces.sorted().flatMap { world.region.counties(of: UnitReference(.province, $0)) })
    var rows: [Int: Coverage] = [:]
    for (county, found) in listed {
      rows[county] = coverage(
        of: UnitReference(.county, county), subsamplesInside: found.share.subsamples,
        peopleInside: Int(found.share.people.rounded()), seat: found.seat, minutes: minutes,
        subsamples)
    }
    return rows.values.sorted { $0.unit.index < $1.unit.index }
      + (try sums(of: rows, level: .prefecture, minutes: minutes, subsamples))
      + (try sums(of: rows, level: .province, minutes: minutes, subsamples))
  }

  /// The row of one unit; `seat` is nil where it has none.
  private func coverage(
    of unit: UnitReference, subsamplesInside: Double, peopleInside: Int, seat: PointArrival?,
    minutes: Double, _ subsamples: [Int: Int]
  ) -> Coverage {
    let members = world.region.counties(of: unit)
    let figures = members.compactMap { world.region.counties[$0].people }
    let people = figures.isEmpty ? nil : figures.reduce(0, +)
    let subsampleArea = world.lattice.cellArea / 64
    return Coverage(
      unit: unit,
      area: Double(members.reduce(0) { $0 + (subsamples[$1] ?? 0) }) * subsampleArea,
      areaInside: subsamplesInside * subsampleArea, people: people,
      peopleInside: people.map { _ in peopleInside }, seatMinutes: seat?.minutes,
      hasSeat: seat != nil, isSeatReached: (seat?.minutes ?? .infinity) <= minutes,
      seatLastLeg: seat?.lastLeg, stationMinutes: seat?.stationMinutes,
      minutesMissing: seat?.minutes.flatMap { $0 > minutes ? $0 - minutes : nil })
  }

  /// Rows of the units above: sums over all their counties, unlisted ones included.
  private func sums(
    of rows: [Int: Coverage], level: AdministrativeLevel, minutes: Double, _ subsamples: [Int: Int]
  ) throws -> [Coverage] {
    let region = world.region
    let units = Set(
      rows.keys.map {
        level == .prefecture ? region.counties[$0].prefecture : region.counties[$0].province
      })
    let subsampleArea = world.lattice.cellArea / 64
    return try units.sorted().map { index in
      let unit = UnitReference(level, index)
      let inside = region.counties(of: unit).compactMap { rows[$0] }
      return coverage(
        of: unit, subsamplesInside: inside.reduce(0) { $0 + $1.areaInside } / subsampleArea,
        peopleInside: inside.reduce(0) { $0 + ($1.peopleInside ?? 0) },
        seat: try world.seat(of: unit).map { try arrival(at: $0) }, minutes: minutes, subsamples)
    }
  }
}
