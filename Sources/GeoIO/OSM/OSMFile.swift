internal import COsmium
import Foundation
import Shapes

/// An OpenStreetMap extract: `.osm`, `.osm.gz`, `.osm.bz2` or `.osm.pbf`.
struct OSMFile {
  static let endings = [".osm", ".osm.gz", ".osm.bz2", ".osm.pbf", ".pbf"]

  /// Objects between two reports of progress.
  static let progressStep = 100_000

  let path: String
  /// As libosmium calls it, whatever the case of the ending's letters.
  private let format: String

  /// - Throws: ``GeoIOError/fileNotFound(path:)``, ``GeoIOError/notReadable(path:words:)`` or
  ///   ``GeoIOError/unknownExtract(path:known:)``.
  init(path: String) throws(GeoIOError) {
    try FileBytes.check(path)
    guard let ending = Self.endings.first(where: path.lowercased().hasSuffix) else {
      throw .unknownExtract(path: path, known: Self.endings)
    }
    self.path = path
    format = String(ending.dropFirst())
  }

  typealias Relation = (
    _ id: Int64, _ ways: UnsafeBufferPointer<Int64>, _ isInner: UnsafeBufferPointer<UInt8>,
    _ tags: OSMTags
  ) -> Void
  typealias Way = (_ id: Int64, _ nodes: UnsafeBufferPointer<Int64>, _ tags: OSMTags) -> Void
  typealias Node = (_ id: Int64, _ position: GeoPoint?, _ tags: OSMTags) -> Void

  /// Calls `way` for each way that is tagged as a road, a route, a railway or water, and `relation` for
  /// each multipolygon of water, with the ways among its members and whether their role is `inner`.
  ///
  /// - Throws: ``GeoIOError/notOSM(path:words:)``.
  func ways(_ way: @escaping Way, relations: @escaping Relation) throws(GeoIOError) {
    try read(Callbacks(relation: relations, way: way))
  }

  /// Calls `body` for each way among `members`, which ascend.
  ///
  /// - Precondition: one or more.
  /// - Throws: ``GeoIOError/notOSM(path:words:)``.
  func ways(among members: [Int64], _ body: @escaping Way) throws(GeoIOError) {
    precondition(!members.isEmpty)
    try read(Callbacks(way: body), members: members)
  }

  /// Calls `body` for each node; the position is nil where the file has none on the Earth.
  ///
  /// - Throws: ``GeoIOError/notOSM(path:words:)``.
  func nodes(_ body: @escaping Node) throws(GeoIOError) {
    try read(Callbacks(node: body))
  }

  private final class Callbacks {
    let relation: Relation?
    let way: Way?
    let node: Node?

    init(relation: Relation? = nil, way: Way? = nil, node: Node? = nil) {
      self.relation = relation
      self.way = way
      self.node = node
    }
  }

  private func read(_ callbacks: Callbacks, members: [Int64] = []) throws(GeoIOError) {
    let relation: COsmiumRelation = { context, id, ways, isInner, count, tags in
      guard let context else { return }
      let callbacks = Unmanaged<Callbacks>.fromOpaque(context).takeUnretainedValue()
      callbacks.relation?(
        id, UnsafeBufferPointer(start: ways, count: count),
        UnsafeBufferPointer(start: isInner, count: count), OSMTags(tags))
    }
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
      members.withUnsafeBufferPointer { members in
        var question = COsmiumQuestion(
          node: callbacks.node == nil ? nil : node, way: callbacks.way == nil ? nil : way,
          relation: callbacks.relation == nil ? nil : relation,
          context: Unmanaged.passUnretained(callbacks).toOpaque(), members: members.baseAddress,
          member_count: members.count)
        return cosmium_read(path, format, &question, &words, words.count)
      }
    }
    guard failed == 0 else {
      let sentence = String(
        decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw .notOSM(path: path, words: sentence.replacing("\n", with: " "))
    }
  }
}
