import Geometry
import Routing
import Shapes

/// The surfaces of time of one group of centres, by the baseline and by each case.
struct GroundSurvey: Sendable {
  let world: World
  let minutes: [Double]
  let window: LatticeWindow
  let counties: [CountyCells]
  /// Door times at corners by the baseline, and by each case; nil where a case changes none.
  private let base: Surfaces
  private let cases: [Surfaces?]

  private struct Surfaces: Sendable {
    var given: TimeSurface
    var lower: TimeSurface
    var higher: TimeSurface

    init(_ doors: DoorTimes) {
      given = doors.surface(.asGiven).surface
      lower = doors.surface(.lower).surface
      higher = doors.surface(.higher).surface
    }
  }

  init(
    of centres: [Centre], arrivals: [Arrivals], others: [[Arrivals]], changes: [NetworkChanges],
    for question: ComparisonQuestion, in world: World
  ) throws {
    self.world = world
    minutes = question.minutes
    let furthest = TravelTime.minutes((question.minutes.last ?? 0) * SpeedBand.higher.factor)
    let own = centres.map(\.origin.bounds)
    let window = try others.reduce(world.window(of: arrivals, around: own, within: furthest)) {
      $0.union(try world.window(of: $1, around: own, within: furthest))
    }
    self.window = window
    counties = try world.people.cells(of: world.people.counties(touching: window))
    let corners = try world.lattice.corners(of: window)
    let arriving =
      !question.mode.paysTerminals
      ? [] : try world.terminalSurface(over: window).arrivalCosts(over: window)
    let leaving = centres.map { $0.leaving(over: window, mode: question.mode) }
    func surfaces(_ fields: [TimeField]) -> Surfaces {
      Surfaces(
        DoorTimes(window: window, fields: fields, leaving: leaving, arriving: arriving))
    }
    let cell = world.lattice.cellSize
    let fields = try TimeField.fields(
      of: arrivals, leaving: leaving, over: window, corners: corners, within: furthest,
      cellSize: cell)
    base = surfaces(fields)
    cases = try zip(others, changes).map { found, changes in
      let changed = zip(found, arrivals).map { $0.changedEdges(since: $1, changes: changes) }
      guard changed.contains(where: { $0.contains(true) }) else { return nil }
      return surfaces(
        try TimeField.fields(
          of: found, leaving: leaving, over: window, corners: corners, within: furthest,
          cellSize: cell, keeping: fields
        ) { block in
          zip(found, changed).contains { $0.serves(block, anyOf: $1) }
        })
    }
  }

  /// Of worlds that are searched each on its own: the baseline's ways out first, then each case's.
  init(
    byRail starts: [[Start]], reaches: [[Reach]], for question: ComparisonQuestion, in world: World
  ) throws {
    self.world = world
    minutes = question.minutes
    let furthest = TravelTime.minutes((question.minutes.last ?? 0) * SpeedBand.higher.factor)
    let window = try world.window(
      of: reaches.joined().map(\.arrivals), around: starts[0].map(\.centre.origin.bounds),
      within: furthest)
    self.window = window
    counties = try world.people.cells(of: world.people.counties(touching: window))
    let corners = try world.lattice.corners(of: window)
    let arriving = try world.terminalSurface(over: window).arrivalCosts(over: window)
    let surfaces = try zip(starts, reaches).map { starts, reaches in
      let leaving = reaches.map { $0.leaving(over: window) }
      let fields = try TimeField.fields(
        of: reaches.map(\.arrivals), leaving: leaving, over: window, corners: corners,
        within: furthest, cellSize: world.lattice.cellSize)
      return Surfaces(
        DoorTimes(
          window: window, fields: fields, leaving: leaving, arriving: arriving,
          ownGround: question.mode == .railDoor
            ? starts.ownGround(over: window, corners: corners) : []))
    }
    base = surfaces[0]
    cases = Array(surfaces.dropFirst())
  }

  /// The circles of a case, or of the baseline where `index` is nil.
  func circles(ofCase index: Int?) throws -> [CircleFigures] {
    try minutes.map { minutes in
      let level = min(TravelTime.minutes(minutes), TravelTime.unreachable - 1)
      func extent(_ surface: TimeSurface) -> Circle.Extent {
        self.extent(of: CellCount(of: surface, level: level))
      }
      let surfaces = index.flatMap { cases[$0] } ?? base
      var figures = CircleFigures(
        minutes: minutes, extent: extent(surfaces.given), lower: extent(surfaces.lower),
        higher: extent(surfaces.higher), gained: nil, lost: nil)
      guard index != nil else { return figures }
      let (after, before) = (surfaces.given, base.given)
      figures.gained = try change(from: before, to: after, level: level)
      figures.lost = try change(from: after, to: before, level: level)
      return figures
    }
  }

  /// What lies inside by the latter times and not by the former.
  private func change(from before: TimeSurface, to after: TimeSurface, level: UInt32) throws
    -> GroundChange
  {
    let new = CellCount(of: after, level: level)
      .subtracting(CellCount(of: before, level: level))
    let extent = self.extent(of: new)
    guard new.subsamples > 0 else { return GroundChange(polygons: [], extent: extent, people: []) }
    let people = counties.compactMap { cells -> (county: Int, people: Int)? in
      guard world.region.counties[cells.county].people != nil else { return nil }
      let share = Int(new.share(of: cells).people.rounded())
      return share > 0 ? (cells.county, share) : nil
    }
    let polygons = try drawn(after, level).subtracting(
      drawn(before, level), grid: 1e-7)
    return GroundChange(polygons: polygons, extent: extent, people: people)
  }

  private func drawn(_ surface: TimeSurface, _ level: UInt32) throws -> [GeoPolygon] {
    try world.lattice.plane.unproject(
      all: Isoline(of: surface, level: level, on: world.lattice).polygons)
  }

  private func extent(of count: CellCount) -> Circle.Extent {
    Circle.Extent(
      area: Double(count.subsamples) / 64 * world.lattice.cellArea,
      people: count.people(of: counties, in: world.region))
  }
}
