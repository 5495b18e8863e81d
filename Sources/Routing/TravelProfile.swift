/// Speeds, last legs and terminal minutes: everything that turns lengths into time.
public struct TravelProfile: Hashable, Sendable {
  public var name: String
  /// km/h, free flow.
  public var speeds: [RoadClass: Double]
  public var lastLeg: LastLeg
  public var terminal: TerminalMinutes
  public var rail: RailRules
  /// On foot, whatever the mode.
  public var walk: LastLeg
  public var air: Flight

  public init(
    name: String, speeds: [RoadClass: Double], lastLeg: LastLeg, terminal: TerminalMinutes,
    rail: RailRules = .standard, walk: LastLeg = .onFoot, air: Flight = .standard
  ) {
    self.name = name
    self.speeds = speeds
    self.lastLeg = lastLeg
    self.terminal = terminal
    self.rail = rail
    self.walk = walk
    self.air = air
  }
}

/// How long a flight takes from gate to gate.
public struct Flight: Hashable, Sendable {
  /// km/h along the great circle.
  public var speed: Double
  /// Minutes that no flight is without: taxiing, climb, descent.
  public var fixed: Double

  public init(speed: Double, fixed: Double) {
    self.speed = speed
    self.fixed = fixed
  }

  /// The numbers of the embedded profile.
  public static let standard = Flight(speed: 800, fixed: 30)

  /// Metres flown in `minutes`; 0 where they are up before the aeroplane is.
  public func reach(within minutes: Double) -> Double {
    max(0, minutes - fixed) / 60 * speed * 1_000
  }

  /// Minutes for so many metres of great circle.
  public func minutes(over metres: Double) -> Double { fixed + metres / 1_000 / speed * 60 }
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

  /// Walking by the embedded profile.
  public static let onFoot = LastLeg(speed: 5, circuity: 1.3, reach: 1_000)

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
