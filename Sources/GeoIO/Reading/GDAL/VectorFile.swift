internal import CGDAL
import Foundation
import Shapes

/// One layer of any vector format that GDAL reads, or one sheet of a workbook, as text and shapes.
///
/// Positions are brought to WGS 84, longitude first, by the layer's own reference system; without
/// one they have to be degrees. Curves become lines, heights are left out. Texts are UTF-8, or
/// GB 18030 where a file does not say.
struct VectorFile: Sendable {
  struct Row: Sendable {
    /// One a column; nil where there is none.
    var values: [String?]
    var areas: [GeoPolygon] = []
    var points: [GeoPoint] = []
    /// As they are drawn; whether their positions are degrees is for the taker to check.
    var lines: [[GeoPoint]] = []
    /// Lines of one position.
    var shortLines = 0
  }

  let path: String
  let layer: String
  let columns: [String]
  let rows: [Row]
  /// Whether texts were taken for GB 18030.
  let isGB18030: Bool
  /// Rings that bound nothing, left out.
  let emptyRings: Int

  /// More rows are no layer of regions and no table of a plan.
  static let rowLimit = 2_000_000

  /// What a file is opened for.
  enum Purpose: Sendable {
    /// The first layer that has shapes, or the one named.
    case shapes
    /// The first layer that has lines, or the one named.
    case lines
    /// The first table or sheet that has rows.
    case table
  }

  /// - Throws: ``GeoIOError`` with what is wrong: no file, none that GDAL can open, no such layer,
  ///   positions that are no degrees.
  /// - Complexity: O(bytes); 3,000 counties with 1 M vertices take some 2 s.
  init(
    path: String, layer named: String? = nil, encoding: String? = nil,
    for purpose: Purpose = .shapes
  ) throws(GeoIOError) {
    try FileBytes.check(path)
    let library = try GDALLibrary.loaded()
    let (read, words) = try library.quietly { () throws(GeoIOError) -> VectorFile? in
      guard
        let file = try OpenLayer(
          path: path, named: named, encoding: encoding, purpose: purpose, library: library)
      else { return nil }
      return try VectorFile(file, path: path)
    }
    guard let read else {
      throw .notALayer(path: path, words: words ?? "GDAL knows no such format")
    }
    // A file that breaks off in its middle gives rows and an error.
    if let words { throw .notALayer(path: path, words: words) }
    self = read
  }

  private init(_ file: borrowing OpenLayer, path: String) throws(GeoIOError) {
    var raw: [RawRow] = []
    while let row = try file.next(path: path) {
      raw.append(row)
      guard raw.count <= Self.rowLimit else {
        throw .notALayer(path: path, words: "it has over \(Self.rowLimit) rows")
      }
    }
    // A FlatGeobuf that breaks off ends without a word; its head says how many there are.
    if path.lowercased().hasSuffix(".fgb"), let said = file.countInHead, raw.count < said {
      throw .notALayer(path: path, words: "it breaks off after \(raw.count) of \(said) rows")
    }
    let names = file.columns
    let encoding: ForeignText =
      (names + raw.flatMap { $0.values.compactMap(\.self) }).contains {
        String(validating: $0, as: UTF8.self) == nil
      } ? .gb18030 : .utf8
    func text(_ bytes: [UInt8]) throws(GeoIOError) -> String {
      guard let text = encoding.decode(bytes) else { throw .notText(path: path) }
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    self.path = path
    layer = file.name
    columns = try names.map { name throws(GeoIOError) in try text(name) }
    isGB18030 = encoding == .gb18030
    emptyRings = raw.reduce(0) { $0 + ($1.shapes?.emptyRings ?? 0) }
    rows = try raw.map { raw throws(GeoIOError) in
      for point in (raw.shapes?.areas ?? []).flatMap(\.rings).joined() {
        guard abs(point.longitude) <= 180.001, abs(point.latitude) <= 90.001 else {
          throw .notDegrees(path: path, words: "\(point.longitude), \(point.latitude)")
        }
      }
      let areas = (raw.shapes?.areas ?? []).map { $0.map(Self.onEarth) }
      return Row(
        values: try raw.values.map { value throws(GeoIOError) in
          guard let value, !value.isEmpty else { return nil }
          let plain = try text(value)
          return plain.isEmpty ? nil : plain
        }, areas: areas, points: raw.shapes?.points ?? [],
        lines: (raw.shapes?.lines ?? []).map { $0.map(Self.onEarth) },
        shortLines: raw.shapes?.shortLines ?? 0)
    }
  }

  /// What a projection left a hair beyond the date line or a pole, on it.
  private static func onEarth(_ point: GeoPoint) -> GeoPoint {
    guard abs(point.longitude) <= 180.001, abs(point.latitude) <= 90.001 else { return point }
    return GeoPoint(
      longitude: max(-180, min(180, point.longitude)),
      latitude: max(-90, min(90, point.latitude)))
  }

  fileprivate struct RawRow {
    var values: [[UInt8]?]
    var shapes: WellKnownShapes?
  }
}

/// The only owner of one file that GDAL has open for reading, and of the way to WGS 84.
private struct OpenLayer: ~Copyable {
  private let library: GDALLibrary
  private let dataset: UnsafeMutableRawPointer
  private let layer: UnsafeMutableRawPointer
  private let transformation: UnsafeMutableRawPointer?
  let columns: [[UInt8]]
  let name: String

