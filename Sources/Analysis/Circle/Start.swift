import Geometry
import Routing
import Shapes

/// A centre with its searches done.
struct Start: Sendable {
  let centre: Centre
  /// By road, or on foot where all is walked.
  let arrivals: Arrivals
  /// Its ways to the stations; nil where the mode takes no train.
  let rail: RailStart?

  /// The starts of a group's places, in their order.
  ///
  /// `known` holds starts already searched; one with the same origin is taken over.
  static func resolve(
    _ group: PlaceGroup, reading: CentreReading, mode: TravelMode, in world: World,
    knowing known: [Start] = []
  ) throws -> [Start] {
    let centres = try group.places.flatMap { try world.centres($0, reading: reading) }
    var starts = centres.map { centre in
      known.first { $0.centre.origin == centre.origin }
        .map { Start(centre: centre, arrivals: $0.arrivals, rail: $0.rail) }
    }
    let new = starts.indices.filter { starts[$0] == nil }
    let found = world.network(for: mode).arrivals(from: new.map { centres[$0].origin })
    if mode.goesByRail { _ = world.modes.joinedStations() }
    let rails = Parallel.map(new.count) { index in
      mode.goesByRail
        ? RailStart(centres[new[index]], arrivals: found[index], in: world) : nil
    }
    for (place, index) in new.enumerated() {
      starts[index] = Start(centre: centres[index], arrivals: found[place], rail: rails[place])
    }
    return starts.compactMap { $0 }
  }

  /// The ways of going out that a mode has, each with the bands whose times it gives.
  func reaches(_ bands: [SpeedBand], mode: TravelMode) -> [Reach] {
    var reaches: [Reach] = []
    if mode.goesByRoad || mode == .walk {
      reaches.append(
        Reach(
          centre: centre, arrivals: arrivals, band: nil,
          leaving: mode.paysTerminals ? TravelTime.minutes(centre.startMinutes) : 0,
          paysTerminals: mode.paysTerminals, byRail: false))
    }
    guard let rail else { return reaches }
    for (band, egress) in zip(bands, rail.egress(bands)) {
      // What leaving the centre costs is in the times at the stations.
      for (arrivals, drives) in [(egress.byRoad, true), (egress.onFoot, false)] {
        reaches.append(
          Reach(
            centre: centre, arrivals: arrivals, band: band, leaving: 0, paysTerminals: drives,
            byRail: true))
      }
    }
    return reaches
  }
}

/// One way of going out from a centre: a search, and what comes on top of its times.
struct Reach: Sendable {
  let centre: Centre
  let arrivals: Arrivals
  /// The only band whose times these are; nil where those of every band follow by scaling.
  let band: SpeedBand?
  /// Milliseconds on every trip out of the centre's own core.
  let leaving: UInt32
  /// Whether trips pay for leaving the centre's core and arriving in another.
  let paysTerminals: Bool
  let byRail: Bool

  /// Milliseconds door to door at the profile's speeds.
  func doorTime(free: UInt32, to cell: LatticeCell, arriving: UInt32) -> UInt32 {
    guard free < TravelTime.unreachable else { return TravelTime.unreachable }
    let isOwn = free == 0 || (centre.core?.contains(cell) ?? false)
    return isOwn || !paysTerminals ? free : free + leaving + arriving
  }

  /// What leaving the centre adds to the times at the corners of `window`.
  func leaving(over window: LatticeWindow) -> DoorTimes.Leaving {
    DoorTimes.Leaving(
      time: leaving, isOwn: centre.isOwn(over: window, paysTerminals: paysTerminals), band: band,
      paysTerminals: paysTerminals, byRail: byRail)
  }
}

extension Centre {
  /// What leaving adds to the times at the corners of `window`, by road.
  func leaving(over window: LatticeWindow, mode: TravelMode) -> DoorTimes.Leaving {
    DoorTimes.Leaving(
      time: mode.paysTerminals ? TravelTime.minutes(startMinutes) : 0,
      isOwn: isOwn(over: window, paysTerminals: mode.paysTerminals),
      paysTerminals: mode.paysTerminals)
  }

  /// Which corners belong to cells of the core.
  fileprivate func isOwn(over window: LatticeWindow, paysTerminals: Bool) -> [Bool] {
    var isOwn = [Bool](repeating: false, count: window.cornerCount)
    guard paysTerminals else { return isOwn }
    for cell in core?.cells ?? [] where window.contains(cell) {
      for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
        isOwn[window.cornerIndex(column: cell.column + column, row: cell.row + row)] = true
      }
    }
    return isOwn
  }
}
