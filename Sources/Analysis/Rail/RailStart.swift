import Routing
import Shapes

/// A centre with its ways to the stations: journeys by train from its door.
///
/// A journey is a trip by road to a station, or a walk where that is sooner, then what the rules
/// say of trains, and from the last station a trip by road or a walk. The centre's terminal minutes
/// are paid once, by whoever drives to the station; walkers pay none.
struct RailStart: Sendable {
  private let world: World
  /// When each station's street is reached by road, free flow, and on foot; nil where it is not.
  let byRoad: [Origin.Head?]
  let onFoot: [Origin.Head?]
  private let leaving: UInt32

  /// - Complexity: O(stations · roads around each), and of the whole graph for the metres.
  init(_ centre: Centre, arrivals: Arrivals, in world: World) {
    self.world = world
    let stations = world.modes.joinedStations()
    let nodeMeters = arrivals.nodeMeters()
    byRoad = stations.map { station in
      let trip = arrivals.trip(to: station.destination, nodeMeters: nodeMeters)
      let time = TravelTime.rounded(trip.time)
      return time < TravelTime.unreachable ? Origin.Head(time: time, meters: trip.meters) : nil
    }
    let walk = world.network.profile.walk
    // The inside of a core or a zone is no doorstep: who starts anywhere in it drives.
    let walks =
      centre.origin.area.isEmpty ? world.modes.footpaths.arrivals(from: centre.origin) : nil
    onFoot = stations.map { station in
      let time = walks.map { TravelTime.rounded($0.arrival(at: station.destination.point).time) }
      guard let time, time < TravelTime.unreachable else { return nil }
      return Origin.Head(time: time, meters: Double(time) / walk.pace * walk.circuity)
    }
    leaving = TravelTime.minutes(centre.startMinutes)
  }

  /// When each station's street is reached, by the speeds of a band.
  func streets(_ band: SpeedBand) -> [Origin.Head?] {
    zip(byRoad, onFoot).map { road, foot in
      let driven = road.map { Origin.Head(time: band.scaled($0.time) + leaving, meters: $0.meters) }
      let walked = foot.map { Origin.Head(time: band.scaled($0.time), meters: $0.meters) }
      guard let driven else { return walked }
      guard let walked else { return driven }
      return walked.time < driven.time ? walked : driven
    }
  }

  /// Journeys to every station's exit.
  func journeys(_ band: SpeedBand) -> RailJourneys {
    world.rail.journeys(fromStreets: streets(band))
  }

  /// From the exits of the stations to everywhere.
  struct Egress: Sendable {
    /// Which station each starting point is.
    var stations: [Int]
    /// Free flow by road; a destination's terminal minutes come on top.
    var byRoad: Arrivals
    var onFoot: Arrivals
  }

  /// The ways on from the stations, for each band.
  ///
  /// Times of a band are in milliseconds of road at the profile's own speeds, as all free-flow times
  /// are: what is fixed is scaled up by as much as ``SpeedBand/scaled(_:)`` scales it down again.
  func egress(_ bands: [SpeedBand]) -> [Egress] {
    let stations = world.modes.joinedStations()
    let reached = bands.map { band in
      journeys(band).heads.enumerated().compactMap { station, head in
        head.map { (station: station, head: band.unscaled($0)) }
      }
    }
    let byRoad = world.network.arrivals(
      from: reached.map { list in
        list.map { OriginAttachment.Member(stations[$0.station].attachment, head: $0.head) }
      })
    return zip(reached, byRoad).map { list, byRoad in
      Egress(
        stations: list.map(\.station), byRoad: byRoad,
        onFoot: world.modes.footpaths.arrivals(
          from: Origin(
            points: list.map { stations[$0.station].destination.point }, heads: list.map(\.head))))
    }
  }
}

extension SpeedBand {
  /// A head whose ``scaled(_:)`` time is the one given.
  fileprivate func unscaled(_ head: Origin.Head) -> Origin.Head {
    self == .asGiven
      ? head
      : Origin.Head(time: TravelTime.rounded(Double(head.time) * factor), meters: head.meters)
  }
}
