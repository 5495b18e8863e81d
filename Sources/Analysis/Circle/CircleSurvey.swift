import Geometry
import Routing
import Shapes

/// One group's surfaces of time, from which its circles of any minutes are read.
struct CircleSurvey: Sendable {
  let world: World
  let question: CircleQuestion
  let group: PlaceGroup
  let centres: [Centre]
  /// By road, or on foot where all is walked: one a centre.
  let arrivals: [Arrivals]
  /// Every way of going out at the profile's speeds.
  private let reaches: [Reach]
  /// Rides from the stations near the centres to every other; nil where no train is taken, or no
  /// station is near.
  private let rides: [Origin.Head?]?
  let window: LatticeWindow
  let surface: TimeSurface
  let isLongLeg: [Bool]
  let lower: TimeSurface
  let higher: TimeSurface
  /// What roads alone give, where trips may also take a train.
  let surfaceByRoad: TimeSurface?
  /// What the centres start from, where only trains lead out of it; nil where it is no area.
  let ownGround: CellCount?
  /// Times under the readings that the question did not ask for.
  let otherReadings: [CentreReading: TimeSurface]
  /// Counties that the window touches, ascending, and their cells.
  let counties: [CountyCells]
  let terminal: TerminalSurface
  /// When each county's seat is reached, by its index; nil where it has none.
  ///
  /// Exact up to the most minutes asked and ``listedMargin`` more, and for every county that is
  /// touched or a centre's own; seats further off count as out of reach.
  private(set) var seats: [PointArrival?] = []

  init(of group: PlaceGroup, for question: CircleQuestion, in world: World) throws {
    self.world = world
    self.question = question
    self.group = group
    let mode = question.mode
    let asked = try Start.resolve(group, reading: question.reading, mode: mode, in: world)
    centres = asked.map(\.centre)
    arrivals = asked.map(\.arrivals)
    let others = try CentreReading.allCases.filter { $0 != question.reading }.map { reading in
      (
        reading,
        try Start.resolve(group, reading: reading, mode: mode, in: world, knowing: asked)
      )
    }
    let askedReaches = asked.map { $0.reaches(SpeedBand.allCases, mode: mode) }
    let otherReaches = others.map { reading, starts in
      starts.map(\.centre.origin) == asked.map(\.centre.origin)
        ? nil : starts.map { $0.reaches([.asGiven], mode: mode) }
    }
    reaches = askedReaches.joined().filter { $0.band == nil || $0.band == .asGiven }
    rides = try Self.rides(from: group, for: question, in: world)
    // Speeds a tenth higher reach a tenth further.
    let furthest = TravelTime.minutes((question.minutes.last ?? 0) * SpeedBand.higher.factor)
    let window = try world.window(
      of: (askedReaches + otherReaches.compactMap { $0 }.flatMap { $0 }).flatMap { $0 }
        .map(\.arrivals),
      around: asked.map(\.centre.origin.bounds), within: furthest)
    self.window = window
    let touched = world.people.counties(touching: window)
    counties = try world.people.cells(of: touched)
    let terminal = try world.terminalSurface(
      over: counties.reduce(window) { $0.union($1.window) })
    self.terminal = terminal
    let arriving = mode.paysTerminals ? terminal.arrivalCosts(over: window) : []
    let corners = try world.lattice.corners(of: window)
    func surfaces(_ starts: [Start], _ reaches: [Reach], within limit: UInt32) throws -> DoorTimes {
      try DoorTimes(
        of: reaches, from: starts, over: window, corners: corners, arriving: arriving,
        within: limit, mode: mode, in: world)
    }
    let doors = try surfaces(asked, Array(askedReaches.joined()), within: furthest)
    (surface, isLongLeg) = doors.surface(.asGiven)
    lower = doors.surface(.lower).surface
    higher = doors.surface(.higher).surface
    ownGround =
      doors.ownGround.contains(true)
      ? CellCount(
        of: doors.ownGround.map { $0 ? 0 : TravelTime.unreachable }, over: window, level: 0) : nil
    surfaceByRoad = mode == .roadOrRailDoor ? doors.surface(.asGiven, byRail: false).surface : nil
    var otherReadings: [CentreReading: TimeSurface] = [:]
    for ((reading, starts), reaches) in zip(others, otherReaches) {
      otherReadings[reading] =
        try reaches.map {
          try surfaces(
            starts, Array($0.joined()), within: TravelTime.minutes(question.minutes.last ?? 0)
          ).surface(.asGiven).surface
        } ?? surface
    }
    self.otherReadings = otherReadings
    seats = try seatArrivals()
  }

