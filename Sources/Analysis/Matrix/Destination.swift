import Geometry
import Routing
public import Shapes

/// A point that trips end at, and what arriving there costs.
public struct Destination: Sendable {
  public let point: GeoPoint
  /// Milliseconds on every trip that ends here and did not start in the same core.
  public let arriving: UInt32
  let cell: LatticeCell
  let attachment: DestinationAttachment
  /// For trips that end on foot.
  let onFoot: DestinationAttachment

  func attachment(for reach: Reach) -> DestinationAttachment {
    reach.byRail && !reach.paysTerminals ? onFoot : attachment
  }

  /// Metres in a straight line to the nearest ordinary road; nil where none is within reach.
  public var distanceToRoads: Double? { attachment.distanceToRoads }
}

extension World {
  /// Joins a point to the roads around it.
  ///
  /// - Complexity: O(roads within reach); with terminal minutes also the people around it, once.
  public func destination(at point: GeoPoint, mode: TravelMode) throws -> Destination {
    let place = try lattice.plane.project([point])[0]
    let cell = lattice.cell(at: place)
    return Destination(
      point: point, arriving: mode.paysTerminals ? try arrivalCost(at: place, in: cell) : 0,
      cell: cell,
      attachment: network(for: mode).destination(at: point),
      onFoot: modes.footpaths.destination(at: point))
  }

  /// Joins many points to the roads around them; nil where there is no point.
  ///
  /// Where they are as many as a quarter of the counties, the cores of the whole region are found first.
  func destinations(at points: [GeoPoint?], mode: TravelMode) throws -> [Destination?] {
    if mode.paysTerminals, points.count * 4 >= region.counties.count {
      try people.surveyCores()
    }
    return try Parallel.map(points.count) { index in
      try points[index].map { try destination(at: $0, mode: mode) }
    }
  }

  /// Milliseconds that arriving costs at a place: the same whatever is asked.
  func arrivalCost(at place: PlanePoint, in cell: LatticeCell) throws -> UInt32 {
    let window = LatticeWindow(
      columns: cell.column..<cell.column + 1, rows: cell.row..<cell.row + 1)
    return try terminalSurface(over: window).arrivalCost(at: place)
  }
}

extension Centre {
  /// Milliseconds door to door of a trip by road that takes `free` milliseconds on the way.
  ///
  /// Trips inside the centre's own core, and to its own ground, pay nothing at either end.
  func doorTime(free: UInt32, to cell: LatticeCell, arriving: UInt32, mode: TravelMode) -> UInt32 {
    guard free < TravelTime.unreachable else { return TravelTime.unreachable }
    let isOwn = free == 0 || (core?.contains(cell) ?? false)
    return isOwn || !mode.paysTerminals
      ? free : free + TravelTime.minutes(startMinutes) + arriving
  }
}
