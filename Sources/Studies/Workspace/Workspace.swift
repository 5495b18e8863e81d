public import Analysis
public import GeoIO
public import Geometry
import Routing
import Shapes

/// A dataset opened with a profile: what every question of a run is asked of.
public struct Workspace: Sendable {
  public let dataset: Dataset
  public let world: World
  public let gazetteer: Gazetteer
  /// What was changed before the question was asked; nil where nothing was.
  public let applied: AppliedScenarios?
  /// The scenarios of `Options/scenarios`, and the user's corrections.
  public let scenarios: [Scenario]
  public let corrections: [Scenario]
  /// The scenarios of `Options/compared`.
  public let compared: [Scenario]
  /// The year that the baseline stands for, where a scenario names one.
  public let base: BaseYear?

  /// What to open; nil takes what the dataset comes with.
  public struct Options: Sendable {
    /// Folder or file of the dataset.
    public var data: String?
    /// Path of a travel profile.
    public var profile: String?
    /// Metres a side of the lattice's cells.
    public var cell: Double?
    /// Paths of scenario files that the world is built with.
    public var scenarios: [String]
    /// Paths of scenario files that are to be compared with the world, which is not built with them.
    public var compared: [String]
    /// Path of the user's corrections; nil has none.
    public var corrections: String?

    /// Where datasets that were read before may be found; nil reads them anew.
    public var cache: DatasetCache?

    public init(
      data: String? = nil, profile: String? = nil, cell: Double? = nil, scenarios: [String] = [],
      compared: [String] = [], corrections: String? = nil, cache: DatasetCache? = .ofUser
    ) {
      self.data = data
      self.profile = profile
      self.cell = cell
      self.scenarios = scenarios
      self.compared = compared
      self.corrections = corrections
      self.cache = cache
    }
  }

  public init(_ options: Options) throws {
    let source = try DatasetSource.find(named: options.data)
    let dataset = try source.read(cache: options.cache)
    let (text, profilePath) = try source.profile(named: options.profile)
    let file = try ProfileFile(text: text, path: profilePath)
    self.dataset = dataset
    let profile = try file.profile(for: dataset, path: profilePath)
    let gazetteer = Gazetteer(
      dataset.region, places: dataset.places, simplified: dataset.simplified)
    self.gazetteer = gazetteer
    let changes = try ScenarioSet(options, of: dataset, gazetteer: gazetteer)
    let applied = try changes.applied(to: dataset, profile: profile)
    self.applied = applied
    (scenarios, corrections) = (changes.scenarios, changes.corrections)
    (compared, base) = (changes.compared, changes.base)
    let (model, cell) = (
      try file.peopleModel(for: dataset.roadDetail, path: profilePath),
      options.cell ?? dataset.cellSize
    )
    world = try World(
      dataset, roads: applied?.roads ?? dataset.roads,
      railways: dataset.railways(with: applied), profile: profile, model: model, cell: cell,
      atlas: options.cache?.cores(of: dataset, from: source, cell: cell, model: model)
    ) { options.cache?.keep($0, of: dataset, from: source, cell: cell, model: model) }
  }
}

extension World {
  /// Sets a dataset up for questions: times on `roads`, people on its lattice.
  ///
  /// Where people live is modelled along the dataset's own roads, whatever a scenario adds.
  init(
    _ dataset: Dataset, roads: RoadNetwork, railways: NamedRailways, profile: TravelProfile,
    model: PeopleModel, cell: Double, atlas: CoreAtlas?,
    keepAtlas: @escaping @Sendable (CoreAtlas) -> Void
  ) throws {
    let waters = dataset.region.waters
    let barriers = Barriers(
      areas: waters.filter { $0.barrier == .hard }.flatMap(\.areas),
      lines: waters.filter { $0.barrier == .soft }.flatMap(\.lines))
    let base = AccessNetwork(
      roads: dataset.roads, profile: profile, barriers: barriers, order: dataset.roadOrder,
      shape: dataset.roadShape)
    let network =
      roads == dataset.roads ? base : AccessNetwork(extending: base, to: roads)
    let positions = try dataset.plane.project(dataset.roads.nodes)
    let ordinary = (0..<dataset.roads.edgeCount).filter {
      !dataset.roads.roadClass[$0].isControlledAccess
    }
    let people = try PeopleStore(
      region: dataset.region, lattice: Lattice(plane: dataset.plane, cellSize: cell), model: model,
      roads: NearestSegment(
        starts: ordinary.map { positions[Int(dataset.roads.from[$0])] },
        ends: ordinary.map { positions[Int(dataset.roads.to[$0])] }, bucketSize: 2_500,
        reach: 10 * model.ruralSpread), atlas: atlas, keepAtlas: keepAtlas)
    self.init(
      region: dataset.region, network: network, people: people,
      basis: dataset.region.counted == nil ? .modelled : .counted,
      rail: railways.network, railNames: railways.names)
  }
}

extension Dataset {
  /// The dataset's railways and those that scenarios add.
  func railways(with applied: AppliedScenarios?) -> NamedRailways {
    var railways = NamedRailways(rail, names: railNames)
    railways.add((applied?.links ?? []).map(\.link))
    return railways
  }
}
