import Geometry
import Shapes

extension CircleSurvey {
  /// What of a zone lies inside, and which counties of a list are reached.
  func zoneCoverage(_ zone: Zone, _ count: CellCount, minutes: Double) throws -> ZoneCoverage {
    switch zone.ground {
    case .counties(let members):
      let listed = Set(members)
      let ground = try world.ground(of: members, in: count)
      let reached = Set(
        seats.indices.filter { (seats[$0]?.minutes ?? .infinity) <= minutes })
      return ZoneCoverage(
        zone: zone, area: ground.area, areaInside: ground.areaInside, people: ground.people,
        peopleInside: ground.peopleInside,
        listedAndReached: members.filter(reached.contains).sorted(),
        listedNotReached: members.filter { !reached.contains($0) }.sorted(),
        reachedNotListed: reached.subtracting(listed).sorted())
    case .polygons(let polygons):
      let masks = try CellMasks(
        of: polygons.projected(onto: world.lattice.plane), on: world.lattice)
      let subsampleArea = world.lattice.cellArea / 64
      let ground = CellCount(of: masks, over: masks.window)
      let common = ground.intersection(count)
      let cells = try world.people.cells(of: world.people.counties(touching: masks.window))
      return ZoneCoverage(
        zone: zone, area: Double(ground.subsamples) * subsampleArea,
        areaInside: Double(common.subsamples) * subsampleArea,
        people: cells.people { $0.people(in: ground, world.region) },
        peopleInside: cells.people { $0.people(in: common, world.region) },
        listedAndReached: [], listedNotReached: [], reachedNotListed: [])
    }
  }
}
