import Foundation
import Geometry
import Shapes

/// A dataset as one memory-mapped file, `.hinterland`: what tables say, ready to be used.
///
/// `Documentation/DatasetFile.md` draws the layout. Such a file needs no other beside it.
public struct DatasetFile: Sendable {
  private let reader: SectionReader

  public var path: String { reader.path }

  /// Opens a file: header, section table and bounds are checked, nothing else is read.
  ///
  /// - Throws: ``GeoIOError/fileNotFound(path:)``, ``GeoIOError/notReadable(path:words:)``,
  ///   ``GeoIOError/notADatasetFile(path:)``,
  ///   ``GeoIOError/otherDatasetVersion(path:found:known:)``
  ///   or ``GeoIOError/damagedDataset(path:words:)``.
  /// - Complexity: O(1): under a millisecond whatever the size.
  public init(path: String) throws(GeoIOError) {
    reader = try SectionReader(MappedFile(path: path))
  }

  /// What tells this content from any other, with its size and when it was written.
  var stamp: String {
    "\(String(reader.digest, radix: 16))-\(reader.size)-\(reader.file.modified)"
  }

  /// The dataset: each section held against its checksum, each index against what it points into.
  ///
  /// - Throws: ``GeoIOError/damagedDataset(path:words:)``.
  /// - Complexity: O(bytes).
  public func read() throws(GeoIOError) -> Dataset { try reader.dataset(folder: folder) }

  /// The folder that holds the file.
  private var folder: String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  /// The travel profile that came with the dataset, as it was written.
  public func profile() throws(GeoIOError) -> String {
    try reader.texts("profile", count: 1)[0]
  }

  /// Checks all that can be wrong, also what ``read()`` takes on trust: sections that nobody
  /// takes, and whether polygons cross themselves.
  ///
  /// - Returns: The dataset, which had to be read for it.
  /// - Complexity: O(bytes), and GEOS's look at each polygon.
  public func validate() throws -> Dataset {
    try reader.checkAll()
    let dataset = try read()
    _ = try profile()
    try dataset.checkPolygons(path: path)
    return dataset
  }

  /// Writes a dataset with the profile it is to be used with: aside first, then in place of what
  /// was there.
  ///
  /// - Throws: ``GeoIOError/crossingPolygon(path:words:)`` for what ``validate()`` would refuse, or
  ///   ``GeoIOError/cannotWrite(path:words:)``; then nothing has changed.
  public static func write(_ dataset: Dataset, profile: String, to path: String) throws {
    try OutputFiles.check(path)
    try dataset.checkPolygons(path: dataset.folder)
    guard FileReplacement.write(bytes(of: dataset, profile: profile), to: path, isLasting: true)
    else {
      throw GeoIOError.cannotWrite(
        path: path,
        words: "another process writes it, \(path).part is in the way, or the disk is full")
    }
  }

  static func bytes(of dataset: Dataset, profile: String) -> [UInt8] {
    var writer = SectionWriter()
    writer.add(dataset)
    writer.add("profile", texts: [profile])
    return writer.file()
  }
}

extension Dataset {
  /// Whether every county's and every water's polygons are simple, as GEOS judges them.
  ///
  /// - Throws: ``GeoIOError/crossingPolygon(path:words:)`` with the first that is not.
  func checkPolygons(path: String) throws {
    let named =
      region.counties.map { (name: $0.name.chinese, areas: $0.polygons) }
      + region.waters.map { (name: $0.name.chinese, areas: $0.areas) }
    let words = try Parallel.map(named.count) { index in
      try named[index].areas.lazy.compactMap { try [$0].invalidity() }.first
    }
    for (words, named) in zip(words, named) {
      if let words {
        throw GeoIOError.crossingPolygon(path: path, words: "\(named.name): \(words)")
      }
    }
  }
}
