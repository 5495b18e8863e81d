import Foundation

/// Whole files, within a limit.
enum FileBytes {
  /// Text tables and layers beyond this are not for reading whole.
  static let limit = 2 << 30

  /// Whether there is such a file that may be read.
  static func check(_ path: String) throws(GeoIOError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .fileNotFound(path: path)
    }
    guard !isFolder.boolValue else { throw .notReadable(path: path, words: "it is a folder") }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw .notReadable(path: path, words: "permission")
    }
    // A pipe would keep the reader waiting, a device gives without end.
    let kind =
      try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type]
      as? FileAttributeType
    guard kind == .typeRegular else { throw .notReadable(path: path, words: "it is no plain file") }
  }

  static func read(_ path: String) throws(GeoIOError) -> Data {
    try check(path)
    let size: Int
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    } catch {
      throw .notReadable(path: path, words: "no attributes")
    }
    guard size <= limit else { throw .fileTooLarge(path: path, bytes: size, limit: limit) }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .notReadable(path: path, words: "permission or disk")
    }
  }
}
