internal import COsmium
import Foundation
import Geometry

/// The tags of the object at hand: they last as long as the call that hands them over.
struct OSMTags {
  private let tags: COsmiumTags

  init(_ tags: COsmiumTags) { self.tags = tags }

  var isEmpty: Bool { tags.count == 0 }

  /// Keys and values among `keys`; of a key that comes twice, the first.
  func among(_ keys: Set<String>) -> [String: String] {
    var found: [String: String] = [:]
    guard let texts = tags.texts else { return found }
    for index in 0..<tags.count {
      guard let key = texts[2 * index], let value = texts[2 * index + 1] else { continue }
      let name = String(cString: key)
      if keys.contains(name), found[name] == nil { found[name] = String(cString: value) }
    }
    return found
  }
}

/// What an object is called.
enum OSMName {
  static let keys: Set<String> = ["name", "name:zh", "name:en"]

  /// The Chinese name is `name:zh`, the English one `name:en`; without them both are `name`.
  ///
  /// - Returns: nil without a name.
  static func of(_ tags: [String: String]) -> PlaceName? {
    guard let name = local(tags) else { return nil }
    return PlaceName(chinese: tags["name:zh"] ?? name, english: tags["name:en"] ?? name)
  }

  /// As signs at the place have it.
  static func local(_ tags: [String: String]) -> String? {
    guard let name = tags["name"]?.trimmingCharacters(in: .whitespacesAndNewlines), !name.isEmpty,
      name.count <= Gazetteer.longestName
    else { return nil }
    return name
  }
}
