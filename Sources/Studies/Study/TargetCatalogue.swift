import Foundation
import GeoIO
public import Reports
import Shapes

/// A list of all sentences of the plans that bear a figure: `targets.csv` beside the studies.
public struct TargetCatalogue: Sendable {
  struct Row: Hashable, Sendable {
    var id: String
    var kind: String
    /// The study that answers it; empty where it waits for data.
    var study: String
  }

  let rows: [Row]

  /// Kinds of indicators that are measured on the ground: places, networks and reach.
  public static let spatialKinds: Set<String> = [
    "time circle", "facility coverage", "hierarchy", "network attribute", "network density",
    "network length", "primacy", "structure",
  ]

  /// The catalogue in a folder of studies; nil where it has none.
  ///
  /// - Throws: what a table without `id`, `indicator_class` and `study` throws.
  public init?(in folder: String) throws {
    let path = folder + "/targets.csv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let table = try CSVTable(path: path)
    let (id, kind) = (try table.column("id"), try table.column("indicator_class"))
    let study = try table.column("study")
    rows = try (0..<table.rowCount).map { row in
      Row(
        id: try table.text(row, id), kind: try table.text(row, kind),
        study: try table.text(row, study))
    }
  }

  /// A row is answered where its study has a target of its name with a figure.
  func counts(answeredBy entries: [StudyIndex.Entry]) -> StudyIndex.Catalogue {
    let figures = Dictionary(
      entries.map { ($0.name, $0.report.targets.filter { $0.value != nil }.map(\.id)) },
      uniquingKeysWith: { first, _ in first })
    func isAnswered(_ row: Row) -> Bool {
      (figures[row.study] ?? []).contains { $0 == row.id || $0.hasPrefix(row.id + "-") }
    }
    let spatial = rows.filter { Self.spatialKinds.contains($0.kind) }
    return StudyIndex.Catalogue(
      all: rows.count, answered: rows.count(where: isAnswered), spatial: spatial.count,
      spatialAnswered: spatial.count(where: isAnswered))
  }
}
