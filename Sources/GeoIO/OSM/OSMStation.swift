import Geometry
import Shapes

/// A station or halt of railways.
struct OSMStation: Hashable {
  static let keys = OSMName.keys.union(["railway", "station"])

  var id: Int64
  var name: PlaceName
  var position: GeoPoint

  /// Reads those `tags` that are among ``keys``; nil for what is no station of railways, or has no
  /// name.
  init?(_ tags: [String: String], at position: GeoPoint, id: Int64) {
    guard ["station", "halt"].contains(tags["railway"]),
      !["subway", "monorail", "funicular", "miniature"].contains(tags["station"]),
      let name = OSMName.of(tags)
    else { return nil }
    self.id = id
    self.name = name
    self.position = position
  }
}

extension [OSMStation] {
  /// Metres within which two nodes are one station, of one name and of any: a railway's and its light
  /// rail's; assumed.
  private static let sameName = 500.0
  private static let sameSpot = 100.0

  /// The same with each station once, the first of its nodes.
  ///
  /// - Complexity: O(stations · those nearby).
  func merged() -> [OSMStation] {
    var known: [OSMSquare: [OSMStation]] = [:]
    return filter { station in
      // Squares of 0.02°: below 75° a neighbour within 500 m lies in one of nine.
      let column = Int((station.position.longitude / 0.02).rounded(.down))
      let row = Int((station.position.latitude / 0.02).rounded(.down))
      for x in column - 1...column + 1 {
        for y in row - 1...row + 1 {
          for other in known[OSMSquare(column: x, row: y)] ?? [] {
            let reach = other.name == station.name ? Self.sameName : Self.sameSpot
            if other.position.localDistance(to: station.position) <= reach { return false }
          }
        }
      }
      known[OSMSquare(column: column, row: row), default: []].append(station)
      return true
    }
  }
}

/// A square of a grid of degrees.
struct OSMSquare: Hashable {
  var column: Int
  var row: Int
}
