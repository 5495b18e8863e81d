public import Geometry
import Routing
import Shapes

extension World {
  /// Fewer places have no neighbourhood to speak of.
  public static let fewestNeighbours = 30

  /// What each place of a question can get to.
  ///
  /// - Complexity: a matrix of places and destinations, then a sum a pair; 964 counties to 964 take
  ///   seconds, nearly all of it the matrix.
  public func access(_ question: AccessQuestion) throws -> AccessAnswer {
    let survey = try AccessSurvey(of: question, in: self)
    var columns = question.indicators.flatMap { survey.columns(of: $0) }
    let neighbourhood = try survey.neighbourhood()
    let measured = columns
    let spreads = Parallel.map(measured.count) { index in
      measured[index].variable.isMeasure
        ? survey.spread(of: measured[index].numbers, over: neighbourhood) : nil
    }
    for (index, spread) in spreads.enumerated() { columns[index].spread = spread }
    return AccessAnswer(
      question: question, places: survey.places, columns: columns,
      hierarchy: survey.hierarchy(), profile: network.profile, innerSpeed: survey.innerSpeed,
      warnings: survey.warnings())
  }
}

/// A question with its matrix filled in: what every column is read from.
struct AccessSurvey {
  let world: World
  let question: AccessQuestion
  let matrix: TravelMatrix
  let places: [AccessPlace]
  /// The destinations that have a seat.
  let destinations: [UnitReference]
  let masses: [Double?]
  let opportunities: [Opportunities]
  /// The destination whose ground holds each place, itself included.
  let own: [Int?]
  let innerSpeed: Double
  /// Indices of prefectures whose seats stand behind the destinations, for targets.
  let prefectures: [Int]
  let withoutSeat: [UnitReference]

  init(of question: AccessQuestion, in world: World) throws {
    self.world = world
    self.question = question
    let region = world.region
    let seated = question.destinations.filter { world.seat(of: $0) != nil }
    destinations = seated
    withoutSeat = question.destinations.filter { world.seat(of: $0) == nil }
    prefectures =
      question.indicators.contains(.target)
      ? region.prefectures.indices.filter { world.seat(of: UnitReference(.prefecture, $0)) != nil }
      : []
    let targets = prefectures.map { UnitReference(.prefecture, $0) }
    matrix = try world.matrix(
      MatrixQuestion(
        origins: question.places,
        destinations: (seated + targets).map { PlaceGroup($0, in: region) },
        mode: question.mode, reading: question.reading, measuresWays: false))
    let masses = seated.map { question.mass.value(of: $0, in: region) }
    self.masses = masses
    let speeds = world.network.profile.speeds
    let innerSpeed = speeds[.main] ?? speeds[.county] ?? world.network.profile.lastLeg.speed
    self.innerSpeed = innerSpeed
    let frame = try FrameShare(of: world, radius: question.parameters.frame * 1_000)
    let locator = RegionLocator(region.counties)
    let points = matrix.origins.map { $0.points.first }
    let own = zip(question.places, points).map { group, point in
      Self.own(group, point, among: seated, locator: locator, in: region)
    }
    self.own = own
    let inner = try Parallel.map(seated.count) { destination in
      let area = try region.counties(of: seated[destination]).reduce(0) { sum, county in
        let polygons = try region.counties[county].polygons.projected(onto: world.lattice.plane)
        return sum + polygons.reduce(0) { $0 + $1.area } / 1e6
      }
      return Self.innerMinutes(area: area, speed: innerSpeed)
    }
    let seats = seated.compactMap { world.seat(of: $0) }
    let matrix = self.matrix
    let shortest = question.parameters.shortest
    opportunities = Parallel.map(question.places.count) { row in
      let minutes = seated.indices.map { column in
        max(
          shortest,
          own[row] == column
            ? inner[column] : matrix.minutes(from: row, to: column) ?? .infinity)
      }
      return Opportunities(
        minutes: minutes, masses: masses.map { $0 ?? 0 },
        kilometers: seats.map { seat in
          points[row].map { Self.kilometers(from: $0, to: seat) } ?? .infinity
        })
    }
    places = try question.places.indices.map { row in
      let group = question.places[row]
      let unit = group.unit
      return AccessPlace(
        group: group, unit: unit, point: points[row],
        people: unit.flatMap { AccessMass.people.value(of: $0, in: region) }.map { Int($0) },
        mass: unit.flatMap { question.mass.value(of: $0, in: region) },
        edgeShare: try points[row].map {
          try frame.share(around: $0, radius: question.parameters.frame * 1_000)
        } ?? 0)
    }
  }

  /// Minutes from a place to its own people: half the radius of a disc as large, straight.
  static func innerMinutes(area: Double, speed: Double) -> Double {
    0.5 * (area / Double.pi).squareRoot() / speed * 60
  }

  /// Exact to 0.1 % where it is compared with a radius, a bound beyond 300 km.
  static func kilometers(from left: GeoPoint, to right: GeoPoint) -> Double {
    let bound = left.greatCircleDistance(to: right).kilometers
    guard bound < 300 else { return bound }
    let frame = LocalFrame(
      at: GeoPoint(
        longitude: (left.longitude + right.longitude) / 2,
        latitude: (left.latitude + right.latitude) / 2))
    let (from, to) = (frame.offset(to: left), frame.offset(to: right))
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    return (dx * dx + dy * dy).squareRoot() / 1_000
  }

  private static func own(
    _ group: PlaceGroup, _ point: GeoPoint?, among destinations: [UnitReference],
    locator: RegionLocator, in region: Region
  ) -> Int? {
    if let unit = group.unit, let index = destinations.firstIndex(of: unit) { return index }
    guard let point, let county = locator.county(at: point) else { return nil }
    return destinations.firstIndex { region.counties(of: $0).contains(county) }
  }

  /// Index of the province of a place; nil for points.
  func province(of row: Int) -> Int? {
    places[row].unit.flatMap(world.region.province)
  }
}

extension PlaceGroup {
  /// One unit under its own name.
  public init(_ unit: UnitReference, in region: Region) {
    self.init(name: region.name(of: unit), places: [.unit(unit)])
  }

  /// The unit that it is; nil for points, zones and several.
  public var unit: UnitReference? {
    guard places.count == 1, case .unit(let unit) = places[0] else { return nil }
    return unit
  }
}
