import Foundation
import GeoIO
import Shapes
import Studies

/// The command line that a result was asked for with, from the parameters it carries.
///
/// Parameters are in the words of the command line: most are an option of their name with a dash for
/// each underscore. A result is hostile until checked: only the questions and parameters that are
/// listed here become a command.
struct ReplayArguments {
  /// Answers with a word of their own, and what asks for them.
  private static let commands: [String: [String]] = [
    "rank": ["compare", "--rank"], "close-each": ["compare"], "border-effect": ["border"],
  ]
  /// Names and files that stand before all options, which would swallow them.
  private static let positional = ["places", "place", "scenarios"]
  /// Options, with the name of those that are called otherwise.
  private static let options: [String: String] = [
    "at": "at", "band": "band", "budget": "budget", "cell_m": "cell", "centre_at": "centre-at",
    "centre_zones": "centre-zone", "close_each": "close-each", "cohesion": "cohesion",
    "decay": "decay", "each": "each", "effect": "effect", "facilities": "facilities",
    "gain": "gain", "hub": "hub", "indicator": "indicator", "line": "line", "mode": "mode",
    "modes": "mode", "nearest": "nearest", "of": "of", "reach": "reach",
    "resolution": "resolution", "seed": "seed", "simplify_m": "simplify", "step_km": "step",
    "structure": "structure", "to": "to", "to_at": "to-at", "together": "together", "via": "via",
    "weight": "weight", "weights": "weights", "within": "within", "zones": "zone",
  ]
  /// Lists that stand with commas in one option; others repeat it.
  private static let joined = ["within", "reach", "indicator", "nearest", "modes"]
  private static let inMeters = ["simplify_m", "cell_m"]
  /// What an answer says of itself and its command takes no option for.
  private static let fixed = [
    "access": [
      "daily_minutes", "decay_minutes", "detour", "edge_km", "false_discovery_rate",
      "local_permutations", "longest_link_minutes", "permutations", "potential_exponent", "seed",
      "self_speed_kmh", "shortest_minutes", "target_minutes", "transport_performance", "within",
    ], "border": ["centre_at"], "border-effect": ["reach_m"], "rank": ["budget_unit"],
  ]

  /// The command and its options, without what the desk decides: dataset, language and files.
  private(set) var list: [String]
  /// Files it was asked with, as they were typed.
  private(set) var files: [String] = []
  private let result: ResultFile

  /// - Throws: ``GeoIOError/notAResult(path:words:)`` for what no question is asked with.
  init(_ result: ResultFile) throws(GeoIOError) {
    self.result = result
    let (question, path) = (result.question, result.path)
    guard StudyFile.commands.contains(question) || Self.commands[question] != nil else {
      throw .notAResult(path: path, words: "'\(question.prefix(40))' is no question")
    }
    list = Self.commands[question] ?? [question]
    // Both ends of a route are places.
    let positional = Self.positional + (question == "route" ? ["to"] : [])
    let told = result.parameters.filter {
      !(Self.fixed[question] ?? []).contains($0.key)
    }
    for key in positional {
      for parameter in told.filter({ $0.key == key }) {
        for text in try texts(parameter.value) {
          guard !text.hasPrefix("-") else {
            throw .notAResult(path: path, words: "'\(text.prefix(40))' is no name")
          }
          list.append(text)
        }
      }
    }
    for (key, value) in told where !positional.contains(key) { try add(key, value) }
  }

  private mutating func add(_ key: String, _ value: JSONText) throws(GeoIOError) {
    if key == "circles" {
      if value == .flag(false) { list.append("--minutes-only") }
      return
    }
    guard let name = Self.options[key] else {
      throw .notAResult(path: result.path, words: "'\(key.prefix(40))' is no parameter")
    }
    let option = "--" + name
    if case .flag(let isSet) = value {
      if isSet { list.append(option) }
      return
    }
    var texts = try texts(value)
    if Self.inMeters.contains(key) { texts = texts.map { $0 + "m" } }
    if key == "budget",
      result.parameters.contains(where: { $0.key == "budget_unit" && $0.value == .string("km") })
    {
      texts = texts.map { $0 + "km" }
    }
    if Self.joined.contains(key), !texts.isEmpty {
      list.append(option + "=" + texts.joined(separator: ","))
    } else {
      list += texts.map { option + "=" + $0 }
    }
  }

  /// The scalars of a parameter, as the command line takes them.
  private mutating func texts(_ value: JSONText) throws(GeoIOError) -> [String] {
    switch value {
    case .string(let text):
      if StudyFile.isFile(text) { files.append(text) }
      return [text]
    case .whole(let number): return ["\(number)"]
    case .exact(let number), .decimal(let number, _): return ["\(number)"]
    case .array(let items):
      var all: [String] = []
      for item in items { all += try texts(item) }
      return all
    case .null: return []
    case .flag, .object:
      throw .notAResult(
        path: result.path, words: "no option takes \(value.text.prefix(60))")
    }
  }
}
