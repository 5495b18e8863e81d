internal import CGDAL
import Foundation
import Shapes

/// The only owner of one dataset that GDAL writes, in memory, and closes.
///
/// It never leaves the function that made it. What it has written is read out as bytes.
struct GDALDataset: ~Copyable {
  let library: GDALLibrary
  private let handle: UnsafeMutableRawPointer
  private let reference: UnsafeMutableRawPointer
  private let transformation: UnsafeMutableRawPointer?
  private let format: GDALFormat

  /// - Throws: what GDAL said, or that the reference system is not one for positions.
  init(
    at path: String, as format: GDALFormat, in system: ReferenceSystem, library: GDALLibrary
  ) throws(GeoIOError) {
    let functions = library.functions
    let own = try Self.reference(.wgs84, library)
    defer { functions.OSRDestroySpatialReference(own) }
    let reference = try Self.reference(system, library)
    guard let driver = functions.GDALGetDriverByName(format.driver),
      let handle = functions.GDALCreate(driver, path, 0, 0, 0, 0, nil)
    else {
      functions.OSRDestroySpatialReference(reference)
      throw .cannotMake(format: format.ending, words: "GDAL lacks its driver \(format.driver)")
    }
    self.library = library
    self.format = format
    self.reference = reference
    self.handle = handle
    transformation =
      system == .wgs84 ? nil : functions.OCTNewCoordinateTransformation(own, reference)
    if format == .geoPackage { _ = functions.GDALDatasetStartTransaction(handle, 0) }
  }

  /// Writes what is left to write.
  deinit {
    let functions = library.functions
    if format == .geoPackage { _ = functions.GDALDatasetCommitTransaction(handle) }
    functions.GDALClose(handle)
    if let transformation { functions.OCTDestroyCoordinateTransformation(transformation) }
    functions.OSRDestroySpatialReference(reference)
  }

  static func check(_ system: ReferenceSystem, _ library: GDALLibrary) throws(GeoIOError) {
    library.functions.OSRDestroySpatialReference(try reference(system, library))
  }

  private static func reference(_ system: ReferenceSystem, _ library: GDALLibrary)
    throws(GeoIOError) -> UnsafeMutableRawPointer
  {
    let functions = library.functions
    guard let reference = functions.OSRNewSpatialReference(nil) else {
      throw .unknownReferenceSystem(code: system.code)
    }
    guard functions.OSRImportFromEPSG(reference, Int32(system.code)) == 0,
      functions.OSRIsGeographic(reference) + functions.OSRIsProjected(reference) > 0
    else {
      functions.OSRDestroySpatialReference(reference)
      throw .unknownReferenceSystem(code: system.code)
    }
    // Longitude before latitude, east before north, whatever the register says.
    functions.OSRSetAxisMappingStrategy(reference, 0)
    return reference
  }

  /// Adds a table as a layer, its columns as fields.
  func add(_ table: FeatureTable, names: [String]) throws(GeoIOError) {
    let functions = library.functions
    let options = format.layerOptions(of: table)
    let layer = options.withCStrings { options in
      functions.GDALDatasetCreateLayer(
        handle, table.name, reference, table.geometryKind.rawValue, options)
    }
    guard let layer else {
      throw .cannotMake(format: format.ending, words: "GDAL made no layer \(table.name)")
    }
    for (column, name) in zip(table.columns, names) { try add(column, name, to: layer) }
    for row in table.rows { try add(row, of: table, to: layer) }
  }

  private func add(
    _ column: FeatureTable.Column, _ name: String, to layer: UnsafeMutableRawPointer
  ) throws(GeoIOError) {
    let functions = library.functions
    let field = functions.OGR_Fld_Create(name, column.kind.fieldType)
    defer { functions.OGR_Fld_Destroy(field) }
    if column.kind == .flag { functions.OGR_Fld_SetSubType(field, 1) }
    if format == .shapefile, case .decimal(let places) = column.kind {
      functions.OGR_Fld_SetWidth(field, 19)
      functions.OGR_Fld_SetPrecision(field, Int32(places))
    }
    guard functions.OGR_L_CreateField(layer, field, 1) == 0 else {
      throw .cannotMake(format: format.ending, words: "GDAL made no field \(name)")
    }
  }

