import Shapes
import TestSupport

@testable import Routing

/// A system of railways as a person would write it down: stations in kilometres, lines as lists.
struct RailSketch {
  struct Line {
    var stations: [Int]
    /// Minutes of each run.
    var minutes: [Double]
    var railClass: RailClass
    /// Of each run, trains a day.
    var trains: [Double]
  }

  var stations: [GeoPoint] = []
  var lines: [Line] = []
  var services: [RailNetwork.Service] = []
  var rules = RailRules.standard

  @discardableResult
  mutating func station(_ x: Double, _ y: Double) -> Int {
    stations.append(RoadSketch.point(x, y))
    return stations.count - 1
  }

  mutating func line(
    _ stations: [Int], minutes: [Double], _ railClass: RailClass = .highSpeed, trains: Double = 48
  ) {
    lines.append(
      Line(
        stations: stations, minutes: minutes, railClass: railClass,
        trains: minutes.map { _ in trains }))
  }

  var network: RailNetwork {
    let runs = lines.enumerated().flatMap { number, line in
      line.minutes.indices.map { index in
        RailNetwork.Run(
          from: UInt32(line.stations[index]), to: UInt32(line.stations[index + 1]),
          line: UInt32(number), time: TravelTime.minutes(line.minutes[index]), length: 1_000,
          railClass: line.railClass, trainsPerDay: line.trains[index])
      }
    }
    return RailNetwork(stations: stations, runs: runs, services: services)
  }

  var graph: RailGraph { RailGraph(network, rules: rules) }

  /// Up to nine stations within 60 km, up to five lines over them, services over two of them, and
  /// rules of their own.
  static func random(using random: inout SeededGenerator) -> RailSketch {
    var sketch = RailSketch()
    let count = Int.random(in: 2...9, using: &random)
    for _ in 0..<count {
      sketch.station(
        .random(in: -30...30, using: &random), .random(in: -30...30, using: &random))
    }
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let stops = Array(
        (0..<count).shuffled(using: &random).prefix(.random(in: 2...6, using: &random)))
      sketch.lines.append(
        Line(
          stations: stops,
          minutes: stops.dropLast().map { _ in .random(in: 0.1...40, using: &random) },
          railClass: RailClass.allCases.randomElement(using: &random)!,
          trains: stops.dropLast().map { _ in .random(in: 0.5...200, using: &random) }))
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      // Rides part of a line, then part of another that shares a station with it.
      let first = sketch.lines.randomElement(using: &random)!.stations
      let last = sketch.lines.randomElement(using: &random)!.stations
      var stops = first
      if let joint = first.firstIndex(where: last.contains),
        let at = last.firstIndex(of: first[joint])
      {
        stops = Array(first.prefix(joint)) + Array(last[at...])
      }
      guard stops.count > 1 else { continue }
      sketch.services.append(
        .init(
          stops: stops.map(UInt32.init), trainsPerDay: .random(in: 1...100, using: &random)))
    }
    func minutes(_ most: Int) -> UInt32 {
      TravelTime.minutes(Double(Int.random(in: 0...most, using: &random)))
    }
    sketch.rules = RailRules(
      entry: [.highSpeed: minutes(25), .intercity: minutes(15), .conventional: minutes(15)],
      exit: minutes(15), hours: .random(in: 8...20, using: &random), longestWait: minutes(40),
      transferWithin: minutes(20),
      transferBetween: LastLeg(
        speed: .random(in: 5...60, using: &random), circuity: 1.3,
        reach: .random(in: 0...40_000, using: &random)),
      stationReach: 15_000)
    return sketch
  }
}

/// Journeys by following every traveller through time, written from the rules alone.
///
/// Every moment at which anyone can be anywhere is an event; events are taken in order of time.
/// It knows no graph, no chains and no arcs.
struct TimeExpandedRail {
  /// A train as a passenger sees it: where it calls, and what each run takes.
  private struct Train {
    var calls: [Int]
    var rides: [UInt32]
    var entries: [UInt32]
    var waits: [UInt32]
  }

