import Foundation
import Shapes

extension StudyFile.Reader {
  /// A question: one of the commands with what it is asked of, and its options by their names.
  func question(_ node: YAMLNode) throws -> Study.Question {
    let members = try node.members()
    let commands = StudyFile.commands.filter { members[$0] != nil }
    guard commands.count == 1, let command = commands.first else {
      let given = commands.isEmpty ? "no command" : commands.joined(separator: " and ")
      throw node.fault(
        "a question has \(given); give one of \(StudyFile.commands.joined(separator: ", "))")
    }
    let name = try members["name"]?.text(of: "name") ?? command
    guard !name.contains("/"), !name.hasPrefix("."), name.count <= 80, name != "index" else {
      throw node.fault(
        "a question is called '\(name.prefix(40))'; its files take that name, so give a plain word")
    }
    var arguments = [command] + (try members[command]?.values(of: command) ?? []).map(path)
    for (key, value) in members.sorted(by: { $0.key < $1.key })
    where ![command, "name", "outputs"].contains(key) {
      guard !["o", "output", "data", "lang", "json", "bom", "crs", "paper"].contains(key) else {
        throw value.fault(
          "\(key) is not said of a question; give outputs here, and dataset and language for all")
      }
      if let flag = value.node.bool, value.isPlain {
        if flag { arguments.append("--\(key)") }
      } else {
        for text in try value.values(of: key) {
          // A value that starts with a dash must stand with its option.
          arguments.append("--\(key)=\(path(text))")
        }
      }
    }
    let outputs = try members["outputs"]?.items(of: "outputs").map { item in
      let ending = try item.text(of: "an output")
      guard StudyFile.endings.contains(ending) else {
        throw item.fault(
          "'\(ending.prefix(30))' is no ending of a file; give some of "
            + StudyFile.endings.joined(separator: ", "))
      }
      return ending
    }
    return Study.Question(
      name: name, arguments: arguments, outputs: outputs ?? [".html", ".csv"], at: node.place)
  }

  /// A value that names a file is seen from the study's folder; any other is as it is.
  private func path(_ text: String) -> String {
    StudyFile.isFile(text) ? resolved(text) : text
  }
}

extension YAMLNode {
  /// A word or number, or a list of them, as texts; nothing for an empty value.
  func values(of what: String) throws(YAMLFault) -> [String] {
    guard isList else {
      if node.isNull { return [] }
      return [try text(of: what)]
    }
    var texts: [String] = []
    for item in try items(of: what) { texts.append(try item.text(of: what)) }
    return texts
  }
}
