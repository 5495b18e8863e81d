import Foundation
import GeoIO
import Reports
import Shapes
import Studies

/// A result asked for once more.
struct Replay {
  enum Outcome: Equatable {
    case same
    /// The first byte that differs and its line, from 1.
    case differs(byte: Int, line: Int)
    /// It was asked of another dataset than the one with this digest.
    case otherDataset(String)
    case otherProfile
  }

  let result: ResultFile
  let outcome: Outcome

  /// - Throws: ``GeoIOError`` for what is no result, ``UsageError`` where a file of the question is
  ///   gone, and what the question throws.
  init(_ result: ResultFile, data: String?, profile: String?, on shelf: WorkspaceShelf) throws {
    self.result = result
    let question = try ReplayArguments(result)
    // The question is asked in another folder, of the same opened dataset.
    let (data, profile) = (data.map(Self.absolute), profile.map(Self.absolute))
    let plain = try shelf.workspace(Workspace.Options(data: data, profile: profile))
    guard plain.dataset.notes.digest == result.digest else {
      outcome = .otherDataset(plain.dataset.notes.digest)
      return
    }
    let own = try JSONDecoder().decode(JSONText.self, from: Data(plain.profileJSON.text.utf8))
    guard own == result.profile else {
      outcome = .otherProfile
      return
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hinterland-replay-\(UUID().uuidString)"
    ).path
    try StudyRun.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // JSON is YAML: a scenario in a result is a scenario file.
    func file(_ scenario: JSONText, _ name: String) throws -> String {
      let path = folder + "/" + name + ".yaml"
      try StudyRun.write([(scenario.text, path)])
      return path
    }
    var arguments = question.list
    for (index, scenario) in result.scenarios.enumerated() {
      arguments.append("--with=" + (try file(scenario, "\(index)")))
    }
    if let profile { arguments.append("--profile=" + profile) }
    let corrections = try result.corrections.first.map { try file($0, "corrections") }
    let desk = StudyDesk(
      shelf: shelf, dataset: data, corrections: corrections,
      language: .chinese)
    let run = try Self.from(Self.folder(of: question.files, of: result)) {
      try desk.answer(arguments)
    }
    outcome = Self.outcome(of: run, against: result)
  }

  private static func outcome(of run: any QuestionRun, against result: ResultFile) -> Outcome {
    let mark = Data(CSVWriter.byteOrderMark.utf8)
    let isTable = result.path.lowercased().hasSuffix(".csv")
    let text = Data((isTable ? run.csv : run.geoJSON()).utf8)
    let new = isTable && result.bytes.starts(with: mark) ? mark + text : text
    guard new != result.bytes else { return .same }
    let same = zip(new, result.bytes).enumerated().first { $1.0 != $1.1 }?.offset
    let byte = same ?? min(new.count, result.bytes.count)
    let line = result.bytes.prefix(byte).count { $0 == UInt8(ascii: "\n") } + 1
    return .differs(byte: byte + 1, line: line)
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).path
  }

  /// Where all files of the question are under the names they were typed with: the result's folder,
  /// or else the one that the program runs in; nil stays in the latter.
  private static func folder(of files: [String], of result: ResultFile) throws -> String? {
    guard !files.isEmpty else { return nil }
    let beside = URL(fileURLWithPath: result.path).deletingLastPathComponent()
    func exists(_ file: String, in folder: URL) -> Bool {
      FileManager.default.fileExists(
        atPath: URL(fileURLWithPath: file, relativeTo: folder).path)
    }
    if files.allSatisfy({ exists($0, in: beside) }) { return beside.path }
    if let missing = files.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
      throw UsageError(
        "\(result.path) was asked for with the file \(missing), which lies neither beside it nor "
          + "here; bring it, or run this in the folder that it was asked in.")
    }
    return nil
  }

  /// Runs `work` in another folder, in which relative paths are looked up.
  private static func from<Value>(
    _ folder: String?, _ work: () throws -> Value
  ) rethrows -> Value {
    let manager = FileManager.default
    let current = manager.currentDirectoryPath
    if let folder { _ = manager.changeCurrentDirectoryPath(folder) }
    defer { _ = manager.changeCurrentDirectoryPath(current) }
    return try work()
  }

  func words(_ language: Language) -> String {
    let path = result.path
    let words =
      switch outcome {
      case .same:
        language("逐字节相同，\(result.bytes.count)字节", "the same \(result.bytes.count) bytes")
      case .differs(let byte, let line):
        language(
          "第\(byte)字节起不同（第\(line)行）", "differs from byte \(byte) on (line \(line))")
      case .otherDataset(let digest):
        language(
          "当时的数据集为\(result.digest.prefix(12))，这里是\(digest.prefix(12))；请用 --data 指定原来的数据集",
          "asked of dataset \(result.digest.prefix(12)), and this is \(digest.prefix(12)); name that "
            + "one with --data")
      case .otherProfile:
        language(
          "当时的出行参数与此不同；请用 --profile 指定原来的参数文件",
          "asked with another travel profile; name that one with --profile")
      }
    let version =
      outcome == .same || result.version == Hinterland.version
      ? "" : language("；由版本\(result.version)写出", "; version \(result.version) wrote it")
    return path + language("：", ": ") + words + version
  }
}
