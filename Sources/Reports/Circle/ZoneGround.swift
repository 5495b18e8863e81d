import Analysis
import Geometry
import Shapes

/// The ground that circles are held against, for a map.
struct ZoneGround {
  let name: PlaceName
  let polygons: [GeoPolygon]
}

extension CircleReport {
  /// Each zone as one area, in the order asked.
  ///
  /// - Throws: a `ShapeError` where counties cannot be dissolved.
  func zoneGrounds() throws(ShapeError) -> [ZoneGround] {
    try (answer.circles.first?.zones ?? []).map { coverage throws(ShapeError) in
      switch coverage.zone.ground {
      case .counties(let members):
        ZoneGround(
          name: coverage.zone.name,
          polygons: try members.flatMap { region.counties[$0].polygons }.dissolved())
      case .polygons(let polygons): ZoneGround(name: coverage.zone.name, polygons: polygons)
      }
    }
  }
}