  /// Nil is told by ``CircleWarning/noStationNear(name:kilometers:)``.
  private static func rides(from group: PlaceGroup, for question: CircleQuestion, in world: World)
    throws -> [Origin.Head?]?
  {
    guard question.mode.goesByRail else { return nil }
    do {
      return try world.rides(from: group, reading: question.reading).journeys.heads
    } catch ModeError.noStationNear {
      return nil
    }
  }

  /// Whether trains are taken and no station is near the centres: no time from station to station.
  var lacksStation: Bool { question.mode.goesByRail && rides == nil }

  func circles() throws -> [Circle] { try question.minutes.map(circle(within:)) }

  /// When a point is reached from the nearest centre, terminal minutes included.
  struct PointArrival {
    /// Nil out of reach.
    var minutes: Double?
    /// Metres in a straight line; nil for a direct leg from a centre.
    var lastLeg: Double?
    /// From station to station, where the mode takes trains and both ends have one near.
    var stationMinutes: Double?
  }

  /// When `point` is reached from the nearest centre, in the mode asked.
  ///
  /// A point further than `limit`, in free-flow milliseconds, from every centre counts as out of
  /// reach; where `limit` is nil, none does.
  func arrival(at point: GeoPoint, within limit: UInt32? = nil) throws -> PointArrival {
    // Where only trains are taken, the centre's own ground is reached all the same.
    if question.mode == .railDoor, arrivals.contains(where: { $0.arrival(at: point).time == 0 }) {
      return PointArrival(minutes: 0, stationMinutes: stationMinutes(to: point))
    }
    let found = reaches.map { $0.arrivals.arrival(at: point) }
    let soonest = found.map { TravelTime.rounded($0.time) }.min() ?? TravelTime.unreachable
    guard soonest <= limit ?? TravelTime.unreachable - 1 else { return PointArrival() }
    let place = try world.lattice.plane.project([point])[0]
    let cell = world.lattice.cell(at: place)
    let arriving =
      !question.mode.paysTerminals
      ? 0
      : terminal.covers(cell)
        ? terminal.arrivalCost(at: place) : try world.arrivalCost(at: place, in: cell)
    var best = (time: TravelTime.unreachable, lastLeg: Double?.none)
    for (reach, found) in zip(reaches, found) {
      let time = reach.doorTime(
        free: TravelTime.rounded(found.time), to: cell, arriving: arriving)
      if time < best.time { best = (time, found.lastLeg) }
    }
    return PointArrival(
      minutes: TravelTime.minutes(of: best.time), lastLeg: best.lastLeg,
      stationMinutes: stationMinutes(to: point))
  }

  private func stationMinutes(to point: GeoPoint) -> Double? {
    rides.flatMap { world.soonest(near: point, $0) }
      .flatMap { TravelTime.minutes(of: $0.head.time) }
  }

  private func seatArrivals() throws -> [PointArrival?] {
    let region = world.region
    let listed = centres.counties(in: region).union(counties.map(\.county))
    let furthest = TravelTime.minutes((question.minutes.last ?? 0) + Self.listedMargin)
    return try Parallel.map(region.counties.count) { index in
      try region.counties[index].seat.map { seat in
        try arrival(at: seat, within: listed.contains(index) ? nil : furthest)
      }
    }
  }
}

extension [Start] {
  /// Corners that lie in the core or the area that a centre starts from.
  func ownGround(over window: LatticeWindow, corners: [GeoPoint]) -> [Bool] {
    var isOwn = [Bool](repeating: false, count: window.cornerCount)
    for start in self where !start.centre.origin.area.isEmpty {
      let ground = AreaIndex(start.centre.origin.area)
      for corner in corners.indices where ground.contains(corners[corner]) { isOwn[corner] = true }
      guard start.centre.reading == .core, start.centre.code != nil else { continue }
      for cell in start.centre.core?.cells ?? [] where window.contains(cell) {
        for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
          isOwn[window.cornerIndex(column: cell.column + column, row: cell.row + row)] = true
        }
      }
    }
    return isOwn
  }
}
