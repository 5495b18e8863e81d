import Foundation
import GeoIO
import Geometry
import Routing
import Yams

/// A travel profile as it stands in a YAML file.
struct ProfileFile: Decodable {
  struct Leg: Decodable {
    var speed: Double
    var circuity: Double
    var reach: Double
  }

  struct Terminal: Decodable {
    struct Step: Decodable {
      var people: Int
      var minutes: Double
    }

    var steps: [Step]
    var fullDepth: Double

    enum CodingKeys: String, CodingKey {
      case steps
      case fullDepth = "full_depth"
    }
  }

  struct Rail: Decodable {
    var entry: [String: Double]
    var exit: Double
    var hours: Double
    var longestWait: Double
    var transferWithin: Double
    var transferBetween: Leg
    var stationReach: Double
    /// Nil in profiles from before streets were told apart.
    var streetStationReach: Double?

    enum CodingKeys: String, CodingKey {
      case entry, exit, hours
      case longestWait = "longest_wait"
      case transferWithin = "transfer_within"
      case transferBetween = "transfer_between"
      case stationReach = "station_reach"
      case streetStationReach = "street_station_reach"
    }
  }

  struct Air: Decodable {
    var speed: Double
    var fixed: Double
  }

  struct People: Decodable {
    var urbanDensity: Double
    var ruralSpread: Double
    /// Nil in profiles from before streets were told apart.
    var streetSpread: Double?

    enum CodingKeys: String, CodingKey {
      case urbanDensity = "urban_density"
      case ruralSpread = "rural_spread"
      case streetSpread = "street_spread"
    }
  }

  var name: String
  var speeds: [String: Double]
  var lastLeg: [String: Leg]
  var terminal: Terminal
  var rail: Rail
  var walk: Leg
  var air: Air
  var people: People

  enum CodingKeys: String, CodingKey {
    case name, speeds
    case lastLeg = "last_leg"
    case terminal, rail, walk, air, people
  }

  static func read(_ path: String) throws -> ProfileFile {
    try ProfileFile(text: text(at: path), path: path)
  }

