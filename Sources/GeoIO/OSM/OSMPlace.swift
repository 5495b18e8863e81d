import Geometry
import Shapes

/// What a node with a tag `place` is called.
enum OSMPlace {
  static let keys = OSMName.keys.union(["place"])

  /// The place at `position` by those `tags` that are among ``keys``; nil for what is no town or
  /// village, or has no name.
  static func named(_ tags: [String: String], at position: GeoPoint) -> NamedPlace? {
    guard let word = tags["place"],
      let kind = word == "borough" ? .suburb : NamedPlace.Kind(rawValue: word),
      kind != .node, let name = OSMName.of(tags), let localName = OSMName.local(tags)
    else { return nil }
    return NamedPlace(name: name, localName: localName, kind: kind, position: position)
  }
}
