import Geometry
import Routing
import Shapes

extension World {
  /// The comparison where trips may take a train: each world is searched anew, over all cores.
  ///
  /// - Complexity: a circle a place and world; what was searched of all worlds is held until the end.
  func comparisonByRail(
    _ question: ComparisonQuestion, of cases: [ComparisonCase], progress: (String) -> Void
  ) throws -> Comparison {
    let seats = region.counties.map(\.seat)
    let places = try question.places.map { try $0.places.first.map { try point(of: $0) } }
    let worlds = cases.map { $0.world.forgetful() }
    progress("baseline")
    let trips =
      try [DoorTrips(of: question, in: self)]
      + Parallel.map(worlds.count) { try DoorTrips(of: question, in: worlds[$0]) }
    let surveys =
      !question.hasCircles
      ? []
      : try question.places.indices.map { place in
        try GroundSurvey(
          byRail: trips.map { $0.starts[place] }, reaches: trips.map { $0.reaches[place] },
          for: question, in: self)
      }
    func answer(_ name: String, _ applied: AppliedScenarios?, ofCase index: Int?) throws
      -> CaseAnswer
    {
      let after = trips[index.map { $0 + 1 } ?? 0]
      let seatEnds = try after.ends(at: seats)
      let found = SpeedBand.allCases.map { after.times(to: seatEnds, $0) }
      return CaseAnswer(
        name: name, applied: applied, times: found[0], slowTimes: found[1], fastTimes: found[2],
        between: after.times(to: try after.ends(at: places), .asGiven),
        circles: try Parallel.map(surveys.count) { try surveys[$0].circles(ofCase: index) })
    }
    let baseline = try answer("baseline", nil, ofCase: nil)
    let answers = try cases.indices.map { index in
      progress(cases[index].name)
      return try answer(cases[index].name, cases[index].applied, ofCase: index)
    }
    return Comparison(
      question: question, weights: weights(of: question.places), baseline: baseline,
      cases: answers, profile: network.profile, basis: basis)
  }

  /// The same world that has not looked at its stations yet, and takes what it finds with it.
  private func forgetful() -> World {
    World(
      region: region, network: network, people: people, basis: basis, rail: rail.network,
      railNames: railNames)
  }
}

/// Ways out of some places, by road and rail, and the times they give.
struct DoorTrips: Sendable {
  let world: World
  let mode: TravelMode
  /// By place.
  let starts: [[Start]]
  let reaches: [[Reach]]

  /// `bands` are those that times will be asked of.
  init(
    of question: ComparisonQuestion, in world: World, bands: [SpeedBand] = SpeedBand.allCases
  ) throws {
    self.world = world
    mode = question.mode
    starts = try question.places.map {
      try Start.resolve($0, reading: question.reading, mode: question.mode, in: world)
    }
    reaches = starts.map { $0.flatMap { $0.reaches(bands, mode: question.mode) } }
  }

  /// Where trips to points end; nil where there is no point.
  func ends(at points: [GeoPoint?]) throws -> [Destination?] {
    try world.destinations(at: points, mode: mode)
  }

  /// Milliseconds by place and end at the speeds of a band; unreachable where there is no end.
  func times(to ends: [Destination?], _ band: SpeedBand) -> [[UInt32]] {
    let noMeters = [Double](repeating: 0, count: world.network.roads.nodes.count)
    return zip(starts, reaches).map { starts, reaches in
      let open = reaches.filter { $0.band == nil || $0.band == band }
      return Parallel.map(ends.count) { index in
        guard let end = ends[index] else { return TravelTime.unreachable }
        // Where only trains are taken, the centre's own ground is reached all the same.
        if mode == .railDoor,
          starts.contains(where: { $0.arrivals.arrival(at: end.point).time == 0 })
        {
          return 0
        }
        return open.map { reach in
          let trip = reach.arrivals.trip(to: end.attachment(for: reach), nodeMeters: noMeters)
          return reach.doorTime(
            free: band.scaled(TravelTime.rounded(trip.time)), to: end.cell, arriving: end.arriving)
        }.min() ?? TravelTime.unreachable
      }
    }
  }
}
