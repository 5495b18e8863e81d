public import Shapes

/// Water that a last leg may not cross.
///
/// Hard areas stop every leg; a place inside one leaves freely to the nearest bank, and the leg is
/// judged from there. Soft lines, whose drawn course is off by up to a kilometre, stop a leg only
/// where both its ends are more than ``softMargin`` from the line.
public struct Barriers: Sendable {
  /// How far both ends of a leg must be from a line to be stopped by it, in metres.
  ///
  /// The drawn river lines lie within 1 km of 82 % of the county borders that follow the rivers,
  /// p90 1.3 km (GeoData/README.md, water).
  public static let softMargin = 1_500.0

  private let areaBounds: [GeoBounds]
  private let wetGround: [AreaIndex]
  let index: ShoreIndex

  public init(areas: [GeoPolygon], lines: [[GeoPoint]]) {
    areaBounds = areas.map(\.bounds)
    wetGround = areas.map { AreaIndex([$0]) }
    var shores: [ShoreIndex.Shore] = []
    for (number, area) in areas.enumerated() {
      for ring in area.rings {
        guard var previous = ring.last else { continue }
        for vertex in ring {
          shores.append(.init(from: previous, to: vertex, body: .area(number)))
          previous = vertex
        }
      }
    }
    for (number, line) in lines.enumerated() {
      for (from, to) in zip(line, line.dropFirst()) {
        shores.append(.init(from: from, to: to, body: .line(number)))
      }
    }
    index = ShoreIndex(shores: shores, areas: areas)
  }

  public static let none = Barriers(areas: [], lines: [])

  /// Whether no water at all lies in `box`: then nothing between two points of it is blocked.
  ///
  /// - Complexity: O(1).
  public func isClear(_ box: GeoBounds) -> Bool { index.isClear(box) }

  /// A point, and where a leg from it is judged from: its nearest bank where it lies in water.
  public struct Footing: Hashable, Sendable {
    public var point: GeoPoint
    public var bank: GeoPoint
  }

  public func footing(at point: GeoPoint) -> Footing {
    guard !index.isClear(GeoBounds(point, point)), let area = area(holding: point) else {
      return Footing(point: point, bank: point)
    }
    return Footing(point: point, bank: nearestBank(of: area, to: point))
  }

  /// Whether water stands between two places.
  public func block(_ from: Footing, _ to: Footing) -> Bool {
    var box = GeoBounds(from.point, to.point)
    box.formUnion(GeoBounds(from.bank, to.bank))
    guard !index.isClear(box) else { return false }
    return hardWaterBlocks(from.bank, to.bank, box) || softWaterBlocks(from.point, to.point, box)
  }

  private func area(holding point: GeoPoint) -> Int? {
    index.firstArea(around: point) { area in
      areaBounds[area].contains(point) && wetGround[area].contains(point)
    }
  }

  private func softWaterBlocks(_ from: GeoPoint, _ to: GeoPoint, _ box: GeoBounds) -> Bool {
    var judged = -1
    return index.contains(in: box) { shore in
      guard case .line(let line) = shore.body, line != judged,
        crossing(from, to, shore.from, shore.to) != nil
      else { return false }
      judged = line
      return isFar(from, fromLine: line) && isFar(to, fromLine: line)
    }
  }

  func isFar(_ point: GeoPoint, fromLine line: Int) -> Bool {
    let frame = LocalFrame(at: point)
    let box = GeoBounds(point, point).expanded(by: Meters(Self.softMargin))
    return !index.contains(in: box) { shore in
      shore.body == .line(line)
        && frame.nearestPoint(shore.from, shore.to).distance <= Self.softMargin
    }
  }

  /// Cuts the leg at every shore and asks whether the middle of a piece lies in water.
  private func hardWaterBlocks(_ from: GeoPoint, _ to: GeoPoint, _ box: GeoBounds) -> Bool {
    var cuts: [Double] = []
    index.forEachShore(in: box) { shore in
      guard case .area = shore.body else { return }
      if let part = crossing(from, to, shore.from, shore.to) { cuts.append(part) }
    }
    if cuts.isEmpty, area(holding: from) == nil { return false }
    cuts.append(contentsOf: [0, 1])
    cuts.sort()
    let length = from.localDistance(to: to)
    for (low, high) in zip(cuts, cuts.dropFirst()) where (high - low) * length > 1 {
      let middle = (low + high) / 2
      let point = GeoPoint(
        longitude: from.longitude + middle * (to.longitude - from.longitude),
        latitude: from.latitude + middle * (to.latitude - from.latitude))
      // On the shore itself, where both ends are banks of one straight shore, is not in the water.
      guard !index.isClear(GeoBounds(point, point)), let area = area(holding: point) else {
        continue
      }
      if isFar(point, fromBanksOf: area)
        || nearestBank(of: area, to: point).localDistance(to: point) > 1
      {
        return true
      }
    }
    return false
  }

  /// Whether no bank lies within 2 m: that is sooner said than which is nearest.
  private func isFar(_ point: GeoPoint, fromBanksOf area: Int) -> Bool {
    let frame = LocalFrame(at: point)
    let box = GeoBounds(point, point).expanded(by: Meters(3))
    return !index.contains(in: box) { shore in
      shore.body == .area(area) && frame.nearestPoint(shore.from, shore.to).distance <= 2
    }
  }

  /// Looks in boxes that double until a shore lies within the box's half side.
  private func nearestBank(of area: Int, to point: GeoPoint) -> GeoPoint {
    let frame = LocalFrame(at: point)
    var halfSide = 1_000.0
    while true {
      var best = (distance: Double.infinity, point: point)
      let box = GeoBounds(point, point).expanded(by: Meters(halfSide))
      index.forEachShore(in: box) { shore in
        guard shore.body == .area(area) else { return }
        let candidate = frame.nearestPoint(shore.from, shore.to)
        if candidate.distance < best.distance { best = candidate }
      }
      if best.distance <= halfSide { return best.point }
      halfSide *= 2
    }
  }
}

/// Where along `from`–`to` (0…1) it meets the piece `start`–`end`; nil where it does not.
private func crossing(_ from: GeoPoint, _ to: GeoPoint, _ start: GeoPoint, _ end: GeoPoint)
  -> Double?
{
  let (ax, ay) = (to.longitude - from.longitude, to.latitude - from.latitude)
  let (bx, by) = (end.longitude - start.longitude, end.latitude - start.latitude)
  let cross = ax * by - ay * bx
  guard cross != 0 else { return nil }
  let (cx, cy) = (start.longitude - from.longitude, start.latitude - from.latitude)
  let along = (cx * by - cy * bx) / cross
  let other = (cx * ay - cy * ax) / cross
  return along >= 0 && along <= 1 && other >= 0 && other <= 1 ? along : nil
}
