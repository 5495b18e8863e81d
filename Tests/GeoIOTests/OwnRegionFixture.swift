import CGDAL
import Foundation
import Geometry
import Shapes
import TestSupport

@testable import GeoIO

/// A small country: four counties of 0.1°, two by two, under a grid of roads.
struct OwnRegionFixture {
  let folder: TemporaryFolder
  let roads: Dataset

  static let codes = ["430102", "430103", "520602", "520603"]

  init() throws {
    folder = try TemporaryFolder()
    // Five by five nodes, 0.05° apart, each joined with its neighbours east and north.
    var (nodes, edges) = ("id,lon,lat\n", "from,to,km,class\n")
    for row in 0..<5 {
      for column in 0..<5 {
        nodes += "\(row)\(column),\(112 + Double(column) * 0.05),\(28 + Double(row) * 0.05)\n"
        if column < 4 { edges += "\(row)\(column),\(row)\(column + 1),5,county\n" }
        if row < 4 { edges += "\(row)\(column),\(row + 1)\(column),5.5,county\n" }
      }
    }
    roads = try NetworkTables(
      nodes: folder.write(nodes, to: "nodes.csv"), edges: folder.write(edges, to: "edges.csv")
    ).dataset
  }

  static func square(_ index: Int) -> GeoPolygon {
    let (west, south) = (112 + Double(index % 2) * 0.1, 28 + Double(index / 2) * 0.1)
    return GeoPolygon(
      outer: [(0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1)].map {
        GeoPoint(longitude: west + $0.0, latitude: south + $0.1)
      })
  }

  /// The counties as a table, each moved by `move`.
  static func counties(
    code: String = "adcode", name: String = "name", names: [String] = ["甲县", "乙县", "丙县", "丁县"],
    move: (GeoPoint) -> GeoPoint = { $0 }
  ) -> FeatureTable {
    var table = FeatureTable(
      name: "counties", columns: [.init(code, .text), .init(name, .text)])
    for (index, own) in codes.enumerated() {
      table.append(
        [.text(own), .text(names[index])], shape: .areas([square(index).map(move)]))
    }
    return table
  }

  /// Writes a table by GDAL and gives the path of its first file.
  func write(
    _ table: FeatureTable, as format: GDALFormat = .geoPackage, in system: String = "EPSG:4326"
  ) throws -> String {
    let writer = GDALWriter(format, in: try ReferenceSystem(parsing: system))
    let stem = folder.path(of: "layer-" + UUID().uuidString)
    for file in try writer.files(of: [table], hinterland: .object([])) {
      try Data(file.bytes).write(to: URL(fileURLWithPath: stem + file.ending))
    }
    return stem + format.ending
  }

  /// Writes a GeoTIFF of the given rows, north first, over a box of a reference system.
  func writeRaster(
    _ rows: [[Double]], west: Double, north: Double, cell: Double, epsg: Int32 = 4326,
    noData: Double? = -99_999, name: String = "people.tif"
  ) throws -> String {
    let functions = try GDALLibrary.loaded().functions
    let path = folder.path(of: name)
    let (width, height) = (Int32(rows[0].count), Int32(rows.count))
    // 7 is GDT_Float64.
    let dataset = functions.GDALCreate(
      functions.GDALGetDriverByName("GTiff"), path, width, height, 1, 7, nil)
    defer { functions.GDALClose(dataset) }
    var affine = [west, cell, 0, north, 0, -cell]
    _ = functions.GDALSetGeoTransform(dataset, &affine)
    let reference = functions.OSRNewSpatialReference(nil)
    defer { functions.OSRDestroySpatialReference(reference) }
    _ = functions.OSRImportFromEPSG(reference, epsg)
    var text: UnsafeMutablePointer<CChar>?
    _ = functions.OSRExportToWkt(reference, &text)
    _ = functions.GDALSetProjection(dataset, text)
    functions.VSIFree(text)
    let band = functions.GDALGetRasterBand(dataset, 1)
    if let noData { _ = functions.GDALSetRasterNoDataValue(band, noData) }
    var values = rows.flatMap { $0 }
    _ = functions.GDALRasterIO(band, 1, 0, 0, width, height, &values, width, height, 7, 0, 0)
    return path
  }

  func own(_ files: OwnRegionFiles, reference: Region? = nil) throws -> OwnRegion {
    try OwnRegion(roads, files, reference: reference)
  }

  /// What reading throws, as its sentence; nil where it throws nothing.
  func refusal(_ files: OwnRegionFiles, reference: Region? = nil) -> String? {
    do {
      _ = try own(files, reference: reference)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
