import Foundation
public import GeoIO
public import Reports
import Shapes

/// Layers of a dataset as files that other programs open.
public struct DatasetExport: Sendable {
  private let tables: [FeatureTable]
  private let notes: JSONText

  /// Reads the dataset, and of it the layers.
  ///
  /// - Throws: ``GeoIOError`` where it cannot be read, or ``GeoIOError/nothingToExport(layer:)`` where it
  ///   holds nothing of a layer.
  public init(data: String?, layers: [DatasetLayer]) throws {
    let dataset = try DatasetSource.find(named: data).read(cache: .ofUser)
    tables = try layers.map { layer in
      let table = dataset.table(of: layer)
      guard !table.rows.isEmpty else { throw GeoIOError.nothingToExport(layer: layer.rawValue) }
      return table
    }
    notes = .object([
      (key: "dataset", value: .string(dataset.notes.title.english)),
      (key: "digest", value: .string(dataset.notes.digest)),
      (key: "vintage", value: .string(dataset.notes.vintage.english)),
      (key: "attribution", value: .array(dataset.notes.attribution.map { .string($0) })),
    ])
  }

  /// What an export can be written as.
  public static let formats: [OutputFormat] = [.geoPackage, .geoJSON, .csv, .flatGeobuf]

  /// Writes all layers to one file, or where the format has room for one the only layer.
  ///
  /// - Throws: ``GeoIOError``; then nothing has changed.
  public func write(to output: Output) throws {
    var files = OutputFiles()
    switch output.format {
    case .csv: files.add(CSVWriter.text(of: tables[0]), at: output.path)
    case .geoJSON: files.add(GeoJSONWriter.text(of: tables, hinterland: notes), at: output.path)
    default:
      guard let format = output.format.gdal else { return }
      for file in try GDALWriter(format, in: output.system).files(of: tables, hinterland: notes) {
        files.add(file.bytes, at: output.path(of: file.ending))
      }
    }
    try files.commit()
  }

  /// How many rows each layer has, for a terminal.
  public func summary(language: Language) -> String {
    tables.map { language("\($0.name):\($0.rows.count) 条", "\($0.name): \($0.rows.count)") + "\n" }
      .joined()
  }
}
