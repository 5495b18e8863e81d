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
  private(set) var warnings: [CircleWarning] = []

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
    warnings = notices()
  }

  func circles() throws -> [Circle] { try question.minutes.map(circle(within:)) }

  /// Minutes from the nearest centre to a point, terminal minutes included; nil out of reach.
  func minutes(to point: GeoPoint) throws -> Double? {
    let place = try world.lattice.plane.project([point])[0]
    let arriving = question.mode == .road ? 0 : terminal.arrivalCost(at: place)
    let cell = world.lattice.cell(at: place)
    var best = TravelTime.unreachable
    for (centre, arrival) in zip(centres, arrivals) {
      let free = TravelTime.rounded(arrival.arrival(at: point).time)
      guard free < TravelTime.unreachable else { continue }
      let isOwn = centre.core?.contains(cell) ?? false
      let leaving = TravelTime.minutes(centre.startMinutes)
      best = min(best, question.mode == .road || isOwn ? free : free + leaving + arriving)
    }
    return TravelTime.minutes(of: best)
  }

  private func notices() -> [CircleWarning] {
    var notices: [CircleWarning] = []
    for (centre, arrival) in zip(centres, arrivals) {
      if centre.fellBackToSeat {
        notices.append(
          question.reading == .core
            ? .noCore(name: centre.name) : .noDistricts(name: centre.name))
      }
      if let distance = arrival.distanceToRoads, distance > 2_000 {
        notices.append(.farFromRoads(name: centre.name, kilometers: distance / 1_000))
      }
    }
    return notices
  }
}

/// A centre with its search done.
struct Start: Sendable {
  let centre: Centre
  let arrivals: Arrivals

  /// - Parameter knowing: starts already searched; one with the same origin is taken over.
  static func resolve(
    _ group: CircleQuestion.Group, reading: CentreReading, in world: World,
    knowing known: [Start] = []
  ) throws -> [Start] {
    let centres = try group.places.map { try world.centre($0, reading: reading) }
    return try Parallel.map(centres.count) { index in
      let centre = centres[index]
      let same = known.first { $0.centre.origin == centre.origin }
      return Start(
        centre: centre,
        arrivals: same?.arrivals ?? world.network.arrivals(from: centre.origin))
    }
  }

  func doorTimes(over field: TimeField, mode: TravelMode) -> DoorTimes.Start {
    let window = field.window
    var isOwn = [Bool](repeating: false, count: window.cornerCount)
    if mode != .road {
      for cell in centre.core?.cells ?? [] where window.contains(cell) {
        for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
          isOwn[window.cornerIndex(column: cell.column + column, row: cell.row + row)] = true
        }
      }
    }
    return DoorTimes.Start(
      field: field, leaving: mode == .road ? 0 : TravelTime.minutes(centre.startMinutes),
      isOwn: isOwn)
  }
}
