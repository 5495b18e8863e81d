public import Geometry
public import Shapes

extension LifeCircleAnswer {
  /// The rings as features.
  public func ringTable() -> FeatureTable {
    var table = FeatureTable(
      name: "rings",
      columns: [
        .init("kind", .text), .init("minutes", .decimal(places: 2)), .init("facilities", .whole),
        .init("area_km2", .decimal(places: 3)), .init("people", .whole), .init("mode", .text),
      ])
    for ring in rings {
      table.append(
        [
          .text(ring.kind), .decimal(ring.minutes), .whole(ring.facilities), .decimal(ring.area),
          .whole(ring.people), .text(TravelMode.walk.rawValue),
        ], shape: .areas(ring.polygons))
    }
    return table
  }

  /// A row a unit, kind and number of minutes.
  public func serviceTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "services",
      columns: [
        .init("code", .text), .init("name", .text), .init("kind", .text),
        .init("minutes", .decimal(places: 2)), .init("facilities", .whole),
        .init("people", .whole), .init("people_inside", .whole),
        .init("people_share", .decimal(places: 4)), .init("has_none", .flag),
      ])
    for service in services {
      table.append([
        .text(region.code(of: service.unit)), .text(region.name(of: service.unit).chinese),
        .text(service.kind), .decimal(service.minutes), .whole(service.facilities),
        .whole(service.people), .whole(service.peopleInside), .decimal(service.peopleShare),
        .flag(service.facilities == 0),
      ])
    }
    return table
  }
}
