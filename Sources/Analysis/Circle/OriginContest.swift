import Routing
import Shapes

/// Which of a circle's origins can be the first at the places of a block, leaving minutes included.
///
/// A circle is read from the earliest of its origins. One that is surely later than another at
/// every place of a block, by the speeds as given and a tenth to either side, is left out there:
/// of 16 districts one or two remain.
struct OriginContest: Sendable {
  let arrivals: [Arrivals]
  let leaving: [DoorTimes.Leaving]
  /// Free-flow milliseconds: where no origin has reached a place or its surroundings by then, none
  /// is asked.
  let bound: Double
  /// Metres of surroundings.
  let margin: Double

  /// What one origin says of the places of a block.
  struct Result: Sendable {
    var origin: Int
    var arrivals: [Arrivals.Arrival]
  }

  /// Milliseconds that rounding may take away from what lies between two origins.
  private static let rounding = 3.0

  /// The earliest known at a place: free flow, and leaving.
  private struct Standing {
    var origin: Int
    var free = Double.infinity
    var leaving = 0.0
  }

  /// What the origins say that can be first anywhere in the block; empty where none is in time.
  ///
  /// `places` are the points' places in the window. `favourite` is tried first, and becomes the
  /// first at the last place: it changes the work, never the answer.
  ///
  /// Whoever is in time by another way asks `anyway`, whatever the bound.
  func results(
    at points: [GeoPoint], places: [Int], favourite: inout Int, anyway: Bool = false
  ) -> [Result] {
    let bound = anyway ? .infinity : bound
    let order = [favourite] + arrivals.indices.filter { $0 != favourite }
    var leader: Result?
    for origin in order {
      let view = arrivals[origin].view(of: points, margin: margin, within: bound)
      guard view.soonest <= bound else { continue }
      leader = Result(origin: origin, arrivals: arrivals[origin].arrivals(in: view))
      break
    }
    guard let leader else { return [] }
    var results = [leader]
    var standings = points.map { _ in Standing(origin: leader.origin) }
    update(&standings, with: leader)
    for origin in order where origin != leader.origin {
      let limit = latestUse(of: origin, at: places, standings)
      let view = arrivals[origin].view(of: points, margin: margin, within: limit)
      guard view.soonest <= limit else { continue }
      let result = Result(origin: origin, arrivals: arrivals[origin].arrivals(in: view))
      update(&standings, with: result)
      results.append(result)
    }
    favourite = standings.last?.origin ?? favourite
    return results
  }

  private func update(_ standings: inout [Standing], with result: Result) {
    let leaving = Double(leaving[result.origin].time)
    for (index, arrival) in result.arrivals.enumerated()
    where arrival.time + leaving < standings[index].free + standings[index].leaving {
      standings[index] = Standing(origin: result.origin, free: arrival.time, leaving: leaving)
    }
  }

  /// Free-flow milliseconds beyond which the origin is first nowhere in the block.
  ///
  /// At a speed factor f another is earlier where free ÷ f + leaving is less by more than rounding;
  /// what arriving costs is the same for both. On its own ground an origin pays nothing, so there
  /// it is always asked.
  private func latestUse(of origin: Int, at places: [Int], _ standings: [Standing]) -> Double {
    let own = leaving[origin]
    guard !places.contains(where: { own.isOwn[$0] }) else { return .infinity }
    let factors = SpeedBand.allCases.map(\.factor)
    return standings.reduce(1) { latest, other in
      let lead = Self.rounding + other.leaving - Double(own.time)
      return factors.reduce(latest) { max($0, other.free + $1 * lead) }
    }
  }
}
