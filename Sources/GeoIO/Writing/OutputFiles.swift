import Foundation

/// Which file a path leads to.
private struct FileIdentity: Equatable {
  var device: Int
  var file: Int

  /// Nil where there is none.
  init?(_ path: String) {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let found = try? FileManager.default.attributesOfItem(atPath: resolved),
      let device = (found[.systemNumber] as? NSNumber)?.intValue,
      let file = (found[.systemFileNumber] as? NSNumber)?.intValue
    else { return nil }
    (self.device, self.file) = (device, file)
  }
}

/// Files that appear together or not at all: each is written aside, all are renamed last.
public struct OutputFiles {
  private var pending: [(path: String, bytes: Data)] = []

  public init() {}

  public mutating func add(_ text: String, at path: String) {
    pending.append((path, Data(text.utf8)))
  }

  public mutating func add(_ bytes: [UInt8], at path: String) {
    pending.append((path, Data(bytes)))
  }

  /// Checks before work starts that `path` can be written: its folder exists, it is no folder, and none
  /// of `inputs`, under whatever name.
  public static func check(_ path: String, inputs: [String] = []) throws(GeoIOError) {
    if let own = FileIdentity(path), inputs.contains(where: { FileIdentity($0) == own }) {
      throw .isAnInput(path: path)
    }
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { throw .cannotWrite(path: path, words: "it is a folder") }
      guard manager.isWritableFile(atPath: path) else {
        throw .cannotWrite(path: path, words: "permission denied")
      }
    }
    try checkFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path, of: path)
  }

  /// Checks that `folder`, in which `path` is to appear, is there and may be written to.
  static func checkFolder(_ folder: String, of path: String) throws(GeoIOError) {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw .cannotWrite(path: path, words: "there is no folder \(folder)")
    }
    guard manager.isWritableFile(atPath: folder) else {
      throw .cannotWrite(path: path, words: "permission denied in \(folder)")
    }
  }

  /// - Throws: ``GeoIOError/cannotWrite(path:words:)``; then no file has changed, unless the disk
  ///   failed between two renames.
  public func commit() throws(GeoIOError) {
    let paths = pending.map(\.path)
    for (index, path) in paths.enumerated() {
      try Self.check(path)
      guard !paths[..<index].contains(path) else {
        throw .cannotWrite(path: path, words: "it is named twice")
      }
    }
    let tag = ".\(ProcessInfo.processInfo.processIdentifier).part"
    var written: [String] = []
    var current = ""
    do {
      for file in pending {
        current = file.path
        written.append(file.path + tag)
        try file.bytes.write(to: URL(fileURLWithPath: file.path + tag))
      }
      for file in pending {
        current = file.path
        guard rename(file.path + tag, file.path) == 0 else {
          throw CocoaError(.fileWriteUnknown)
        }
      }
    } catch {
      for path in written { try? FileManager.default.removeItem(atPath: path) }
      throw .cannotWrite(path: current, words: "disk or permission")
    }
  }
}
