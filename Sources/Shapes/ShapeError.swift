/// What can be wrong with a shape, in a sentence that names the value and the way out.
public enum ShapeError: Error, Hashable, Sendable {
  case notAPosition(longitude: Double, latitude: Double)
  case notAReferenceSystem(definition: String, words: String)
  case notProjectable(point: GeoPoint, definition: String)
  case badGeometry(operation: String, words: String)
  case extentTooLarge(cells: Int, limit: Int)
}

extension ShapeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAPosition(let longitude, let latitude):
      if abs(latitude) > 90, abs(latitude) <= 180, abs(longitude) < 90 {
        "\(longitude),\(latitude) is not a position: the latitude \(latitude) is beyond ±90; "
          + "write longitude first, as in --at \(latitude),\(longitude)."
      } else {
        "\(longitude),\(latitude) is not a position; give longitude (−180 to 180) and "
          + "latitude (−90 to 90) in degrees, as in --at 113.02,28.20."
      }
    case .notAReferenceSystem(let definition, let words):
      "PROJ does not know the reference system '\(definition)' (\(words)); "
        + "check the lattice line of dataset.csv."
    case .notProjectable(let point, let definition):
      "\(point.longitude),\(point.latitude) cannot be drawn in '\(definition)'; "
        + "check that coordinates are longitude first, in degrees."
    case .badGeometry(let operation, let words):
      "GEOS could not do '\(operation)' (\(words)); check the polygons for self-crossings."
    case .extentTooLarge(let cells, let limit):
      "This question spans \(cells) cells, over the limit of \(limit); "
        + "ask for fewer minutes or take larger cells with --cell."
    }
  }
}
