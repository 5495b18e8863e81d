import Geometry
import Routing
import Shapes

/// The ground within some minutes of a group, counted and not drawn.
struct ReachedGround: Sendable {
  let count: CellCount

  /// - Complexity: a search a centre and way of going out, then O(cells of the window).
  init(
    from group: PlaceGroup, within minutes: Double, mode: TravelMode, reading: CentreReading,
    in world: World
  ) throws {
    let starts = try Start.resolve(group, reading: reading, mode: mode, in: world)
    let reaches = starts.flatMap { $0.reaches([.asGiven], mode: mode) }
    let limit = TravelTime.minutes(minutes)
    let window = try world.window(
      of: reaches.map(\.arrivals), around: starts.map(\.centre.origin.bounds), within: limit)
    let arriving =
      mode.paysTerminals ? try world.terminalSurface(over: window).arrivalCosts(over: window) : []
    let doors = try DoorTimes(
      of: reaches, from: starts, over: window, corners: world.lattice.corners(of: window),
      arriving: arriving, within: limit, mode: mode, in: world)
    count = CellCount(of: doors.surface(.asGiven).surface, level: TravelTime.level(minutes))
  }
}
