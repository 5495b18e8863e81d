/// Speeds, last legs and terminal minutes: everything that turns lengths into time.
public struct TravelProfile: Hashable, Sendable {
  public var name: String
  /// km/h, free flow.
  public var speeds: [RoadClass: Double]
  public var lastLeg: LastLeg
  public var terminal: TerminalMinutes

  public init(
    name: String, speeds: [RoadClass: Double], lastLeg: LastLeg, terminal: TerminalMinutes
  ) {
    self.name = name
    self.speeds = speeds
    self.lastLeg = lastLeg
    self.terminal = terminal
  }
}

/// Travel off the network, from the road to the door.
public struct LastLeg: Hashable, Sendable {
  /// km/h along the way.
  public var speed: Double
  /// Way over straight line.
  public var circuity: Double
  /// Metres in a straight line, at most.
  public var reach: Double

  public init(speed: Double, circuity: Double, reach: Double) {
    self.speed = speed
    self.circuity = circuity
    self.reach = reach
  }

  /// Milliseconds a metre in a straight line.
  public var pace: Double { circuity * 3_600 / speed }
}

/// Minutes that a settlement's streets and parking cost at each end of a trip, by its size.
public struct TerminalMinutes: Hashable, Sendable {
  /// A core of at least `people` costs `minutes`.
  public struct Step: Hashable, Sendable {
    public var people: Int
    public var minutes: Double

    public init(people: Int, minutes: Double) {
      self.people = people
      self.minutes = minutes
    }
  }

  /// Largest settlements first.
  public var steps: [Step]
  /// Metres inside a core's edge where a destination pays in full.
  public var fullDepth: Double

  public init(steps: [Step], fullDepth: Double) {
    self.steps = steps.sorted { $0.people > $1.people }
    self.fullDepth = fullDepth
  }

  /// Minutes for a core of `people`; 0 below the smallest step.
  public func minutes(forCoreOf people: Int) -> Double {
    steps.first { people >= $0.people }?.minutes ?? 0
  }
}
