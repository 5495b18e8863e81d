import Geometry
import Shapes

extension CircleSurvey {
  /// Coverage of every county the window touches or a centre's prefecture holds, then of their
  /// prefectures and provinces.
  func coverage(_ count: CellCount, minutes: Double) throws -> [Coverage] {
    let region = world.region
    let own = centres.flatMap { centre -> [Int] in
      guard case .unit(let unit) = centre.place else { return [] }
      return region.counties(of: unit)
    }
    let known = Set(counties.map(\.county))
    let cells = (counties + (try world.people.cells(of: own.filter { !known.contains($0) })))
      .sorted { $0.county < $1.county }
    var byCounty: [Int: Coverage] = [:]
    let seats = try Parallel.map(cells.count) { index in
      try region.counties[cells[index].county].seat.map { try self.arrival(at: $0) }
    }
    for (cells, seat) in zip(cells, seats) {
      byCounty[cells.county] = coverage(
        of: cells, count, minutes: minutes, seat: seat)
    }
    return byCounty.values.sorted { $0.unit.index < $1.unit.index }
      + (try sums(of: byCounty, level: .prefecture, minutes: minutes))
      + (try sums(of: byCounty, level: .province, minutes: minutes))
  }

  private func coverage(
    of cells: CountyCells, _ count: CellCount, minutes: Double, seat: PointArrival?
  ) -> Coverage {
    let share = count.share(of: cells)
    let subsampleArea = world.lattice.cellArea / 64
    let people = world.region.counties[cells.county].people
    return Coverage(
      unit: UnitReference(.county, cells.county), area: Double(cells.subsamples) * subsampleArea,
      areaInside: share.subsamples * subsampleArea, people: people,
      peopleInside: people.map { _ in Int(share.people.rounded()) }, seatMinutes: seat?.minutes,
      isSeatReached: (seat?.minutes ?? .infinity) <= minutes, seatLastLeg: seat?.lastLeg,
      minutesMissing: seat?.minutes.flatMap { $0 > minutes ? $0 - minutes : nil })
  }

  /// Rows of the units above: sums over all their counties, those out of the window included.
  private func sums(
    of byCounty: [Int: Coverage], level: AdministrativeLevel, minutes: Double
  ) throws -> [Coverage] {
    let region = world.region
    let units = Set(
      byCounty.keys.map {
        level == .prefecture ? region.counties[$0].prefecture : region.counties[$0].province
      })
    return try units.sorted().map { index in
      let unit = UnitReference(level, index)
      let members = region.counties(of: unit)
      let missing = members.filter { byCounty[$0] == nil }
      let inside = members.compactMap { byCounty[$0] }
      let seat = try world.seat(of: unit).map { try self.arrival(at: $0) }
      return Coverage(
        unit: unit,
        area: inside.reduce(0) { $0 + $1.area }
          + missing.reduce(0) { $0 + world.people.area(ofCounty: $1) },
        areaInside: inside.reduce(0) { $0 + $1.areaInside },
        people: members.reduce(0) { $0 + (region.counties[$1].people ?? 0) },
        peopleInside: inside.reduce(0) { $0 + ($1.peopleInside ?? 0) },
        seatMinutes: seat?.minutes, isSeatReached: (seat?.minutes ?? .infinity) <= minutes,
        seatLastLeg: seat?.lastLeg,
        minutesMissing: seat?.minutes.flatMap { $0 > minutes ? $0 - minutes : nil })
    }
  }

  /// What of a zone lies inside, and which counties of a list are reached.
  func zoneCoverage(_ zone: Zone, _ count: CellCount, _ coverage: [Coverage]) throws
    -> ZoneCoverage
  {
    let unitArea = world.lattice.cellArea / 64
    switch zone.ground {
    case .counties(let members):
      let listed = Set(members)
      let cells = try world.people.cells(of: members)
      let reached = Set(
        coverage.filter { $0.unit.level == .county && $0.isSeatReached }.map(\.unit.index))
      return ZoneCoverage(
        zone: zone, area: cells.reduce(0) { $0 + Double($1.subsamples) } * unitArea,
        areaInside: cells.reduce(0) { $0 + count.share(of: $1).subsamples } * unitArea,
        people: members.reduce(0) { $0 + (world.region.counties[$1].people ?? 0) },
        peopleInside: cells.reduce(0) { $0 + Int(count.share(of: $1).people.rounded()) },
        listedAndReached: members.filter(reached.contains).sorted(),
        listedNotReached: members.filter { !reached.contains($0) }.sorted(),
        reachedNotListed: reached.subtracting(listed).sorted())
    case .polygons(let polygons):
      let masks = try CellMasks(
        of: polygons.projected(onto: world.lattice.plane), on: world.lattice)
      let ground = CellCount(of: masks, over: masks.window)
      let common = ground.intersection(count)
      let cells = try world.people.cells(of: world.people.counties(touching: masks.window))
      return ZoneCoverage(
        zone: zone, area: Double(ground.subsamples) * unitArea,
        areaInside: Double(common.subsamples) * unitArea,
        people: cells.reduce(0) { $0 + Int(ground.share(of: $1).people.rounded()) },
        peopleInside: cells.reduce(0) { $0 + Int(common.share(of: $1).people.rounded()) },
        listedAndReached: [], listedNotReached: [], reachedNotListed: [])
    }
  }
}
