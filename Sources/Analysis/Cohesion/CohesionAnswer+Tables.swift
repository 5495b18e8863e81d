public import Geometry
public import Shapes

extension CohesionAnswer {
  /// A row a system.
  public func table(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "cohesion",
      columns: [
        .init("name", .text), .init("members", .whole), .init("counties", .whole),
        .init("provinces", .whole), .init("area_km2", .decimal(places: 2)),
        .init("people", .whole), .init("urban_people", .whole), .init("size_class", .text),
        .init("mean_minutes", .decimal(places: 2)), .init("median_minutes", .decimal(places: 2)),
        .init("slowest_minutes", .decimal(places: 2)), .init("slowest_pair", .text),
        .init("reached_share", .decimal(places: 4)),
      ]
        + question.within.map { minutes in
          .init("share_\(minutes.inColumnName)min", .decimal(places: 4))
        } + [
          .init("contiguous", .flag), .init("pieces", .whole),
          .init("lap_minutes", .decimal(places: 2)), .init("lap_order", .text),
          .init("lap_repeated_share", .decimal(places: 4)), .init("ring_closed", .flag),
          .init("cut_road", .text), .init("cut_county", .text),
          .init("cut_added_minutes", .decimal(places: 2)), .init("cut_lost_pairs", .whole),
        ])
    for cohesion in systems {
      let system = cohesion.system
      func name(_ member: Int) -> String { region.name(of: system.members[member]).chinese }
      table.append(
        [
          .text(system.name.chinese), .whole(system.members.count), .whole(system.counties.count),
          .whole(cohesion.provinces), .decimal(cohesion.area), .whole(cohesion.people),
          .whole(cohesion.urbanPeople), .text(cohesion.sizeClass?.rawValue),
          .decimal(cohesion.meanMinutes), .decimal(cohesion.medianMinutes),
          .decimal(cohesion.slowest?.minutes),
          .text(cohesion.slowest.map { "\(name($0.from))–\(name($0.to))" }),
          .decimal(
            cohesion.pairs > 0 ? Double(cohesion.reachedPairs) / Double(cohesion.pairs) : nil),
        ] + cohesion.shares.map { .decimal($0) } + [
          .flag(cohesion.pieces <= 1), .whole(cohesion.pieces), .decimal(cohesion.ring?.minutes),
          .text(cohesion.ring.map { $0.order.map(name).joined(separator: "–") }),
          .decimal(cohesion.ring?.repeatedShare),
          cohesion.ring.map { .flag($0.isClosed) } ?? .missing, .text(cohesion.cut?.road),
          .text(cohesion.cut?.county.map { region.counties[$0].name.chinese }),
          .decimal(cohesion.cut?.addedMinutes), .whole(cohesion.cut?.lostPairs),
        ], shape: .areas(region.ground(of: system.counties)))
    }
    return table
  }
}
