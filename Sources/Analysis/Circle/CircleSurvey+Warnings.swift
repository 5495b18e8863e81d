import Geometry

extension CircleSurvey {
  /// Metres from a road beyond which a start or a seat is pointed out.
  private static let farFromRoads = 2_000.0

  /// What a reader must know: nothing is silently unreached or left out.
  ///
  /// `widest` is the circle of the most minutes.
  func warnings(widest: Circle) -> [CircleWarning] {
    var warnings: [CircleWarning] = []
    for (centre, arrival) in zip(centres, arrivals) {
      if centre.fellBackToSeat {
        warnings.append(
          question.reading == .core
            ? .noCore(name: centre.name) : .noDistricts(name: centre.name))
      }
      if let distance = arrival.distanceToRoads {
        guard distance > Self.farFromRoads else { continue }
        warnings.append(.centreFarFromRoads(name: centre.name, kilometers: distance / 1_000))
      } else {
        warnings.append(.centreWithoutRoads(name: centre.name))
      }
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
}
