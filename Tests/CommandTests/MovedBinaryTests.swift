import Foundation
import TestSupport
import Testing

/// A binary away from its build folder: where it looks for tables, and what it says.
@Suite struct MovedBinaryTests {
  private let folder: TemporaryFolder
  private let binary: String

  init() throws {
    folder = try TemporaryFolder()
    for name in ["bin", "share"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(of: name), withIntermediateDirectories: false)
    }
    binary = folder.path(of: "bin/hinterland")
    try FileManager.default.copyItem(atPath: try Command.binary(), toPath: binary)
  }

  @Test func itSaysWhereItLooked() throws {
    let command = try Command(["data", "find", "长沙"], binary: binary)
    #expect(command.exitCode == 66)
    #expect(command.output.isEmpty)
    try Golden.expect(
      command.words.replacing(folder.path, with: "FOLDER"), is: "moved-binary.txt")
  }

  @Test func itFindsTablesByVariableOptionAndShare() throws {
    let found = try Command(["data", "find", "长沙"]).text
    #expect(found.contains("430100"))
    let data = Command.tables
    #expect(
      try Command(["data", "find", "长沙"], binary: binary, environment: ["HINTERLAND_DATA": data])
        .text == found)
    #expect(
      try Command(["data", "find", "长沙", "--data", data], binary: binary).text == found)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "share/hinterland"), withDestinationPath: data)
    #expect(try Command(["data", "find", "长沙"], binary: binary).text == found)
    // Nothing stands in for a folder that is named.
    let wrong = ["HINTERLAND_DATA": folder.path(of: "none")]
    #expect(try Command(["data", "find", "长沙"], binary: binary, environment: wrong).exitCode == 66)
    #expect(
      try Command(
        ["data", "find", "长沙", "--data", data], binary: binary, environment: wrong
      ).exitCode == 0)
  }
}
