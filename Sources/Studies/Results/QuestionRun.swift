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

  /// Further tables of the answer, without shapes.
  var sideTables: [FeatureTable] { get }

  /// The layers of a GeoPackage and the sheets of a workbook that have rows, the main one first.
  var packageTables: [FeatureTable] { get }

  /// How layers look where another program opens them; one that is not named is plain.
  var looks: [LayerLook] { get }

  /// Further members of the JSON document, which are no tables.
  var details: [(key: String, value: JSONText)] { get }

  /// What a reader must know before using the figures.
  ///
  /// English whatever the language of the words: the same question gives the same bytes.
  var warnings: [String] { get }

  /// The answer in one sentence.
  var sentence: String { get }

  /// The answer for a terminal.
  func text() -> String

  /// The map for print.
  func sheet(on paper: PrintSheet.Paper) throws -> PrintSheet

  /// One self-contained HTML page.
  func page(leaflet: LeafletAssets) throws -> String
}

/// A run whose page is laid out by the kit of all questions.
public protocol PageRun: QuestionRun {
  var resultPage: ResultPage { get }
}

/// A question that has no map was asked for one.
public struct NoSheetError: Error, Hashable, Sendable, CustomStringConvertible {
  public let question: String

  public var description: String {
    "This answer to `\(question)` has no map to print; write .html, .gpkg or .csv."
  }
}

extension PageRun {
  /// The page's map on paper, as it opens: the first variable and the layers that are shown.
  ///
  /// - Throws: ``NoSheetError`` for a page without a map.
  public func sheet(on paper: PrintSheet.Paper) throws -> PrintSheet {
    let page = resultPage
    guard let map = page.map else { throw NoSheetError(question: Self.word) }
    return PrintSheet(
      title: page.title, headline: page.headline, map: map, paper: paper, on: page.ground)
  }

  public func page(leaflet: LeafletAssets) throws -> String {
    try resultPage.html(leaflet: leaflet)
  }
}

extension QuestionRun {
  public var details: [(key: String, value: JSONText)] { [] }

  public var sentence: String { text().split(separator: "\n").first.map(String.init) ?? "" }

  public var sideTables: [FeatureTable] { [] }

  public var packageTables: [FeatureTable] {
    (layers + (layers.contains { $0.name == table.name } ? [] : [table]) + sideTables)
      .filter { !$0.rows.isEmpty }
  }

  public var looks: [LayerLook] { [] }

  /// The layers as GeoJSON, with all that is needed to ask again.
  public func geoJSON() -> String {
    GeoJSONWriter.text(of: layers, hinterland: provenance)
  }

  /// The question's table as CSV.
  public var csv: String { CSVWriter.text(of: table) }

  /// Tables, details and provenance as one JSON document, without shapes.
  public func json() -> String {
    let tables = layers.filter { $0.name != table.name } + [table] + sideTables
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
        let mark = output.hasByteOrderMark ? CSVWriter.byteOrderMark : ""
        files.add(mark + csv, at: output.path)
        files.add(sidecar(), at: output.path + ".json")
      case .html:
        files.add(
          try page(leaflet: LeafletFiles.read(beside: workspace.dataset.folder)), at: output.path)
      case .geoPackage, .spreadsheet, .shapefile, .flatGeobuf:
        guard let format = output.format.gdal else { continue }
        let tables = packageTables
        let made = try GDALWriter(format, in: output.system).files(
          of: tables, styles: tables.map { look(of: $0).style(of: $0) }, hinterland: provenance)
        for file in made { files.add(file.bytes, at: output.path(of: file.ending)) }
      case .svg, .png, .pdf:
        let svg = try sheet(on: output.paper).svg()
        if let format = output.format.sheet {
          files.add(try format.bytes(of: svg), at: output.path)
        } else {
          files.add(svg, at: output.path)
        }
      }
    }
    try files.commit()
  }

  private func look(of table: FeatureTable) -> LayerLook {
    looks.first { $0.layer == table.name } ?? LayerLook(table.name, .plain)
  }

  /// What stands beside a CSV file: the other layers, and the provenance.
  private func sidecar() -> String {
    let others = layers.filter { $0.name != table.name }
    return JSONText.object(
      others.map { (key: $0.name, value: $0.records) } + [(key: "hinterland", value: provenance)]
    ).text + "\n"
  }
}
