public import Analysis
import Foundation
import GeoIO
public import Geometry
import Routing
import Shapes

/// The scenarios and corrections of a run, read and looked up.
struct ScenarioSet {
  let scenarios: [Scenario]
  let corrections: [Scenario]
  let compared: [Scenario]
  let base: BaseYear?

  init(_ options: Workspace.Options, of dataset: Dataset, gazetteer: Gazetteer) throws {
    let file = ScenarioFile(
      gazetteer: gazetteer, region: dataset.region, corridors: dataset.corridors)
    var scenarios = try options.scenarios.map { try file.scenario(at: $0) }
    var corrections = try options.corrections.map { [try file.scenario(at: $0)] } ?? []
    var compared = try options.compared.map { try file.scenario(at: $0) }
    let years = Set((scenarios + corrections + compared).compactMap(\.base)).sorted()
    guard years.count < 2 else {
      throw ScenarioSetError.differentBases(years)
    }
    base = try years.first.map { try BaseYear($0, of: dataset, file: file) }
    // What a correction opens after the year is not there yet.
    if let year = years.first {
      for index in corrections.indices {
        corrections[index].links.removeAll { $0.opens ?? year > year }
      }
    }
    for index in scenarios.indices { scenarios[index].base = years.first }
    for index in compared.indices { compared[index].base = years.first }
    self.compared = compared
    self.scenarios = scenarios
    self.corrections = corrections
  }

  /// The dataset's roads with everything applied; nil where nothing is to be.
  func applied(to dataset: Dataset, profile: TravelProfile) throws -> AppliedScenarios? {
    try Self.applied(
      base: base, corrections: corrections, scenarios: scenarios, to: dataset, profile: profile)
  }

  static func applied(
    base: BaseYear?, corrections: [Scenario], scenarios: [Scenario], to dataset: Dataset,
    profile: TravelProfile
  ) throws -> AppliedScenarios? {
    let all = (base.map { [$0.scenario] } ?? []) + corrections + scenarios
    guard !all.isEmpty else { return nil }
    return try AppliedScenarios(
      all, to: dataset.roads, of: dataset.region, corridors: dataset.corridors, profile: profile)
  }
}

public enum ScenarioSetError: Error, Hashable, Sendable, CustomStringConvertible {
  case differentBases([Int])

  public var description: String {
    switch self {
    case .differentBases(let years):
      "The scenarios have bases \(years.map { "\($0)" }.joined(separator: " and ")); "
        + "give one year for all."
    }
  }
}

/// The baseline as at the end of a year: what the dataset has and was opened later is closed.
public struct BaseYear: Sendable {
  public let year: Int
  /// The closures, as a scenario without links.
  public let scenario: Scenario
  /// Openings after the year whose stretches are closed.
  public let closed: [Opening]
  /// Openings after the year, and before it but after the roads' extract, that no stretch of the
  /// dataset could be found for.
  public let notFound: [Opening]

  init(_ year: Int, of dataset: Dataset, file: ScenarioFile) throws {
    self.year = year
    var closures: [Stretch] = []
    var (closed, notFound): ([Opening], [Opening]) = ([], [])
    for opening in try DatasetFolder(path: dataset.folder).openings()
    where opening.isRoad && opening.year ?? 0 > year {
      guard let stretch = file.stretch(of: opening), dataset.roads.has(stretch) else {
        notFound.append(opening)
        continue
      }
      closures.append(stretch)
      closed.append(opening)
    }
    scenario = Scenario(name: "base \(year)", base: year, closures: closures)
    (self.closed, self.notFound) = (closed, notFound)
  }
}

extension RoadNetwork {
  fileprivate func has(_ stretch: Stretch) -> Bool {
    guard case .route(let code, _) = stretch.place, stretch.ends.count == 2 else { return false }
    return self.stretch(
      of: edges(ofRoute: code), between: stretch.ends[0].position, and: stretch.ends[1].position
    ).map { !$0.edges.isEmpty } ?? false
  }
}

extension ScenarioFile {
  /// The stretch that an opening speaks of; nil where its code or an end is not known.
  fileprivate func stretch(of opening: Opening) -> Stretch? {
    let codes = opening.code.split(separator: "/").map(String.init)
    guard let corridor = corridors.first(where: { codes.contains($0.code) }),
      let from = end(opening.from), let to = end(opening.to), from.position != to.position
    else { return nil }
    return Stretch(
      place: .route(code: corridor.code, name: corridor.name.chinese), ends: [from, to])
  }

  /// The place that a published name begins with: 株洲荷塘, 通城(湘鄂界).
  private func end(_ name: String) -> Stretch.End? {
    let bare = name.split(separator: "(").first.map(String.init) ?? name
    for length in stride(from: bare.count, through: 2, by: -1) {
      guard case .unit(let unit)? = try? gazetteer.meaning(of: String(bare.prefix(length))),
        unit.level < .province, let seat = region.seat(of: unit)
      else { continue }
      return Stretch.End(name: region.name(of: unit).chinese, position: seat)
    }
    return nil
  }
}

extension Workspace {
  /// The scenarios of the run in the keys of their files.
  var scenariosJSON: JSONText {
    .array(scenarios.map { $0.json(in: dataset.region) })
  }

  var correctionsJSON: JSONText {
    .array(corrections.map { $0.json(in: dataset.region) })
  }
}