  /// What stands in a file that may be a profile.
  static func text(at path: String) throws -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw GeoIOError.fileNotFound(path: path)
    }
    guard data.count <= 1 << 20 else {
      throw GeoIOError.fileTooLarge(path: path, bytes: data.count, limit: 1 << 20)
    }
    return data
  }

  /// Reads YAML that errors call `path`.
  init(text: Data, path: String) throws {
    do {
      self = try YAMLDecoder().decode(ProfileFile.self, from: text)
    } catch let error as DecodingError {
      throw ProfileError.notAProfile(path: path, words: error.sentence)
    } catch {
      let words = "\(error)".split(separator: "\n").first.map(String.init) ?? "unreadable"
      throw ProfileError.notAProfile(path: path, words: words)
    }
  }

  /// The profile for a dataset's roads, each class of which has a speed.
  ///
  /// - Throws: ``ProfileError`` for a number that no road can have, or a class without one.
  func profile(for dataset: Dataset, path: String) throws(ProfileError) -> TravelProfile {
    let profile = try profile(for: dataset.roadDetail, path: path)
    for roadClass in Set(dataset.roads.roadClass).sorted(by: { $0.rawValue < $1.rawValue })
    where profile.speeds[roadClass] == nil {
      throw .notAProfile(
        path: path, words: "no speed for '\(roadClass.rawValue)', which the roads have")
    }
    return profile
  }

  /// - Throws: ``ProfileError`` for a number that no road can have.
  func profile(for detail: Dataset.RoadDetail, path: String) throws(ProfileError) -> TravelProfile {
    var speedOfClass: [RoadClass: Double] = [:]
    for (key, value) in speeds.sorted(by: { $0.key < $1.key }) {
      guard let roadClass = RoadClass(rawValue: key) else {
        throw .unknownClass(key, path: path, known: RoadClass.allCases.map(\.rawValue))
      }
      speedOfClass[roadClass] = try checked(value, "speeds.\(key)", 1...400, path)
    }
    guard let leg = lastLeg[detail.rawValue] else {
      throw .notAProfile(path: path, words: "last_leg has no '\(detail.rawValue)'")
    }
    var steps: [TerminalMinutes.Step] = []
    for step in terminal.steps {
      steps.append(
        .init(
          people: Int(
            try checked(Double(step.people), "terminal.steps.people", 0...1e9, path)),
          minutes: try checked(step.minutes, "terminal.steps.minutes", 0...120, path)))
    }
    return TravelProfile(
      name: name, speeds: speedOfClass,
      lastLeg: try checked(leg, "last_leg", path),
      terminal: TerminalMinutes(
        steps: steps,
        fullDepth: try checked(terminal.fullDepth, "terminal.full_depth", 1...50_000, path)),
      rail: try railRules(for: detail, path), walk: try checked(walk, "walk", path),
      air: Flight(
        speed: try checked(air.speed, "air.speed", 100...3_000, path),
        fixed: try checked(air.fixed, "air.fixed", 0...600, path)))
  }

  private func railRules(
    for detail: Dataset.RoadDetail, _ path: String
  ) throws(ProfileError) -> RailRules {
    func minutes(_ value: Double, _ key: String) throws(ProfileError) -> UInt32 {
      TravelTime.minutes(try checked(value, "rail." + key, 0...240, path))
    }
    var entry: [RailClass: UInt32] = [:]
    for railClass in RailClass.allCases {
      guard let value = rail.entry[railClass.rawValue] else {
        throw .notAProfile(path: path, words: "rail.entry has no '\(railClass.rawValue)'")
      }
      entry[railClass] = try minutes(value, "entry." + railClass.rawValue)
    }
    return RailRules(
      entry: entry, exit: try minutes(rail.exit, "exit"),
      hours: try checked(rail.hours, "rail.hours", 1...24, path),
      longestWait: try minutes(rail.longestWait, "longest_wait"),
      transferWithin: try minutes(rail.transferWithin, "transfer_within"),
      transferBetween: try checked(rail.transferBetween, "rail.transfer_between", path),
      stationReach: try checked(
        detail == .street
          ? rail.streetStationReach ?? RailRules.streetStationReach : rail.stationReach,
        detail == .street ? "rail.street_station_reach" : "rail.station_reach", 1...50_000, path))
  }

  private func checked(_ leg: Leg, _ key: String, _ path: String) throws(ProfileError) -> LastLeg {
    LastLeg(
      speed: try checked(leg.speed, key + ".speed", 1...400, path),
      circuity: try checked(leg.circuity, key + ".circuity", 1...10, path),
      reach: try checked(leg.reach, key + ".reach", 1...50_000, path))
  }

  /// Where roads are drawn down to streets, people live by them: the spread is that of streets.
  func peopleModel(
    for detail: Dataset.RoadDetail, path: String
  ) throws(ProfileError) -> PeopleModel {
    var model = PeopleModel()
    model.urbanDensity = try checked(people.urbanDensity, "people.urban_density", 1...1e6, path)
    model.ruralSpread = try checked(people.ruralSpread, "people.rural_spread", 1...1e5, path)
    let street = try checked(
      people.streetSpread ?? PeopleModel.streetSpread, "people.street_spread", 1...1e5, path)
    if detail == .street { model.ruralSpread = street }
    return model
  }

  private func checked(
    _ value: Double, _ key: String, _ range: ClosedRange<Double>, _ path: String
  ) throws(ProfileError) -> Double {
    guard range.contains(value) else {
      throw .outOfRange(key, value: value, range: range, path: path)
    }
    return value
  }
}

/// What can be wrong with a profile.
public enum ProfileError: Error, Hashable, Sendable {
  case notAProfile(path: String, words: String)
  case unknownClass(String, path: String, known: [String])
  case outOfRange(String, value: Double, range: ClosedRange<Double>, path: String)
}

extension ProfileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAProfile(let path, let words):
      "\(path) is not a travel profile (\(words)); start from a copy of GeoData/profile.yaml."
    case .unknownClass(let key, let path, let known):
      "\(path) gives a speed for '\(key)'; the classes are \(known.joined(separator: ", "))."
    case .outOfRange(let key, let value, let range, let path):
      "\(path) has \(key): \(value); give a number from \(range.lowerBound) to "
        + "\(range.upperBound)."
    }
  }
}

extension DecodingError {
  fileprivate var sentence: String {
    switch self {
    case .keyNotFound(let key, _): "no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "not YAML"
        : "wrong value at \(context.codingPath.map(\.stringValue).joined(separator: "."))"
    @unknown default: "unreadable"
    }
  }
}

extension DatasetSource {
  /// The travel profile in the file that is `named`, else the dataset's own, or the one for walkers
  /// beside it; and what errors call it.
  func profile(named: String?, onFoot: Bool = false) throws -> (text: Data, path: String) {
    if let named { return (try ProfileFile.text(at: named), named) }
    switch self {
    case .tables(let folder):
      let path = folder.path + (onFoot ? "/walking.yaml" : "/profile.yaml")
      return (try ProfileFile.text(at: path), path)
    case .file(let file): return (Data(try file.profile().utf8), "The profile in \(file.path)")
    }
  }
}
