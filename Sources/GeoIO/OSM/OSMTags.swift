internal import COsmium
import Foundation
import Geometry

/// The tags of the object at hand: they last as long as the call that hands them over.
struct OSMTags {
  private let tags: COsmiumTags

  init(_ tags: COsmiumTags) { self.tags = tags }

  var isEmpty: Bool { tags.count == 0 }

  /// Keys and values among `keys`; of a key that comes twice, the first.
  func among(_ keys: OSMKeys) -> [String: String] {
    var found: [String: String] = [:]
    guard let texts = tags.texts else { return found }
    for index in 0..<tags.count {
      guard let key = texts[2 * index], let value = texts[2 * index + 1] else { continue }
      guard keys.mayContain(key) else { continue }
      let name = String(cString: key)
      if keys.names.contains(name), found[name] == nil { found[name] = String(cString: value) }
    }
    return found
  }
}

/// Keys that are asked for, and what tells most others before a string is made of them.
struct OSMKeys {
  let names: Set<String>
  /// By the first byte and the length.
  private let shapes: [Bool]

  private static let lengths = 64

  init(_ names: Set<String>) {
    self.names = names
    var shapes = [Bool](repeating: false, count: 256 * Self.lengths)
    for name in names {
      guard let first = name.utf8.first else { continue }
      shapes[Int(first) * Self.lengths + min(name.utf8.count, Self.lengths - 1)] = true
    }
    self.shapes = shapes
  }

  func mayContain(_ key: UnsafePointer<CChar>) -> Bool {
    let first = UInt8(bitPattern: key[0])
    return shapes[Int(first) * Self.lengths + min(strlen(key), Self.lengths - 1)]
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
