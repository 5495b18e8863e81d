import GeoIO
import Geometry
public import Reports
public import Shapes

/// One run of a question: asked and answered, ready to be told and written.
///
/// A question says what it was asked and what it found; how that becomes GeoJSON, CSV, JSON and
/// pages, and what every file says of where it comes from, is the same for all.
public protocol QuestionRun: Sendable {
  /// The question as the command line spells it.
  static var word: String { get }

  var workspace: Workspace { get }

  /// What was asked, in the words of the command line: enough to ask again.
  var parameters: JSONText { get }

  /// The tables whose rows have shapes, in the order of a GeoJSON collection.
  var layers: [FeatureTable] { get }

  /// The question's table, which CSV holds; a layer of the same name is the same table.
  var table: FeatureTable { get }

  /// Further members of the JSON document.
  var details: [(key: String, value: JSONText)] { get }

  /// What a reader must know before using the figures.
  ///
  /// English whatever the language of the words: the same question gives the same bytes.
  var warnings: [String] { get }

  /// The answer for a terminal.
  func text() -> String

  /// One self-contained HTML page.
  func page(leaflet: LeafletAssets) throws -> String
}

extension QuestionRun {
  public var details: [(key: String, value: JSONText)] { [] }

  /// The layers as GeoJSON, with all that is needed to ask again.
  public func geoJSON() -> String {
    GeoJSONWriter.text(of: layers, hinterland: provenance)
  }

  /// Tables, details and provenance as one JSON document, without shapes.
  public func json() -> String {
    let tables = layers.filter { $0.name != table.name } + [table]
    return JSONText.object(
      tables.map { (key: $0.name, value: $0.records) } + details
        + [(key: "hinterland", value: provenance)]
    ).text + "\n"
  }

  /// Writes every output, or none.
  public func write(to outputs: [Output]) throws {
    var files = OutputFiles()
    for output in outputs {
      switch output.format {
      case .geoJSON: files.add(geoJSON(), at: output.path)
      case .csv:
        files.add(CSVWriter.text(of: table), at: output.path)
        files.add(sidecar(), at: output.path + ".json")
      case .html:
        files.add(
          try page(leaflet: LeafletFiles.read(beside: workspace.dataset.folder)), at: output.path)
      }
    }
    try files.commit()
  }

  /// What stands beside a CSV file: the other tables, and the provenance.
  private func sidecar() -> String {
    let others = layers.filter { $0.name != table.name }
    return JSONText.object(
      others.map { (key: $0.name, value: $0.records) } + [(key: "hinterland", value: provenance)]
    ).text + "\n"
  }
}
