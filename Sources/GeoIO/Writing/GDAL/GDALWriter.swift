internal import CGDAL
import Foundation
public import Shapes

/// Tables in the formats that GDAL writes, as bytes: the same tables give the same bytes.
public struct GDALWriter {
  public var format: GDALFormat
  public var system: ReferenceSystem

  public init(_ format: GDALFormat, in system: ReferenceSystem = .wgs84) {
    self.format = format
    self.system = system
  }

  /// Finds out before work starts whether GDAL is there and knows the reference system.
  public func check() throws(GeoIOError) {
    let library = try GDALLibrary.loaded()
    _ = try library.quietly { () throws(GeoIOError) in
      try GDALDataset.check(system, library)
    }
  }

  /// GDAL's version; nil where it is not on this machine.
  public static var libraryVersion: String? { (try? GDALLibrary.loaded())?.version }

  /// A file of what is written: its ending after the output's stem, and what is in it.
  public struct File: Sendable {
    public var ending: String
    public var bytes: [UInt8]
  }

  /// Writes `tables` as layers or sheets, in their order, and beside them what is needed to ask
  /// again: a table `hinterland`, or a file `.json` where the format has room for one layer only.
  ///
  /// - Throws: that GDAL is not there, or what it said.
  public func files(
    of tables: [FeatureTable], styles: [LayerStyle] = [], hinterland: JSONText
  ) throws(GeoIOError) -> [File] {
    let library = try GDALLibrary.loaded()
    switch format {
    case .geoPackage:
      return try files(
        of: tables
          + [StyleTable.table(of: styles, in: tables), hinterland.table].compactMap(\.self),
        library)
    case .spreadsheet:
      let sheets = tables.map { table in
        var sheet = FeatureTable(name: table.name, columns: table.columns)
        for row in table.rows { sheet.append(row.values) }
        return sheet
      }
      return try files(of: sheets + [hinterland.table].compactMap(\.self), library)
    case .shapefile, .flatGeobuf:
      guard let table = tables.first(where: { $0.geometryKind != .none }) else {
        throw .cannotMake(format: format.ending, words: "the answer has no shapes")
      }
      guard format == .flatGeobuf || table.geometryKind != .unknown else {
        throw .cannotMake(format: format.ending, words: "\(table.name) mixes kinds of shapes")
      }
      let names = fieldNames(of: table)
      let about = JSONText.object([
        (key: "layer", value: .string(table.name)),
        (
          key: "fields",
          value: .object(
            zip(names, table.columns).map { (key: $0, value: .string($1.name)) })
        ),
        (key: "hinterland", value: hinterland),
      ])
      return try files(of: [table], library)
        + [File(ending: format.ending + ".json", bytes: Array((about.text + "\n").utf8))]
    }
  }

  private func files(of tables: [FeatureTable], _ library: GDALLibrary) throws(GeoIOError)
    -> [File]
  {
    let stem = "/vsimem/hinterland-\(UUID().uuidString)/answer"
    let functions = library.functions
    defer { for ending in format.fileEndings { _ = functions.VSIUnlink(stem + ending) } }
    let (_, words) = try library.quietly { () throws(GeoIOError) in
      let dataset = try GDALDataset(
        at: stem + format.ending, as: format, in: system, library: library)
      for table in tables { try dataset.add(table, names: fieldNames(of: table)) }
    }
    if let words { throw .cannotMake(format: format.ending, words: words) }
    var files: [File] = []
    for ending in format.fileEndings {
      var count: UInt64 = 0
      guard let start = functions.VSIGetMemFileBuffer(stem + ending, &count, 0) else {
        throw .cannotMake(format: format.ending, words: "GDAL wrote no \(ending)")
      }
      var bytes = Array(UnsafeBufferPointer(start: start, count: Int(count)))
      if format == .spreadsheet { bytes.stopClocksInZIP() }
      files.append(File(ending: ending, bytes: bytes))
    }
    return files
  }

  /// A shapefile's names have ten bytes: longer ones are cut, the second of two alike numbered.
  private func fieldNames(of table: FeatureTable) -> [String] {
    guard format == .shapefile else { return table.columns.map(\.name) }
    var names: [String] = []
    for column in table.columns {
      var name = String(column.name.prefix(10))
      var number = 1
      while names.contains(name) {
        name = column.name.prefix(8) + "_\(number)"
        number += 1
      }
      names.append(name)
    }
    return names
  }
}

extension JSONText {
  /// The members of an object as rows of name and value; nil for what is no object.
  fileprivate var table: FeatureTable? {
    guard case .object(let members) = self else { return nil }
    var table = FeatureTable(
      name: "hinterland", columns: [.init("name", .text), .init("value", .text)])
    for (name, value) in members {
      if case .string(let text) = value {
        table.append([.text(name), .text(text)])
      } else {
        table.append([.text(name), .text(value.text)])
      }
    }
    return table
  }
}

extension [UInt8] {
  /// Sets the times of a ZIP archive's entries to the format's first: 1 January 1980, 0:00.
  ///
  /// PKWARE APPNOTE 6.3.9, 4.3.7 and 4.3.12: the central directory, found from its end, leads to
  /// each entry's own header.
  mutating func stopClocksInZIP() {
    guard
      let end = (Swift.max(0, count - 65_557)..<Swift.max(0, count - 21)).last(where: {
        self[$0..<$0 + 4] == [0x50, 0x4B, 5, 6]
      })
    else { return }
    var place = number(at: end + 16, bytes: 4)
    for _ in 0..<number(at: end + 10, bytes: 2) {
      guard place + 46 <= count, self[place..<place + 4] == [0x50, 0x4B, 1, 2] else { return }
      stopClock(at: place + 12)
      let entry = number(at: place + 42, bytes: 4)
      if entry + 14 <= count { stopClock(at: entry + 10) }
      // Name, extra field and comment follow.
      place +=
        46 + number(at: place + 28, bytes: 2) + number(at: place + 30, bytes: 2)
        + number(at: place + 32, bytes: 2)
    }
  }

  private mutating func stopClock(at place: Int) {
    replaceSubrange(place..<place + 4, with: [0, 0, 0x21, 0])
  }

  /// Little-endian.
  private func number(at place: Int, bytes: Int) -> Int {
    (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
  }
}
