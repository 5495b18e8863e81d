import Geometry
import Routing
import Shapes

extension DoorTimes {
  /// The fields of every way of going out from some starts.
  ///
  /// `arriving` is what arriving costs, in milliseconds at each corner, and empty where the mode pays
  /// for none; what is further than `limit`, in free-flow milliseconds, may count as out of reach.
  init(
    of reaches: [Reach], from starts: [Start], over window: LatticeWindow, corners: [GeoPoint],
    arriving: [UInt32], within limit: UInt32, mode: TravelMode, in world: World
  ) throws {
    let leaving = reaches.map { $0.leaving(over: window) }
    self.init(
      window: window,
      fields: try TimeField.fields(
        of: reaches.map(\.arrivals), leaving: leaving, over: window, corners: corners,
        within: limit, cellSize: world.lattice.cellSize),
      leaving: leaving, arriving: arriving,
      ownGround: mode == .railDoor ? starts.ownGround(over: window, corners: corners) : [])
  }
}
