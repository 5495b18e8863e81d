public import Geometry
public import Shapes

/// How far lines of transport reach: who lives within some minutes of where they can be entered.
public struct CorridorQuestion: Hashable, Sendable {
  public var lines: [CorridorLine]
  /// Ascending, each more than 0.
  public var minutes: [Double]
  public var mode: TravelMode
  /// Cities that a line may bring nearer; without any that is not asked.
  public var hubs: [PlaceGroup]
  /// Minutes that count as nearer.
  public var gain: Double
  /// Kilometres of line a bar of the profile.
  public var step: Double

  public init(
    lines: [CorridorLine], minutes: [Double], mode: TravelMode = .roadDoor,
    hubs: [PlaceGroup] = [], gain: Double = 5, step: Double = 20
  ) {
    self.lines = lines
    self.minutes = minutes.sorted()
    self.mode = mode
    self.hubs = hubs
    self.gain = gain
    self.step = step
  }
}

/// A line of transport and where it can be entered.
public struct CorridorLine: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Entered at interchanges.
    case expressway
    /// Entered at stations.
    case rail
    /// Lines of both kinds under one name.
    case mixed
    /// Places named one after the other: straight from seat to seat.
    case places
    /// Drawn by the user.
    case drawn
  }

  public struct Gate: Hashable, Sendable {
    /// Empty where nothing names it.
    public var name: PlaceName
    public var point: GeoPoint

    public init(name: PlaceName, point: GeoPoint) {
      self.name = name
      self.point = point
    }
  }

  public var name: PlaceName
  public var kind: Kind
  /// Codes of its parts, as in ``Corridor/code``.
  public var codes: [String]
  public var lines: [[GeoPoint]]
  /// Where it can be entered, in any order.
  public var gates: [Gate]

  public init(
    name: PlaceName, kind: Kind, codes: [String], lines: [[GeoPoint]], gates: [Gate]
  ) {
    self.name = name
    self.kind = kind
    self.codes = codes
    self.lines = lines
    self.gates = gates
  }
}
