import Shapes

/// Railways laid out for searching: where a traveller can be, and what each step costs.
///
/// A station is three places, its street, its platforms and the street behind its exit; a train is
/// two at each stop, as it arrives and as it departs, for each direction. Boarding is dear and
/// staying seated free, so changing trains costs what the rules say and riding through does not.
/// The same street before and behind the exit: leaving one station and entering another is a
/// transfer between stations.
public struct RailGraph: Sendable {
  /// What a step between two places of the graph is.
  enum Step: Hashable, Sendable {
    /// From the street into a train: the station's entry by class, then the wait.
    case enter(station: UInt32, run: UInt32, wait: UInt32)
    /// From another train in the same station: the walk, then the wait.
    case transfer(station: UInt32, run: UInt32, wait: UInt32)
    /// To the next stop.
    case ride(run: UInt32, isForward: Bool, service: UInt32?)
    /// Staying seated, or stepping onto the platform.
    case free
    case exit(station: UInt32)
    /// From the exit of one station to the street of another.
    case between(from: UInt32, to: UInt32)
  }

  public let network: RailNetwork
  public let rules: RailRules
  let graph: RoadGraph
  /// By the order in which arcs were given.
  let steps: [Step]
  /// For each station, every departing train: the node, the run it takes, its entry and wait.
  let departures: [[(node: UInt32, run: UInt32, entry: UInt32, wait: UInt32)]]

  private let stationCount: Int

  func street(_ station: Int) -> UInt32 { UInt32(station) }
  func platform(_ station: Int) -> UInt32 { UInt32(stationCount + station) }
  func exit(_ station: Int) -> UInt32 { UInt32(2 * stationCount + station) }

  /// - Complexity: O(runs · trains at their stations + stations²): 2 ms for 276 stations.
  public init(_ network: RailNetwork, rules: RailRules) {
    self.network = network
    self.rules = rules
    let count = network.stations.count
    stationCount = count
    var nodeCount = 3 * count
    var arcs: [RoadGraph.Arc] = []
    var steps: [Step] = []
    func add(_ tail: UInt32, _ head: UInt32, _ time: UInt32, _ step: Step) {
      arcs.append(.init(tail: tail, head: head, travelTime: time))
      steps.append(step)
    }
    var departures = [[(node: UInt32, run: UInt32, entry: UInt32, wait: UInt32)]](
      repeating: [], count: count)
    for chain in network.chains() {
      for isReturn in [false, true] {
        // Towards the end of the chain, then back.
        let path =
          isReturn ? chain.steps.reversed().map { ($0.run, !$0.isForward) } : chain.steps
        var arrived: UInt32?
        for (run, isForward) in path {
          let there = network.runs[run]
          let station = Int(isForward ? there.from : there.to)
          let next = Int(isForward ? there.to : there.from)
          let (departing, arriving) = (UInt32(nodeCount), UInt32(nodeCount + 1))
          nodeCount += 2
          let wait = rules.wait(trainsPerDay: chain.trainsPerDay ?? there.trainsPerDay)
          let entry = rules.entry[there.railClass] ?? 0
          departures[station].append((departing, UInt32(run), entry, wait))
          add(
            UInt32(station), departing, entry + wait,
            .enter(station: UInt32(station), run: UInt32(run), wait: wait))
          add(
            UInt32(count + station), departing, rules.transferWithin + wait,
            .transfer(station: UInt32(station), run: UInt32(run), wait: wait))
          if let arrived { add(arrived, departing, 0, .free) }
          add(
            departing, arriving, there.time,
            .ride(run: UInt32(run), isForward: isForward, service: chain.service.map(UInt32.init)))
          add(arriving, UInt32(count + next), 0, .free)
          arrived = arriving
        }
      }
    }
    let near = Self.window(of: network.stations, reach: rules.transferBetween.reach)
    for station in 0..<count {
      add(
        UInt32(count + station), UInt32(2 * count + station), rules.exit,
        .exit(station: UInt32(station)))
      for other in near(network.stations[station]) where other != station {
        guard let time = rules.between(network.stations[station], network.stations[other]) else {
          continue
        }
        add(
          UInt32(2 * count + station), UInt32(other), time,
          .between(from: UInt32(station), to: UInt32(other)))
      }
    }
    graph = RoadGraph(nodeCount: nodeCount, arcs: arcs)
    self.steps = steps
    self.departures = departures
  }

  /// For a point, which stations are no further north or south than `reach` metres, ascending.
  ///
  /// Of all the country's stations few are: without it every two would be measured.
  private static func window(
    of stations: [GeoPoint], reach: Double
  ) -> (GeoPoint) -> [Int] {
    let order = stations.indices.sorted { stations[$0].latitude < stations[$1].latitude }
    let latitudes = order.map { stations[$0].latitude }
    // A degree of latitude is 110.5 km at least; a little more than reach is taken.
    let degrees = reach / 110_000
    func place(_ latitude: Double) -> Int {
      var (low, high) = (0, latitudes.count)
      while low < high {
        let middle = (low + high) / 2
        if latitudes[middle] < latitude { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return { point in
      order[place(point.latitude - degrees)..<place((point.latitude + degrees).nextUp)].sorted()
    }
  }

  /// Journeys from the streets of stations to the street behind every station's exit.
  ///
  /// `heads` say when each street is reached, and after how far; nil where it is not.
  public func journeys(fromStreets heads: [Origin.Head?]) -> RailJourneys {
    precondition(heads.count == stationCount)
    let seeds = heads.enumerated().compactMap { station, head in
      head.map { (seed: Seed(node: street(station), time: $0.time), meters: $0.meters) }
    }
    return RailJourneys(over: self, seeds: seeds, ends: (0..<stationCount).map { exit($0) })
  }

  /// Rides and transfers from standing in a train at any of `stations` to standing on a platform.
  ///
  /// `stations` are at time 0 themselves.
  public func rides(from stations: [Int]) -> RailJourneys {
    let seeds = stations.flatMap { station in
      departures[station].map { (seed: Seed(node: $0.node, time: 0), meters: 0.0) }
        + [(seed: Seed(node: platform(station), time: 0), meters: 0.0)]
    }
    return RailJourneys(over: self, seeds: seeds, ends: (0..<stationCount).map { platform($0) })
  }

  /// Metres of a step.
  func meters(of step: Step) -> Double {
    switch step {
    case .ride(let run, _, _): network.runs[Int(run)].length
    case .between(let from, let to):
      network.stations[Int(from)].localDistance(to: network.stations[Int(to)])
        * rules.transferBetween.circuity
    case .enter, .transfer, .free, .exit: 0
    }
  }
}
