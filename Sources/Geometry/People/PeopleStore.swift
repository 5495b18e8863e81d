public import Shapes
import Synchronization

/// The cells of counties on demand, each county worked out once.
///
/// What it returns is a pure function of region, lattice, roads and model: the store only
/// remembers. A county costs about 1 ms at 500 m.
public final class PeopleStore: Sendable {
  public let region: Region
  public let lattice: Lattice
  public let model: PeopleModel
  /// The window of each county, so that a question finds whom it touches.
  public let windows: [LatticeWindow]
  private let outlines: [[PlanePolygon]]
  private let seats: [PlanePoint?]
  private let settlements: [[PlanePoint]]
  private let roads: NearestSegment
  private let known = Mutex<[Int: CountyCells]>([:])

  /// - Parameter roads: the main roads, which rural people live along.
  public init(
    region: Region, lattice: Lattice, model: PeopleModel, roads: NearestSegment
  ) throws {
    self.region = region
    self.lattice = lattice
    self.model = model
    self.roads = roads
    let plane = lattice.plane
    let outlines = try Parallel.map(region.counties.count) { index in
      try region.counties[index].polygons.projected(onto: plane)
    }
    self.outlines = outlines
    windows = try outlines.map { try lattice.window(around: $0.flatMap(\.outer)) }
    let positions = try plane.project(region.settlements.map(\.position))
    var settlements = [[PlanePoint]](repeating: [], count: region.counties.count)
    for (settlement, position) in zip(region.settlements, positions) {
      settlements[settlement.county].append(position)
    }
    self.settlements = settlements
    var seats = [PlanePoint?](repeating: nil, count: region.counties.count)
    let seated = region.counties.indices.filter { region.counties[$0].seat != nil }
    let seatPoints = try plane.project(seated.compactMap { region.counties[$0].seat })
    for (index, point) in zip(seated, seatPoints) { seats[index] = point }
    self.seats = seats
  }

  /// The counties whose window meets `window`, ascending.
  public func counties(touching window: LatticeWindow) -> [Int] {
    windows.indices.filter { windows[$0].intersects(window) }
  }

  /// Square kilometres of a county's polygons in the lattice's equal-area plane.
  public func area(ofCounty index: Int) -> Double {
    outlines[index].reduce(0) { $0 + $1.area } / 1e6
  }

  /// The cells of `counties`, in that order; what is not known yet is worked out over all cores.
  public func cells(of counties: [Int]) throws -> [CountyCells] {
    let missing = known.withLock { known in counties.filter { known[$0] == nil } }
    let found = try Parallel.map(missing.count) { try self.workOut(missing[$0]) }
    return known.withLock { known in
      for cells in found { known[cells.county] = cells }
      return counties.compactMap { known[$0] }
    }
  }

  private func workOut(_ index: Int) throws -> CountyCells {
    let covered = try CellMasks(of: outlines[index], on: lattice)
    var places: [UInt32] = []
    var masks: [UInt64] = []
    for (place, mask) in covered.masks.enumerated() where mask != 0 {
      places.append(UInt32(place))
      masks.append(mask)
    }
    let county = region.counties[index]
    let urban = min(county.urbanPeople ?? 0, county.people ?? 0)
    let people = model.distribute(
      urban: urban, rural: (county.people ?? 0) - urban, places: places, masks: masks,
      window: covered.window, lattice: lattice, seat: seats[index],
      settlements: settlements[index], roads: roads)
    return CountyCells(
      county: index, window: covered.window, places: places, masks: masks, people: people)
  }
}

extension [GeoPolygon] {
  /// The same areas in metres of `plane`.
  public func projected(onto plane: ProjectedPlane) throws -> [PlanePolygon] {
    let all = try plane.project(flatMap { $0.rings.flatMap { $0 } })
    var rest = all[...]
    func take(_ ring: [GeoPoint]) -> [PlanePoint] {
      defer { rest = rest.dropFirst(ring.count) }
      return [PlanePoint](rest.prefix(ring.count))
    }
    return map { polygon in
      PlanePolygon(outer: take(polygon.outer), holes: polygon.holes.map(take))
    }
  }
}
