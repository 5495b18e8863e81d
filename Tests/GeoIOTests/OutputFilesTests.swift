import Foundation
import GeoIO
import TestSupport
import Testing

/// All files of an answer appear, or none does and nothing is left lying about.
@Suite struct OutputFilesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func commit(_ files: [(name: String, text: String)]) throws {
    var output = OutputFiles()
    for file in files { output.add(file.text, at: folder.path(of: file.name)) }
    try output.commit()
  }

  @Test func filesAppearAndReplaceThoseOfTheirName() throws {
    try folder.write("old", to: "a.csv")
    try commit([("a.csv", "new"), ("b.geojson", "长沙")])
    #expect(folder.names == ["a.csv", "b.geojson"])
    #expect(folder.text(of: "a.csv") == "new" && folder.text(of: "b.geojson") == "长沙")
  }

  @Test func nothingToWriteIsNoError() throws {
    try commit([])
    #expect(folder.names.isEmpty)
  }

  @Test func aFolderThatIsMissingLeavesTheOthersUntouched() throws {
    try folder.write("old", to: "a.csv")
    #expect(throws: GeoIOError.self) { try commit([("a.csv", "new"), ("none/b.csv", "new")]) }
    #expect(folder.names == ["a.csv"])
    #expect(folder.text(of: "a.csv") == "old")
  }

  @Test func aFolderOfThatNameLeavesTheOthersUntouched() throws {
    try folder.write("old", to: "a.csv")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "b.csv"), withIntermediateDirectories: false)
    #expect(throws: GeoIOError.self) { try commit([("a.csv", "new"), ("b.csv", "new")]) }
    #expect(folder.names == ["a.csv", "b.csv"])
    #expect(folder.text(of: "a.csv") == "old")
  }

  @Test func aNameGivenTwiceIsWrittenOnceOrRefusedWhole() throws {
    try folder.write("old", to: "a.csv")
    do {
      try commit([("a.csv", "new"), ("a.csv", "new")])
      #expect(folder.text(of: "a.csv") == "new")
    } catch {
      #expect(folder.text(of: "a.csv") == "old")
    }
    #expect(folder.names == ["a.csv"])
  }

  @Test func placesAreCheckedBeforeWorkStarts() throws {
    try OutputFiles.check(folder.path(of: "new.csv"))
    try OutputFiles.check(folder.write("old", to: "old.csv"))
    #expect(throws: GeoIOError.cannotWrite(path: folder.path, words: "it is a folder")) {
      try OutputFiles.check(folder.path)
    }
    let missing = folder.path(of: "none")
    let error = GeoIOError.cannotWrite(
      path: missing + "/a.csv", words: "there is no folder \(missing)")
    #expect(throws: error) { try OutputFiles.check(missing + "/a.csv") }
    let inAFile = folder.path(of: "old.csv")
    #expect(throws: GeoIOError.self) { try OutputFiles.check(inAFile + "/a.csv") }
  }

  /// Root may write anywhere, so this says nothing there.
  @Test(.enabled(if: geteuid() != 0))
  func aFolderThatMayNotBeWrittenToIsRefused() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    }
    #expect(throws: GeoIOError.self) { try OutputFiles.check(folder.path(of: "a.csv")) }
    #expect(throws: GeoIOError.self) { try commit([("a.csv", "new")]) }
  }
}
