import Geometry
import Routing
import Shapes

/// The speeds of a band: as the profile says, or a tenth slower or faster.
enum SpeedBand: CaseIterable {
  case asGiven
  case lower
  case higher

  /// Free-flow times are divided by this; terminal minutes stay.
  var factor: Double {
    switch self {
    case .asGiven: 1
    case .lower: 0.9
    case .higher: 1.1
    }
  }

  func scaled(_ time: UInt32) -> UInt32 {
    self == .asGiven || time >= TravelTime.unreachable
      ? time : TravelTime.rounded(Double(time) / factor)
  }
}

/// The fields of the centres of one circle, and what leaving and arriving adds to them.
struct DoorTimes: Sendable {
  /// What leaving one centre adds.
  struct Leaving: Sendable {
    /// Milliseconds on every trip out of the centre's own core.
    var time: UInt32
    /// Which corners belong to cells of the centre's own core: nothing is added there.
    var isOwn: [Bool]
    /// The only band whose times these are; nil where those of every band follow by scaling.
    var band: SpeedBand?
    var paysTerminals = true
    var byRail = false

    /// Whether the times of two can be held against each other at every band.
    func isLike(_ other: Leaving) -> Bool {
      band == other.band && paysTerminals == other.paysTerminals && byRail == other.byRail
    }
  }

  let window: LatticeWindow
  let fields: [TimeField]
  /// Of the same centres.
  let leaving: [Leaving]
  /// Milliseconds at each corner; empty where the mode has none.
  let arriving: [UInt32]
  /// Corners of the centres' own ground where no start of another kind says so; empty where none.
  var ownGround: [Bool] = []

  /// Milliseconds at each corner from the centre that is nearest by the band's speeds, and whether
  /// its way ends with a long last leg; with or without going by rail.
  func surface(_ band: SpeedBand, byRail: Bool = true) -> (
    surface: TimeSurface, isLongLeg: [Bool]
  ) {
    var best = [UInt32](repeating: TravelTime.unreachable, count: window.cornerCount)
    var long = [Bool](repeating: false, count: window.cornerCount)
    for (field, start) in zip(fields, leaving)
    where (start.band == nil || start.band == band) && (byRail || !start.byRail) {
      for corner in best.indices {
        let free = field.times[corner]
        guard free < TravelTime.unreachable else { continue }
        let added =
          // The origin's own ground is at time 0, whatever lies under it.
          start.isOwn[corner] || free == 0 || !start.paysTerminals
          ? 0 : start.time + (arriving.isEmpty ? 0 : arriving[corner])
        let time = min(TravelTime.unreachable, band.scaled(free) + added)
        if time < best[corner] {
          best[corner] = time
          long[corner] = field.isLongLeg[corner]
        }
      }
    }
    for corner in ownGround.indices where ownGround[corner] {
      best[corner] = 0
      long[corner] = false
    }
    return (TimeSurface(best, over: window, ownGround: ownGround), long)
  }
}
