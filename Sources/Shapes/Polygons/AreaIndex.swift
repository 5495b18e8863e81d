/// Areas cut into bands of latitude, for asking often whether a point lies inside.
public struct AreaIndex: Sendable {
  private static let bandsPerVertex = 0.5

  private let bounds: GeoBounds
  private let bandHeight: Double
  private let bands: [[(from: GeoPoint, to: GeoPoint)]]

  public init(_ areas: [GeoPolygon]) {
    bounds = areas.bounds
    let vertices = areas.reduce(0) { $0 + $1.vertexCount }
    let count = max(1, min(4_096, Int(Double(vertices) * Self.bandsPerVertex)))
    let height = bounds.isEmpty ? 1 : max(1e-9, (bounds.north - bounds.south) / Double(count))
    bandHeight = height
    var bands = [[(from: GeoPoint, to: GeoPoint)]](repeating: [], count: count)
    let south = bounds.south
    func band(_ latitude: Double) -> Int {
      max(0, min(count - 1, Int((latitude - south) / height)))
    }
    for ring in areas.flatMap(\.rings) {
      guard var previous = ring.last else { continue }
      for vertex in ring {
        let low = band(min(previous.latitude, vertex.latitude))
        let high = band(max(previous.latitude, vertex.latitude))
        for index in low...high { bands[index].append((previous, vertex)) }
        previous = vertex
      }
    }
    self.bands = bands
  }

  /// Even–odd over all rings, as `[GeoPolygon].contains`.
  ///
  /// - Complexity: O(sides in one band).
  public func contains(_ point: GeoPoint) -> Bool {
    guard bounds.contains(point) else { return false }
    let band = max(0, min(bands.count - 1, Int((point.latitude - bounds.south) / bandHeight)))
    var inside = false
    for (from, to) in bands[band]
    where (to.latitude > point.latitude) != (from.latitude > point.latitude) {
      let along = (point.latitude - to.latitude) / (from.latitude - to.latitude)
      if point.longitude < to.longitude + along * (from.longitude - to.longitude) {
        inside.toggle()
      }
    }
    return inside
  }
}
