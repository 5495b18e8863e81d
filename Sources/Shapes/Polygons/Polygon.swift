/// An area with one outer ring and any number of holes.
///
/// A ring is closed without repeating its first position. Rings do not cross; the outer one runs
/// counter-clockwise and the holes clockwise (RFC 7946, 3.1.6) once ``wound()``.
public struct Polygon<Position: Hashable & Sendable>: Hashable, Sendable {
  public var outer: [Position]
  public var holes: [[Position]]

  public init(outer: [Position], holes: [[Position]] = []) {
    self.outer = outer
    self.holes = holes
  }

  public var rings: [[Position]] { [outer] + holes }

  public var vertexCount: Int { holes.reduce(outer.count) { $0 + $1.count } }

  public func map<Other>(_ transform: (Position) throws -> Other) rethrows -> Polygon<Other> {
    Polygon<Other>(
      outer: try outer.map(transform), holes: try holes.map { try $0.map(transform) })
  }
}

public typealias GeoPolygon = Polygon<GeoPoint>
public typealias PlanePolygon = Polygon<PlanePoint>

extension Polygon where Position == PlanePoint {
  /// Square metres, holes taken off.
  public var area: Double {
    holes.reduce(abs(outer.signedArea)) { $0 - abs($1.signedArea) }
  }
}

extension [PlanePoint] {
  /// Square metres by the shoelace formula, positive where the ring runs counter-clockwise.
  public var signedArea: Double {
    guard count >= 3 else { return 0 }
    let origin = self[0]
    var twice = 0.0
    for index in indices {
      let next = self[index + 1 == count ? 0 : index + 1]
      twice +=
        (self[index].x - origin.x) * (next.y - origin.y)
        - (next.x - origin.x) * (self[index].y - origin.y)
    }
    return twice / 2
  }
}

extension Polygon where Position == GeoPoint {
  /// The same area with its outer ring counter-clockwise and its holes clockwise.
  public func wound() -> GeoPolygon {
    GeoPolygon(
      outer: outer.turned(counterClockwise: true),
      holes: holes.map { $0.turned(counterClockwise: false) })
  }

  public var bounds: GeoBounds { GeoBounds(outer) }
}

extension [GeoPoint] {
  fileprivate func turned(counterClockwise: Bool) -> [GeoPoint] {
    let plane = map { PlanePoint(x: $0.longitude, y: $0.latitude) }
    return (plane.signedArea > 0) == counterClockwise ? self : reversed()
  }
}

extension [GeoPolygon] {
  public var bounds: GeoBounds {
    reduce(into: GeoBounds()) { $0.formUnion($1.bounds) }
  }

  /// Whether `point` lies inside, by crossings of a parallel (even–odd over all rings).
  ///
  /// - Complexity: O(vertices).
  public func contains(_ point: GeoPoint) -> Bool {
    var inside = false
    for polygon in self {
      for ring in polygon.rings {
        var previous = ring.last ?? point
        for vertex in ring {
          if (vertex.latitude > point.latitude) != (previous.latitude > point.latitude) {
            let along = (point.latitude - vertex.latitude) / (previous.latitude - vertex.latitude)
            let crossing = vertex.longitude + along * (previous.longitude - vertex.longitude)
            if point.longitude < crossing { inside.toggle() }
          }
          previous = vertex
        }
      }
    }
    return inside
  }
}
