import Foundation
import Geometry
import Shapes

/// What a node with a tag `place` is called.
enum OSMPlace {
  static let keys: Set<String> = ["place", "name", "name:zh", "name:en"]

  /// The place at `position` by those `tags` that are among ``keys``; nil for what is no town or
  /// village, or has no name.
  ///
  /// The Chinese name is `name:zh`, the English one `name:en`; without them both are `name`.
  static func named(_ tags: [String: String], at position: GeoPoint) -> NamedPlace? {
    guard let word = tags["place"],
      let kind = word == "borough" ? .suburb : NamedPlace.Kind(rawValue: word),
      let name = tags["name"].map({ $0.trimmingCharacters(in: .whitespacesAndNewlines) }),
      !name.isEmpty, name.count <= Gazetteer.longestName
    else { return nil }
    return NamedPlace(
      name: PlaceName(chinese: tags["name:zh"] ?? name, english: tags["name:en"] ?? name),
      localName: name, kind: kind, position: position)
  }
}
