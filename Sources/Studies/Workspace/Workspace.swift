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

  /// What to open; nil takes what the dataset comes with.
  public struct Options: Sendable {
    /// Folder or file of the dataset.
    public var data: String?
    /// Path of a travel profile.
    public var profile: String?
    /// Metres a side of the lattice's cells.
    public var cell: Double?

    /// Where datasets that were read before may be found; nil reads them anew.
    public var cache: DatasetCache?

    public init(
      data: String? = nil, profile: String? = nil, cell: Double? = nil,
      cache: DatasetCache? = .ofUser
    ) {
      self.data = data
      self.profile = profile
      self.cell = cell
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
    world = try World(
      dataset, profile: profile, model: file.peopleModel(path: profilePath),
      cell: options.cell ?? dataset.cellSize)
    gazetteer = Gazetteer(dataset.region, simplified: dataset.simplified)
  }
}

extension World {
  /// Sets a dataset up for questions: times on its roads, people on its lattice.
  init(_ dataset: Dataset, profile: TravelProfile, model: PeopleModel, cell: Double) throws {
    let waters = dataset.region.waters
    let barriers = Barriers(
      areas: waters.filter { $0.barrier == .hard }.flatMap(\.areas),
      lines: waters.filter { $0.barrier == .soft }.flatMap(\.lines))
    let network = AccessNetwork(roads: dataset.roads, profile: profile, barriers: barriers)
    let positions = try dataset.plane.project(dataset.roads.nodes)
    let ordinary = (0..<dataset.roads.edgeCount).filter {
      !dataset.roads.roadClass[$0].isControlledAccess
    }
    let people = try PeopleStore(
      region: dataset.region, lattice: Lattice(plane: dataset.plane, cellSize: cell), model: model,
      roads: NearestSegment(
        starts: ordinary.map { positions[Int(dataset.roads.from[$0])] },
        ends: ordinary.map { positions[Int(dataset.roads.to[$0])] }, bucketSize: 2_500,
        reach: 10 * model.ruralSpread))
    self.init(region: dataset.region, network: network, people: people, basis: .modelled)
  }
}
