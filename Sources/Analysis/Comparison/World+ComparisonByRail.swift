import Geometry
import Routing
import Shapes

extension World {
  /// The comparison where trips may take a train: each world is searched anew, and forgotten again.
  ///
  /// - Complexity: two circles a place and world, for they are held against each other corner by corner.
  func comparisonByRail(
    _ question: ComparisonQuestion, of cases: [ComparisonCase], progress: (String) -> Void
  ) throws -> Comparison {
    let seats = region.counties.map(\.seat)
    let places = try question.places.map { try $0.places.first.map { try point(of: $0) } }
    let before = try DoorTrips(of: question, in: self)
    func answer(_ name: String, _ applied: AppliedScenarios?, _ after: DoorTrips) throws
      -> CaseAnswer
    {
      progress(name)
      let seatEnds = try after.ends(at: seats)
      let found = SpeedBand.allCases.map { after.times(to: seatEnds, $0) }
      let both = applied == nil ? [before] : [before, after]
      return CaseAnswer(
        name: name, applied: applied, times: found[0], slowTimes: found[1], fastTimes: found[2],
        between: after.times(to: try after.ends(at: places), .asGiven),
        circles: !question.hasCircles
          ? []
          : try question.places.indices.map { place in
            try GroundSurvey(
              byRail: both.map { $0.starts[place] }, reaches: both.map { $0.reaches[place] },
              for: question, in: self
            ).circles(ofCase: applied == nil ? nil : 0)
          })
    }
    let baseline = try answer("baseline", nil, before)
    let answers = try cases.map { item in
      try answer(item.name, item.applied, DoorTrips(of: question, in: item.world.forgetful()))
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

  init(of question: ComparisonQuestion, in world: World) throws {
    self.world = world
    mode = question.mode
    starts = try question.places.map {
      try Start.resolve($0, reading: question.reading, mode: question.mode, in: world)
    }
    reaches = starts.map { $0.flatMap { $0.reaches(SpeedBand.allCases, mode: question.mode) } }
  }

  /// Where trips to points end; nil where there is no point.
  func ends(at points: [GeoPoint?]) throws -> [Destination?] {
    try Parallel.map(points.count) { index in
      try points[index].map { try world.destination(at: $0, mode: mode) }
    }
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
