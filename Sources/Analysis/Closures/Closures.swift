public import Geometry
public import Routing
public import Shapes

/// What is lost where routes are closed, one at a time.
public struct ClosureQuestion: Sendable {
  public var places: [PlaceGroup]
  /// Every route of this class is closed once.
  public var roadClass: RoadClass
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    places: [PlaceGroup], roadClass: RoadClass, mode: TravelMode = .roadDoor,
    reading: CentreReading = .core
  ) {
    self.places = places
    self.roadClass = roadClass
    self.mode = mode
    self.reading = reading
  }
}

public struct ClosureAnswer: Sendable {
  public let question: ClosureQuestion
  /// The most weighty first.
  public let closures: [Closure]
  /// By county, those that lose anything; the worst first.
  public let exposure: [Exposure]

  /// What closing one route costs.
  public struct Closure: Hashable, Sendable {
    /// Code of the route.
    public var route: String
    public var length: Meters
    /// People × minutes lost × weight of the place, summed over all pairs that still have a way.
    ///
    /// Importance after Jenelius, Petersen and Mattsson (2006), *Transportation Research A* 40(7),
    /// 537; pairs without a way are never dropped but counted apart.
    public var loss: Int
    /// Pairs of a place and a county that no way is left for, and the people of those counties.
    public var cutOff: Int
    public var peopleCutOff: Int
    /// The county that loses most minutes, on average over the places.
    public var worstCounty: Int?
    public var worstMinutes: Double
  }

  /// How much a county depends on single routes.
  public struct Exposure: Hashable, Sendable {
    public var county: Int
    /// The most minutes that closing one route costs, on average over the places, and which.
    public var worstMinutes: Double
    public var worstRoute: String
    /// The mean over all routes.
    public var meanMinutes: Double
  }
}

extension World {
  /// Closes each route of a class once.
  ///
  /// - Complexity: a search a route and place.
  public func closures(
    _ question: ClosureQuestion, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> ClosureAnswer {
    let groups = try question.places.map { group in
      try group.places.flatMap { try self.centres($0, reading: question.reading) }
    }
    let origins = groups.flatMap { $0.map(\.origin) }
    let trips = SeatTrips(groups: groups, mode: question.mode)
    let seats = region.counties.map(\.seat)
    let ends = try destinations(at: seats, mode: question.mode)
    let before = trips.times(network.arrivals(from: origins), to: ends, [.asGiven])[0]
    let weights = weights(of: question.places)
    let roads = network.roads
    let codes = Set(
      (0..<roads.edgeCount).filter { roads.roadClass[$0] == question.roadClass }
        .flatMap { roads.routes[Int(roads.route[$0])].split(separator: ";").map(String.init) }
    ).sorted()
    var closures: [ClosureAnswer.Closure] = []
    var worst = [(minutes: Double, route: String)](
      repeating: (0, ""), count: region.counties.count)
    var sums = [Double](repeating: 0, count: region.counties.count)
    for (number, code) in codes.enumerated() {
      progress(number, codes.count)
      let edges = roads.edges(ofRoute: code).filter { roads.roadClass[$0] == question.roadClass }
      var closed = roads
      for edge in edges { closed.exceptions[edge, default: EdgeException()].isClosed = true }
      let world = over(closed)
      let changes = NetworkChanges(from: network, to: world.network)
      let near = try Parallel.map(seats.count) { county -> Destination? in
        guard let seat = seats[county], changes.concern(seat) else { return ends[county] }
        return try world.destination(at: seat, mode: question.mode)
      }
      let after = trips.times(world.network.arrivals(from: origins), to: near, [.asGiven])[0]
      var closure = ClosureAnswer.Closure(
        route: code, length: Meters(edges.reduce(0) { $0 + roads.length[$1] }), loss: 0, cutOff: 0,
        peopleCutOff: 0, worstCounty: nil, worstMinutes: 0)
      for county in region.counties.indices {
        let people = region.counties[county].people ?? 0
        var mean = 0.0
        for place in question.places.indices {
          let (old, new) = (before[place][county], after[place][county])
          guard old < TravelTime.unreachable else { continue }
          guard new < TravelTime.unreachable else {
            closure.cutOff += 1
            closure.peopleCutOff += people
            continue
          }
          let minutes = Double(new) / 60_000 - Double(old) / 60_000
          closure.loss += Int((minutes * Double(people) * weights[place]).rounded())
          mean += minutes * weights[place]
        }
        sums[county] += mean
        if mean > closure.worstMinutes {
          (closure.worstCounty, closure.worstMinutes) = (county, mean)
        }
        if mean > worst[county].minutes { worst[county] = (mean, code) }
      }
      closures.append(closure)
    }
    return ClosureAnswer(
      question: question,
      closures: closures.sorted { ($0.cutOff, $0.loss, $1.route) > ($1.cutOff, $1.loss, $0.route) },
      exposure: region.counties.indices.filter { worst[$0].minutes > 0 }.map { county in
        .init(
          county: county, worstMinutes: worst[county].minutes, worstRoute: worst[county].route,
          meanMinutes: sums[county] / Double(max(1, codes.count)))
      }.sorted { (-$0.worstMinutes, $0.county) < (-$1.worstMinutes, $1.county) })
  }
}

extension ClosureAnswer {
  public func closureTable(in region: Region, names: (String) -> String) -> FeatureTable {
    var table = FeatureTable(
      name: "closures",
      columns: [
        .init("route", .text), .init("name", .text), .init("km", .decimal(places: 2)),
        .init("loss_person_minutes", .whole), .init("pairs_cut_off", .whole),
        .init("people_cut_off", .whole), .init("worst_county", .text),
        .init("worst_minutes", .decimal(places: 2)),
      ])
    for closure in closures {
      table.append([
        .text(closure.route), .text(names(closure.route)), .decimal(closure.length.kilometers),
        .whole(closure.loss), .whole(closure.cutOff), .whole(closure.peopleCutOff),
        .text(closure.worstCounty.map { region.counties[$0].name.chinese }),
        .decimal(closure.worstCounty == nil ? nil : closure.worstMinutes),
      ])
    }
    return table
  }

  /// A point a county, at its seat.
  public func exposureTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "exposure",
      columns: [
        .init("code", .text), .init("name", .text), .init("province", .text),
        .init("worst_minutes", .decimal(places: 2)), .init("worst_route", .text),
        .init("mean_minutes", .decimal(places: 4)),
      ])
    for row in exposure {
      let county = region.counties[row.county]
      table.append(
        [
          .text(county.code), .text(county.name.chinese),
          .text(region.provinces[county.province].name.chinese), .decimal(row.worstMinutes),
          .text(row.worstRoute), .decimal(row.meanMinutes),
        ], shape: county.seat.map { .point($0) })
    }
    return table
  }
}
