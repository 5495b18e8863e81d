/// A straight piece between two positions.
public struct GeoSide: Hashable, Sendable {
  public var from: GeoPoint
  public var to: GeoPoint

  @inlinable
  public init(_ from: GeoPoint, _ to: GeoPoint) {
    self.from = from
    self.to = to
  }

  /// The same piece, whichever way it was drawn.
  public var undirected: GeoSide {
    (from.longitude, from.latitude) <= (to.longitude, to.latitude) ? self : GeoSide(to, from)
  }

  public var middle: GeoPoint {
    GeoPoint(
      longitude: (from.longitude + to.longitude) / 2, latitude: (from.latitude + to.latitude) / 2)
  }

  /// Ground length, the same both ways: within 0.03 % of the geodesic up to 20 km.
  public var length: Meters {
    let frame = LocalFrame(at: middle)
    let (start, end) = (frame.offset(to: from), frame.offset(to: to))
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    return Meters((dx * dx + dy * dy).squareRoot())
  }
}

extension [GeoSide] {
  /// The sides as lines, strung together wherever exactly two of them meet; a ring repeats its
  /// first position.
  ///
  /// Lines start at ends and forks, in the order of the sides; what is left are rings.
  ///
  /// - Complexity: O(sides).
  public func strung() -> [[GeoPoint]] {
    var ends: [GeoPoint: [Int]] = [:]
    for (index, side) in enumerated() {
      ends[side.from, default: []].append(index)
      ends[side.to, default: []].append(index)
    }
    var isUsed = [Bool](repeating: false, count: count)
    func walk(from start: GeoPoint, along first: Int) -> [GeoPoint] {
      var line = [start]
      var (at, index) = (start, first)
      while !isUsed[index] {
        isUsed[index] = true
        at = self[index].from == at ? self[index].to : self[index].from
        line.append(at)
        guard let meeting = ends[at], meeting.count == 2,
          let next = meeting.first(where: { !isUsed[$0] })
        else { break }
        index = next
      }
      return line
    }
    var lines: [[GeoPoint]] = []
    for index in indices where !isUsed[index] {
      for point in [self[index].from, self[index].to]
      where ends[point]?.count != 2 && !isUsed[index] {
        lines.append(walk(from: point, along: index))
      }
    }
    for index in indices where !isUsed[index] {
      lines.append(walk(from: self[index].from, along: index))
    }
    return lines
  }
}
