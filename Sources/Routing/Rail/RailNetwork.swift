public import Shapes

/// What kind of railway a run is, which decides how long entering its stations takes.
public enum RailClass: String, Hashable, Sendable, CaseIterable {
  /// Including lines of 200 km/h that carry multiple units.
  case highSpeed = "HSR"
  case intercity
  case conventional
}

/// Railways as stations and the runs between them; knows no names and no waiting.
public struct RailNetwork: Hashable, Sendable {
  /// The run between two stations of a line that follow each other, alike both ways.
  public struct Run: Hashable, Sendable {
    /// Indices in ``RailNetwork/stations``.
    public var from: UInt32
    public var to: UInt32
    /// Index of the line as the dataset lists it.
    public var line: UInt32
    /// Milliseconds from stop to stop, the stop at the end included; 1 or more.
    public var time: UInt32
    /// Metres along the track.
    public var length: Double
    public var railClass: RailClass
    /// Each way.
    public var trainsPerDay: Double
    /// The year it opened; nil where that is not known.
    public var opened: Int?

    public init(
      from: UInt32, to: UInt32, line: UInt32, time: UInt32, length: Double, railClass: RailClass,
      trainsPerDay: Double, opened: Int? = nil
    ) {
      self.from = from
      self.to = to
      self.line = line
      self.time = time
      self.length = length
      self.railClass = railClass
      self.trainsPerDay = trainsPerDay
      self.opened = opened
    }
  }

  /// Trains that run over several lines without a change, stopping everywhere.
  public struct Service: Hashable, Sendable {
    /// Two or more, each a run away from the one before.
    public var stops: [UInt32]
    /// Each way.
    public var trainsPerDay: Double

    public init(stops: [UInt32], trainsPerDay: Double) {
      self.stops = stops
      self.trainsPerDay = trainsPerDay
    }
  }

  public var stations: [GeoPoint]
  /// What is open; the runs of a line follow each other.
  public var runs: [Run]
  public var services: [Service]

  public init(stations: [GeoPoint], runs: [Run], services: [Service] = []) {
    self.stations = stations
    self.runs = runs
    self.services = services
  }

  public static let none = RailNetwork(stations: [], runs: [])

  /// What had opened by the end of `year`; a run without a known year counts as open.
  ///
  /// Here as in ``without(lines:)`` a service runs only where all its runs do.
  public func opened(by year: Int) -> RailNetwork {
    keeping { ($0.opened ?? year) <= year }
  }

  /// The same without some lines, by their indices.
  public func without(lines: Set<UInt32>) -> RailNetwork {
    keeping { !lines.contains($0.line) }
  }

  private func keeping(_ isKept: (Run) -> Bool) -> RailNetwork {
    var network = self
    network.runs.removeAll { !isKept($0) }
    let joined = network.fastestRuns()
    network.services = network.services.filter { network.path(of: $0, over: joined) != nil }
    return network
  }

  /// Trains that can be ridden without a change, as chains of runs.
  struct Chain: Sendable {
    /// Index of each run, and whether it is ridden as the table writes it.
    var steps: [(run: Int, isForward: Bool)]
    /// Nil takes each run's own.
    var trainsPerDay: Double?
    /// Index of the service; nil for a line's own trains.
    var service: Int?
  }

  /// Lines as chains, broken where runs do not follow each other; then services.
  ///
  /// - Precondition: the stops of a service are a run apart; readers of files check before.
  func chains() -> [Chain] {
    var chains: [Chain] = []
    for (index, run) in runs.enumerated() {
      if let last = chains.last?.steps.last, runs[last.run].line == run.line,
        runs[last.run].to == run.from
      {
        chains[chains.count - 1].steps.append((index, true))
      } else {
        chains.append(Chain(steps: [(index, true)], trainsPerDay: nil, service: nil))
      }
    }
    let joined = fastestRuns()
    for (index, service) in services.enumerated() {
      guard let steps = path(of: service, over: joined) else {
        preconditionFailure("Stops are a run apart.")
      }
      chains.append(Chain(steps: steps, trainsPerDay: service.trainsPerDay, service: index))
    }
    return chains
  }

  /// Two stations, whichever comes first.
  public struct Pair: Hashable, Sendable {
    let low: UInt32
    let high: UInt32

    init(_ first: UInt32, _ second: UInt32) {
      (low, high) = (min(first, second), max(first, second))
    }
  }

  /// Of each two stations that a run joins, the fastest, and of those as fast the first; only ever
  /// looked up.
  public func fastestRuns() -> [Pair: Int] {
    Dictionary(
      runs.indices.map { (Pair(runs[$0].from, runs[$0].to), $0) },
      uniquingKeysWith: { (runs[$0].time, $0) <= (runs[$1].time, $1) ? $0 : $1 })
  }

  /// The runs of a service out of ``fastestRuns()``; nil where its stops are not a run apart.
  public func path(of service: Service, over joined: [Pair: Int]) -> [(run: Int, isForward: Bool)]?
  {
    var steps: [(run: Int, isForward: Bool)] = []
    for (from, to) in zip(service.stops, service.stops.dropFirst()) {
      guard let run = joined[Pair(from, to)] else { return nil }
      steps.append((run, runs[run].from == from))
    }
    return steps.isEmpty ? nil : steps
  }
}
