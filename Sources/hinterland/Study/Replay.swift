import Foundation
import GeoIO
import Reports
import Studies

/// A result asked for once more.
struct Replay {
  let result: ResultFile
  /// The first byte that differs, from 0, and its line, from 1; nil where none does.
  let difference: (byte: Int, line: Int)?
  /// Of the dataset that it was asked of now.
  private let digest: String

  /// - Throws: ``UsageError`` where a file of the question is gone, and what the question throws.
  init(_ result: ResultFile, data: String?, profile: String?, on shelf: WorkspaceShelf) throws {
    self.result = result
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hinterland-replay-\(UUID().uuidString)"
    ).path
    try StudyRun.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // JSON is YAML: a scenario in a result is a scenario file.
    func file(_ text: String, _ name: String) throws -> String {
      let path = folder + "/" + name + ".yaml"
      try StudyRun.write([(text, path)])
      return path
    }
    var arguments = try ReplayArguments(result).list
    for (index, scenario) in result.scenarios.enumerated() {
      arguments.append("--with=" + (try file(scenario.text, "\(index)")))
    }
    if let profile { arguments.append("--profile=\(profile)") }
    let corrections = try result.corrections.first.map { try file($0.text, "corrections") }
    let desk = StudyDesk(
      shelf: shelf, dataset: data, corrections: corrections, language: .chinese)
    let run = try desk.answer(arguments)
    digest = run.workspace.dataset.notes.digest
    let isTable = result.path.lowercased().hasSuffix(".csv")
    let bytes = Data((isTable ? run.csv : run.geoJSON()).utf8)
    difference = Self.difference(of: bytes, from: result.bytes)
  }

  private static func difference(of new: Data, from old: Data) -> (byte: Int, line: Int)? {
    guard new != old else { return nil }
    let byte =
      zip(new, old).enumerated().first { $1.0 != $1.1 }?.offset ?? min(new.count, old.count)
    return (byte, old.prefix(byte).count { $0 == UInt8(ascii: "\n") } + 1)
  }

  func words(_ language: Language) -> String {
    let path = result.path
    guard let difference else {
      return language(
        "\(path)：逐字节相同，\(result.bytes.count)字节", "\(path): the same \(result.bytes.count) bytes")
    }
    var words = language(
      "\(path)：第\(difference.byte)字节起不同（第\(difference.line)行）",
      "\(path): differs from byte \(difference.byte) on (line \(difference.line))")
    if digest != result.digest {
      words += language(
        "；当时的数据集为\(result.digest.prefix(12))，现为\(digest.prefix(12))，请用 --data 指定",
        "; it was asked of dataset \(result.digest.prefix(12)), and now of \(digest.prefix(12)): "
          + "name that one with --data")
    }
    if result.version != Hinterland.version {
      words += language(
        "；当时的版本为\(result.version)", "; version \(result.version) wrote it")
    }
    return words
  }
}