  /// GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR.
  private static let flags: UInt32 = 0x04 | 0x40

  init?(
    path: String, named: String?, encoding: String?, purpose: VectorFile.Purpose,
    library: GDALLibrary
  ) throws(GeoIOError) {
    let functions = library.functions
    let absolute = URL(fileURLWithPath: path).path
    let place = path.lowercased().hasSuffix(".zip") ? "/vsizip/" + absolute : absolute
    // Without a word on its encoding a shapefile's texts are taken as they are, and looked at.
    let stem = (absolute as NSString).deletingPathExtension
    let isSilent =
      path.lowercased().hasSuffix(".shp")
      && ![".cpg", ".CPG"].contains { FileManager.default.fileExists(atPath: stem + $0) }
    functions.CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", "FORCE")
    functions.CPLSetThreadLocalConfigOption("OGR_XLSX_FIELD_TYPES", "STRING")
    defer {
      functions.CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", nil)
      functions.CPLSetThreadLocalConfigOption("OGR_XLSX_FIELD_TYPES", nil)
    }
    let encodings = encoding.map { ["ENCODING=\($0)"] } ?? (isSilent ? ["ENCODING="] : [])
    let opened = encodings.withCStrings { options in
      options.map { options in
        options.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 2) {
          functions.GDALOpenEx(place, Self.flags, nil, $0, nil)
        }
      } ?? nil
    }
    guard let dataset = opened else { return nil }
    let layers = (0..<functions.GDALDatasetGetLayerCount(dataset)).compactMap {
      functions.GDALDatasetGetLayer(dataset, $0)
    }
    func name(_ layer: UnsafeMutableRawPointer) -> String {
      functions.OGR_L_GetName(layer).map { String(cString: $0) } ?? ""
    }
    func fits(_ layer: UnsafeMutableRawPointer) -> Bool {
      if let named { return name(layer) == named }
      guard purpose != .table else { return functions.OGR_L_GetFeatureCount(layer, 1) > 0 }
      while let feature = functions.OGR_L_GetNextFeature(layer) {
        defer { functions.OGR_F_Destroy(feature) }
        guard let geometry = functions.OGR_F_GetGeometryRef(feature) else { continue }
        // Points have no dimension, lines have one.
        if purpose == .shapes || functions.OGR_G_GetDimension(geometry) == 1 { return true }
      }
      return false
    }
    guard let layer = layers.first(where: fits) ?? (named == nil ? layers.first : nil) else {
      let names = layers.map(name)
      functions.GDALClose(dataset)
      if let named { throw .noSuchLayer(named, path: path, layers: names) }
      return nil
    }
    functions.OGR_L_ResetReading(layer)
    let definition = functions.OGR_L_GetLayerDefn(layer)
    columns = (0..<functions.OGR_FD_GetFieldCount(definition)).map { index in
      functions.OGR_Fld_GetNameRef(functions.OGR_FD_GetFieldDefn(definition, index))
        .map { $0.bytes } ?? []
    }
    self.name = name(layer)
    transformation = WGS84.transformation(
      from: functions.OGR_L_GetSpatialRef(layer), library: library)
    self.library = library
    self.dataset = dataset
    self.layer = layer
  }

