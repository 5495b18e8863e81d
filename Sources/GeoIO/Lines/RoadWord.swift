import Foundation
import Routing

/// What a word says that a layer has for the class of a road.
enum RoadWord: Hashable {
  /// A road; km/h where the word says other than its class.
  case road(RoadClass, speed: Double?)
  /// Nothing that cars drive on, or nothing known.
  case other

  private static let chinese: [String: RoadClass] = [
    "高速": .expressway, "高速公路": .expressway, "国道": .trunk, "省道": .provincial, "县道": .county,
    "乡道": .village, "村道": .village,
  ]

  /// One of our own words, a value of `highway` as OpenStreetMap has them, or 高速, 国道, 省道, 县道, 乡道, 村道.
  init(_ text: String) {
    let word = text.trimmingCharacters(in: .whitespaces).lowercased()
    if let own = RoadClass(rawValue: word) ?? Self.chinese[word] {
      self = .road(own, speed: nil)
    } else if case .road(let road) = OSMWayKind(["highway": word], by: .car) {
      self = .road(road.roadClass, speed: road.speed)
    } else {
      self = .other
    }
  }
}

/// How a line may be driven along, as layers write it.
enum LineDirection: String {
  case both, forward, backward

  /// What expected words are, for an error.
  static let words = "0 or 1, no, yes or -1, or B, F or T"

  /// Nil for a word that says nothing of a direction; `F`, `T` and `B` are those of Geofabrik's layers.
  init?(_ text: String) {
    switch text.trimmingCharacters(in: .whitespaces).lowercased() {
    case "", "0", "no", "false", "b": self = .both
    case "1", "yes", "true", "f": self = .forward
    case "-1", "reverse", "t": self = .backward
    default: return nil
    }
  }
}
