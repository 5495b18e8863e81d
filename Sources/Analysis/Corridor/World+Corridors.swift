import Geometry
import Routing
import Shapes

extension World {
  /// Answers a question about lines of transport.
  ///
  /// People start at the gates: interchanges, stations, places; never at the line between them. No
  /// minutes are charged for leaving a gate; those for arriving are.
  ///
  /// - Complexity: a search a line and a look at the cells around it; with hubs also a search a hub
  ///   with and without each line.
  public func corridors(_ question: CorridorQuestion) throws -> CorridorAnswer {
    var belts: [CorridorBelt] = []
    var grounds: [BeltGround] = []
    var warnings: [CircleWarning] = []
    for line in question.lines {
      let group = PlaceGroup(
        name: line.name, places: [.gates(name: line.name, line.gates.map(\.point))])
      let survey = try CircleSurvey(
        of: group,
        for: CircleQuestion(
          groups: [group], minutes: question.minutes, mode: question.mode, reading: .seat),
        in: self)
      let circles = try survey.circles()
      let shape = try CorridorShape(of: line, in: region) {
        try destination(at: $0, mode: .road).distanceToRoads
      }
      let ground = BeltGround(survey)
      belts.append(
        CorridorBelt(
          line: line, shape: shape, circles: circles,
          profiles: try question.minutes.map {
            try ground.profile(along: shape.spine, within: $0, step: question.step)
          }))
      grounds.append(ground)
      if let widest = circles.last {
        for warning in try survey.warnings(widest: widest) { warnings.join(warning) }
      }
      for circle in circles where circle.outsideArea >= lattice.cellArea {
        warnings.append(
          .leavesFrame(circle: line.name, minutes: circle.minutes, area: circle.outsideArea))
      }
    }
    return CorridorAnswer(
      question: question, profile: network.profile, basis: basis, cellSize: lattice.cellSize,
      belts: belts,
      shares: grounds.count > 1
        ? try question.minutes.map { try BeltGround.shares(of: grounds, within: $0) } : [],
      gains: try gains(of: question), warnings: warnings)
  }

  private func gains(of question: CorridorQuestion) throws -> [CorridorGain] {
    guard !question.hubs.isEmpty else { return [] }
    let seated = region.counties.indices.filter { region.counties[$0].seat != nil }
    var known: [TravelMode: TravelMatrix] = [:]
    return try question.lines.enumerated().map { index, line in
      guard let other = without(line) else {
        return CorridorGain(line: index, mode: nil, changes: [], people: [])
      }
      let mode = line.kind == .expressway ? question.mode : .roadOrRailDoor
      let matrix = MatrixQuestion(
        origins: question.hubs,
        destinations: seated.map { region.group(of: UnitReference(.county, $0)) },
        mode: mode, reading: .core, measuresWays: false)
      let with = try known[mode] ?? self.matrix(matrix)
      known[mode] = with
      let without = try other.matrix(matrix)
      var changes: [CorridorGain.Change] = []
      for (column, county) in seated.enumerated() {
        let best = question.hubs.indices.compactMap { hub -> CorridorGain.Change? in
          guard let now = with.minutes(from: hub, to: column) else { return nil }
          let before = without.minutes(from: hub, to: column)
          guard (before ?? .infinity) - now >= question.gain else { return nil }
          return CorridorGain.Change(county: county, hub: hub, with: now, without: before)
        }.max { ($0.saving, $1.hub) < ($1.saving, $0.hub) }
        if let best { changes.append(best) }
      }
      changes.sort { ($0.saving, $1.county) > ($1.saving, $0.county) }
      return CorridorGain(
        line: index, mode: mode, changes: changes,
        people: peopleByProvince(of: changes.map(\.county)))
    }
  }

  /// The same world without a line; nil for lines that neither roads nor railways hold.
  private func without(_ line: CorridorLine) -> World? {
    let codes = Set(line.codes)
    var roads = network.roads
    var rail = self.rail.network
    if line.kind == .expressway || line.kind == .mixed {
      // An edge of two routes goes with either of them.
      for edge in 0..<roads.edgeCount where roads.isExpressway(edge, of: codes) {
        roads.exceptions[edge, default: EdgeException()].isClosed = true
      }
    }
    if line.kind == .rail || line.kind == .mixed {
      let lines = railNames.lineCodes.indices.filter { codes.contains(railNames.lineCodes[$0]) }
      rail = rail.without(lines: Set(lines.map { UInt32($0) }))
    }
    let isOnRoads = roads.exceptions != network.roads.exceptions
    guard isOnRoads || rail != self.rail.network else { return nil }
    return World(
      region: region,
      network: isOnRoads ? AccessNetwork(extending: network, to: roads) : network,
      people: people, basis: basis, rail: rail, railNames: railNames)
  }
}

extension [CircleWarning] {
  /// Adds what is new of a warning: places that several lines warn of are listed once.
  fileprivate mutating func join(_ new: CircleWarning) {
    for index in indices {
      switch (self[index], new) {
      case (.seatsFarFromRoads(let known), .seatsFarFromRoads(let more)):
        self[index] = .seatsFarFromRoads(known.joined(with: more))
      case (.unreachedSeats(let known), .unreachedSeats(let more)):
        self[index] = .unreachedSeats(known.joined(with: more))
      case (.withoutSeat(let known), .withoutSeat(let more)):
        self[index] = .withoutSeat(known.joined(with: more))
      case (.withoutPeople(let known), .withoutPeople(let more)):
        self[index] = .withoutPeople(known.joined(with: more))
      default: continue
      }
      return
    }
    if !contains(new) { append(new) }
  }
}

extension [PlaceName] {
  fileprivate func joined(with more: [PlaceName]) -> [PlaceName] {
    self + more.filter { !contains($0) }
  }
}

extension CorridorGain.Change {
  /// Minutes saved; infinite where no way was left.
  public var saving: Double { (without ?? .infinity) - with }
}
