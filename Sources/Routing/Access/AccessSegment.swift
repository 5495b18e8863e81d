import Shapes

/// A straight piece of road that can be left anywhere, and when its two ends are reached.
struct AccessSegment: Hashable, Sendable {
  var start: GeoPoint
  var end: GeoPoint
  /// Milliseconds; ``TravelTime/unreachable`` where an end is not reached, infinite at the end of a
  /// one-way piece, which nobody enters there.
  var startTime: Double
  var endTime: Double
  /// Milliseconds from one end to the other.
  var duration: Double

  /// Where a last leg leaves the segment, and the time with it.
  struct Departure: Hashable, Sendable {
    /// Milliseconds, the last leg included.
    var time: Double
    /// Metres from the segment's start.
    var along: Double
    /// Metres of the last leg in a straight line.
    var distance: Double
    /// Metres east and north of the destination.
    var offset: PlanePoint

    static let none = Departure(
      time: .infinity, along: 0, distance: .infinity, offset: PlanePoint(x: 0, y: 0))
  }
}

/// Where a segment lies as seen from a destination.
struct SightedSegment {
  let start: PlanePoint
  /// Unit vector along the segment, and its length in metres.
  let direction: PlanePoint
  let length: Double
  /// Metres along to the foot of the perpendicular, and its square length.
  let foot: Double
  let squaredOffset: Double

  init(_ segment: AccessSegment, from frame: LocalFrame) {
    start = frame.offset(to: segment.start)
    let end = frame.offset(to: segment.end)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    length = (dx * dx + dy * dy).squareRoot()
    direction =
      length > 0 ? PlanePoint(x: dx / length, y: dy / length) : PlanePoint(x: 0, y: 0)
    foot = -(start.x * direction.x + start.y * direction.y)
    squaredOffset = max(0, start.x * start.x + start.y * start.y - foot * foot)
  }

  /// The stretch within `reach` of the destination, in metres along; nil where there is none.
  func stretch(within reach: Double) -> ClosedRange<Double>? {
    let room = reach * reach - squaredOffset
    guard room >= 0 else { return nil }
    let half = room.squareRoot()
    let (low, high) = (max(0, foot - half), min(length, foot + half))
    return low <= high ? low...high : nil
  }

  func distance(at along: Double) -> Double {
    (squaredOffset + (along - foot) * (along - foot)).squareRoot()
  }

  func offset(at along: Double) -> PlanePoint {
    PlanePoint(x: start.x + direction.x * along, y: start.y + direction.y * along)
  }
}

extension AccessSegment {
  /// The better of the two ``departures(to:pace:reach:)``.
  func departure(to frame: LocalFrame, pace: Double, reach: Double) -> Departure {
    let (viaStart, viaEnd) = departures(to: frame, pace: pace, reach: reach)
    return viaStart.time <= viaEnd.time ? viaStart : viaEnd
  }

  /// The best departures towards the destination at `frame`'s origin by way of each end, over every
  /// point of the segment within `reach` metres of it, as if nothing stood between.
  ///
  /// Closed form: time along the road is linear and the last leg convex, so the best point off
  /// each end is where their slopes balance (Snell's law), held within the segment and the reach.
  /// `pace` is in milliseconds a metre of last leg.
  ///
  /// - Complexity: O(1): five square roots.
  func departures(
    to frame: LocalFrame, pace: Double, reach: Double
  ) -> (viaStart: Departure, viaEnd: Departure) {
    let sight = SightedSegment(self, from: frame)
    guard let stretch = sight.stretch(within: reach) else { return (.none, .none) }
    let roadPace = sight.length > 0 ? duration / sight.length : 0
    let shift: Double
    if roadPace < pace {
      shift =
        (sight.squaredOffset).squareRoot() * roadPace
        / (pace * pace - roadPace * roadPace).squareRoot()
    } else {
      shift = .infinity  // The road is no faster than the last leg: leave it at once.
    }
    let fromStart = min(stretch.upperBound, max(stretch.lowerBound, sight.foot - shift))
    let fromEnd = min(stretch.upperBound, max(stretch.lowerBound, sight.foot + shift))
    let startDistance = sight.distance(at: fromStart)
    let endDistance = sight.distance(at: fromEnd)
    let viaStart = startTime + roadPace * fromStart + pace * startDistance
    let viaEnd = endTime + roadPace * (sight.length - fromEnd) + pace * endDistance
    return (
      Departure(
        time: viaStart, along: fromStart, distance: startDistance,
        offset: sight.offset(at: fromStart)),
      Departure(
        time: viaEnd, along: fromEnd, distance: endDistance, offset: sight.offset(at: fromEnd))
    )
  }

  /// The segment as those see it who come by way of one end only.
  func reachedOnly(atStart: Bool) -> AccessSegment {
    var segment = self
    if atStart { segment.endTime = .infinity } else { segment.startTime = .infinity }
    return segment
  }

  /// Spacing of the points that are tried one by one where something stands between, in metres.
  static let sampleSpacing = 50.0

  /// Departures from points at most 50 m apart, earliest first: for destinations behind water.
  ///
  /// Departures whose time is `limit` or later are of no use and left out.
  func sampledDepartures(
    to frame: LocalFrame, pace: Double, reach: Double, before limit: Double
  ) -> [Departure] {
    let sight = SightedSegment(self, from: frame)
    guard let stretch = sight.stretch(within: reach) else { return [] }
    let roadPace = sight.length > 0 ? duration / sight.length : 0
    let steps = max(1, Int((sight.length / Self.sampleSpacing).rounded(.up)))
    var departures: [Departure] = []
    for step in 0...steps {
      let along = sight.length * Double(step) / Double(steps)
      guard stretch.contains(along) else { continue }
      let distance = sight.distance(at: along)
      let onRoad = min(startTime + roadPace * along, endTime + roadPace * (sight.length - along))
      guard onRoad + pace * distance < limit else { continue }
      departures.append(
        Departure(
          time: onRoad + pace * distance, along: along, distance: distance,
          offset: sight.offset(at: along)))
    }
    return departures.sorted { ($0.time, $0.along) < ($1.time, $1.along) }
  }
}
