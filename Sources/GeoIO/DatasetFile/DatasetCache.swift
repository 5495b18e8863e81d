import Foundation
import Geometry
import Glibc

/// What runs leave behind so that the next one starts sooner: datasets that were read from tables,
/// and which files were found whole.
///
/// Nothing in it decides an answer: a folder that is missing, read-only, full or damaged costs
/// time. Any number of processes use it at once.
public struct DatasetCache: Sendable {
  /// Datasets kept, and cores; the oldest go when another comes.
  static let keptDatasets = 8

  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// `hinterland` in `XDG_CACHE_HOME`, or in `~/.cache` (XDG Base Directory Specification 0.8); nil
  /// where the environment names neither.
  public static var ofUser: DatasetCache? { ofUser(in: ProcessInfo.processInfo.environment) }

  static func ofUser(in environment: [String: String]) -> DatasetCache? {
    // The specification: a path that is not absolute is to be ignored.
    if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
      return DatasetCache(folder: caches + "/hinterland")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return DatasetCache(folder: home + "/.cache/hinterland")
  }

  /// The dataset in a folder of tables: as it was read before, where the tables are still the
  /// same.
  ///
  /// The digest is taken of the tables' bytes each time, so that no change of theirs is missed,
  /// whatever their dates say.
  ///
  /// - Throws: what reading the tables throws.
  public func dataset(of tables: DatasetFolder) throws -> Dataset {
    let digest = try tables.digest()
    let path = "\(folder)/datasets/\(digest)-\(Self.build).hinterland"
    if let file = try? SectionReader(MappedFile(path: path)),
      let known = try? file.dataset(folder: tables.path), known.notes.digest == digest
    {
      return known
    }
    let dataset = try tables.read()
    // Tables that changed while they were read are neither the old ones nor the new ones.
    if dataset.notes.digest == digest, makeFolder("datasets") {
      var writer = SectionWriter()
      writer.add(dataset)
      if FileReplacement.write(writer.file(), to: path, isLasting: false) {
        forgetOldest("datasets")
      }
    }
    return dataset
  }

  /// The dataset in a file, checked in full unless the same content was before.
  ///
  /// - Throws: ``GeoIOError`` with what is wrong with the file.
  public func dataset(of file: DatasetFile) throws -> Dataset {
    let known = "\(folder)/validated/\(file.stamp)"
    if access(known, F_OK) == 0 { return try file.read() }
    let dataset = try file.validate()
    if makeFolder("validated") { _ = FileReplacement.write([], to: known, isLasting: false) }
    return dataset
  }

  /// Which program reads: another build may read the same tables otherwise.
  static let build: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "unknown" }
    return [
      Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec),
      Int(status.st_mtim.tv_nsec),
    ].map { String($0, radix: 36) }.joined(separator: ".")
  }()

  func makeFolder(_ name: String) -> Bool {
    (try? FileManager.default.createDirectory(
      atPath: "\(folder)/\(name)", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])) != nil
  }

  /// Leaves the newest files of a folder of the cache.
  func forgetOldest(_ name: String) {
    let path = "\(folder)/\(name)"
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.hasSuffix(".hinterland") }
      .map { name -> (name: String, written: Int) in
        var status = stat()
        _ = stat("\(path)/\(name)", &status)
        return (name, Int(status.st_mtim.tv_sec))
      }
      .sorted { ($1.written, $1.name) < ($0.written, $0.name) }
    for file in files.dropFirst(Self.keptDatasets) { unlink("\(path)/\(file.name)") }
  }
}
