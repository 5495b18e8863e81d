import Geometry
import Shapes

extension CircleSurvey {
  /// What of a zone lies inside, and which counties of a list are reached.
  func zoneCoverage(_ zone: Zone, _ count: CellCount, minutes: Double) throws -> ZoneCoverage {
    let subsampleArea = world.lattice.cellArea / 64
    switch zone.ground {
    case .counties(let members):
      let listed = Set(members)
      let cells = try world.people.cells(of: members)
      let reached = Set(
        seats.indices.filter { (seats[$0]?.minutes ?? .infinity) <= minutes })
      return ZoneCoverage(
        zone: zone, area: cells.reduce(0) { $0 + Double($1.subsamples) } * subsampleArea,
        areaInside: cells.reduce(0) { $0 + count.share(of: $1).subsamples } * subsampleArea,
        people: people(of: members) { world.region.counties[$0].people },
        peopleInside: people(of: cells) { $0.people(in: count, world.region) },
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
        zone: zone, area: Double(ground.subsamples) * subsampleArea,
        areaInside: Double(common.subsamples) * subsampleArea,
        people: people(of: cells) { $0.people(in: ground, world.region) },
        peopleInside: people(of: cells) { $0.people(in: common, world.region) },
        listedAndReached: [], listedNotReached: [], reachedNotListed: [])
    }
  }

  /// The sum over what was counted; nil where nothing was.
  private func people<Part>(of parts: [Part], _ count: (Part) -> Int?) -> Int? {
    let counted = parts.compactMap(count)
    return counted.isEmpty && !parts.isEmpty ? nil : counted.reduce(0, +)
  }
}

extension CountyCells {
  /// Whole persons of the county inside; nil where nobody was counted.
  fileprivate func people(in count: CellCount, _ region: Region) -> Int? {
    region.counties[county].people.map { _ in Int(count.share(of: self).people.rounded()) }
  }
}