  private func add(
    _ row: FeatureTable.Row, of table: FeatureTable, to layer: UnsafeMutableRawPointer
  ) throws(GeoIOError) {
    let functions = library.functions
    let feature = functions.OGR_F_Create(functions.OGR_L_GetLayerDefn(layer))
    defer { functions.OGR_F_Destroy(feature) }
    for (index, (column, value)) in zip(table.columns, row.values).enumerated() {
      let index = Int32(index)
      switch (value, column.kind) {
      case (.text(let text), _):
        functions.OGR_F_SetFieldString(feature, index, format.inert(text))
      case (.whole(let number), _):
        functions.OGR_F_SetFieldInteger64(feature, index, Int64(number))
      case (.decimal(let number), .decimal(let places)):
        functions.OGR_F_SetFieldDouble(feature, index, number.rounded(to: places))
      case (.decimal(let number), _): functions.OGR_F_SetFieldDouble(feature, index, number)
      case (.flag(let flag), _): functions.OGR_F_SetFieldInteger(feature, index, flag ? 1 : 0)
      case (.missing, _): break
      }
    }
    if let shape = row.shape, table.geometryKind != .none {
      try set(shape, on: feature, of: table.name)
    }
    guard functions.OGR_L_CreateFeature(layer, feature) == 0 else {
      throw .cannotMake(format: format.ending, words: "GDAL took no row of \(table.name)")
    }
  }

  private func set(
    _ shape: FeatureTable.Shape, on feature: UnsafeMutableRawPointer?, of layer: String
  ) throws(GeoIOError) {
    let functions = library.functions
    let bytes = WellKnownBinary(shape).bytes
    var geometry: UnsafeMutableRawPointer?
    guard functions.OGR_G_CreateFromWkb(bytes, reference, &geometry, Int32(bytes.count)) == 0
    else { throw .cannotMake(format: format.ending, words: "GDAL took no shape of \(layer)") }
    if let transformation, functions.OGR_G_Transform(geometry, transformation) != 0 {
      functions.OGR_G_DestroyGeometry(geometry)
      throw .cannotMake(
        format: format.ending,
        words: "a shape of \(layer) lies outside the reference system asked for")
    }
    _ = functions.OGR_F_SetGeometryDirectly(feature, geometry)
  }
}

extension [String] {
  /// The strings as C wants a list of them: pointers with a null at the end, for a call's time.
  func withCStrings<Value>(_ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Value)
    -> Value
  {
    var pointers: [UnsafeMutablePointer<CChar>?] = map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}

extension FeatureTable {
  /// What GDAL calls a layer's kind of geometry; `unknown` holds several kinds.
  enum GeometryKind: Int32 {
    case unknown = 0
    case point = 1
    case lines = 5
    case areas = 6
    case none = 100
  }

  var geometryKind: GeometryKind {
    var kind = GeometryKind.none
    for row in rows {
      guard let shape = row.shape else { continue }
      let own: GeometryKind =
        switch shape {
        case .point: .point
        case .lines: .lines
        case .areas: .areas
        }
      if kind == .none { kind = own } else if kind != own { return .unknown }
    }
    return kind
  }
}

extension FeatureTable.Kind {
  /// OGRFieldType: integer 0, real 2, string 4, 64-bit integer 12.
  fileprivate var fieldType: Int32 {
    switch self {
    case .text: 4
    case .whole: 12
    case .decimal: 2
    case .flag: 0
    }
  }
}

extension Double {
  /// The number that `fixed(_:)` writes.
  fileprivate func rounded(to places: Int) -> Double {
    guard isFinite, abs(self) < 1e9 else { return self }
    let scale = pow(10, Double(places))
    return (self * scale).rounded() / scale
  }
}
