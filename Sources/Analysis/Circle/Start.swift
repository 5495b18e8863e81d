import Geometry
import Routing
import Shapes

/// A centre with its search done.
struct Start: Sendable {
  let centre: Centre
  let arrivals: Arrivals

  /// The starts of a group's places, in their order.
  ///
  /// `known` holds starts already searched; one with the same origin is taken over.
  static func resolve(
    _ group: PlaceGroup, reading: CentreReading, in world: World,
    knowing known: [Start] = []
  ) throws -> [Start] {
    let centres = try group.places.flatMap { try world.centres($0, reading: reading) }
    var arrivals = centres.map { centre in
      known.first { $0.centre.origin == centre.origin }?.arrivals
    }
    let new = arrivals.indices.filter { arrivals[$0] == nil }
    let found = world.network.arrivals(from: new.map { centres[$0].origin })
    for (index, found) in zip(new, found) { arrivals[index] = found }
    return zip(centres, arrivals).compactMap { centre, arrivals in
      arrivals.map { Start(centre: centre, arrivals: $0) }
    }
  }

  /// What leaving the centre adds to the times at the corners of `window`.
  func leaving(over window: LatticeWindow, mode: TravelMode) -> DoorTimes.Leaving {
    centre.leaving(over: window, mode: mode)
  }
}

extension Centre {
  /// What leaving adds to the times at the corners of `window`.
  func leaving(over window: LatticeWindow, mode: TravelMode) -> DoorTimes.Leaving {
    var isOwn = [Bool](repeating: false, count: window.cornerCount)
    if mode != .road {
      for cell in core?.cells ?? [] where window.contains(cell) {
        for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
          isOwn[window.cornerIndex(column: cell.column + column, row: cell.row + row)] = true
        }
      }
    }
    return DoorTimes.Leaving(
      time: mode == .road ? 0 : TravelTime.minutes(startMinutes), isOwn: isOwn)
  }
}
