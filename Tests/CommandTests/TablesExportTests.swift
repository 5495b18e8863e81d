import Foundation
import TestSupport
import Testing

/// A whole dataset taken out as tables, and asked again.
@Suite struct TablesExportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> Command {
    try Command(arguments.map { $0.replacing("FOLDER", with: folder.path) })
  }

  /// What an answer says but for the digest of the dataset it is from.
  private func answer(_ question: [String], data: String) throws -> String {
    let command = try Command(question + ["--data", data])
    #expect(command.exitCode == 0, "\(command.words)")
    return command.text.replacing(/"digest":"[0-9a-f]+"/, with: "")
  }

  @Test func theEmbeddedDatasetComesBackAndAnswersAlike() throws {
    let made = try run("data", "export", "--tables", "FOLDER/tables", "--lang", "en")
    #expect(made.exitCode == 0, "\(made.words)")
    #expect(made.words.contains("964 counties, 66115 road nodes, 103120 road edges, 276 stations"))
    #expect(folder.names == ["tables"])
    let file = folder.path(of: "again.hinterland")
    let again = try run("data", "import", "--tables", "FOLDER/tables", "-o", file)
    #expect(again.exitCode == 0, "\(again.words)")
    let digest = /摘要[0-9a-f]+|digest [0-9a-f]+/
    #expect(
      again.text.replacing(digest, with: "")
        == (try run("data", "show").text.replacing(digest, with: "")))
    let scenario =
      Command.tables + "/../Examples/links/L022-tongren-xinhuang-tianzhu-expressway.yaml"
    let questions = [
      ["circle", "长沙", "--within", "30,60", "-o", "-"],
      ["circle", "怀化", "--within", "60", "--mode", "rail-door", "-o", "-"],
      ["compare", scenario, "--of", "怀化", "--within", "60", "-o", "-"],
    ]
    for question in questions {
      let embedded = try answer(question, data: Command.tables)
      #expect(embedded.utf8.count > 1_000)
      for data in [folder.path(of: "tables"), file] {
        #expect(try answer(question, data: data) == embedded, "\(question), \(data)")
      }
    }
  }

  @Test(arguments: [
    ("data export --tables FOLDER/x --layers roads -o FOLDER/x.gpkg", 64),
    ("data export --tables FOLDER/x -o FOLDER/x.gpkg", 64),
    ("data export --layers roads", 64), ("data export -o FOLDER/x.gpkg", 64),
    ("data export", 64), ("data export --tables FOLDER/full", 66),
    ("data export --tables FOLDER/full/file", 66), ("data export --tables FOLDER/none/x", 66),
    ("data export --tables FOLDER/x --data FOLDER/none", 66),
    ("data export --tables FOLDER/x --data FOLDER/full/file", 65),
  ])
  func whatIsWrongGetsASentenceAndNoFolder(line: String, code: Int32) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "full"), withIntermediateDirectories: false)
    try folder.write("x", to: "full/file")
    let made = try Command(
      line.replacing("FOLDER", with: folder.path).split(separator: " ").map(String.init))
    #expect(made.exitCode == code, "\(made.words)")
    #expect(made.text.isEmpty)
    #expect(made.words.split(separator: "\n").count { $0.hasPrefix("hinterland: ") } == 1)
    #expect(folder.names == ["full"])
  }
}
