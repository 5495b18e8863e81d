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
  /// What the baseline has inside, by the minutes asked.
  private var baseCircles: [BaseCircle] = []

  private struct BaseCircle: Sendable {
    var polygons: [GeoPolygon]
    var counts: Counts
    var figures: CircleFigures
  }

  /// What lies inside at the speeds of each band.
  private struct Counts: Sendable {
    var given: GroundCount
    var lower: GroundCount
    var higher: GroundCount
  }

  private struct Surfaces: Sendable {
    var given: TimeSurface
    var lower: TimeSurface
    var higher: TimeSurface

    init(_ doors: DoorTimes) {
      given = doors.surface(.asGiven).surface
      lower = doors.surface(.lower).surface
      higher = doors.surface(.higher).surface
    }

    /// The cells that any band reads otherwise than by `other`; nil for none.
    func cells(unlike other: Surfaces) -> LatticeWindow? {
      [
        given.cells(unlike: other.given), lower.cells(unlike: other.lower),
        higher.cells(unlike: other.higher),
      ].compactMap { $0 }.reduce(nil) { $0?.union($1) ?? $1 }
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
    @Sendable func surfaces(_ fields: [TimeField]) -> Surfaces {
      Surfaces(
        DoorTimes(window: window, fields: fields, leaving: leaving, arriving: arriving))
    }
    let cell = world.lattice.cellSize
    let fields = try TimeField.fields(
      of: arrivals, leaving: leaving, over: window, corners: corners, within: furthest,
      cellSize: cell)
    base = surfaces(fields)
    cases = try Parallel.map(others.count) { index in
      let found = others[index]
      let changed = ChangedRoads(of: found, since: arrivals, changes: changes[index])
      guard !changed.isEmpty else { return nil }
      return surfaces(
        try TimeField.fields(
          of: found, leaving: leaving, over: window, corners: corners, within: furthest,
          cellSize: cell, keeping: fields, whereNot: changed.serve(blockAround:)))
    }
    baseCircles = try circlesOfBase()
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
    let surfaces = try Parallel.map(starts.count) { index in
      Surfaces(
        try DoorTimes(
          of: reaches[index], from: starts[index], over: window, corners: corners,
          arriving: arriving, within: furthest, mode: question.mode, in: world))
    }
    base = surfaces[0]
    cases = Array(surfaces.dropFirst())
    baseCircles = try circlesOfBase()
  }

  private func circlesOfBase() throws -> [BaseCircle] {
    try Parallel.map(minutes.count) { index in
      let level = TravelTime.level(minutes[index])
      func count(_ surface: TimeSurface) -> GroundCount {
        GroundCount(of: surface, level: level, counties, in: world.region)
      }
      let counts = Counts(
        given: count(base.given), lower: count(base.lower), higher: count(base.higher))
      return BaseCircle(
        polygons: try drawn(base.given, level), counts: counts,
        figures: figures(minutes[index], counts))
    }
  }

  /// The circles of a case, or of the baseline where `index` is nil.
  func circles(ofCase index: Int?) throws -> [CircleFigures] {
    guard let index else { return baseCircles.map(\.figures) }
    guard let surfaces = cases[index], let changed = surfaces.cells(unlike: base) else {
      return baseCircles.map { base in
        var figures = base.figures
        (figures.gained, figures.lost) = (nothing, nothing)
        return figures
      }
    }
    return try Parallel.map(minutes.count) { place in
      try circle(minutes[place], of: surfaces, changed, baseCircles[place])
    }
  }

  private func circle(
    _ minutes: Double, of surfaces: Surfaces, _ changed: LatticeWindow, _ base: BaseCircle
  ) throws -> CircleFigures {
    func count(_ surface: TimeSurface, _ known: GroundCount) -> GroundCount {
      GroundCount(of: surface, knowing: known, in: changed, counties, in: world.region)
    }
    let known = base.counts
    let counts = Counts(
      given: count(surfaces.given, known.given), lower: count(surfaces.lower, known.lower),
      higher: count(surfaces.higher, known.higher))
    let (before, after) = (known.given.cells, counts.given.cells)
    let new = after.subtracting(before, in: changed)
    let gone = before.subtracting(after, in: changed)
    var figures = figures(minutes, counts)
    guard new.subsamples + gone.subsamples > 0 else {
      (figures.gained, figures.lost) = (nothing, nothing)
      return figures
    }
    let polygons = try drawn(surfaces.given, TravelTime.level(minutes))
    figures.gained = try change(new, of: polygons, without: base.polygons)
    figures.lost = try change(gone, of: base.polygons, without: polygons)
    return figures
  }

  private func figures(_ minutes: Double, _ counts: Counts) -> CircleFigures {
    CircleFigures(
      minutes: minutes, extent: counts.given.extent(in: world),
      lower: counts.lower.extent(in: world), higher: counts.higher.extent(in: world),
      gained: nil, lost: nil)
  }

  private var nothing: GroundChange {
    GroundChange(polygons: [], extent: Circle.Extent(area: 0, people: 0), people: [])
  }

  /// Ground that lies inside one circle and not in the other, as counted and as drawn.
  private func change(
    _ new: CellCount, of drawn: [GeoPolygon], without other: [GeoPolygon]
  ) throws -> GroundChange {
    guard new.subsamples > 0 else { return nothing }
    let people = new.residents(of: counties, in: world.region).compactMap { county, people in
      people.flatMap { $0 > 0 ? (county: county, people: $0) : nil }
    }
    return GroundChange(
      polygons: try drawn.subtracting(other, grid: 1e-7),
      extent: new.extent(of: counties, in: world), people: people)
  }

  private func drawn(_ surface: TimeSurface, _ level: UInt32) throws -> [GeoPolygon] {
    try world.lattice.plane.unproject(
      all: Isoline(of: surface, level: level, on: world.lattice).polygons)
  }
}
