public import Shapes

/// A road that a scenario adds, by positions: names and lengths are settled before.
public struct RoadLine: Hashable, Sendable {
  /// A vertex of the line, which becomes a node.
  public struct Point: Hashable, Sendable {
    /// Lines meet at equal names; nil for a bare position.
    public var name: String?
    public var position: GeoPoint
    /// Whether it is joined to the roads that are there, and to other lines.
    public var isInterchange: Bool

    public init(name: String?, position: GeoPoint, isInterchange: Bool) {
      self.name = name
      self.position = position
      self.isInterchange = isInterchange
    }
  }

  public var name: String
  public var roadClass: RoadClass
  /// km/h; nil takes the profile's for the class.
  public var speed: Double?
  /// Two or more.
  public var points: [Point]
  /// Metres along each leg between neighbouring points.
  public var legs: [Double]

  public init(
    name: String, roadClass: RoadClass, speed: Double?, points: [Point], legs: [Double]
  ) {
    precondition(points.count >= 2 && legs.count == points.count - 1)
    self.name = name
    self.roadClass = roadClass
    self.speed = speed
    self.points = points
    self.legs = legs
  }
}

/// What an edge has that its class does not say.
public struct EdgeException: Hashable, Sendable {
  /// km/h instead of the profile's; nil keeps that.
  public var speed: Double?
  /// Milliseconds that each passage costs besides.
  public var delay: UInt32
  public var isClosed: Bool
  /// Whether it is travelled in the order of its nodes only.
  public var isOneWay: Bool

  public init(
    speed: Double? = nil, delay: UInt32 = 0, isClosed: Bool = false, isOneWay: Bool = false
  ) {
    self.speed = speed
    self.delay = delay
    self.isClosed = isClosed
    self.isOneWay = isOneWay
  }
}

/// How a scenario's interchange is joined to the roads.
public struct RoadConnector: Hashable, Sendable {
  /// The interchange's node, and the node of the roads it is joined to.
  public var junction: UInt32
  public var node: UInt32
  /// Metres in a straight line; the way is ``circuity`` times as long.
  public var distance: Double
  public var edge: Int

  /// Way over straight line: that of the embedded roads (GeoData/README.md, measured on 12
  /// expressway sections).
  public static let circuity = 1.035
  /// km/h.
  public static let speed = 60.0
  /// Metres in a straight line, at most.
  public static let reach = 15_000.0
}

/// Roads with lines added to them.
public struct ExtendedRoads: Sendable {
  public var roads: RoadNetwork
  /// Node of each point of each line.
  public var nodes: [[UInt32]]
  /// Edge of each leg of each line.
  public var edges: [[Int]]
  public var connectors: [RoadConnector]
  /// Pairs of line and point that share a node with an earlier line.
  public var meetings: [Meeting]

  public struct Meeting: Hashable, Sendable {
    public var line: Int
    public var point: Int
    public var metLine: Int
    /// Metres between the two points as they were given.
    public var distance: Double
  }
}

/// Why a line cannot be added.
public enum RoadLineError: Error, Hashable, Sendable {
  /// No node with an ordinary road lies within reach of an interchange.
  case farFromRoads(line: Int, point: Int, kilometers: Double?)
}
