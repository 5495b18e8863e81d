import Foundation
import Yams

/// A value of a file that a user writes, with where it stands, so that every complaint can say so.
struct YAMLNode {
  let path: String
  let node: Node

  /// What is wrong, with file, line and column.
  func fault(_ words: String) -> YAMLFault {
    YAMLFault(
      path: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, words: words)
  }

  /// File, line and column.
  var place: String { "\(path):\(node.mark?.line ?? 1):\(node.mark?.column ?? 1)" }

  /// The same with the bare name of the file: it says nothing of the machine.
  var shortPlace: String {
    let file = URL(fileURLWithPath: path).lastPathComponent
    return "\(file):\(node.mark?.line ?? 1):\(node.mark?.column ?? 1)"
  }

  /// A part of a text, which stands where the text does.
  func replacing(_ text: String) -> YAMLNode {
    with(.scalar(Node.Scalar(text, .implicit, .any, node.mark)))
  }

  private func with(_ node: Node) -> YAMLNode { YAMLNode(path: path, node: node) }

  /// The file's root; GeoJSON is YAML, too.
  ///
  /// `hint` says what to put into a file that is empty.
  static func read(_ path: String, hint: String = "give at least `links:`") throws -> YAMLNode {
    let text = try ScenarioFile.text(at: path)
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw YAMLFault(
          path: path, line: 1, column: 1, words: "the file is empty; \(hint)")
      }
      return YAMLNode(path: path, node: node)
    } catch let error as YamlError {
      let (mark, problem) = error.place
      throw YAMLFault(
        path: path, line: mark?.line ?? 1, column: mark?.column ?? 1,
        words: "this is not YAML (\(problem)); check indents, quotes and brackets")
    }
  }

  /// The members of a mapping by key; nil is given for a key without a value.
  ///
  /// - Throws: where it is no mapping, or a key is not among `known`, or is there twice.
  func members(of what: String, known: [String]) throws(YAMLFault) -> [String: YAMLNode] {
    guard case .mapping(let mapping) = node else {
      throw fault("\(what) is \(kind); give keys with values: \(known.joined(separator: ", "))")
    }
    var members: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      let name = key.string ?? "?"
      guard known.contains(name) else {
        throw with(key).fault(
          "\(what) has no key '\(name.prefix(40))'; the keys are \(known.joined(separator: ", "))")
      }
      guard members[name] == nil else {
        throw with(key).fault("\(what) has '\(name)' twice; keep one")
      }
      members[name] = with(value)
    }
    return members
  }

  /// The members of a mapping whatever they are called.
  ///
  /// - Throws: where it is no mapping, or a key is no word, or is there twice.
  func members() throws(YAMLFault) -> [String: YAMLNode] {
    guard case .mapping(let mapping) = node else {
      throw fault("this is \(kind); give keys with values")
    }
    return try members(of: "this", known: mapping.keys.compactMap(\.string))
  }

  /// The same, but keys that are not `known` are left out: a GeoJSON feature's properties.
  func members(among known: [String]) -> [String: YAMLNode] {
    guard case .mapping(let mapping) = node else { return [:] }
    var members: [String: YAMLNode] = [:]
    for (key, value) in mapping where !value.isNull {
      if let name = key.string, known.contains(name) { members[name] = with(value) }
    }
    return members
  }

  /// The items of a list.
  func items(of what: String) throws(YAMLFault) -> [YAMLNode] {
    guard case .sequence(let sequence) = node else {
      throw fault("\(what) is \(kind); give a list")
    }
    return sequence.map(with)
  }

  /// Whether a word stands without quotes.
  var isPlain: Bool {
    if case .scalar(let scalar) = node { scalar.style == .plain } else { false }
  }
  var isList: Bool { if case .sequence = node { true } else { false } }
  var isMapping: Bool { if case .mapping = node { true } else { false } }

  func text(of what: String) throws(YAMLFault) -> String {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty, !node.isNull else {
      throw fault("\(what) is \(kind); give a word")
    }
    return scalar.string
  }

  func number(of what: String, in range: ClosedRange<Double>) throws(YAMLFault) -> Double {
    let written =
      if case .scalar(let scalar) = node { "'\(scalar.string.prefix(30))'" } else { kind }
    guard let value = node.float ?? node.int.map(Double.init), range.contains(value) else {
      throw fault(
        "\(what) is \(written); give a number from \(Self.plain(range.lowerBound)) to "
          + Self.plain(range.upperBound))
    }
    return value
  }

  /// A year, or a date that begins with one.
  func year(of what: String) throws(YAMLFault) -> Int {
    let written = if case .scalar(let scalar) = node { scalar.string } else { kind }
    guard let year = Int(written.prefix(4)), (1900...2200).contains(year),
      written.dropFirst(4).allSatisfy({ $0.isNumber || $0 == "-" })
    else { throw fault("\(what) is '\(written.prefix(30))'; give a year, as in 2027") }
    return year
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  private var kind: String {
    switch node {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(let scalar):
      scalar.string.isEmpty || node.isNull ? "empty" : "'\(scalar.string.prefix(30))'"
    case .alias: "an alias"
    }
  }
}

extension Node {
  var isNull: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}

extension YamlError {
  fileprivate var place: (mark: Mark?, problem: String) {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark, "'\(duplicates.first ?? "")' is there twice")
    case .reader(let problem, _, _, _): (nil, problem)
    default: (nil, "unreadable")
    }
  }
}

/// What a scenario file is read with, and what is said of one that is wrong.

/// What is wrong with a scenario or study file: where, what, and what to do.
public struct YAMLFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  public var line: Int
  public var column: Int
  public var words: String

  public var description: String {
    let end = words.hasSuffix(".") ? "" : "."
    return "\(path):\(line):\(column): \(words)\(end)"
  }
}
