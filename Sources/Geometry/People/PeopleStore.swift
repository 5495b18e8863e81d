public import Shapes

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
  private let known = Locked<[Int: CountyCells]>([:])
  private let counts = Locked<[Int: Int]>([:])
  private let knownAtlas: Locked<CoreAtlas?>
  private let keepAtlas: @Sendable (CoreAtlas) -> Void

  /// Lays out the counties; `roads` are the main roads, which rural people live along.
  ///
  /// `atlas` holds the cores of the same region, lattice, model and roads, where they were found
  /// before; `keepAtlas` is given them when they are found now.
  public init(
    region: Region, lattice: Lattice, model: PeopleModel, roads: NearestSegment,
    atlas: CoreAtlas? = nil, keepAtlas: @escaping @Sendable (CoreAtlas) -> Void = { _ in }
  ) throws {
    knownAtlas = Locked(atlas)
    self.keepAtlas = keepAtlas
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

  /// The cores of the whole region, where they are known.
  var atlas: CoreAtlas? { knownAtlas.withLock { $0 } }

  func know(_ atlas: CoreAtlas) {
    knownAtlas.withLock { $0 = atlas }
    keepAtlas(atlas)
  }

  /// The counties whose window meets `window`, ascending.
  public func counties(touching window: LatticeWindow) -> [Int] {
    windows.indices.filter { windows[$0].intersects(window) }
  }

  /// Sub-samples of counties by their index, each worked out once: areas that add up with those
  /// of their cells.
  public func subsamples(of counties: [Int]) throws -> [Int: Int] {
    let missing = counts.withLock { known in counties.filter { known[$0] == nil } }
    let found = try Parallel.map(missing.count) { index in
      try CellMasks(of: self.outlines[missing[index]], on: self.lattice).masks
        .reduce(0) { $0 + $1.nonzeroBitCount }
    }
    return counts.withLock { known in
      for (county, count) in zip(missing, found) { known[county] = count }
      return known
    }
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
    if places.isEmpty, let vertex = outlines[index].first?.outer.first {
      // Too small for any sub-sample: its people live in the one at its first vertex.
      return speck(index, at: vertex)
    }
    let county = region.counties[index]
    if let wanted = region.counted?.spread(
      county: index, places: places, masks: masks, window: covered.window, lattice: lattice)
    {
      return CountyCells(
        county: index, window: covered.window, places: places, masks: masks,
        people: PeopleModel.wholePersons(wanted, total: county.people ?? 0))
    }
    let urban = min(county.urbanPeople ?? 0, county.people ?? 0)
    let people = model.distribute(
      urban: urban, rural: (county.people ?? 0) - urban, places: places, masks: masks,
      window: covered.window, lattice: lattice, seat: seats[index],
      settlements: settlements[index], roads: roads)
    return CountyCells(
      county: index, window: covered.window, places: places, masks: masks, people: people)
  }
}

extension PeopleStore {
  /// A county smaller than a sub-sample.
  private func speck(_ index: Int, at vertex: PlanePoint) -> CountyCells {
    let cell = lattice.cell(at: vertex)
    let corner = lattice.corner(column: cell.column, row: cell.row)
    let step = lattice.cellSize / Double(Lattice.subdivision)
    let (i, j) = (Int((vertex.x - corner.x) / step), Int((vertex.y - corner.y) / step))
    return CountyCells(
      county: index,
      window: LatticeWindow(
        columns: cell.column..<cell.column + 1, rows: cell.row..<cell.row + 1), places: [0],
      masks: [1 << UInt64(min(7, j) * Lattice.subdivision + min(7, i))],
      people: [UInt32(region.counties[index].people ?? 0)])
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
