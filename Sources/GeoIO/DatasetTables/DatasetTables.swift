import Geometry
import Shapes

/// A dataset as tables in the spellings of the embedded one: what ``DatasetFolder`` reads.
///
/// Every number has all its digits. Tables that a dataset may do without are there where it holds
/// something of theirs; the others have a header at least. Columns that no answer hangs on, such as
/// a source or a confidence, are not part of a dataset and so of no table here.
struct DatasetTables {
  /// Each table by its name.
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  init(of dataset: Dataset) {
    add("dataset.csv", Self.settings(of: dataset))
    add(dataset.region)
    add(dataset.roads, dataset.corridors)
    add(dataset.rail, dataset.railNames, drawn: dataset.corridors.filter { $0.kind == .rail })
    addNames(of: dataset)
    if let counted = dataset.region.counted { add(counted, of: dataset.region.counties) }
    if !dataset.region.figures.isEmpty {
      add(dataset.region.figures, of: dataset.region.counties)
    }
  }

  mutating func add(_ name: String, _ table: TableText) { files.append((name, table.bytes)) }
  mutating func add(_ name: String, _ layer: LayerText) { files.append((name, layer.bytes)) }

  private static func settings(of dataset: Dataset) -> TableText {
    var table = TableText(["key", "value"])
    let notes = dataset.notes
    table.append(["title_zh", notes.title.chinese])
    table.append(["title_en", notes.title.english])
    table.append(["version", notes.version])
    table.append(["road_network", dataset.roadDetail.rawValue])
    table.append(["lattice", dataset.plane.definition])
    table.append(["cell_m", dataset.cellSize.digits])
    if let counted = dataset.region.counted {
      table.append(["counted_cell_m", counted.cellSize.digits])
    }
    for (index, line) in notes.attribution.enumerated() {
      table.append(["attribution_\(index + 1)", line])
    }
    table.append(["vintage_zh", notes.vintage.chinese])
    table.append(["vintage_en", notes.vintage.english])
    table.append(["limits_zh", notes.limits.chinese])
    table.append(["limits_en", notes.limits.english])
    return table
  }
}
