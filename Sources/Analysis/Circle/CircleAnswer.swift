public import Geometry
public import Routing
public import Shapes

/// The circles of a question, who lives in them, and how far the figures can be trusted.
public struct CircleAnswer: Sendable {
  public var question: CircleQuestion
  /// Ordered by group, then minutes.
  public var circles: [Circle]
  public var basis: PeopleBasis
  public var profile: TravelProfile
  public var cellSize: Double
  public var warnings: [CircleWarning]
}

/// Ground within some minutes of a group of centres.
public struct Circle: Sendable {
  public var group: PlaceGroup
  public var centres: [Centre]
  public var minutes: Double
  /// What is drawn: the iso-line, simplified within the question's tolerance, rounded to 1e-7°.
  public var polygons: [GeoPolygon]
  public var extent: Extent
  /// The same with road and last-leg speeds 10 % lower and 10 % higher.
  public var lower: Extent
  public var higher: Extent
  /// Shares reached by a last leg over 3 km.
  public var longLegAreaShare: Double
  public var longLegPeopleShare: Double
  /// Drawn over counted, less one.
  public var certificate: Certificate
  /// What lies inside only because of the train; nil where the mode does not ask for both.
  public var owedToRail: RailShare?
  /// Metres of road inside, where the dataset has no counties to tell of; nil where it has, or
  /// where trains are taken.
  public var roadMeters: Double?
  /// Square kilometres outside the dataset's counties: other provinces, or the sea.
  public var outsideArea: Double
  public var coverage: [Coverage]
  /// Area in km² of the circle that each reading of the centre gives.
  public var readings: [CentreReading: Double]
  public var zones: [ZoneCoverage]

  /// How much lies inside, counted from cells.
  public struct Extent: Hashable, Sendable {
    /// Square kilometres.
    public var area: Double
    /// Nil where nobody was counted in any county that has ground inside.
    public var people: Int?
  }

  /// Ground and people that a train brings inside, counted from cells.
  public struct RailShare: Hashable, Sendable {
    /// A county some of whose ground is inside by train alone.
    public struct County: Hashable, Sendable {
      /// Index in ``Region/counties``.
      public var county: Int
      /// Square kilometres.
      public var area: Double
      public var people: Int
    }

    /// Square kilometres.
    public var area: Double
    public var people: Int
    /// Ascending.
    public var counties: [County]
  }

  /// By how much the drawn polygon differs from what the cells count, as parts of one.
  public struct Certificate: Hashable, Sendable {
    public var area: Double
    public var people: Double
  }
}

/// What of a unit lies inside a circle: three numbers, for they differ.
public struct Coverage: Hashable, Sendable {
  public var unit: UnitReference
  /// Square kilometres of the unit, and inside.
  public var area: Double
  public var areaInside: Double
  /// Residents of the unit, and inside; nil where none were counted.
  public var people: Int?
  public var peopleInside: Int?
  /// Minutes to the seat; nil where it has none or it is out of reach.
  public var seatMinutes: Double?
  public var hasSeat: Bool
  public var isSeatReached: Bool
  /// Metres in a straight line of the last leg to the seat; nil without one.
  public var seatLastLeg: Double?
  /// Minutes to the seat from station to station: rides and transfers alone.
  public var stationMinutes: Double?
  /// Minutes by which the seat is missed; nil where reached or out of reach.
  public var minutesMissing: Double?

  public var areaShare: Double { area > 0 ? areaInside / area : 0 }

  public var peopleShare: Double? {
    guard let people, let peopleInside, people > 0 else { return nil }
    return Double(peopleInside) / Double(people)
  }
}

/// What of a zone lies inside a circle, and circle against list where the zone is one.
public struct ZoneCoverage: Hashable, Sendable {
  public var zone: Zone
  public var area: Double
  public var areaInside: Double
  /// Nil where nobody was counted.
  public var people: Int?
  public var peopleInside: Int?
  /// Indices of counties; a county is reached where its seat is.
  ///
  /// Empty for a layer of polygons.
  public var listedAndReached: [Int]
  public var listedNotReached: [Int]
  public var reachedNotListed: [Int]

  public var peopleShare: Double? {
    guard let people, let peopleInside, people > 0 else { return nil }
    return Double(peopleInside) / Double(people)
  }
}

/// What a reader must know before using the figures.
public enum CircleWarning: Hashable, Sendable {
  case noCore(name: PlaceName)
  case noDistricts(name: PlaceName)
  /// The core that the circle starts from holds the seats of other units of the same level.
  case sharedCore(name: PlaceName, with: [PlaceName])
  /// The circle covers ground outside the dataset's counties.
  case leavesFrame(circle: PlaceName, minutes: Double, area: Double)
  /// A centre more than 2 km from the nearest ordinary road.
  case centreFarFromRoads(name: PlaceName, kilometers: Double)
  /// A centre without an ordinary road within reach of a last leg, and how far the nearest is.
  case centreWithoutRoads(name: PlaceName, kilometers: Double?)
  /// Only trains are taken, and this ground, the centre's own, counts as reached all the same.
  case ownGroundWithoutTrain(name: PlaceName, area: Double, people: Int?)
  /// Trains are taken, and no station is so near: nothing is said from station to station.
  case noStationNear(name: PlaceName, kilometers: Double)
  /// Seats, of counties with ground inside, more than 2 km from the road that serves them.
  case seatsFarFromRoads([PlaceName])
  /// Seats, of counties with ground inside, that no time reaches.
  case unreachedSeats([PlaceName])
  case withoutSeat([PlaceName])
  /// Counties with ground inside whose people nobody counted: empty, not zero.
  case withoutPeople([PlaceName])
}
