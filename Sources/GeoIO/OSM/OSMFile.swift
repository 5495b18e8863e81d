internal import COsmium
import Foundation
import Shapes

/// An OpenStreetMap extract: `.osm`, `.osm.gz`, `.osm.bz2` or `.osm.pbf`.
struct OSMFile {
  static let endings = [".osm", ".osm.gz", ".osm.bz2", ".osm.pbf", ".pbf"]

  /// Objects between two reports of progress.
  static let progressStep = 100_000

  let path: String

  /// - Throws: ``GeoIOError/fileNotFound(path:)``, ``GeoIOError/notReadable(path:words:)`` or
  ///   ``GeoIOError/unknownExtract(path:known:)``.
  init(path: String) throws(GeoIOError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .fileNotFound(path: path)
    }
    guard !isFolder.boolValue, FileManager.default.isReadableFile(atPath: path) else {
      throw .notReadable(path: path, words: "a folder, or without permission")
    }
    guard Self.endings.contains(where: path.lowercased().hasSuffix) else {
      throw .unknownExtract(path: path, known: Self.endings)
    }
    self.path = path
  }

  /// Calls `body` for each way that has a tag `highway` or `route`.
  ///
  /// - Throws: ``GeoIOError/notOSM(path:words:)``.
  func ways(
    _ body: @escaping (_ id: Int64, _ nodes: UnsafeBufferPointer<Int64>, _ tags: OSMTags) -> Void
  ) throws(GeoIOError) {
    try read(Callbacks(way: body, node: nil))
  }

  /// Calls `body` for each node; the position is nil where the file has none on the Earth.
  ///
  /// - Throws: ``GeoIOError/notOSM(path:words:)``.
  func nodes(
    _ body: @escaping (_ id: Int64, _ position: GeoPoint?, _ tags: OSMTags) -> Void
  ) throws(GeoIOError) {
    try read(Callbacks(way: nil, node: body))
  }

  private final class Callbacks {
    let way: ((Int64, UnsafeBufferPointer<Int64>, OSMTags) -> Void)?
    let node: ((Int64, GeoPoint?, OSMTags) -> Void)?

    init(
      way: ((Int64, UnsafeBufferPointer<Int64>, OSMTags) -> Void)?,
      node: ((Int64, GeoPoint?, OSMTags) -> Void)?
    ) {
      self.way = way
      self.node = node
    }
  }

  private func read(_ callbacks: Callbacks) throws(GeoIOError) {
    let way: COsmiumWay = { context, id, nodes, count, tags in
      guard let context else { return }
      let callbacks = Unmanaged<Callbacks>.fromOpaque(context).takeUnretainedValue()
      callbacks.way?(id, UnsafeBufferPointer(start: nodes, count: count), OSMTags(tags))
    }
    let node: COsmiumNode = { context, id, longitude, latitude, tags in
      guard let context else { return }
      let callbacks = Unmanaged<Callbacks>.fromOpaque(context).takeUnretainedValue()
      callbacks.node?(id, try? GeoPoint(checking: longitude, latitude), OSMTags(tags))
    }
    var words = [CChar](repeating: 0, count: 256)
    let failed = withExtendedLifetime(callbacks) {
      cosmium_read(
        path, callbacks.way == nil ? nil : way, callbacks.node == nil ? nil : node,
        Unmanaged.passUnretained(callbacks).toOpaque(), &words, words.count)
    }
    guard failed == 0 else {
      let sentence = String(
        decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw .notOSM(path: path, words: sentence.replacing("\n", with: " "))
    }
  }
}

/// The tags of the object at hand: they last as long as the call that hands them over.
struct OSMTags {
  private let tags: COsmiumTags

  init(_ tags: COsmiumTags) { self.tags = tags }

  var isEmpty: Bool { tags.count == 0 }

  /// Keys and values among `keys`; of a key that comes twice, the first.
  func among(_ keys: Set<String>) -> [String: String] {
    var found: [String: String] = [:]
    guard let texts = tags.texts else { return found }
    for index in 0..<tags.count {
      guard let key = texts[2 * index], let value = texts[2 * index + 1] else { continue }
      let name = String(cString: key)
      if keys.contains(name), found[name] == nil { found[name] = String(cString: value) }
    }
    return found
  }
}
