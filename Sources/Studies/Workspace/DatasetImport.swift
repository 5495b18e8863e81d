import Foundation
public import GeoIO
public import Reports

/// A folder of tables on its way to becoming a dataset file.
public struct DatasetImport: Sendable {
  private let dataset: Dataset
  private let profile: String

  /// Where the file goes; checked before work starts.
  public struct Destination: Sendable {
    static let ending = ".hinterland"

    let path: String

    /// - Throws: ``GeoIOError/unknownEnding(path:known:)``, or that the place cannot be written
    ///   to.
    public init(_ path: String) throws(GeoIOError) {
      guard path.lowercased().hasSuffix(Self.ending) else {
        throw .unknownEnding(path: path, known: [Self.ending])
      }
      try OutputFiles.check(path)
      self.path = path
    }
  }

  /// Reads the tables, and the profile that goes with them.
  ///
  /// - Throws: ``GeoIOError`` or ``ProfileError`` with file, line and value.
  public init(tables: String, profile named: String?) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: tables, isDirectory: &isFolder), isFolder.boolValue
    else { throw GeoIOError.noDataset(looked: [tables]) }
    let source = try DatasetSource.find(named: tables)
    dataset = try source.read(cache: nil)
    let (text, path) = try source.profile(named: named)
    let file = try ProfileFile(text: text, path: path)
    _ = try file.profile(for: dataset, path: path)
    _ = try file.peopleModel(path: path)
    profile = String(decoding: text, as: UTF8.self)
  }

  /// Checks what can be checked, and writes the file.
  ///
  /// - Throws: ``GeoIOError``; then nothing has changed.
  public func write(to destination: Destination) throws {
    try DatasetFile.write(dataset, profile: profile, to: destination.path)
  }

  /// What was imported, for a terminal.
  public func summary(language: Language) -> String { dataset.summary(language: language) }
}
