public import Geometry
public import Routing
public import Shapes

/// Everything a question is asked of: the region with its people, the roads with their times.
public struct World: Sendable {
  public let region: Region
  public let network: AccessNetwork
  public let people: PeopleStore
  public let basis: PeopleBasis
  /// Railways by the profile's rules.
  public let rail: RailGraph
  public let railNames: RailNames
  let modes: ModeNetworks

  public init(
    region: Region, network: AccessNetwork, people: PeopleStore, basis: PeopleBasis,
    rail: RailNetwork = .none, railNames: RailNames = .none
  ) {
    self.region = region
    self.network = network
    self.people = people
    self.basis = basis
    self.rail = RailGraph(rail, rules: network.profile.rail)
    self.railNames = railNames
    modes = ModeNetworks(roads: network, stations: rail.stations)
  }

  public var lattice: Lattice { people.lattice }
}

/// Whether people were counted where they live, or placed there by a model.
public enum PeopleBasis: String, Hashable, Sendable {
  case counted
  case modelled
}
