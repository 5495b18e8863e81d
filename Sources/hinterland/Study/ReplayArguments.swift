import Foundation
import GeoIO
import Shapes

/// The command line that a result was asked for with, from the parameters it carries.
///
/// Parameters are in the words of the command line: most are an option of their name with a dash for
/// each underscore. Those that are not are listed here.
struct ReplayArguments {
  /// Commands whose answers have a word of their own, with the option that asks for them.
  private static let commands: [String: [String]] = [
    "rank": ["compare", "--rank"], "close-each": ["compare"], "border-effect": ["border"],
  ]
  /// Words that stand before all options, which would swallow them; of a route both ends.
  private static let positional = ["places", "place", "scenarios"]
  private static let renamed = [
    "zones": "zone", "centre_zones": "centre-zone", "modes": "mode", "simplify_m": "simplify",
    "cell_m": "cell", "step_km": "step",
  ]
  /// Lists that stand with commas in one option; others repeat it.
  private static let joined = ["within", "reach", "indicator", "nearest", "modes"]
  private static let inMeters = ["simplify_m", "cell_m"]
  /// What an answer says of itself and no option sets.
  private static let untold = ["budget_unit", "detour", "longest_link_minutes", "reach_m"]
  /// What some commands have one value of and take no option for.
  private static let fixed = ["access": ["within"], "border": ["centre_at"]]
  private static let fileEndings = [".csv", ".geojson", ".json", ".yaml", ".yml"]

  /// The command and its options, without what the desk decides: dataset, language and files.
  private(set) var list: [String]
  private let result: ResultFile

  /// - Throws: ``UsageError`` where a file that was asked with is not found.
  init(_ result: ResultFile) throws {
    self.result = result
    list = Self.commands[result.question] ?? [result.question]
    let positional = Self.positional + (result.question == "route" ? ["to"] : [])
    let told = result.parameters.filter {
      !Self.untold.contains($0.key) && !(Self.fixed[result.question] ?? []).contains($0.key)
    }
    for key in positional {
      for (_, value) in told.filter({ $0.key == key }) {
        for text in try Self.texts(value) {
          guard !text.hasPrefix("-") else {
            throw UsageError(
              "\(result.path) says that it was asked of '\(text.prefix(40))', which is no name.")
          }
          list.append(try found(text))
        }
      }
    }
    for (key, value) in told where !positional.contains(key) { try add(key, value) }
  }

  private mutating func add(_ key: String, _ value: JSONText) throws {
    if key == "circles" {
      if case .flag(false) = value { list.append("--minutes-only") }
      return
    }
    let option = "--" + (Self.renamed[key] ?? key.replacing("_", with: "-"))
    if case .flag(let isSet) = value {
      if isSet { list.append(option) }
      return
    }
    var texts = try Self.texts(value).map { try found($0) }
    if Self.inMeters.contains(key) { texts = texts.map { $0 + "m" } }
    if key == "budget", result.parameters.contains(where: { $0.value == .string("km") }) {
      texts = texts.map { $0 + "km" }
    }
    if Self.joined.contains(key), !texts.isEmpty {
      list.append(option + "=" + texts.joined(separator: ","))
    } else {
      list += texts.map { option + "=" + $0 }
    }
  }

  /// The scalars of a parameter, as the command line takes them.
  private static func texts(_ value: JSONText) throws -> [String] {
    switch value {
    case .string(let text): [text]
    case .whole(let number): ["\(number)"]
    case .exact(let number), .decimal(let number, _): ["\(number)"]
    case .array(let items): try items.flatMap { try texts($0) }
    case .null: []
    case .flag, .object:
      throw UsageError(
        "The result's parameters hold what no option takes: \(value.text.prefix(60)).")
    }
  }

  /// A file is where it was when the result was asked for, or beside the result.
  private func found(_ text: String) throws -> String {
    let isFile = Self.fileEndings.contains { text.lowercased().hasSuffix($0) }
    guard isFile, !FileManager.default.fileExists(atPath: text) else { return text }
    let name = URL(fileURLWithPath: text).lastPathComponent
    let beside = URL(fileURLWithPath: result.path).deletingLastPathComponent()
      .appendingPathComponent(name).path
    guard FileManager.default.fileExists(atPath: beside) else {
      throw UsageError(
        "\(result.path) was asked for with the file \(text), which is neither there nor beside the "
          + "result; bring it there.")
    }
    return beside
  }
}
