import Shapes

/// The parts of one segment that water hides from one place.
///
/// The same judgement as `Barriers.block` for every point of the segment, worked out once: each
/// shore hides a stretch of the segment, as a fence hides a stretch of road.
struct Shadows {
  private struct Stretch {
    /// Metres along the segment.
    var range: ClosedRange<Double>
    /// The soft line that hides it; nil for hard water.
    var line: Int?
  }

  private let barriers: Barriers
  private let place: Barriers.Footing
  private let frame: LocalFrame
  private let stretches: [Stretch]
  /// The segment touches squares with water: its points may lie in it.
  private let mayBeWet: Bool
  /// Soft lines that no point of the segment is near to.
  private let distantLines: Bool

  init(
    of barriers: Barriers, on segment: AccessSegment, seenFrom place: Barriers.Footing,
    frame: LocalFrame
  ) {
    self.barriers = barriers
    self.place = place
    self.frame = frame
    let ends = GeoBounds(segment.start, segment.end)
    mayBeWet = !barriers.index.isClear(ends)
    distantLines = barriers.index.isClear(ends.expanded(by: Meters(Barriers.softMargin)))
    var box = ends
    box.insert(place.point)
    box.insert(place.bank)
    let sight = SightedSegment(segment, from: frame)
    let eye = Self.eye(of: place, frame)
    var stretches: [Stretch] = []
    var passable: Set<Int> = []
    barriers.index.forEachShore(in: box) { shore in
      let (from, to) = (frame.offset(to: shore.from), frame.offset(to: shore.to))
      switch shore.body {
      case .area:
        if let range = sight.stretch(hiddenFrom: eye, by: from, to) {
          stretches.append(Stretch(range: range, line: nil))
        }
      case .line(let line):
        guard !passable.contains(line),
          let range = sight.stretch(hiddenFrom: PlanePoint(x: 0, y: 0), by: from, to)
        else { return }
        if barriers.isFar(place.point, fromLine: line) {
          stretches.append(Stretch(range: range, line: line))
        } else {
          passable.insert(line)
        }
      }
    }
    self.stretches = stretches
  }

  /// The bank that a place in water looks from, a metre inland; the place itself on land.
  private static func eye(of place: Barriers.Footing, _ frame: LocalFrame) -> PlanePoint {
    let bank = frame.offset(to: place.bank)
    let distance = (bank.x * bank.x + bank.y * bank.y).squareRoot()
    guard distance > 0 else { return bank }
    return PlanePoint(x: bank.x * (1 + 1 / distance), y: bank.y * (1 + 1 / distance))
  }

  /// Whether nothing stands between the place and the point of departure.
  func leaveOpen(_ departure: AccessSegment.Departure) -> Bool {
    if mayBeWet {
      let footing = barriers.footing(at: frame.point(at: departure.offset))
      if footing.bank != footing.point { return !barriers.block(footing, place) }
    }
    return !stretches.contains { stretch in
      guard stretch.range.contains(departure.along) else { return false }
      guard let line = stretch.line, !distantLines else { return true }
      return barriers.isFar(frame.point(at: departure.offset), fromLine: line)
    }
  }
}

extension Barriers {
  func shadows(on segment: AccessSegment, seenFrom place: Footing, frame: LocalFrame) -> Shadows {
    Shadows(of: self, on: segment, seenFrom: place, frame: frame)
  }
}

extension SightedSegment {
  /// The stretch of the segment behind the fence `from`–`to` as seen from `eye`, in metres along.
  ///
  /// Behind are the points on the far side of the fence's line and between the two rays from the
  /// eye through its ends: three half-planes.
  func stretch(hiddenFrom eye: PlanePoint, by from: PlanePoint, _ to: PlanePoint)
    -> ClosedRange<Double>?
  {
    let (fx, fy) = (from.x - eye.x, from.y - eye.y)
    let (tx, ty) = (to.x - eye.x, to.y - eye.y)
    let turn = fx * ty - fy * tx
    guard turn != 0 else { return nil }
    // Counter-clockwise as seen from the eye.
    let (ax, ay, bx, by) = turn > 0 ? (fx, fy, tx, ty) : (tx, ty, fx, fy)
    let (px, py) = (start.x - eye.x, start.y - eye.y)
    var (low, high) = (0.0, length)
    /// Keeps where value + slope · along ≥ 0.
    func keep(_ value: Double, _ slope: Double) {
      if slope > 0 {
        low = max(low, -value / slope)
      } else if slope < 0 {
        high = min(high, -value / slope)
      } else if value < 0 {
        high = -1
      }
    }
    keep(ax * py - ay * px, ax * direction.y - ay * direction.x)
    keep(px * by - py * bx, direction.x * by - direction.y * bx)
    let (ex, ey) = (bx - ax, by - ay)
    keep(-(ex * (py - ay) - ey * (px - ax)), -(ex * direction.y - ey * direction.x))
    return low <= high ? low...high : nil
  }
}
