import Analysis
import GeoIO
import Geometry
import Routing
import Shapes

/// What links cost: as the file says, else kilometres × the unit cost of class and terrain.
struct LinkCosts {
  private let units: [UnitCost]

  init(of dataset: Dataset) throws {
    units = try DatasetFolder(path: dataset.folder).unitCosts()
  }

  /// 亿元, and where the figure comes from.
  struct Cost: Hashable, Sendable {
    var amount: Double
    var source: String
  }

  /// - Throws: ``LinkCostError`` where neither the file nor the table has a figure.
  func cost(of link: ScenarioLink) throws(LinkCostError) -> Cost {
    if let cost = link.cost { return Cost(amount: cost, source: "file") }
    let kind = Self.kind(of: link)
    let terrain = link.terrain?.rawValue ?? "all"
    // Figures since 2018 where the table tells them apart; a terrain without its own takes all.
    let fitting = units.filter { $0.kind == kind && $0.dated != "before 2018" }
    guard
      let unit = fitting.first(where: { $0.terrain == terrain })
        ?? fitting.first(where: { $0.terrain == "all" })
    else { throw .unknown(link: link.name) }
    let kilometers = link.length.kilometers
    return Cost(
      amount: unit.perKilometer * kilometers,
      source: "\(kilometers.fixed(1)) km × \(unit.perKilometer.fixed(2)) (\(unit.kind), "
        + "\(unit.terrain), \(unit.dated))")
  }

  /// The row of unit_costs.csv that a link is priced by.
  private static func kind(of link: ScenarioLink) -> String {
    switch link.mode {
    case .road(.expressway): return "expressway 4 lanes"
    case .road: return "first-class road"
    case .rail(let service):
      let design = link.designSpeed ?? service.designSpeed
      if design >= 300 { return "HSR 350" }
      if design >= 240 { return "railway 250" }
      return design > 160 ? "railway 200" : "railway 160 single track"
    }
  }
}

public enum LinkCostError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknown(link: String)

  public var description: String {
    switch self {
    case .unknown(let link):
      "\(link) has no cost, and the dataset no unit cost for its kind; give cost, or a budget in km."
    }
  }
}