  deinit {
    if let transformation {
      library.functions.OCTDestroyCoordinateTransformation(transformation)
    }
    library.functions.GDALClose(dataset)
  }

  /// How many rows the file says it has; nil where it would have to count them.
  var countInHead: Int? {
    let count = library.functions.OGR_L_GetFeatureCount(layer, 0)
    return count < 0 ? nil : Int(count)
  }

  borrowing func next(path: String) throws(GeoIOError) -> VectorFile.RawRow? {
    let functions = library.functions
    guard let feature = functions.OGR_L_GetNextFeature(layer) else { return nil }
    defer { functions.OGR_F_Destroy(feature) }
    let values = columns.indices.map { index -> [UInt8]? in
      guard functions.OGR_F_IsFieldSetAndNotNull(feature, Int32(index)) != 0 else { return nil }
      return functions.OGR_F_GetFieldAsString(feature, Int32(index)).map { $0.bytes }
    }
    var row = VectorFile.RawRow(values: values)
    guard let own = functions.OGR_F_GetGeometryRef(feature),
      let geometry = functions.OGR_G_GetLinearGeometry(own, 0, nil)
    else { return row }
    defer { functions.OGR_G_DestroyGeometry(geometry) }
    functions.OGR_G_FlattenTo2D(geometry)
    if let transformation, functions.OGR_G_Transform(geometry, transformation) != 0 {
      throw .notALayer(path: path, words: "a shape lies outside its reference system")
    }
    var bytes = [UInt8](repeating: 0, count: Int(functions.OGR_G_WkbSize(geometry)))
    // 1 is little-endian.
    guard functions.OGR_G_ExportToWkb(geometry, 1, &bytes) == 0 else { return row }
    guard let shapes = WellKnownShapes(bytes) else {
      throw .notALayer(path: path, words: "a shape is of a kind that has no outline")
    }
    row.shapes = shapes
    return row
  }
}

/// The way from a reference system to WGS 84, longitude first.
enum WGS84 {
  /// Nil where `reference` is missing: then positions are taken as they are.
  static func transformation(
    from reference: UnsafeMutableRawPointer?, library: GDALLibrary
  ) -> UnsafeMutableRawPointer? {
    guard let reference, let own = self.reference(library) else { return nil }
    defer { library.functions.OSRDestroySpatialReference(own) }
    return library.functions.OCTNewCoordinateTransformation(reference, own)
  }

  /// The caller destroys it.
  static func reference(_ library: GDALLibrary) -> UnsafeMutableRawPointer? {
    let functions = library.functions
    guard let own = functions.OSRNewSpatialReference(nil) else { return nil }
    guard functions.OSRImportFromEPSG(own, Int32(ReferenceSystem.wgs84.code)) == 0 else {
      functions.OSRDestroySpatialReference(own)
      return nil
    }
    functions.OSRSetAxisMappingStrategy(own, 0)
    return own
  }
}

extension UnsafePointer<CChar> {
  /// Up to the zero at its end.
  fileprivate var bytes: [UInt8] {
    UnsafeBufferPointer(start: self, count: strlen(self)).map { UInt8(bitPattern: $0) }
  }
}
