import Shapes

extension [GeoPoint] {
  /// The line with fewer vertices, none further than `tolerance` metres from it; its ends stay.
  ///
  /// Douglas and Peucker (1973), *Cartographica* 10(2), 112.
  ///
  /// - Complexity: O(n log n) as a rule, O(n²) at worst.
  func simplifiedLine(tolerance: Double) -> [GeoPoint] {
    guard count > 2 else { return self }
    let frame = LocalFrame(at: self[0])
    let plane = map { frame.offset(to: $0) }
    var isKept = [Bool](repeating: false, count: count)
    isKept[0] = true
    isKept[count - 1] = true
    var pieces = [(first: 0, last: count - 1)]
    while let piece = pieces.popLast() {
      var farthest = (index: piece.first, squared: tolerance * tolerance)
      for index in piece.first..<piece.last where index > piece.first {
        let squared = plane[index].squaredDistance(
          toPieceFrom: plane[piece.first], to: plane[piece.last])
        if squared > farthest.squared { farthest = (index, squared) }
      }
      guard farthest.index > piece.first else { continue }
      isKept[farthest.index] = true
      pieces.append((piece.first, farthest.index))
      pieces.append((farthest.index, piece.last))
    }
    return indices.filter { isKept[$0] }.map { self[$0] }
  }

  /// A ring, given without repeating its first position, likewise; nil where it is too small to
  /// keep three corners.
  func simplifiedRing(tolerance: Double) -> [GeoPoint]? {
    guard let first, count >= 3 else { return nil }
    let frame = LocalFrame(at: first)
    let distances = map { frame.distance(to: $0) }
    let farthest = indices.max { distances[$0] < distances[$1] } ?? 0
    guard farthest > 0 else { return nil }
    let out = Array(self[...farthest]).simplifiedLine(tolerance: tolerance)
    let back = (Array(self[farthest...]) + [first]).simplifiedLine(tolerance: tolerance)
    let ring = Array(out.dropLast() + back.dropLast())
    return ring.count >= 3 ? ring : nil
  }
}

extension PlanePoint {
  /// Square metres.
  fileprivate func squaredDistance(toPieceFrom from: PlanePoint, to: PlanePoint) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let (px, py) = (x - from.x, y - from.y)
    let squared = dx * dx + dy * dy
    let part = squared > 0 ? max(0, min(1, (px * dx + py * dy) / squared)) : 0
    let (ex, ey) = (px - part * dx, py - part * dy)
    return ex * ex + ey * ey
  }
}
