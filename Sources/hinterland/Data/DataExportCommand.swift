import ArgumentParser
import Foundation
import GeoIO
import Reports
import Studies

/// `hinterland data export`.
struct DataExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write layers of a dataset for other programs, or all of it as tables.",
    discussion: """
      Layers are roads, nodes, regions, places, rail, stations and water. A GeoPackage or GeoJSON file \
      takes all of them, CSV and FlatGeobuf one. Roads and nodes as CSV are what data import takes with \
      --edges and --nodes.

      --tables writes the whole dataset as a folder of tables in the spellings of the embedded one: change \
      what you know better, and data import --tables makes a dataset of it again. Unchanged, it gives the \
      same counts, lengths and answers; --data takes the folder itself, too.

      EXAMPLE: hinterland data export --layers roads,regions,water -o region.gpkg
      """)

  @Option(
    help: "Folder or file of a dataset; otherwise HINTERLAND_DATA, or the embedded one.",
    completion: .file())
  var data: String?

  @Option(help: "Layers, with commas between them.")
  var layers: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to write layers to: .gpkg, .geojson, .csv or .fgb.")
  var output: String?

  @Option(
    help: "A folder to write the whole dataset to; it must not exist yet, or be empty.",
    completion: .directory)
  var tables: String?

  @Option(help: "zh or en; otherwise the locale.")
  var lang: String?

  func run() throws {
    try ExitCodes.exiting {
      let language = try Language(asked: lang, names: [])
      switch (tables, layers, output) {
      case (let tables?, nil, nil): try write(tables: tables, language)
      case (nil, let layers?, let output?):
        try write(layers: chosen(layers), to: output, language)
      default:
        throw UsageError(
          "An export is layers in a file or the whole dataset in a folder: give --layers and -o, or "
            + "--tables.")
      }
    }
  }

  private func write(tables folder: String, _ language: Language) throws {
    try DatasetFolder.check(folder)
    let progress = ProgressLine()
    defer { progress.stop() }
    progress.say(language("读取数据", "reading the dataset"))
    let export = try DatasetTablesExport(data: data)
    progress.say(language("写出并读回核对", "writing, and reading back"))
    let files = try export.write(to: folder)
    progress.stop()
    StandardStreams.write(
      export.summary(files: files, language: language) + language("已写出 ", "Wrote ") + folder
        + "\n", to: .standardError)
  }

  private func write(layers: [DatasetLayer], to path: String, _ language: Language) throws {
    let output = try Output(path)
    guard DatasetExport.formats.contains(output.format) else {
      throw GeoIOError.unknownEnding(
        path: path, known: DatasetExport.formats.map(\.rawValue))
    }
    if [.csv, .flatGeobuf].contains(output.format), layers.count > 1 {
      throw UsageError(
        "\(output.format.rawValue) has room for one layer; name one, or write .gpkg or .geojson.")
    }
    let export = try DatasetExport(data: data, layers: layers)
    try export.write(to: output)
    StandardStreams.write(
      export.summary(language: language) + language("已写出 ", "Wrote ") + path + "\n",
      to: .standardError)
  }

  private func chosen(_ layers: String) throws(UsageError) -> [DatasetLayer] {
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
