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

  /// What a route is called, or its code.
  func routeName(_ code: String) -> String {
    corridors.first { $0.code == code }.map { language($0.name) } ?? code
  }

  /// A number with its English noun: 1 place, 2 places.
  func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  func list(_ names: [String]) -> String { names.joined(separator: language("、", ", ")) }
}
