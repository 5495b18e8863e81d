import Shapes

/// Thins the points of a line, and measures it.
enum Thinning {
  /// Metres that a thinned line may lie off the drawn one: the 500th part of a street-level last
  /// leg's reach.
  static let tolerance = 4.0

  /// Which points of `line` stay, the ends among them, so that each left out lies within
  /// ``tolerance`` of the line between its neighbours (Douglas and Peucker 1973, Cartographica
  /// 10(2), 112).
  ///
  /// - Precondition: two points or more.
  static func kept(of line: [GeoPoint]) -> [Int] {
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var open = [(0, line.count - 1)]
    while let (first, last) = open.popLast() {
      guard last > first + 1 else { continue }
      let frame = LocalFrame(at: line[first])
      let end = frame.offset(to: line[last])
      let squaredLength = end.x * end.x + end.y * end.y
      var (farthest, at) = (tolerance, first)
      for index in first + 1..<last {
        let point = frame.offset(to: line[index])
        let part =
          squaredLength > 0
          ? min(1, max(0, (point.x * end.x + point.y * end.y) / squaredLength)) : 0
        let (dx, dy) = (point.x - part * end.x, point.y - part * end.y)
        let distance = (dx * dx + dy * dy).squareRoot()
        if distance > farthest { (farthest, at) = (distance, index) }
      }
      guard at > first else { continue }
      isKept[at] = true
      open.append((first, at))
      open.append((at, last))
    }
    return line.indices.filter { isKept[$0] }
  }

  /// Metres along all points of `line`.
  static func length(of line: ArraySlice<GeoPoint>) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.localDistance(to: $1.1) }
  }
}
