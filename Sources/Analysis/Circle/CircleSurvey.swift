import Geometry
import Routing
import Shapes

/// One group's surfaces of time, from which its circles of any minutes are read.
struct CircleSurvey: Sendable {
  let world: World
  let question: CircleQuestion
  let group: CircleQuestion.Group
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

  init(of group: CircleQuestion.Group, for question: CircleQuestion, in world: World) throws {
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
    let ground = counties.reduce(window) { $0.union($1.window) }
    let terminal = TerminalSurface(
      cores: try UrbanCores(touching: ground, in: world.people),
      terminal: world.network.profile.terminal, lattice: world.lattice)
    self.terminal = terminal
    let arriving = question.mode == .road ? [] : terminal.arrivalCosts(over: window)
    let corners = try world.lattice.corners(of: window)
    func surfaces(_ starts: [Start], within limit: UInt32) throws -> DoorTimes {
      let fields = try TimeField.fields(
        of: starts.map(\.arrivals), over: window, corners: corners, within: limit,
        cellSize: world.lattice.cellSize)
      return DoorTimes(
        window: window,
        starts: zip(starts, fields).map { $0.doorTimes(over: $1, mode: question.mode) },
        arriving: arriving)
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
  }

  func circles() throws -> [Circle] { try question.minutes.map(circle(within:)) }

  /// When a point is reached from the nearest centre, terminal minutes included.
  struct PointArrival {
    /// Nil out of reach.
    var minutes: Double?
    /// Metres in a straight line; nil for a direct leg from a centre.
    var lastLeg: Double?
  }

  func arrival(at point: GeoPoint) throws -> PointArrival {
    let place = try world.lattice.plane.project([point])[0]
    let arriving = question.mode == .road ? 0 : terminal.arrivalCost(at: place)
    let cell = world.lattice.cell(at: place)
    var best = (time: TravelTime.unreachable, lastLeg: Double?.none)
    for (centre, arrival) in zip(centres, arrivals) {
      let found = arrival.arrival(at: point)
      let free = TravelTime.rounded(found.time)
      guard free < TravelTime.unreachable else { continue }
      let isOwn = centre.core?.contains(cell) ?? false
      let leaving = TravelTime.minutes(centre.startMinutes)
      let time = question.mode == .road || isOwn ? free : free + leaving + arriving
      if time < best.time { best = (time, found.lastLeg) }
    }
    return PointArrival(minutes: TravelTime.minutes(of: best.time), lastLeg: best.lastLeg)
  }
}
