import Shapes
import TestSupport
import Testing

@testable import Routing

@Suite struct RailGraphTests {
  private let minute: UInt32 = 60_000

  // A ─10─ B ─20─ C   high speed, 48 trains a day: a wait of 10 minutes
  //        B ─15─ D   intercity, 16 trains a day: a wait of 30
  private var fork: RailSketch {
    var sketch = RailSketch()
    for (x, y) in [(0.0, 0.0), (30, 0), (90, 0), (30, 60)] { sketch.station(x, y) }
    sketch.line([0, 1, 2], minutes: [10, 20])
    sketch.line([1, 3], minutes: [15], .intercity, trains: 16)
    return sketch
  }

  private func times(_ sketch: RailSketch, from station: Int) -> [UInt32] {
    var streets = [Origin.Head?](repeating: nil, count: sketch.stations.count)
    streets[station] = Origin.Head(time: 5 * minute, meters: 0)
    return sketch.graph.journeys(fromStreets: streets).times
  }

  @Test func aJourneyIsEntryWaitRideAndExit() {
    let times = times(fork, from: 0)
    #expect(times[1] == (5 + 20 + 10 + 10 + 10) * minute)
    #expect(times[2] == (5 + 20 + 10 + 30 + 10) * minute)  // Staying seated costs nothing.
    #expect(times[3] == (5 + 20 + 10 + 10 + 10 + 30 + 15 + 10) * minute)  // A walk, and a wait.
    #expect(times[0] == (5 + 20 + 10 + 10 + 10 + 10 + 10 + 10) * minute)  // There and back.
  }

  @Test func rareTrainsAreNotWaitedForAllDay() {
    let rules = RailRules.standard
    #expect(rules.wait(trainsPerDay: 48) == 10 * minute)
    #expect(rules.wait(trainsPerDay: 16) == 30 * minute)
    #expect(rules.wait(trainsPerDay: 2) == 30 * minute)
    #expect(rules.wait(trainsPerDay: 960) == minute / 2)
  }

  @Test func aThroughServiceSavesTheChange() {
    var sketch = fork
    sketch.services = [.init(stops: [0, 1, 3], trainsPerDay: 24)]
    let times = times(sketch, from: 0)
    #expect(times[3] == (5 + 20 + 20 + 25 + 10) * minute)
    #expect(times[2] == self.times(fork, from: 0)[2])
  }

  @Test func stationsCloseByAreATransfer() {
    var sketch = fork
    let near = sketch.station(90, 5)  // 5 km of C: 6.5 km at 20 km/h, 19.5 minutes.
    let far = sketch.station(150, 0)
    sketch.line([near, far], minutes: [25], .conventional)
    let expected = (5 + 20 + 10 + 30 + 10 + 10 + 10 + 25 + 10) * minute + 1_170_000
    #expect(abs(Int(times(sketch, from: 0)[far]) - Int(expected)) < 200)
    sketch.rules.transferBetween.reach = 4_000
    #expect(times(sketch, from: 0)[far] == TravelTime.unreachable)
  }

  @Test func stationToStationCountsRidesAndTransfersOnly() {
    let rides = fork.graph.rides(from: [0])
    #expect(rides.times == [0, 10, 30, 10 + 10 + 30 + 15].map { $0 * minute })
  }

  @Test func legsAreAnItinerary() throws {
    var streets = [Origin.Head?](repeating: nil, count: 4)
    streets[0] = Origin.Head(time: 5 * minute, meters: 0)
    let (start, legs) = try #require(fork.graph.journeys(fromStreets: streets).journey(to: 3))
    #expect(start == 0)
    #expect(
      legs.map(\.kind) == [
        .entry, .wait, .ride(line: 0, service: nil), .transferWithin, .wait,
        .ride(line: 1, service: nil), .exit,
      ])
    #expect(legs.map(\.time) == [20, 10, 10, 10, 30, 15, 10].map { $0 * minute })
    #expect(legs.map(\.to) == [0, 0, 1, 1, 1, 3, 3])
  }

  @Test func nothingStartsWhereNobodyIs() {
    let times = fork.graph.journeys(
      fromStreets: [Origin.Head?](repeating: nil, count: 4)
    ).times
    #expect(times.allSatisfy { $0 == TravelTime.unreachable })
    #expect(RailGraph(.none, rules: .standard).journeys(fromStreets: []).times.isEmpty)
  }

  /// 2,000 systems of lines, services and rules against travellers followed through time.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func agreesWithTravellersFollowedThroughTime(block: UInt64) {
    for seed in block * 100..<block * 100 + 100 {
      var random = SeededGenerator(seed: seed)
      let sketch = RailSketch.random(using: &random)
      let count = sketch.stations.count
      var streets: [Int: UInt32] = [:]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        streets[.random(in: 0..<count, using: &random)] = .random(in: 0...3_600_000, using: &random)
      }
      let expected = TimeExpandedRail(sketch).exits(from: streets)
      let journeys = sketch.graph.journeys(
        fromStreets: (0..<count).map { station in
          streets[station].map { Origin.Head(time: $0, meters: 0) }
        })
      let times = journeys.times
      for station in 0..<count {
        #expect(
          times[station] == expected[station] ?? TravelTime.unreachable,
          "seed \(seed), station \(station)")
        guard let (start, legs) = journeys.journey(to: station) else { continue }
        let sum = legs.reduce(streets[start]!) { $0 + $1.time }
        #expect(sum == times[station], "seed \(seed), legs to \(station)")
        #expect(zip(legs, legs.dropFirst()).allSatisfy { $0.to == $1.from })
        let meters = legs.reduce(0) { $0 + $1.length }
        #expect(abs(meters - journeys.heads[station]!.meters) < 1e-3)
      }
    }
  }
}
