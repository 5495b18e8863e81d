import Geometry

extension CircleSurvey {
  /// Metres from a road beyond which a start or a seat is pointed out.
  private static let farFromRoads = 2_000.0

  /// What a reader must know: nothing is silently unreached or left out.
  ///
  /// `widest` is the circle of the most minutes.
  func warnings(widest: Circle) throws -> [CircleWarning] {
    var warnings: [CircleWarning] = []
    for (centre, arrival) in zip(centres, arrivals) {
      if centre.fellBackToSeat {
        warnings.append(
          question.reading == .core
            ? .noCore(name: centre.name) : .noDistricts(name: centre.name))
      }
      let shared = question.reading == .core ? try unitsSharingCore(of: centre) : []
      if !shared.isEmpty { warnings.append(.sharedCore(name: centre.name, with: shared)) }
      if let distance = arrival.distanceToRoads {
        guard distance > Self.farFromRoads else { continue }
        warnings.append(.centreFarFromRoads(name: centre.name, kilometers: distance / 1_000))
      } else {
        warnings.append(
          .centreWithoutRoads(name: centre.name, kilometers: kilometersToRoads(from: centre)))
      }
    }
    if let ownGround, ownGround.subsamples > 0 {
      let extent = self.extent(ownGround)
      warnings.append(
        .ownGroundWithoutTrain(name: group.name, area: extent.area, people: extent.people))
    }
    if lacksStation {
      warnings.append(
        .noStationNear(
          name: group.name, kilometers: world.network.profile.rail.stationReach / 1_000))
    }
    let inside = widest.coverage.filter { $0.unit.level == .county && $0.areaInside > 0 }
    func names(_ condition: (Coverage, County) -> Bool) -> [PlaceName] {
      inside.map { ($0, world.region.counties[$0.unit.index]) }.filter(condition).map(\.1.name)
    }
    let lists: [([PlaceName], ([PlaceName]) -> CircleWarning)] = [
      (
        names { $1.seat != nil && ($0.seatLastLeg ?? 0) > Self.farFromRoads },
        { .seatsFarFromRoads($0) }
      ),
      (names { $1.seat != nil && $0.seatMinutes == nil }, { .unreachedSeats($0) }),
      (names { $1.seat == nil }, { .withoutSeat($0) }),
      (names { $1.people == nil }, { .withoutPeople($0) }),
    ]
    for (names, warning) in lists where !names.isEmpty { warnings.append(warning(names)) }
    return warnings
  }

  /// Kilometres along a great circle from a centre to the nearest node of an ordinary road.
  private func kilometersToRoads(from centre: Centre) -> Double? {
    let roads = world.network.roads
    let box = centre.origin.bounds
    guard let start = centre.origin.points.first ?? (box.isEmpty ? nil : box.centre) else {
      return nil
    }
    var nearest = Double.infinity
    for edge in 0..<roads.edgeCount where !roads.roadClass[edge].isControlledAccess {
      for node in [roads.from[edge], roads.to[edge]] {
        nearest = min(
          nearest, start.greatCircleDistance(to: roads.nodes[Int(node)]).kilometers)
      }
    }
    return nearest.isFinite ? nearest : nil
  }

  /// Other units of the centre's level whose seats lie in its core, ascending: where towns have
  /// grown together, a circle from one's core is a circle from all of them.
  private func unitsSharingCore(of centre: Centre) throws -> [PlaceName] {
    guard case .unit(let unit) = centre.place, let core = centre.core else { return [] }
    let own = Set(centres.compactMap(\.place.unit))
    let count =
      unit.level == .county ? world.region.counties.count : world.region.prefectures.count
    let others = (0..<count).map { UnitReference(unit.level, $0) }.filter { other in
      // A county's own prefecture-mates count; units that are centres themselves do not.
      other != unit && !own.contains(other)
    }
    let seated = others.compactMap { other in world.seat(of: other).map { (other, $0) } }
    let places = try world.lattice.plane.project(seated.map(\.1))
    return zip(seated, places).filter { core.contains(world.lattice.cell(at: $0.1)) }
      .map { world.region.name(of: $0.0.0) }
  }
}

extension CentrePlace {
  fileprivate var unit: UnitReference? {
    if case .unit(let unit) = self { unit } else { nil }
  }
}
