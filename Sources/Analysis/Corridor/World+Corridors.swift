public import Geometry
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
        for warning in try survey.warnings(widest: widest) where !warnings.contains(warning) {
          warnings.append(warning)
        }
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
    let matrix = MatrixQuestion(
      origins: question.hubs,
      destinations: seated.map { region.group(of: UnitReference(.county, $0)) },
      mode: question.mode, reading: .core)
    let with = try self.matrix(matrix)
    return try question.lines.enumerated().map { index, line in
      guard let other = without(line) else {
        return CorridorGain(line: index, changes: [], people: [], isKnown: false)
      }
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
        line: index, changes: changes, people: peopleByProvince(of: changes.map(\.county)),
        isKnown: true)
    }
  }

  /// The same world without a line; nil for lines that the roads do not hold.
  private func without(_ line: CorridorLine) -> World? {
    guard line.kind == .expressway else { return nil }
    let codes = Set(line.codes)
    var roads = network.roads
    // An edge of two routes goes with either of them.
    for edge in 0..<roads.edgeCount
    where roads.roadClass[edge].isControlledAccess
      && roads.routes[Int(roads.route[edge])].split(separator: ";")
        .contains(where: { codes.contains(String($0)) })
    {
      roads.exceptions[edge, default: EdgeException()].isClosed = true
    }
    return over(roads)
  }
}

extension CorridorGain.Change {
  /// Minutes saved; infinite where no way was left.
  public var saving: Double { (without ?? .infinity) - with }
}
