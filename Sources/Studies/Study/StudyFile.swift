import Analysis
import Foundation
import Geometry
import Shapes

/// Reads study files.
public enum StudyFile {
  /// The version that this program reads and writes.
  public static let version = 1
  /// What may be asked, in the words of the command line.
  public static let commands = [
    "circle", "route", "matrix", "border", "corridor", "access", "compare", "explain",
  ]
  static let endings = OutputFormat.allCases.map(\.rawValue)
  /// Whether a value of an option names a file, and no place.
  public static func isFile(_ text: String) -> Bool {
    [".csv", ".geojson", ".json", ".yaml", ".yml"].contains(where: text.lowercased().hasSuffix)
  }

  static let keys = [
    "version", "title", "sentence", "doubt", "contradictions", "dataset", "corrections",
    "scenarios", "questions", "targets", "waits_for",
  ]

  /// The study that a file holds; paths in it are as seen from its folder.
  public static func study(at path: String) throws -> Study {
    let root = try YAMLNode.read(path, hint: "give at least `version`, `title` and `questions`")
    let members = try root.members(of: "a study", known: keys)
    let version = try root.required("version", in: members).number(of: "version", in: 1...999)
    guard version == Double(version.rounded()), Int(version) == Self.version else {
      throw members["version"].map {
        $0.fault("version is \(JSONText.exact(version).text); this program reads \(Self.version)")
      } ?? root.fault("version is missing")
    }
    let reader = Reader(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    let questions = try members["questions"]?.items(of: "questions").map(reader.question) ?? []
    let study = Study(
      path: path, name: reader.name,
      title: try root.required("title", in: members).words(of: "title"),
      sentence: try reader.source(root.required("sentence", in: members)),
      doubt: try root.required("doubt", in: members).words(of: "doubt"),
      contradictions: try members["contradictions"]?.items(of: "contradictions")
        .map(reader.contradiction) ?? [],
      dataset: try members["dataset"].map { reader.resolved(try $0.text(of: "dataset")) },
      corrections: try members["corrections"].map {
        reader.resolved(try $0.text(of: "corrections"))
      },
      scenarios: try members["scenarios"].map(reader.scenarios) ?? [], questions: questions,
      targets: try members["targets"]?.items(of: "targets")
        .map { try reader.target($0, questions: questions.map(\.name)) } ?? [],
      waits: try members["waits_for"]?.items(of: "waits_for").map(reader.wait) ?? [])
    guard !study.questions.isEmpty || !study.targets.isEmpty else {
      throw root.fault("the study asks nothing; give questions or targets")
    }
    try root.distinct(study.questions.map(\.name), what: "questions")
    try root.distinct(study.targets.map(\.id), what: "targets")
    return study
  }

  /// Reads the parts of one file.
  struct Reader {
    let folder: String

    var name: String {
      let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
      return name.isEmpty ? "study" : name
    }

    /// A path as seen from the study's folder.
    func resolved(_ path: String) -> String {
      path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    }

    func source(_ node: YAMLNode) throws -> Study.Source {
      let members = try node.members(of: "a sentence", known: ["quote", "document", "line"])
      return try source(node, members)
    }

    func source(_ node: YAMLNode, _ members: [String: YAMLNode]) throws -> Study.Source {
      Study.Source(
        quote: try node.required("quote", in: members).text(of: "quote"),
        document: try node.required("document", in: members).text(of: "document"),
        line: Int(try node.required("line", in: members).number(of: "line", in: 1...1_000_000)))
    }

    func contradiction(_ node: YAMLNode) throws -> Study.Contradiction {
      let members = try node.members(of: "a contradiction", known: ["zh", "en", "at"])
      return Study.Contradiction(
        words: try node.words(of: "a contradiction", members),
        at: try node.required("at", in: members).text(of: "at"))
    }

    func scenarios(_ node: YAMLNode) throws -> [String] {
      let items = try node.items(of: "scenarios")
      guard items.count <= FewestCandidates.most else {
        throw node.fault(
          "there are \(items.count) scenarios, of which every set is tried; give at most "
            + "\(FewestCandidates.most)")
      }
      return try items.map { resolved(try $0.text(of: "a scenario")) }
    }

    func wait(_ node: YAMLNode) throws -> Study.Wait {
      let members = try node.members(
        of: "an entry of waits_for", known: ["zh", "en", "column", "format"])
      return Study.Wait(
        words: try node.words(of: "an entry of waits_for", members),
        column: try node.required("column", in: members).text(of: "column"),
        format: try node.required("format", in: members).words(of: "format"))
    }
  }
}

extension YAMLNode {
  /// A member that must be there.
  func required(
    _ key: String, in members: [String: YAMLNode]
  ) throws(YAMLFault) -> YAMLNode {
    guard let member = members[key] else {
      throw fault("\(key) is missing; give `\(key):`")
    }
    return member
  }

  /// Words in both languages: `{zh: …, en: …}`.
  func words(of what: String) throws(YAMLFault) -> PlaceName {
    try words(of: what, try members(of: what, known: ["zh", "en"]))
  }

  func words(
    of what: String, _ members: [String: YAMLNode]
  ) throws(YAMLFault) -> PlaceName {
    PlaceName(
      chinese: try required("zh", in: members).text(of: "zh"),
      english: try required("en", in: members).text(of: "en"))
  }

  func distinct(_ names: [String], what: String) throws(YAMLFault) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      throw fault("two \(what) are called '\(name)'; give each a name of its own")
    }
  }

  /// One of the named values.
  func one<Value: RawRepresentable & CaseIterable>(
    of what: String, _ type: Value.Type
  ) throws(YAMLFault) -> Value where Value.RawValue == String {
    let name = try text(of: what)
    guard let value = Value(rawValue: name) else {
      throw fault(
        "\(what) is '\(name.prefix(30))'; give "
          + Value.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }

  func flag(of what: String) throws(YAMLFault) -> Bool {
    guard let value = node.bool else {
      throw fault("\(what) is no yes or no; give true or false")
    }
    return value
  }
}
