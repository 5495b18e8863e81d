public import Geometry

/// A sentence of the kind “A lies within T minutes of B”, as something that can be computed.
public struct ReachTarget: Sendable {
  /// What of the ground is counted.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Per cent of its people, of its area, of its counties' seats.
    case people
    case area
    case seats
    /// How many of its counties have their seat inside.
    case units
    /// The minutes to the farthest of its counties' seats.
    case minutes

    /// Whether it is counted on ground, not at seats.
    public var isOfGround: Bool { self == .people || self == .area }

    /// Whether more links, which only shorten ways, can but bring it nearer to a bound.
    public func gains(towards comparator: TargetBound.Comparator) -> Bool {
      self == .minutes
        ? comparator == .atMost || comparator == .below
        : comparator == .atLeast || comparator == .above
    }
  }

  /// From where, as such a sentence can be read.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// From the built-up cores, the seats, or every urban district's seat of B.
    case core
    case seat
    case districts
    /// From each member of A to each other, seat to seat.
    case members
  }

  public var measure: Measure
  /// Indices in ``Region/counties``.
  public var counties: [Int]
  /// What it is within reach of; nil where each county is held against itself.
  public var centres: PlaceGroup?
  /// What ``Reading/members`` goes between.
  public var members: [PlaceGroup]
  public var minutes: Double
  public var mode: TravelMode

  public init(
    _ measure: Measure, of counties: [Int], within minutes: Double, from centres: PlaceGroup?,
    members: [PlaceGroup] = [], mode: TravelMode = .roadDoor
  ) {
    self.measure = measure
    self.counties = counties
    self.minutes = minutes
    self.centres = centres
    self.members = members
    self.mode = mode
  }

  /// What a target came to under one reading.
  public struct Value: Sendable {
    public var reading: Reading
    /// In the unit of the measure; nil where nothing could be reached or nobody was counted.
    public var value: Double?
    /// Where the target is missed most, or met most barely.
    public var binding: Binding?
  }

  /// The place, or the two, that a target hangs on.
  public struct Binding: Sendable {
    public var name: PlaceName
    /// Minutes to it; nil where it is out of reach.
    public var minutes: Double?
    /// Per cent of it that is inside, where each county is held against itself.
    public var share: Double?
  }
}
