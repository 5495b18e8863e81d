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
  /// Metres within which two nodes of one name are one station: a railway's and its light rail's.
  private static let sameStation = 500.0

  /// The same with each station once, the first of its nodes.
  ///
  /// - Complexity: O(stations + pairs of one name).
  func merged() -> [OSMStation] {
    var ofName: [PlaceName: [GeoPoint]] = [:]
    return filter { station in
      let known = ofName[station.name] ?? []
      guard !known.contains(where: { $0.localDistance(to: station.position) <= Self.sameStation })
      else { return false }
      ofName[station.name] = known + [station.position]
      return true
    }
  }
}
