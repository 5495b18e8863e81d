public import Analysis
import Foundation
import Geometry
import Routing
public import Shapes

/// A comparison as a user puts it: files and names, not yet looked up.
public struct CompareRequest: Hashable, Sendable {
  /// Scenario files, each a case of its own.
  public var scenarios: [String]
  /// Names of the places it is about.
  public var places: [String]
  public var points: [GeoPoint]
  public var minutes: [Double]
  public var mode: TravelMode
  public var reading: CentreReading
  public var hasCircles: Bool
  /// Whether all scenarios together are one more case.
  public var isTogether: Bool

  public init(
    scenarios: [String], places: [String] = [], points: [GeoPoint] = [], minutes: [Double] = [60],
    mode: TravelMode = .roadDoor, reading: CentreReading = .core, hasCircles: Bool = true,
    isTogether: Bool = false
  ) {
    self.scenarios = scenarios
    self.places = places
    self.points = points
    self.minutes = minutes
    self.mode = mode
    self.reading = reading
    self.hasCircles = hasCircles
    self.isTogether = isTogether
  }
}

extension CompareRequest {
  func question(in workspace: Workspace) throws -> ComparisonQuestion {
    ComparisonQuestion(
      places: try workspace.groups(named: places, at: points).groups,
      minutes: Array(Set(minutes)).sorted(), mode: mode, reading: reading,
      hasCircles: hasCircles)
  }

  /// The request as parameters of a result, in the words of the command line.
  var json: JSONText {
    .object([
      (
        key: "scenarios",
        value: .array(
          scenarios.map { .string(URL(fileURLWithPath: $0).lastPathComponent) })
      ),
      (key: "of", value: .array(places.map { .string($0) })),
      (key: "at", value: .array(points.map { .string($0.commandText) })),
      (key: "within", value: .array(minutes.map { .exact($0) })),
      (key: "mode", value: .string(mode.rawValue)),
      (key: "centre_at", value: .string(reading.rawValue)),
      (key: "circles", value: .flag(hasCircles)),
      (key: "together", value: .flag(isTogether)),
    ])
  }
}

extension Workspace {
  /// Each scenario as a case; those that the baseline already has are refused in a sentence, as long
  /// as others are left.
  func comparisonCases(
    _ scenarios: [Scenario]
  ) throws -> (kept: [(scenario: Scenario, item: ComparisonCase)], refused: [ScenarioError]) {
    var kept: [(scenario: Scenario, item: ComparisonCase)] = []
    var refused: [ScenarioError] = []
    for scenario in scenarios {
      do {
        kept.append((scenario, try comparisonCase([scenario], name: scenario.name)))
      } catch let error as ScenarioError {
        guard case .alreadyThere = error else { throw error }
        refused.append(error)
      }
    }
    if kept.isEmpty, let first = refused.first { throw first }
    return (kept, refused)
  }

  /// Scenarios as one case over this workspace's world.
  func comparisonCase(_ scenarios: [Scenario], name: String) throws -> ComparisonCase {
    let applied = try ScenarioSet.applied(
      base: base, corrections: corrections, scenarios: self.scenarios + scenarios, to: dataset,
      profile: world.network.profile)
    guard let applied else { preconditionFailure("A case has a scenario.") }
    return ComparisonCase(
      name: name, applied: applied, railways: dataset.railways(with: applied), over: world)
  }
}