  private enum Whereabouts: Hashable {
    case street(Int)
    /// Just before the train leaves the call of this number.
    case departing(train: Int, call: Int)
    case arrived(train: Int, call: Int)
    case platform(Int)
    case behindExit(Int)
  }

  private let sketch: RailSketch
  private var trains: [Train] = []

  init(_ sketch: RailSketch) {
    self.sketch = sketch
    for line in sketch.lines { add(line.stations, over: [line], trainsPerDay: nil) }
    for service in sketch.services {
      add(service.stops.map(Int.init), over: sketch.lines, trainsPerDay: service.trainsPerDay)
    }
  }

  /// A train and its return, each run the fastest of the lines that make it.
  private mutating func add(_ stops: [Int], over lines: [RailSketch.Line], trainsPerDay: Double?) {
    for calls in [stops, stops.reversed()] {
      var train = Train(calls: calls, rides: [], entries: [], waits: [])
      for (from, to) in zip(calls, calls.dropFirst()) {
        var best: (minutes: Double, line: RailSketch.Line, index: Int)?
        for line in lines {
          for index in line.minutes.indices
          where Set([line.stations[index], line.stations[index + 1]]) == Set([from, to])
            && line.minutes[index] < best?.minutes ?? .infinity
          {
            best = (line.minutes[index], line, index)
          }
        }
        let run = best!
        train.rides.append(UInt32((run.minutes * 60_000).rounded()))
        train.entries.append(sketch.rules.entry[run.line.railClass]!)
        let perDay = trainsPerDay ?? run.line.trains[run.index]
        let headway = sketch.rules.hours * 60 * 60_000 / perDay
        train.waits.append(min(sketch.rules.longestWait, UInt32((headway / 2).rounded())))
      }
      trains.append(train)
    }
  }

  /// Milliseconds at which each station's exit is passed, for travellers in the streets of some
  /// stations at some times.
  func exits(from streets: [Int: UInt32]) -> [Int: UInt32] {
    var moments: [UInt32: [Whereabouts]] = [:]
    for (station, time) in streets { moments[time, default: []].append(.street(station)) }
    var seen: Set<Whereabouts> = []
    var exits: [Int: UInt32] = [:]
    while let now = moments.keys.min() {
      for whereabouts in moments.removeValue(forKey: now)! where seen.insert(whereabouts).inserted {
        if case .behindExit(let station) = whereabouts, exits[station] == nil {
          exits[station] = now
        }
        for (next, takes) in what(follows: whereabouts) {
          moments[now + takes, default: []].append(next)
        }
      }
    }
    return exits
  }

  private func what(follows whereabouts: Whereabouts) -> [(Whereabouts, UInt32)] {
    let rules = sketch.rules
    switch whereabouts {
    case .street(let station):
      return departures(at: station).map { train, call in
        (
          .departing(train: train, call: call),
          trains[train].entries[call] + trains[train].waits[call]
        )
      }
    case .departing(let train, let call):
      return [(.arrived(train: train, call: call + 1), trains[train].rides[call])]
    case .arrived(let train, let call):
      let onward: [(Whereabouts, UInt32)] =
        call < trains[train].rides.count ? [(.departing(train: train, call: call), 0)] : []
      return onward + [(.platform(trains[train].calls[call]), 0)]
    case .platform(let station):
      return departures(at: station).map { train, call in
        (.departing(train: train, call: call), rules.transferWithin + trains[train].waits[call])
      } + [(.behindExit(station), rules.exit)]
    case .behindExit(let station):
      return sketch.stations.indices.compactMap { other in
        let distance = sketch.stations[station].localDistance(to: sketch.stations[other])
        guard other != station, distance <= rules.transferBetween.reach else { return nil }
        let minutes =
          distance / 1_000 * rules.transferBetween.circuity / rules.transferBetween.speed * 60
        return (.street(other), UInt32((minutes * 60_000).rounded()))
      }
    }
  }

  private func departures(at station: Int) -> [(train: Int, call: Int)] {
    trains.indices.flatMap { train in
      trains[train].rides.indices.filter { trains[train].calls[$0] == station }.map { (train, $0) }
    }
  }
}
