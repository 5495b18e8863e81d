public import Geometry
public import Shapes

extension StructureAnswer {
  /// A row a place.
  public func table(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "structure",
      columns: UnitColumns.columns + [
        .init("routes", .whole), .init("bridges_to_network", .whole),
        .init("bridge_road", .text), .init("bridge_km", .decimal(places: 2)),
        .init("people_behind", .whole), .init("dead_ends", .whole), .init("links", .whole),
        .init("betweenness", .decimal(places: 6)), .init("betweenness_border", .decimal(places: 6)),
      ])
    for place in places {
      table.append(
        UnitColumns.values(of: place.group, people: place.people, in: region) + [
          .whole(place.routes), .whole(place.routes == 0 ? nil : place.bridges),
          .text(place.bridgeRoad), .decimal(place.bridgeKilometers),
          .whole(place.peopleBehind), .whole(place.deadEnds), .whole(place.links),
          .decimal(place.betweenness), .decimal(place.borderBetweenness),
        ], shape: UnitColumns.shape(of: place.group, in: region))
    }
    return table
  }

  /// A row a province, then all.
  public func networkTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "networks",
      columns: [
        .init("province", .text), .init("km", .decimal(places: 1)),
        .init("bridge_km", .decimal(places: 1)), .init("bridges", .whole),
        .init("dead_ends", .whole), .init("junctions", .whole), .init("cyclomatic", .whole),
        .init("alpha", .decimal(places: 4)), .init("beta", .decimal(places: 4)),
        .init("gamma", .decimal(places: 4)),
      ])
    for network in networks {
      table.append([
        .text(network.province.map { region.provinces[$0].name.chinese }),
        .decimal(network.kilometers), .decimal(network.bridgeKilometers),
        .whole(network.bridges), .whole(network.deadEnds), .whole(network.junctions),
        .whole(network.cyclomaticNumber), .decimal(network.alpha), .decimal(network.beta),
        .decimal(network.gamma),
      ])
    }
    return table
  }
}
