public import Routing
public import Shapes

/// A named set of changes to the baseline, its names looked up.
public struct Scenario: Hashable, Sendable {
  public var name: String
  /// The file it was read from.
  public var path: String
  /// Year whose end the baseline stands for; nil takes the dataset as it is.
  public var base: Int?
  public var links: [ScenarioLink]
  public var changes: [StretchChange]
  public var closures: [Stretch]
  public var delays: [BorderDelay]

  public init(
    name: String, path: String = "", base: Int? = nil, links: [ScenarioLink] = [],
    changes: [StretchChange] = [], closures: [Stretch] = [], delays: [BorderDelay] = []
  ) {
    self.name = name
    self.path = path
    self.base = base
    self.links = links
    self.changes = changes
    self.closures = closures
    self.delays = delays
  }
}

/// A piece of infrastructure that a scenario adds.
public struct ScenarioLink: Hashable, Sendable {
  /// What runs on it.
  public enum Mode: Hashable, Sendable {
    case road(RoadClass)
    case rail(RailService)
  }

  public enum RailService: String, Hashable, Sendable, CaseIterable {
    case highSpeed = "HSR"
    case intercity
    case conventional
  }

  /// A vertex of its course, as that of the line which it becomes.
  public typealias Point = RoadLine.Point

  public var name: String
  public var mode: Mode
  /// Two or more.
  public var course: [Point]
  /// Whether the course was drawn: its length is then that of the line itself.
  public var isDrawn: Bool
  /// Kilometres along, where the file gives them.
  public var kilometers: Double?
  /// km/h at which it is travelled; nil takes that of the class.
  public var speed: Double?
  /// km/h that a railway is built for.
  public var designSpeed: Double?
  /// Trains a day and direction.
  public var trains: Double?
  public var opens: Int?
  /// 亿元 (100 million yuan).
  public var cost: Double?
  public var terrain: Terrain?
  /// Names of links that cannot be built beside it, or without which it cannot be.
  public var excludes: [String]
  public var requires: [String]
  /// File, line and column that it was read from, as in `new.yaml:3:5`; nil where from none.
  public var writtenAt: String?

  public init(
    name: String, mode: Mode, course: [Point], isDrawn: Bool = false, kilometers: Double? = nil,
    speed: Double? = nil, designSpeed: Double? = nil, trains: Double? = nil, opens: Int? = nil,
    cost: Double? = nil, terrain: Terrain? = nil, excludes: [String] = [], requires: [String] = [],
    writtenAt: String? = nil
  ) {
    precondition(course.count >= 2)
    self.name = name
    self.mode = mode
    self.course = course
    self.isDrawn = isDrawn
    self.kilometers = kilometers
    self.speed = speed
    self.designSpeed = designSpeed
    self.trains = trains
    self.opens = opens
    self.cost = cost
    self.terrain = terrain
    self.excludes = excludes
    self.requires = requires
    self.writtenAt = writtenAt
  }
}

/// The ground a link is built on, which decides what a kilometre costs.
public enum Terrain: String, Hashable, Sendable, CaseIterable {
  case plain
  case hill
  case mountain
}

/// Roads of the baseline that a scenario speaks of: a route or a part of it, or one edge.
public struct Stretch: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// Route codes: a corridor's, or all of a class.
    case route(code: String, name: String)
    case roadClass(RoadClass)
    /// The edge nearest to a position.
    case position(GeoPoint)
  }

  public struct End: Hashable, Sendable {
    public var name: String
    public var position: GeoPoint

    public init(name: String, position: GeoPoint) {
      self.name = name
      self.position = position
    }
  }

  public var place: Place
  /// None, or the two that it lies between.
  public var ends: [End]

  public init(place: Place, ends: [End] = []) {
    precondition(ends.isEmpty || ends.count == 2)
    self.place = place
    self.ends = ends
  }
}

/// A stretch that is travelled at another speed, or becomes a road of another class.
public struct StretchChange: Hashable, Sendable {
  public var stretch: Stretch
  public var speed: Double?
  public var roadClass: RoadClass?

  public init(stretch: Stretch, speed: Double?, roadClass: RoadClass?) {
    self.stretch = stretch
    self.speed = speed
    self.roadClass = roadClass
  }
}

/// Minutes that passing from one province into another costs, both ways.
public struct BorderDelay: Hashable, Sendable {
  /// Indices in the region's provinces.
  public var provinces: [Int]
  /// Nil for every class.
  public var roadClass: RoadClass?
  public var minutes: Double

  public init(between first: Int, and second: Int, roadClass: RoadClass?, minutes: Double) {
    provinces = [first, second].sorted()
    self.roadClass = roadClass
    self.minutes = minutes
  }
}

extension ScenarioLink {
  /// Way over straight line where a link is not drawn: medians of published lengths over great
  /// circles, GeoData/README.md.
  public static let roadCircuity = 1.13
  /// A railway between two points, and one with points between.
  public static let railCircuity = 1.16
  public static let railCircuityWithPoints = 1.08

  public var isRoad: Bool { if case .road = mode { true } else { false } }

  public var circuity: Double {
    if isDrawn { return 1 }
    switch mode {
    case .road: return Self.roadCircuity
    case .rail: return course.count > 2 ? Self.railCircuityWithPoints : Self.railCircuity
    }
  }

  /// Metres along each leg: straight lines times ``circuity``, or in their proportions what the
  /// file gives.
  public var legs: [Double] {
    let straight = zip(course, course.dropFirst()).map {
      $0.position.geodesicDistance(to: $1.position)
    }
    let sum = straight.reduce(0, +)
    let factor = kilometers.map { sum > 0 ? $0 * 1_000 / sum : 0 } ?? circuity
    return straight.map { $0 * factor }
  }

  public var length: Meters { Meters(legs.reduce(0, +)) }

  /// The word of the mode in a file.
  public var modeWord: String {
    switch mode {
    case .road(let roadClass): roadClass.rawValue
    case .rail(let service): service.rawValue
    }
  }
}
