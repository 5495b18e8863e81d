import Geometry
import Shapes

/// A report over a ground: what its words and tables draw on.
protocol GroundReport {
  var ground: ReportGround { get }
}

extension GroundReport {
  var region: Region { ground.region }
  var corridors: [Corridor] { ground.corridors }
  var notes: DatasetNotes { ground.notes }
  var language: Language { ground.language }
  var figures: Figures { Figures(language: language) }

  /// A number with so many decimals, or a dash.
  func number(_ value: Double?, _ places: Int) -> String {
    value.map { $0.isFinite ? Figures.grouped($0.fixed(places)) : "–" } ?? "–"
  }

  func list(_ names: [String]) -> String { names.joined(separator: language("、", ", ")) }
}
