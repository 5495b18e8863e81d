import Geometry
import Routing
import Shapes

extension World {
  /// Compares scenarios with this world, the baseline, and each other.
  ///
  /// Times are lowered where a scenario lowers them; corners of circles are looked at again only
  /// where times on the roads around them changed. The answer is that of worlds built cold.
  ///
  /// - Complexity: a search a place, then what changes a case; circles O(cells of the window).
  public func comparison(
    _ question: ComparisonQuestion, of cases: [ComparisonCase],
    progress: (String) -> Void = { _ in }
  ) throws -> Comparison {
    guard !question.mode.goesByRail else {
      return try comparisonByRail(question, of: cases, progress: progress)
    }
    let groups = try question.places.map { group in
      try group.places.flatMap { try self.centres($0, reading: question.reading) }
    }
    let centres = groups.flatMap { $0 }
    let arrivals = network.arrivals(from: centres.map(\.origin))
    let seats = region.counties.map(\.seat)
    let destinations = try destinations(at: seats, mode: question.mode)
    let changes = cases.map { NetworkChanges(from: network, to: $0.world.network) }
    let caseArrivals = zip(cases, changes).map { item, changes in
      item.world.network.arrivals(
        from: centres.map(\.origin), knowing: arrivals, changes: changes)
    }
    let placeEnds = try question.places.map { group in
      try group.places.first.map { try destination(at: point(of: $0), mode: question.mode) }
    }
    let seatTrips = SeatTrips(groups: groups, mode: question.mode)
    var surveys: [GroundSurvey] = []
    var first = 0
    if question.hasCircles {
      for group in groups {
        let range = first..<first + group.count
        surveys.append(
          try GroundSurvey(
            of: group, arrivals: Array(arrivals[range]),
            others: caseArrivals.map { Array($0[range]) }, changes: changes, for: question,
            in: self))
        first += group.count
      }
    }
    let surveyed = surveys
    func answer(
      _ name: String, _ applied: AppliedScenarios?, _ arrivals: [Arrivals],
      _ destinations: [Destination?], _ ends: [Destination?], _ index: Int?
    ) throws -> CaseAnswer {
      progress(name)
      let times = seatTrips.times(arrivals, to: destinations, [.asGiven, .lower, .higher])
      return CaseAnswer(
        name: name, applied: applied, times: times[0], slowTimes: times[1], fastTimes: times[2],
        between: seatTrips.times(arrivals, to: ends, [.asGiven])[0],
        circles: try Parallel.map(surveyed.count) { try surveyed[$0].circles(ofCase: index) })
    }
    let baseline = try answer("baseline", nil, arrivals, destinations, placeEnds, nil)
    let answers = try cases.indices.map { index in
      let (item, changes) = (cases[index], changes[index])
      func again(_ known: [Destination?]) throws -> [Destination?] {
        try Parallel.map(known.count) { end in
          guard let point = known[end]?.point, changes.concern(point) else { return known[end] }
          return try item.world.destination(at: point, mode: question.mode)
        }
      }
      return try answer(
        item.name, item.applied, caseArrivals[index], again(destinations), again(placeEnds), index)
    }
    return Comparison(
      question: question, weights: weights(of: question.places), baseline: baseline,
      cases: answers, profile: network.profile, basis: basis)
  }

  /// The people of each group's units over those of all; equal where one has none.
  func weights(of groups: [PlaceGroup]) -> [Double] {
    let people = groups.map { group in
      group.places.reduce(0) { sum, place in
        guard case .unit(let unit) = place else { return sum }
        return sum + region.counties(of: unit).reduce(0) { $0 + (region.counties[$1].people ?? 0) }
      }
    }
    guard people.allSatisfy({ $0 > 0 }) else {
      return groups.map { _ in 1 / Double(groups.count) }
    }
    let all = Double(people.reduce(0, +))
    return people.map { Double($0) / all }
  }
}

/// Times from groups of centres to the seats of all counties.
struct SeatTrips: Sendable {
  let groups: [[Centre]]
  let mode: TravelMode

  /// Milliseconds by group and county, at the speeds of each band.
  func times(
    _ arrivals: [Arrivals], to destinations: [Destination?], _ bands: [SpeedBand]
  ) -> [[[UInt32]]] {
    let centres = groups.flatMap { $0 }
    let noMeters = [Double](repeating: 0, count: arrivals.map(\.nodeTimes.count).max() ?? 0)
    let free = Parallel.map(centres.count) { index in
      destinations.map { destination in
        destination.map {
          TravelTime.rounded(
            arrivals[index].trip(to: $0.attachment, nodeMeters: noMeters).time)
        }
          ?? TravelTime.unreachable
      }
    }
    return bands.map { band in
      var first = 0
      return groups.map { group in
        defer { first += group.count }
        return destinations.indices.map { county in
          guard let destination = destinations[county] else { return TravelTime.unreachable }
          return (first..<first + group.count).map { index in
            centres[index].doorTime(
              free: band.scaled(free[index][county]), to: destination.cell,
              arriving: destination.arriving, mode: mode)
          }.min() ?? TravelTime.unreachable
        }
      }
    }
  }
}
