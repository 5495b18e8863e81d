import Geometry
import Routing
import Shapes

/// What subsets of links save where trips may take a train: a world is made of each and asked.
///
/// Roads lead to stations, and what a railway saves hangs on them: nothing but the whole world holds
/// for every subset. That takes a second or two each, so fewer subsets can all be looked at.
struct WorldValue: SubsetValue {
  let batchSize = 8
  let exactUpTo = 8

  private let world: World
  private let links: [ScenarioLink]
  private let question: ComparisonQuestion
  private let savings: Savings
  private let ends: [Destination?]
  /// Door times without any link: by place, then by county.
  private let before: [[UInt32]]

  init(_ question: RankingQuestion, in world: World) throws {
    self.world = world
    links = question.links
    self.question = ComparisonQuestion(
      places: question.places, minutes: [], mode: question.mode, reading: question.reading,
      hasCircles: false)
    savings = Savings(of: question, in: world)
    let trips = try DoorTrips(of: self.question, in: world, bands: [.asGiven])
    ends = try trips.ends(at: world.region.counties.map(\.seat))
    before = trips.times(to: ends, .asGiven)
  }

  func personMinutes(of mask: UInt64) throws -> Int {
    let chosen = links.indices.filter { mask >> UInt64($0) & 1 == 1 }.map { links[$0] }
    guard !chosen.isEmpty else { return 0 }
    let applied = try AppliedScenarios(
      [Scenario(name: "", links: chosen)], to: world.network.roads, of: world.region,
      corridors: [], profile: world.network.profile, isChecked: false)
    var railways = NamedRailways(world.rail.network, names: world.railNames)
    railways.add(chosen)
    let made = world.over(applied.roads, railways: railways)
    let changes = NetworkChanges(from: world.network, to: made.network)
    let ends = try Parallel.map(self.ends.count) { index in
      let known = self.ends[index]
      guard let point = known?.point, changes.concern(point) else { return known }
      return try made.destination(at: point, mode: question.mode)
    }
    let trips = try DoorTrips(of: question, in: made, bands: [.asGiven])
    return savings.personMinutes(from: before, to: trips.times(to: ends, .asGiven))
  }
}
