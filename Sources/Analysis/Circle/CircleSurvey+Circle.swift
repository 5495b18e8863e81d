import Geometry
import Routing
import Shapes

extension CircleSurvey {
  /// Reads the circle of `minutes` off the surfaces.
  func circle(within minutes: Double) throws -> Circle {
    let level = TravelTime.level(minutes)
    let count = CellCount(of: surface, level: level)
    let coverage = try coverage(count, minutes: minutes)
    let extent = self.extent(count)
    let drawn = try drawnPolygons(level: level)
    let long = longLegShares(count, extent: extent)
    let insideCounties = coverage.filter { $0.unit.level == .county }
      .reduce(0) { $0 + $1.areaInside }
    var readings: [CentreReading: Double] = [question.reading: extent.area]
    for (reading, surface) in otherReadings {
      readings[reading] = area(CellCount(of: surface, level: level))
    }
    return Circle(
      group: group, centres: centres, minutes: minutes, polygons: drawn, extent: extent,
      lower: self.extent(of: lower, level), higher: self.extent(of: higher, level),
      longLegAreaShare: long.area, longLegPeopleShare: long.people,
      certificate: try certificate(of: drawn, against: extent),
      owedToRail: surfaceByRoad.map { owedToRail(count, byRoad: $0, level: level) },
      roadMeters: world.region.counties.isEmpty && !question.mode.goesByRail
        ? arrivals.meters(reachedWithin: level) : nil,
      outsideArea: max(0, extent.area - insideCounties), coverage: coverage, readings: readings,
      zones: try question.zones.map { try zoneCoverage($0, count, minutes: minutes) })
  }

  /// What lies inside by train and would not by road.
  private func owedToRail(_ count: CellCount, byRoad surface: TimeSurface, level: UInt32)
    -> Circle.RailShare
  {
    let byRoad = CellCount(of: surface, level: level)
    var share = Circle.RailShare(area: area(count) - area(byRoad), people: 0, counties: [])
    for cells in counties {
      let (with, without) = (count.share(of: cells), byRoad.share(of: cells))
      guard with.subsamples > without.subsamples else { continue }
      let people = Int(with.people.rounded()) - Int(without.people.rounded())
      share.people += people
      share.counties.append(
        .init(
          county: cells.county,
          area: (with.subsamples - without.subsamples) / 64 * world.lattice.cellArea,
          people: people))
    }
    return share
  }

  private func area(_ count: CellCount) -> Double { count.area(on: world.lattice) }

  func extent(_ count: CellCount) -> Circle.Extent { count.extent(of: counties, in: world) }

  private func extent(of surface: TimeSurface, _ level: UInt32) -> Circle.Extent {
    extent(CellCount(of: surface, level: level))
  }

  /// Half a unit in the seventh decimal of a degree is half a centimetre.
  private func drawnPolygons(level: UInt32) throws -> [GeoPolygon] {
    let line = Isoline(of: surface, level: level, on: world.lattice)
    var polygons = try world.lattice.plane.unproject(all: line.polygons)
    polygons = rounded(polygons)
    var tolerance = question.tolerance
    // Rings may step over each other where much is left out: then less is.
    while tolerance >= 1 {
      let simplified = rounded(try polygons.simplified(tolerance: tolerance / metersPerDegree))
      if try simplified.invalidity() == nil { return simplified }
      tolerance /= 2
    }
    return polygons
  }

  /// A degree of longitude at the equator: no move is longer than the tolerance.
  private var metersPerDegree: Double { 111_320 }

  private func rounded(_ polygons: [GeoPolygon]) -> [GeoPolygon] {
    polygons.map { polygon in
      polygon.map { point in
        GeoPoint(
          longitude: (point.longitude * 1e7).rounded() / 1e7,
          latitude: (point.latitude * 1e7).rounded() / 1e7)
      }
    }
  }

  private func certificate(of drawn: [GeoPolygon], against extent: Circle.Extent) throws
    -> Circle.Certificate
  {
    guard extent.area > 0, !drawn.isEmpty else { return Circle.Certificate(area: 0, people: 0) }
    let plane = try drawn.projected(onto: world.lattice.plane)
    let area = plane.reduce(0) { $0 + $1.area } / 1e6
    let masks = try CellMasks(of: plane, on: world.lattice)
    let people = CellCount(of: masks, over: window).people(
      of: counties, in: world.region)
    return Circle.Certificate(
      area: area / extent.area - 1,
      people: (extent.people ?? 0) > 0
        ? Double(people ?? 0) / Double(extent.people ?? 1) - 1 : 0)
  }

  /// A cell counts as reached by a long leg as far as its corners are.
  private func longLegShares(_ count: CellCount, extent: Circle.Extent) -> (
    area: Double, people: Double
  ) {
    let corners = window.cornerColumns
    func weight(_ index: Int) -> Double {
      let (row, column) = index.quotientAndRemainder(dividingBy: window.columns.count)
      let corner = row * corners + column
      let long = [corner, corner + 1, corner + corners, corner + corners + 1]
        .count { isLongLeg[$0] }
      return Double(long) / 4
    }
    var area = 0.0
    for (index, mask) in count.inside.enumerated() where mask != 0 {
      area += Double(mask.nonzeroBitCount) * weight(index)
    }
    let people = counties.reduce(0) { $0 + count.share(of: $1, weight: weight).people }
    return (
      count.subsamples > 0 ? area / Double(count.subsamples) : 0,
      // Persons are rounded a county, these are not.
      (extent.people ?? 0) > 0 ? min(1, people / Double(extent.people ?? 1)) : 0
    )
  }
}

extension ProjectedPlane {
  /// Areas in degrees from areas in metres, in one call of PROJ.
  func unproject(all polygons: [PlanePolygon]) throws -> [GeoPolygon] {
    var rest = try unproject(polygons.flatMap { $0.rings.flatMap { $0 } })[...]
    func take(_ ring: [PlanePoint]) -> [GeoPoint] {
      defer { rest = rest.dropFirst(ring.count) }
      return Array(rest.prefix(ring.count))
    }
    return polygons.map { GeoPolygon(outer: take($0.outer), holes: $0.holes.map(take)) }
  }
}
