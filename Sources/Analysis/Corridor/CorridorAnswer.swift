import Geometry
public import Routing
import Shapes

/// How far lines of transport reach, each for itself and all together.
public struct CorridorAnswer: Sendable {
  public var question: CorridorQuestion
  public var profile: TravelProfile
  public var basis: PeopleBasis
  public var cellSize: Double
  /// In the question's order.
  public var belts: [CorridorBelt]
  /// What several lines reach, one a number of minutes; empty for a single line.
  public var shares: [BeltShares]
  /// What each line brings nearer to the hubs; empty where none was named.
  public var gains: [CorridorGain]
  public var warnings: [CircleWarning]
}

/// One line with the ground around its gates.
public struct CorridorBelt: Sendable {
  public var line: CorridorLine
  public var shape: CorridorShape
  /// One a number of minutes.
  public var circles: [Circle]
  /// One a number of minutes: who lives along which stretch of the line.
  public var profiles: [BeltProfile]
}

/// People within reach, by where along the line they live.
public struct BeltProfile: Hashable, Sendable {
  public struct Stretch: Hashable, Sendable {
    /// Kilometres from the line's start.
    public var from: Double
    public var to: Double
    public var people: Int
    /// Square kilometres.
    public var area: Double
  }

  public var minutes: Double
  /// From end to end, each of the step asked, the last of half to one and a half.
  ///
  /// A line shorter than half a step is one stretch; people beyond an end count with the last.
  public var stretches: [Stretch]
}

/// How the reach of several lines adds up.
public struct BeltShares: Hashable, Sendable {
  /// Ground that is reached from some lines.
  public struct Part: Hashable, Sendable {
    /// Indices of lines, ascending.
    public var lines: [Int]
    /// Square kilometres.
    public var area: Double
    public var people: Int
  }

  public var minutes: Double
  public var area: Double
  public var people: Int
  /// What is nearest to each line, in the order of the lines: these add up to the whole.
  public var nearest: [Part]
  /// What two lines reach both, by first line, then second.
  public var common: [Part]
  /// People whom two lines or more reach.
  public var shared: Part
}

/// What a line brings nearer to the hubs.
public struct CorridorGain: Sendable {
  public struct Change: Hashable, Sendable {
    public var county: Int
    /// Index of the hub that gains most.
    public var hub: Int
    /// Minutes to that hub; nil without the line where no way is left.
    public var with: Double
    public var without: Double?
  }

  /// Index of the line.
  public var line: Int
  /// How trips were timed with and without it: of a railway by road or rail, whichever is sooner;
  /// nil where the line could not be taken away.
  public var mode: TravelMode?
  /// Counties whose seat is nearer to a hub by the minutes asked or more, most minutes first.
  public var changes: [Change]
  /// Their residents by province, most first.
  public var people: [(province: Int, people: Int?)]
}
