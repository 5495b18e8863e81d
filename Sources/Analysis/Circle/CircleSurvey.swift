import Geometry
import Routing
import Shapes

/// One group's surfaces of time, from which its circles of any minutes are read.
struct CircleSurvey: Sendable {
  let world: World
  let question: CircleQuestion
  let group: PlaceGroup
  let centres: [Centre]
  let arrivals: [Arrivals]
  let window: LatticeWindow
  let times: [UInt32]
  let isLongLeg: [Bool]
  let lower: [UInt32]
  let higher: [UInt32]
  /// Times under the readings that the question did not ask for.
  let otherReadings: [CentreReading: [UInt32]]
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
    let asked = try Start.resolve(group, reading: question.reading, in: world)
    centres = asked.map(\.centre)
    arrivals = asked.map(\.arrivals)
    let others = try CentreReading.allCases.filter { $0 != question.reading }.map { reading in
      (reading, try Start.resolve(group, reading: reading, in: world, knowing: asked))
    }
    // Speeds a tenth higher reach a tenth further.
    let furthest = TravelTime.minutes((question.minutes.last ?? 0) * SpeedBand.higher.factor)
    let window = try world.window(
      of: asked.map(\.arrivals) + others.flatMap { $0.1.map(\.arrivals) }, within: furthest)
    self.window = window
    let touched = world.people.counties(touching: window)
    counties = try world.people.cells(of: touched)
    let terminal = try world.terminalSurface(
      over: counties.reduce(window) { $0.union($1.window) })
    self.terminal = terminal
    let arriving = question.mode == .road ? [] : terminal.arrivalCosts(over: window)
    let corners = try world.lattice.corners(of: window)
    func surfaces(_ starts: [Start], within limit: UInt32) throws -> DoorTimes {
      let leaving = starts.map { $0.leaving(over: window, mode: question.mode) }
      let fields = try TimeField.fields(
        of: starts.map(\.arrivals), leaving: leaving, over: window, corners: corners,
        within: limit, cellSize: world.lattice.cellSize)
      return DoorTimes(window: window, fields: fields, leaving: leaving, arriving: arriving)
    }
    let doors = try surfaces(asked, within: furthest)
    (times, isLongLeg) = doors.times(.asGiven)
    lower = doors.times(.lower).times
    higher = doors.times(.higher).times
    var otherReadings: [CentreReading: [UInt32]] = [:]
    for (reading, starts) in others {
      otherReadings[reading] =
        starts.map(\.centre.origin) == centres.map(\.origin)
        ? times
        : try surfaces(starts, within: TravelTime.minutes(question.minutes.last ?? 0))
          .times(.asGiven).times
    }
    self.otherReadings = otherReadings
    seats = try seatArrivals()
  }

  func circles() throws -> [Circle] { try question.minutes.map(circle(within:)) }

  /// When a point is reached from the nearest centre, terminal minutes included.
  struct PointArrival {
    /// Nil out of reach.
    var minutes: Double?
    /// Metres in a straight line; nil for a direct leg from a centre.
    var lastLeg: Double?
  }

  /// When `point` is reached from the nearest centre, in the mode asked.
  ///
  /// A point further than `limit`, in free-flow milliseconds, from every centre counts as out of
  /// reach; where `limit` is nil, none does.
  func arrival(at point: GeoPoint, within limit: UInt32? = nil) throws -> PointArrival {
    let found = arrivals.map { $0.arrival(at: point) }
    let soonest = found.map { TravelTime.rounded($0.time) }.min() ?? TravelTime.unreachable
    guard soonest <= limit ?? TravelTime.unreachable - 1 else { return PointArrival() }
    let place = try world.lattice.plane.project([point])[0]
    let cell = world.lattice.cell(at: place)
    let arriving =
      question.mode == .road
      ? 0
      : terminal.covers(cell)
        ? terminal.arrivalCost(at: place) : try world.arrivalCost(at: place, in: cell)
    var best = (time: TravelTime.unreachable, lastLeg: Double?.none)
    for (centre, found) in zip(centres, found) {
      let time = centre.doorTime(
        free: TravelTime.rounded(found.time), to: cell, arriving: arriving, mode: question.mode)
      if time < best.time { best = (time, found.lastLeg) }
    }
    return PointArrival(minutes: TravelTime.minutes(of: best.time), lastLeg: best.lastLeg)
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
