import Foundation
import TestSupport
import Testing

/// One dataset as tables, as what a run left behind, and as a file: the same answers.
@Suite struct DatasetFileCommandTests {
  private let folder: TemporaryFolder
  private var file: String { folder.path(of: "all.hinterland") }

  init() throws { folder = try TemporaryFolder() }

  /// An environment whose cache is empty.
  private func fresh(_ name: String) -> [String: String] {
    ["XDG_CACHE_HOME": folder.path(of: name)]
  }

  private func importTables() throws {
    let command = try Command(
      ["data", "import", "--tables", Command.tables, "-o", file], environment: fresh("import"))
    #expect(command.exitCode == 0)
    #expect(command.words == "Wrote \(file)\n")
    #expect(
      try command.text == Command(["data", "show", Command.tables]).text,
      "What was imported is told as it is shown.")
  }

  @Test func tablesCacheAndFileAnswerAlike() throws {
    try importTables()
    let question = ["circle", "长沙", "--within", "20,30", "--zone", "长株潭都市圈", "-o", "-", "--data"]
    let noCache = ["XDG_CACHE_HOME": "/dev/null"]
    let tables = try Command(question + [Command.tables], environment: noCache)
    #expect(tables.exitCode == 0 && tables.output.count > 1_000)
    for (data, environment) in [
      (Command.tables, fresh("cache")), (Command.tables, fresh("cache")), (file, noCache),
      (file, fresh("cache")), (file, fresh("cache")),
    ] {
      let other = try Command(question + [data], environment: environment)
      #expect(other.output == tables.output, "\(data), \(environment)")
      #expect(other.words == tables.words, "\(data), \(environment)")
    }
    for question in [["data", "show"], ["data", "find", "洪江", "--data"]] {
      #expect(
        try Command(question + [file], environment: noCache).text
          == Command(question + [Command.tables], environment: noCache).text)
    }
  }

  /// A file needs nothing beside it, and may be named by the variable.
  @Test func aFileStandsAlone() throws {
    try importTables()
    let alone = folder.path(of: "alone")
    try FileManager.default.createDirectory(atPath: alone, withIntermediateDirectories: false)
    try FileManager.default.moveItem(atPath: file, toPath: alone + "/a.hinterland")
    let command = try Command(
      ["circle", "--at", "113.02,28.20", "--within", "10", "--json"],
      environment: ["HINTERLAND_DATA": alone + "/a.hinterland"])
    #expect(command.exitCode == 0)
    let embedded = try Command(["circle", "--at", "113.02,28.20", "--within", "10", "--json"])
    #expect(command.output == embedded.output)
  }

  @Test func twentyFirstRunsAtOnceAllAnswer() throws {
    let line = """
      for run in $(seq 20); do
        "$hinterland" data find 洪江 >"$out/run$run" 2>"$out/words$run" & pids="$pids $!"
      done
      for pid in $pids; do wait "$pid" || echo failed; done
      """
    let command = try Command(
      bash: line, environment: fresh("twenty").merging(["out": folder.path]) { $1 })
    #expect(command.exitCode == 0 && command.output.isEmpty)
    let expected = try Command(["data", "find", "洪江"]).text
    for run in 1...20 {
      #expect(folder.text(of: "run\(run)") == expected)
      #expect(folder.text(of: "words\(run)") == "")
    }
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(of: "twenty/hinterland/datasets"))
    #expect(kept.count == 1 && kept[0].hasSuffix(".hinterland"), "\(kept)")
  }

  @Test func aDamagedFileIsRefusedAndADamagedCacheIsNot() throws {
    try importTables()
    var bytes = [UInt8](FileManager.default.contents(atPath: file) ?? Data())
    bytes[bytes.count / 2] ^= 0x10
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let refused = try Command(["data", "find", "长沙", "--data", file])
    #expect(refused.exitCode == 65 && refused.output.isEmpty)
    #expect(refused.words.hasPrefix("hinterland: \(file) is damaged: section '"))
    #expect(refused.words.split(separator: "\n").count == 1)

    let environment = fresh("damaged")
    let question = ["data", "find", "长沙", "--data", Command.tables]
    let first = try Command(question, environment: environment)
    let datasets = folder.path(of: "damaged/hinterland/datasets")
    let kept = datasets + "/" + (try FileManager.default.contentsOfDirectory(atPath: datasets)[0])
    var cached = [UInt8](FileManager.default.contents(atPath: kept) ?? Data())
    cached[cached.count / 2] ^= 0x10
    try Data(cached).write(to: URL(fileURLWithPath: kept))
    let second = try Command(question, environment: environment)
    #expect(second.exitCode == 0 && second.words.isEmpty && second.output == first.output)
    cached[cached.count / 2] ^= 0x10
    #expect([UInt8](FileManager.default.contents(atPath: kept) ?? Data()) == cached)
  }
}
