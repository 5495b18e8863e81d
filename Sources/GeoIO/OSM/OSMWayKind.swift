import Foundation
import Routing

/// Who travels the ways of an extract.
public enum OSMTraveller: Hashable, Sendable {
  case car, foot

  /// The tags that say who may pass, from the most particular to the most general.
  fileprivate var accessKeys: [String] {
    switch self {
    case .car: ["motorcar", "motor_vehicle", "vehicle", "access"]
    case .foot: ["foot", "access"]
    }
  }

  /// Whether the traveller may pass, by the most particular tag there is; nil without one.
  func mayPass(_ tags: [String: String]) -> Bool? {
    guard let word = accessKeys.lazy.compactMap({ tags[$0] }).first else { return nil }
    return ![
      "no", "private", "agricultural", "forestry", "agricultural;forestry", "emergency", "military",
      "psv", "bus", "use_sidepath", "discouraged",
    ].contains(word)
  }
}

/// What a way of an extract is to a traveller, by its tags.
enum OSMWayKind: Hashable {
  case road(OSMRoad)
  /// Under construction, or planned.
  case unbuilt
  /// A road that the traveller may not use.
  case restricted
  /// A path to a driver, a railway, an area: nothing that is travelled.
  case other

  /// The tags that decide.
  static let keys: Set<String> = [
    "highway", "route", "oneway", "junction", "maxspeed", "access", "vehicle", "motor_vehicle",
    "motorcar", "motor_vehicle:forward", "motor_vehicle:backward", "foot", "motorroad", "sac_scale",
    "area",
    "ref", "duration", "service",
  ]

  /// Reads those `tags` that are among ``keys``.
  init(_ tags: [String: String], by traveller: OSMTraveller) {
    let isFerry = tags["route"] == "ferry"
    // Of a list the first class counts.
    let listed = tags["highway"] ?? (isFerry ? "ferry" : nil)
    let first = listed.map { $0.utf8.contains(UInt8(ascii: ";")) ? Self.first(of: $0) : $0 }
    guard let kind = first else {
      self = .other
      return
    }
    if ["construction", "proposed", "planned"].contains(kind) {
      self = .unbuilt
      return
    }
    if isFerry {
      guard traveller.mayPass(tags) ?? true else {
        self = .restricted
        return
      }
      let minutes = tags["duration"].flatMap(Self.minutes(of:))
      self = .road(
        OSMRoad(
          roadClass: .expressway, speed: nil, direction: Self.direction(tags, isMotorway: false),
          route: "", ferry: OSMRoad.Ferry(minutes: minutes)))
      return
    }
    self = traveller == .car ? Self.driven(kind, tags) : Self.walked(kind, tags)
  }

  private static func first(of list: String) -> String {
    list.split(separator: ";").first.map { $0.trimmed } ?? ""
  }

  private static func driven(_ kind: String, _ tags: [String: String]) -> OSMWayKind {
    guard let roadClass = classes[kind], tags["area"] != "yes",
      !["parking_aisle", "drive-through", "emergency_access"].contains(tags["service"] ?? "")
    else { return .other }
    guard OSMTraveller.car.mayPass(tags) ?? true, tags["oneway"] != "reversible" else {
      return .restricted
    }
    let isLink = kind == "motorway_link"
    let speed = tags["maxspeed"].flatMap { Self.speed(of: $0) } ?? speeds[kind]
    let hasRoute = !isLink && (roadClass == .expressway || roadClass == .trunk)
    return .road(
      OSMRoad(
        roadClass: roadClass, speed: speed,
        direction: direction(tags, isMotorway: kind == "motorway"),
        route: hasRoute ? route(tags["ref"] ?? "") : ""))
  }

  /// Both ways, also round a square: an area is walked along its edge.
  private static func walked(_ kind: String, _ tags: [String: String]) -> OSMWayKind {
    let isMotorway = kind.hasPrefix("motorway") || tags["motorroad"] == "yes"
    guard classes[kind] != nil || paths.contains(kind) else { return .other }
    let climb = Climb(tags["sac_scale"])
    let isOpen = !isMotorway && !["cycleway", "bridleway"].contains(kind) && climb != .alpine
    // Only `foot` opens what is closed to walkers: `access` speaks of all travellers at once.
    guard OSMTraveller.foot.mayPass(tags) ?? true, isOpen || tags["foot"] != nil else {
      return .restricted
    }
    return .road(
      OSMRoad(
        roadClass: .village,
        speed: kind == "steps" || climb == .mountain ? slowSpeed : nil, direction: .both, route: "")
    )
  }

  /// What a path asks of walkers by the scale of the Swiss Alpine Club.
  private enum Climb {
    case none, mountain, alpine

    init(_ scale: String?) {
      switch scale {
      case "mountain_hiking", "demanding_mountain_hiking": self = .mountain
      case "alpine_hiking", "demanding_alpine_hiking", "difficult_alpine_hiking": self = .alpine
      default: self = .none
      }
    }
  }

  /// Ways for walkers that no class of roads has; cycleways and bridleways where a tag lets them in.
  private static let paths: Set = [
    "footway", "path", "pedestrian", "steps", "track", "bridleway", "cycleway", "corridor",
    "platform",
  ]

  /// km/h along stairs and mountain paths; assumed.
  private static let slowSpeed = 3.0

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

  private static func direction(
    _ tags: [String: String], isMotorway: Bool
  ) -> OSMRoad.Direction {
    switch tags["oneway"] {
    case "yes", "true", "1": return .forward
    case nil where tags["motor_vehicle:backward"] == "no": return .forward
    case nil where tags["motor_vehicle:forward"] == "no": return .backward
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
  static func speed(of limit: String, atMost highest: Double = 140) -> Double? {
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
      return min(highest, max(5, value * factor))
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

/// A way that is travelled.
struct OSMRoad: Hashable {
  enum Direction { case both, forward, backward }

  struct Ferry: Hashable {
    /// From end to end; nil where that is not said.
    var minutes: Double?
    /// km/h of a ferry whose duration is not said; assumed.
    static let speed = 10.0
    /// km/h that a duration may mean at most: 58 knots are the record of car ferries (*Francisco*, 2013).
    static let fastest = 110.0
  }

  var roadClass: RoadClass
  /// km/h where the way says other than its class.
  var speed: Double?
  var direction: Direction
  /// `G4` or `G4;G60`, or empty.
  var route: String
  var ferry: Ferry? = nil
}

/// Whether a node stops a traveller.
enum OSMBarrier {
  static let keys: Set<String> = [
    "barrier", "access", "vehicle", "motor_vehicle", "motorcar", "foot",
  ]
  private static let solidToCars: Set = [
    "block", "bollard", "chain", "cycle_barrier", "debris", "fence", "hampshire_gate",
    "jersey_barrier", "kissing_gate", "log", "motorcycle_barrier", "planter", "rock", "stile",
    "turnstile", "wall",
  ]
  private static let solidToWalkers: Set = ["fence", "wall"]

  /// Whether a node with those `tags` that are among ``keys`` does.
  static func stops(_ tags: [String: String], by traveller: OSMTraveller) -> Bool {
    guard let kind = tags["barrier"] else { return false }
    let solid = traveller == .car ? solidToCars : solidToWalkers
    return !(traveller.mayPass(tags) ?? !solid.contains(kind))
  }
}

extension StringProtocol {
  /// Without spaces at its ends: Foundation's way takes ten times as long, and roads are many.
  fileprivate var trimmed: String {
    guard let start = firstIndex(where: { $0 != " " }), let end = lastIndex(where: { $0 != " " })
    else { return "" }
    return String(self[start...end])
  }
}
