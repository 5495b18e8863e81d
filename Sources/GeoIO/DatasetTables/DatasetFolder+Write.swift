public import Foundation

extension DatasetFolder {
  /// Tables that no dataset holds and that questions read from its folder: they come along.
  private static let besides = ["openings.csv", "unit_costs.csv", "LICENCES.csv"]

  /// Checks before work starts that a folder of tables can be written to `path`: its own folder is
  /// there, and nothing else but an empty folder stands in its place.
  ///
  /// - Throws: ``GeoIOError/folderInTheWay(path:words:)`` or ``GeoIOError/cannotWrite(path:words:)``.
  public static func check(_ path: String) throws(GeoIOError) {
    let manager = FileManager.default
    let place = URL(fileURLWithPath: path).standardizedFileURL.path
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: place, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw .folderInTheWay(path: path, words: "it is a file")
      }
      guard (try? manager.contentsOfDirectory(atPath: place))?.isEmpty == true else {
        throw .folderInTheWay(path: path, words: "it is not empty")
      }
    }
    try OutputFiles.checkFolder(
      URL(fileURLWithPath: place).deletingLastPathComponent().path, of: path)
  }

  /// Writes a dataset and the profile it is used with as a folder of tables, which is there as a
  /// whole or not at all.
  ///
  /// What was written is read back and compared before it gets its name.
  ///
  /// - Throws: ``GeoIOError/notCarried(part:words:)`` where tables do not say all that the dataset
  ///   says, or as ``check(_:)``; then nothing has changed.
  /// - Complexity: that of reading the tables once.
  public static func write(_ dataset: Dataset, profile: Data, to path: String) throws -> Int {
    try check(path)
    let place = URL(fileURLWithPath: path).standardizedFileURL.path
    let aside = place + ".\(ProcessInfo.processInfo.processIdentifier).part"
    let manager = FileManager.default
    var isDone = false
    do {
      try manager.createDirectory(atPath: aside, withIntermediateDirectories: false)
    } catch {
      throw GeoIOError.cannotWrite(path: path, words: "\(aside) cannot be made")
    }
    defer { if !isDone { try? manager.removeItem(atPath: aside) } }
    var files = DatasetTables(of: dataset).files.map { (name: $0.name, data: Data($0.bytes)) }
    files.append(("profile.yaml", profile))
    for name in besides where manager.fileExists(atPath: dataset.folder + "/" + name) {
      files.append((name, try FileBytes.read(dataset.folder + "/" + name)))
    }
    for file in files {
      do {
        try file.data.write(to: URL(fileURLWithPath: aside + "/" + file.name))
      } catch {
        throw GeoIOError.cannotWrite(path: path, words: "disk or permission")
      }
    }
    try DatasetFolder(path: aside).expect(dataset)
    guard rename(aside, place) == 0 else {
      throw GeoIOError.folderInTheWay(path: path, words: "it came while the tables were written")
    }
    isDone = true
    return files.count
  }

  /// - Throws: ``GeoIOError/notCarried(part:words:)`` where the tables say anything else than
  ///   `dataset`.
  private func expect(_ dataset: Dataset) throws {
    let back: Dataset
    do {
      back = try read()
    } catch {
      throw GeoIOError.notCarried(
        part: "tables", words: "\(error)".replacing(path + "/", with: ""))
    }
    if let part = dataset.firstDifference(from: back) {
      throw GeoIOError.notCarried(part: part, words: "they read back otherwise")
    }
  }
}
