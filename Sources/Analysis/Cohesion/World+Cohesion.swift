import Geometry
import Routing
import Shapes

extension World {
  /// How closely the members of each system hang together.
  ///
  /// - Complexity: one matrix of all members, then for each system of up to
  ///   ``CohesionQuestion/longestRing`` members some searches of its roads.
  public func cohesion(_ question: CohesionQuestion) throws -> CohesionAnswer {
    var units: [UnitReference] = []
    var columns: [UnitReference: Int] = [:]
    for unit in question.systems.flatMap(\.members)
    where columns[unit] == nil && seat(of: unit) != nil {
      columns[unit] = units.count
      units.append(unit)
    }
    let groups = units.map { PlaceGroup($0, in: region) }
    let matrix = try matrix(
      MatrixQuestion(
        origins: groups, destinations: groups, mode: question.mode, reading: question.reading,
        measuresWays: false))
    let adjacency = CountyAdjacency(of: region.counties)
    let roads = try OrdinaryRoads(of: self)
    let graph = network.links()
    let locator = RegionLocator(region.counties)
    let memberColumns = columns
    let systems = try Parallel.map(question.systems.count) { index in
      let system = question.systems[index]
      let minutes = system.members.map { from in
        system.members.map { to -> Double in
          guard let row = memberColumns[from], let column = memberColumns[to] else {
            return .infinity
          }
          return row == column ? 0 : matrix.minutes(from: row, to: column) ?? .infinity
        }
      }
      var cohesion = try self.figures(
        of: system, minutes: minutes, within: question.within, adjacency: adjacency)
      guard (2...CohesionQuestion.longestRing).contains(system.members.count) else {
        return cohesion
      }
      let nodes = try system.members.map { unit in
        try self.seat(of: unit).flatMap { try roads.node(nearestTo: $0) }
      }
      guard let ways = SystemRoads(between: nodes, in: graph) else { return cohesion }
      cohesion.ring = ShortestLap(minutes).map { lap in
        SystemCohesion.Ring(
          order: lap.order, minutes: lap.length, repeatedShare: ways.repeatedShare(of: lap.order))
      }
      cohesion.cut = ways.worstCut().map { cut in
        let edges = self.network.roads
        return SystemCohesion.Cut(
          edge: cut.link, road: edges.routes[Int(edges.route[cut.link])],
          county: locator.county(at: edges.nodes[Int(edges.from[cut.link])]),
          addedMinutes: cut.addedMilliseconds / 60_000, lostPairs: cut.lostPairs)
      }
      return cohesion
    }
    return CohesionAnswer(question: question, systems: systems)
  }

  private func figures(
    of system: CohesionQuestion.System, minutes: [[Double]], within limits: [Double],
    adjacency: CountyAdjacency
  ) throws -> SystemCohesion {
    let count = system.members.count
    var reached: [Double] = []
    var slowest: (from: Int, to: Int, minutes: Double)?
    for from in 0..<count {
      for to in 0..<count where to != from && minutes[from][to].isFinite {
        reached.append(minutes[from][to])
        if minutes[from][to] > slowest?.minutes ?? -1 { slowest = (from, to, minutes[from][to]) }
      }
    }
    let counties = system.counties.map { region.counties[$0] }
    let area = try counties.reduce(0) { sum, county in
      try county.polygons.projected(onto: lattice.plane).reduce(sum) { $0 + $1.area / 1e6 }
    }
    func sum(_ people: (County) -> Int?) -> Int? {
      let known = counties.compactMap(people)
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    let pairs = count * (count - 1)
    let sample = WeightedValues(reached)
    return SystemCohesion(
      system: system, area: area, people: sum(\.people), urbanPeople: sum(\.urbanPeople),
      sizeClass: sum(\.urbanPeople).map { CitySizeClass(people: $0) }, pairs: pairs,
      reachedPairs: reached.count, meanMinutes: sample.mean, medianMinutes: sample.quantile(0.5),
      slowest: slowest,
      shares: limits.map { limit in
        pairs > 0 ? Double(reached.count { $0 <= limit }) / Double(pairs) : 0
      },
      pieces: adjacency.pieces(of: system.counties).count,
      provinces: Set(counties.map(\.province)).count)
  }
}
