import Foundation
import GeoData

/// Where a dataset comes from: a folder of tables, or one file.
public enum DatasetSource: Sendable {
  case tables(DatasetFolder)
  case file(DatasetFile)

  /// The first place that holds a dataset: the one named, `HINTERLAND_DATA`,
  /// `../share/hinterland` beside the binary, the tables that the build laid beside it.
  ///
  /// - Throws: ``GeoIOError/noDataset(looked:)`` with every place that was looked at, or what is
  ///   wrong with the file that was named. A place that is named must be the one: nothing stands
  ///   in for it.
  public static func find(named: String?) throws(GeoIOError) -> DatasetSource {
    let environment = ProcessInfo.processInfo.environment["HINTERLAND_DATA"]
    if let named = named ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: named, isDirectory: &isFolder), !isFolder.boolValue
      {
        return .file(try DatasetFile(path: named))
      }
    }
    return .tables(try DatasetFolder.find(named: named))
  }

  /// Reads it, sooner where `cache` knows it.
  public func read(cache: DatasetCache?) throws -> Dataset {
    switch self {
    case .tables(let folder): try cache?.dataset(of: folder) ?? folder.read()
    case .file(let file): try cache?.dataset(of: file) ?? file.validate()
    }
  }
}
