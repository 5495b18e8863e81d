import Foundation
import Routing

/// What a way of an extract is to a traveller by car, by its tags.
enum OSMWayKind: Hashable {
  case road(OSMRoad)
  /// Under construction, or planned.
  case unbuilt
  /// A road that cars may not use.
  case restricted
  /// A path, a track, a railway, an area: nothing that this dataset drives on.
  case other

  /// The tags that decide.
  static let keys: Set<String> = [
    "highway", "route", "oneway", "junction", "maxspeed", "access", "vehicle", "motor_vehicle",
    "motorcar", "area", "ref", "duration", "service",
  ]

  /// Reads those `tags` that are among ``keys``.
  init(_ tags: [String: String]) {
    let isFerry = tags["route"] == "ferry"
    guard let kind = tags["highway"] ?? (isFerry ? "ferry" : nil), tags["area"] != "yes" else {
      self = .other
      return
    }
    if ["construction", "proposed", "planned"].contains(kind) {
      self = .unbuilt
      return
    }
    guard let roadClass = isFerry ? .expressway : Self.classes[kind],
      !["parking_aisle", "drive-through", "emergency_access"].contains(tags["service"] ?? "")
    else {
      self = .other
      return
    }
    guard Self.mayDrive(tags), tags["oneway"] != "reversible" else {
      self = .restricted
      return
    }
    let isLink = kind == "motorway_link"
    let speed = tags["maxspeed"].flatMap(Self.speed(of:)) ?? Self.speeds[kind]
    let hasRoute = !isFerry && !isLink && (roadClass == .expressway || roadClass == .trunk)
    self = .road(
      OSMRoad(
        roadClass: roadClass, speed: isFerry ? nil : speed,
        direction: Self.direction(tags, isMotorway: kind == "motorway"),
        route: hasRoute ? Self.route(tags["ref"] ?? "") : "",
        ferry: isFerry ? OSMRoad.Ferry(minutes: tags["duration"].flatMap(Self.minutes(of:))) : nil))
  }

  /// `Documentation/Import.md` has this table, too.
  private static let classes: [String: RoadClass] = [
    "motorway": .expressway, "motorway_link": .expressway, "trunk": .trunk, "trunk_link": .trunk,
    "primary": .provincial, "primary_link": .provincial, "secondary": .provincial,
    "secondary_link": .provincial, "tertiary": .county, "tertiary_link": .county,
    "unclassified": .village, "residential": .village, "living_street": .village,
    "service": .village, "road": .village,
  ]

  /// km/h of ways without a limit that their class is too fast for; assumed.
  private static let speeds: [String: Double] = [
    "motorway_link": 50, "trunk_link": 50, "primary_link": 40, "secondary_link": 40,
    "living_street": 10, "service": 15,
  ]

  /// Whether cars may pass, by the most particular tag there is.
  static func mayDrive(_ tags: [String: String]) -> Bool {
    let word = ["motorcar", "motor_vehicle", "vehicle", "access"].lazy.compactMap { tags[$0] }.first
    return ![
      "no", "private", "agricultural", "forestry", "agricultural;forestry", "emergency", "military",
      "psv", "bus", "use_sidepath", "discouraged",
    ].contains(word ?? "yes")
  }

  private static func direction(
    _ tags: [String: String], isMotorway: Bool
  ) -> OSMRoad.Direction {
    switch tags["oneway"] {
    case "yes", "true", "1": return .forward
    case "-1", "reverse": return .backward
    case "no", "false", "0": return .both
    default:
      let isRound = ["roundabout", "circular"].contains(tags["junction"] ?? "")
      return isRound || isMotorway ? .forward : .both
    }
  }

  /// km/h of a limit: `50`, `30 mph`, `10 knots`, `walk`, `none`; of a list the lowest.
  ///
  /// Nil for what is no number, such as `RO:urban`: the class decides.
  static func speed(of limit: String) -> Double? {
    limit.split(separator: ";").compactMap { part -> Double? in
      let word = part.trimmed
      switch word {
      case "none": return 120  // No limit: assumed, as on the fastest expressways of JTG B01-2014.
      case "walk": return 5
      default: break
      }
      let number = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let factor: Double? =
        switch word.dropFirst(number.count).trimmed {
        case "", "km/h", "kmh", "kph": 1
        case "mph": 1.609344
        case "knots": 1.852
        default: nil
        }
      guard let factor, let value = Double(number), value > 0 else { return nil }
      return min(140, max(5, value * factor))
    }.min()
  }

  /// Minutes of a crossing: `45`, `1:30`, `01:30:00`, `PT1H30M`.
  static func minutes(of duration: String) -> Double? {
    var minutes: Double
    if duration.hasPrefix("PT") {
      minutes = 0
      var digits = ""
      for letter in duration.dropFirst(2) {
        if letter.isASCII, letter.isNumber {
          digits.append(letter)
          continue
        }
        guard let value = Double(digits), let unit = ["H": 60, "M": 1, "S": 1.0 / 60][letter] else {
          return nil
        }
        minutes += value * unit
        digits = ""
      }
    } else {
      let parts = duration.split(separator: ":", omittingEmptySubsequences: false)
        .map { Double($0.trimmed) ?? .nan }
      switch parts.count {
      case 1: minutes = parts[0]
      case 2: minutes = parts[0] * 60 + parts[1]
      case 3: minutes = parts[0] * 60 + parts[1] + parts[2] / 60
      default: return nil
      }
    }
    return minutes > 0 && minutes <= 10_000 ? minutes : nil
  }

  private static func route(_ reference: String) -> String {
    reference.split(separator: ";").map { String($0.trimmed) }.filter { !$0.isEmpty }
      .joined(separator: ";")
  }
}

/// A way that cars drive on.
struct OSMRoad: Hashable {
  enum Direction { case both, forward, backward }

  struct Ferry: Hashable {
    /// From end to end; nil where that is not said.
    var minutes: Double?
    /// km/h of a ferry whose duration is not said; assumed.
    static let speed = 10.0
  }

  var roadClass: RoadClass
  /// km/h where the way says other than its class.
  var speed: Double?
  var direction: Direction
  /// `G4` or `G4;G60`, or empty.
  var route: String
  var ferry: Ferry?
}

/// Whether a node stops cars.
enum OSMBarrier {
  static let keys: Set<String> = ["barrier", "access", "vehicle", "motor_vehicle", "motorcar"]
  private static let solid: Set = [
    "block", "bollard", "chain", "cycle_barrier", "debris", "fence", "hampshire_gate",
    "jersey_barrier",
    "kissing_gate", "log", "motorcycle_barrier", "planter", "rock", "stile", "turnstile", "wall",
  ]

  /// Whether a node with those `tags` that are among ``keys`` does.
  static func stops(_ tags: [String: String]) -> Bool {
    guard let kind = tags["barrier"] else { return false }
    guard OSMWayKind.mayDrive(tags) else { return true }
    let isOpen = ["motorcar", "motor_vehicle", "vehicle", "access"].contains { tags[$0] != nil }
    return solid.contains(kind) && !isOpen
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
