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
  public struct Options: Hashable, Sendable {
    /// Folder of the dataset.
    public var data: String?
    /// Path of a travel profile.
    public var profile: String?
    /// Metres a side of the lattice's cells.
    public var cell: Double?

    public init(data: String? = nil, profile: String? = nil, cell: Double? = nil) {
      self.data = data
      self.profile = profile
      self.cell = cell
    }
  }

  public init(_ options: Options) throws {
    let folder = try DatasetFolder.find(named: options.data)
    let dataset = try folder.read()
    let profilePath = options.profile ?? folder.path + "/profile.yaml"
    let file = try ProfileFile.read(profilePath)
    self.dataset = dataset
    let profile = try file.profile(for: dataset.roadDetail, path: profilePath)
    for roadClass in Set(dataset.roads.roadClass).sorted(by: { $0.rawValue < $1.rawValue })
    where profile.speeds[roadClass] == nil {
      throw ProfileError.notAProfile(
        path: profilePath, words: "no speed for '\(roadClass.rawValue)', which the roads have")
    }
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
