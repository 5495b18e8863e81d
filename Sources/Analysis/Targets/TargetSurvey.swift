import Geometry
import Shapes

/// What targets come to in a world: ground that several of them ask about is searched once.
public final class TargetSurvey: Sendable {
  public let world: World
  private let known = Locked<[Key: GroundShare]>([:])

  /// What a share of ground depends on.
  private struct Key: Hashable {
    var places: [CentrePlace]
    var counties: [Int]
    var minutes: Double
    var mode: TravelMode
    var reading: CentreReading
  }

  public init(of world: World) { self.world = world }

  private var region: Region { world.region }

  /// A target's values under some readings, in their order.
  ///
  /// - Throws: what the searches behind it throw.
  /// - Complexity: a reading that of one circle, and of a matrix to the counties' seats.
  public func values(
    of target: ReachTarget, readings: [ReachTarget.Reading]
  ) throws -> [ReachTarget.Value] {
    try Parallel.map(readings.count) { try value(of: target, reading: readings[$0]) }
  }

  private func value(
    of target: ReachTarget, reading: ReachTarget.Reading
  ) throws -> ReachTarget.Value {
    guard let centre = reading.centre else { return try betweenMembers(target) }
    guard let centres = target.centres else { return try eachOfItself(target, centre, reading) }
    let seats = target.counties.filter { world.seat(of: UnitReference(.county, $0)) != nil }
    let matrix = try world.matrix(
      MatrixQuestion(
        origins: [centres], destinations: seats.map { group(of: $0) }, mode: target.mode,
        reading: centre, measuresWays: false))
    let times = seats.indices.map { matrix.minutes(from: 0, to: $0) }
    let farthest = times.indices.max { (times[$0] ?? .infinity) < (times[$1] ?? .infinity) }
    let reached = times.count { $0.map { $0 <= target.minutes } ?? false }
    let value: Double? =
      switch target.measure {
      case .people, .area: try share(target, from: centres, centre)
      case .seats: seats.isEmpty ? nil : 100 * Double(reached) / Double(seats.count)
      case .units: Double(reached)
      case .minutes: farthest.flatMap { times[$0] }
      }
    return ReachTarget.Value(
      reading: reading, value: value,
      binding: farthest.map { .init(name: region.counties[seats[$0]].name, minutes: times[$0]) })
  }

  private func group(of county: Int) -> PlaceGroup {
    PlaceGroup(
      name: region.counties[county].name, places: [.unit(UnitReference(.county, county))])
  }

  private func ground(
    of counties: [Int], from group: PlaceGroup, _ reading: CentreReading, _ target: ReachTarget
  ) throws -> GroundShare {
    let key = Key(
      places: group.places, counties: counties, minutes: target.minutes, mode: target.mode,
      reading: reading)
    if let share = known.withLock({ $0[key] }) { return share }
    let reached = try ReachedGround(
      from: group, within: target.minutes, mode: target.mode, reading: reading, in: world)
    let share = try world.ground(of: counties, in: reached.count)
    known.withLock { $0[key] = share }
    return share
  }

  /// Per cent of the target's people or area inside.
  private func share(
    _ target: ReachTarget, from group: PlaceGroup, _ reading: CentreReading
  ) throws -> Double? {
    let part = try ground(of: target.counties, from: group, reading, target).part(
      of: target.measure)
    return part.flatMap { $0.all > 0 ? 100 * $0.inside / $0.all : nil }
  }

  /// Each county from its own seat or core, clipped to itself; the one least covered binds.
  private func eachOfItself(
    _ target: ReachTarget, _ centre: CentreReading, _ reading: ReachTarget.Reading
  ) throws -> ReachTarget.Value {
    let counties = target.counties.filter { world.seat(of: UnitReference(.county, $0)) != nil }
    let parts = try Parallel.map(counties.count) { index in
      try ground(of: [counties[index]], from: group(of: counties[index]), centre, target)
        .part(of: target.measure)
    }
    var (inside, whole) = (0.0, 0.0)
    var least: ReachTarget.Binding?
    for (county, part) in zip(counties, parts) {
      guard let part else { continue }
      inside += part.inside
      whole += part.all
      let share = part.all > 0 ? 100 * part.inside / part.all : 100
      if share < least?.share ?? .infinity {
        least = .init(name: region.counties[county].name, minutes: nil, share: share)
      }
    }
    return .init(reading: reading, value: whole > 0 ? 100 * inside / whole : nil, binding: least)
  }

  /// Pairs of members, seat to seat, in both directions; the slowest pair binds.
  private func betweenMembers(_ target: ReachTarget) throws -> ReachTarget.Value {
    let matrix = try world.matrix(
      MatrixQuestion(
        origins: target.members, destinations: target.members, mode: target.mode, reading: .seat,
        measuresWays: false))
    var (slowest, reached, pairs) = (nil as ReachTarget.Binding?, 0, 0)
    for (row, from) in target.members.enumerated() {
      for (column, to) in target.members.enumerated() where row != column {
        let minutes = matrix.minutes(from: row, to: column)
        pairs += 1
        if let minutes, minutes <= target.minutes { reached += 1 }
        guard slowest.map({ ($0.minutes ?? .infinity) < (minutes ?? .infinity) }) ?? true else {
          continue
        }
        slowest = .init(
          name: PlaceName(
            chinese: "\(from.name.chinese)—\(to.name.chinese)",
            english: "\(from.name.english)–\(to.name.english)"), minutes: minutes)
      }
    }
    let value: Double? =
      switch target.measure {
      case .minutes: slowest?.minutes
      case .units: Double(reached)
      case .people, .area, .seats: pairs > 0 ? 100 * Double(reached) / Double(pairs) : nil
      }
    return .init(reading: .members, value: value, binding: slowest)
  }
}

extension GroundShare {
  /// How much lies inside, and of how much: people, or square kilometres for any other measure.
  ///
  /// - Returns: nil where people are asked about and nobody was counted.
  fileprivate func part(of measure: ReachTarget.Measure) -> (inside: Double, all: Double)? {
    guard measure == .people else { return (areaInside, area) }
    return people.map { (Double(peopleInside ?? 0), Double($0)) }
  }
}

extension ReachTarget.Reading {
  /// How a city starts; nil between members.
  var centre: CentreReading? {
    switch self {
    case .core: .core
    case .seat: .seat
    case .districts: .districts
    case .members: nil
    }
  }
}
