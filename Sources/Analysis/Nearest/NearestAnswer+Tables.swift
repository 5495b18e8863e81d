public import Geometry
public import Shapes

extension NearestAnswer {
  /// A row a place: of each kind the nearest facility, its minutes and kilometres, the province it
  /// stands in, whether that is another, and supply within an hour per 100,000 who share it.
  public func table(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "nearest",
      columns: UnitColumns.columns
        + layers.flatMap { layer -> [FeatureTable.Column] in
          let key = layer.layer.key
          return [
            .init("\(key)_minutes", .decimal(places: 2)), .init("\(key)_km", .decimal(places: 2)),
            .init("\(key)_code", .text), .init("\(key)_name", .text),
            .init("\(key)_province", .text), .init("\(key)_across_border", .flag),
          ] + (layer.supply.isEmpty ? [] : [.init("\(key)_per_100k_60min", .decimal(places: 4))])
        })
    for (row, place) in places.enumerated() {
      table.append(
        UnitColumns.values(of: place.group, people: place.people, in: region)
          + layers.flatMap { layer -> [FeatureTable.Value] in
            let supply: [FeatureTable.Value] =
              layer.supply.isEmpty ? [] : [.decimal(layer.supply[row])]
            guard let nearest = layer.nearest[row] else {
              return [.missing, .missing, .missing, .missing, .missing, .missing] + supply
            }
            let facility = layer.layer.facilities[nearest.facility]
            return [
              .decimal(nearest.minutes), .decimal(nearest.kilometers), .text(facility.code),
              .text(facility.name.chinese),
              .text(layer.provinces[nearest.facility].map { region.provinces[$0].name.chinese }),
              .flag(nearest.isAcrossBorder),
            ] + supply
          }, shape: UnitColumns.shape(of: place.group, in: region))
    }
    return table
  }

  /// A row a kind and limit: places and people within.
  public func reachTable() -> FeatureTable {
    var table = FeatureTable(
      name: "reach",
      columns: [
        .init("kind", .text), .init("minutes", .decimal(places: 2)), .init("places", .whole),
        .init("people", .whole), .init("people_share", .decimal(places: 4)),
      ])
    for layer in layers {
      for reach in layer.reach {
        table.append([
          .text(layer.layer.key), .decimal(reach.minutes), .whole(reach.places),
          .whole(reach.people), .decimal(reach.peopleShare),
        ])
      }
    }
    return table
  }
}
