import Geometry
import Shapes

extension World {
  /// A target's value under one reading.
  ///
  /// - Throws: what the circle or the matrix behind it throws.
  /// - Complexity: that of a circle with four readings, and of a matrix to the counties' seats.
  public func value(
    of target: ReachTarget, reading: ReachTarget.Reading
  ) throws -> ReachTarget.Value {
    guard let centre = reading.centre else { return try betweenMembers(target) }
    guard let centres = target.centres else { return try eachOfItself(target, centre, reading) }
    let seats = target.counties.filter { seat(of: UnitReference(.county, $0)) != nil }
    let matrix = try matrix(
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

  private func coverage(
    of counties: [Int], from group: PlaceGroup, _ reading: CentreReading, _ target: ReachTarget
  ) throws -> ZoneCoverage? {
    try circles(
      CircleQuestion(
        groups: [group], minutes: [target.minutes], mode: target.mode, reading: reading,
        zones: [Zone(name: group.name, ground: .counties(counties))])
    ).circles.first?.zones.first
  }

  /// Per cent of the target's people or area inside.
  private func share(
    _ target: ReachTarget, from group: PlaceGroup, _ reading: CentreReading
  ) throws -> Double? {
    guard let zone = try coverage(of: target.counties, from: group, reading, target) else {
      return nil
    }
    if target.measure == .people { return zone.peopleShare.map { $0 * 100 } }
    return zone.area > 0 ? 100 * zone.areaInside / zone.area : nil
  }

  /// Each county from its own seat or core, clipped to itself; the one least covered binds.
  private func eachOfItself(
    _ target: ReachTarget, _ centre: CentreReading, _ reading: ReachTarget.Reading
  ) throws -> ReachTarget.Value {
    var (inside, whole) = (0.0, 0.0)
    var least: ReachTarget.Binding?
    for county in target.counties where seat(of: UnitReference(.county, county)) != nil {
      guard let zone = try coverage(of: [county], from: group(of: county), centre, target) else {
        continue
      }
      let ofPeople = target.measure == .people
      guard !ofPeople || zone.people != nil else { continue }
      let part = ofPeople ? Double(zone.peopleInside ?? 0) : zone.areaInside
      let all = ofPeople ? Double(zone.people ?? 0) : zone.area
      inside += part
      whole += all
      let share = all > 0 ? 100 * part / all : 100
      if share < least?.share ?? .infinity {
        least = .init(name: region.counties[county].name, minutes: nil, share: share)
      }
    }
    return .init(reading: reading, value: whole > 0 ? 100 * inside / whole : nil, binding: least)
  }

  /// Pairs of members, seat to seat, in both directions; the slowest pair binds.
  private func betweenMembers(_ target: ReachTarget) throws -> ReachTarget.Value {
    let matrix = try matrix(
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
