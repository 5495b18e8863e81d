import ArgumentParser
import Foundation
import GeoIO
import Reports
import Studies

/// `hinterland data export`.
struct DataExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write layers of a dataset to a file that other programs open.",
    discussion: """
      Layers are roads, nodes, regions, places, rail, stations and water. A GeoPackage or GeoJSON file \
      takes all of them, CSV and FlatGeobuf one. Roads and nodes as CSV are what data import takes with \
      --edges and --nodes.

      EXAMPLE: hinterland data export --layers roads,regions,water -o region.gpkg
      """)

  @Option(
    help: "Folder or file of a dataset; otherwise HINTERLAND_DATA, or the embedded one.",
    completion: .file())
  var data: String?

  @Option(help: "Layers, with commas between them.")
  var layers: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to write: .gpkg, .geojson, .csv or .fgb.")
  var output: String

  @Option(help: "zh or en; otherwise the locale.")
  var lang: String?

  func run() throws {
    try ExitCodes.exiting {
      let language = try Language(asked: lang, names: [])
      let layers = try chosen()
      let output = try Output(output)
      guard DatasetExport.formats.contains(output.format) else {
        throw GeoIOError.unknownEnding(
          path: self.output, known: DatasetExport.formats.map(\.rawValue))
      }
      if [.csv, .flatGeobuf].contains(output.format), layers.count > 1 {
        throw UsageError(
          "\(output.format.rawValue) has room for one layer; name one, or write .gpkg or .geojson.")
      }
      let export = try DatasetExport(data: data, layers: layers)
      try export.write(to: output)
      StandardStreams.write(
        export.summary(language: language) + language("已写出 ", "Wrote ") + self.output + "\n",
        to: .standardError)
    }
  }

  private func chosen() throws(UsageError) -> [DatasetLayer] {
    var chosen: [DatasetLayer] = []
    for word in layers.split(separator: ",", omittingEmptySubsequences: false) {
      guard let layer = DatasetLayer(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
        let known = DatasetLayer.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError("--layers: there is no layer '\(word)'; the layers are \(known).")
      }
      if !chosen.contains(layer) { chosen.append(layer) }
    }
    return chosen
  }
}
