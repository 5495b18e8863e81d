public import Geometry
import Routing
public import Shapes

extension BorderAnswer {
  /// A row a county of the band: where it belongs.
  public func countyTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "counties",
      columns: [
        .init("kind", .text), .init("code", .text), .init("name", .text),
        .init("prefecture", .text), .init("province", .text), .init("on_border", .flag),
        .init("cluster", .whole), .init("cluster_name", .text), .init("people", .whole),
        .init("links", .whole), .init("links_across", .whole),
        .init("minutes_to_centre", .decimal(places: 2)), .init("rival", .text),
        .init("rival_minutes", .decimal(places: 2)), .init("rival_across", .flag),
      ])
    guard let band else { return table }
    var clusterOf: [Int: Int] = [:]
    for (index, cluster) in band.clusters.enumerated() {
      for member in cluster.members { clusterOf[member] = index }
    }
    for index in band.counties {
      let county = region.counties[index]
      let links = band.links.filter { $0.first == index || $0.second == index }
      let cluster = clusterOf[index].map { band.clusters[$0] }
      let rival = cluster?.rivals.first { $0.member == index }
      table.append(
        [
          .text("county"), .text(county.code), .text(county.name.chinese),
          .text(region.prefectures[county.prefecture].name.chinese),
          .text(region.provinces[county.province].name.chinese),
          .flag(band.onBorder.contains(index)), .whole(clusterOf[index].map { $0 + 1 }),
          .text(cluster.map { region.counties[$0.centre].name.chinese }),
          .whole(county.people), .whole(links.count), .whole(links.count { $0.isAcross }),
          .decimal(cluster?.minutesToCentre[index]),
          .text(rival.map { region.prefectures[$0.prefecture].name.chinese }),
          .decimal(rival?.minutes), rival.map { .flag($0.isAcross) } ?? .missing,
        ], shape: county.seat.map { .point($0) })
    }
    return table
  }

  /// The clusters with their ground, most people first.
  public func clusterTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "clusters",
      columns: [
        .init("kind", .text), .init("cluster", .whole), .init("name", .text),
        .init("centre", .text), .init("members", .text), .init("member_names", .text),
        .init("counties", .whole), .init("across", .flag), .init("people", .whole),
        .init("people_by_province", .text), .init("mean_minutes", .decimal(places: 2)),
        .init("longest_minutes", .decimal(places: 2)), .init("link_share", .decimal(places: 4)),
        .init("cohesion_across", .decimal(places: 4)),
        .init("cohesion_expected", .decimal(places: 4)),
        .init("co_membership", .decimal(places: 4)), .init("worst_detour", .decimal(places: 3)),
        .init("worst_from", .text), .init("worst_to", .text),
        .init("worst_minutes", .decimal(places: 2)), .init("border_km", .decimal(places: 2)),
        .init("crossings", .whole), .init("walls", .text), .init("rivals", .text),
      ])
    func names(_ counties: [Int]) -> String {
      counties.map { region.counties[$0].name.chinese }.joined(separator: ";")
    }
    for (index, cluster) in (band?.clusters ?? []).enumerated() {
      let worst = cluster.worstDetour
      table.append(
        [
          .text("cluster"), .whole(index + 1),
          .text(region.counties[cluster.centre].name.chinese),
          .text(region.counties[cluster.centre].code),
          .text(cluster.members.map { region.counties[$0].code }.joined(separator: ";")),
          .text(names(cluster.members)), .whole(cluster.members.count), .flag(cluster.isAcross),
          .whole(cluster.totalPeople), .text(region.list(cluster.people)),
          .decimal(cluster.meanMinutes), .decimal(cluster.longestMinutes),
          .decimal(cluster.linkShare), .decimal(cluster.cohesion.across),
          .decimal(cluster.cohesion.expected), .decimal(cluster.coMembership),
          .decimal(worst?.detour), .text(worst.map { region.counties[$0.first].name.chinese }),
          .text(worst.map { region.counties[$0.second].name.chinese }),
          .decimal(worst?.minutes), .decimal(cluster.borderKilometers),
          .whole(cluster.crossings),
          .text(
            cluster.walls.map {
              names([$0.contact.first, $0.contact.second]).replacing(";", with: "-")
            }.joined(separator: ";")),
          .text(
            cluster.rivals.map {
              region.counties[$0.member].name.chinese + ">"
                + region.prefectures[$0.prefecture].name.chinese
            }.joined(separator: ";")),
        ], shape: .areas(cluster.polygons))
    }
    return table
  }

  /// The borders with what crosses them.
  public func borderTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "borders",
      columns: [
        .init("kind", .text), .init("first", .text), .init("second", .text),
        .init("km", .decimal(places: 2)), .init("counties_first", .whole),
        .init("counties_second", .whole), .init("crossings", .whole),
        .init("crossings_per_100km", .decimal(places: 2)),
      ]
        + RoadClass.allCases.map {
          .init("\($0.rawValue)_per_100km", .decimal(places: 2))
        } + [
          .init("gap_km", .decimal(places: 2)), .init("gap_lon", .decimal(places: 7)),
          .init("gap_lat", .decimal(places: 7)), .init("gap_counties", .text),
        ])
    for profile in borders {
      let (border, crossings) = (profile.border, profile.crossings)
      let gap = crossings.gap
      table.append(
        [
          .text("border"), .text(region.provinces[border.first].name.chinese),
          .text(region.provinces[border.second].name.chinese),
          .decimal(border.length.kilometers),
          .whole(border.counties(of: border.first, in: region).count),
          .whole(border.counties(of: border.second, in: region).count),
          .whole(crossings.count), .decimal(crossings.per100Kilometers()),
        ] + RoadClass.allCases.map { .decimal(crossings.per100Kilometers($0)) } + [
          .decimal(gap?.length.kilometers), .decimal(gap?.middle.point.longitude),
          .decimal(gap?.middle.point.latitude),
          .text(
            gap.map { gap in
              gap.middle.counties.map { region.counties[$0].name.chinese }
                .joined(separator: ";")
            }),
        ], shape: .lines(border.lines))
    }
    return table
  }

  /// Where roads get over the borders.
  public func crossingTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "crossings",
      columns: [
        .init("kind", .text), .init("class", .text), .init("route", .text),
        .init("counties", .text), .init("provinces", .text),
      ])
    for profile in borders {
      for crossing in profile.crossings.crossings {
        table.append(
          [
            .text("crossing"), .text(crossing.roadClass.rawValue), .text(crossing.route),
            .text(
              crossing.place.counties.map { region.counties[$0].name.chinese }
                .joined(separator: ";")),
            .text(
              [profile.border.first, profile.border.second]
                .map { region.provinces[$0].name.chinese }.joined(separator: ";")),
          ], shape: .point(crossing.place.point))
      }
    }
    return table
  }

  /// Touching counties of the band on either side of a border: the line they share, and the way.
  public func contactTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "contacts",
      columns: [
        .init("kind", .text), .init("first", .text), .init("second", .text),
        .init("first_name", .text), .init("second_name", .text),
        .init("km", .decimal(places: 2)), .init("crossings", .whole),
        .init("minutes", .decimal(places: 2)), .init("way_km", .decimal(places: 2)),
        .init("straight_km", .decimal(places: 2)), .init("detour", .decimal(places: 3)),
      ])
    for found in band?.contacts ?? [] where found.isAcross {
      let ends = [found.contact.first, found.contact.second].map { region.counties[$0] }
      table.append(
        [
          .text("contact"), .text(ends[0].code), .text(ends[1].code),
          .text(ends[0].name.chinese), .text(ends[1].name.chinese),
          .decimal(found.contact.length.kilometers), .whole(found.crossings),
          .decimal(found.travel?.minutes), .decimal(found.travel?.kilometers),
          .decimal(found.travel?.straight), .decimal(found.travel?.detour),
        ], shape: .lines(found.contact.lines))
    }
    return table
  }

  /// A row a city, number of minutes and province.
  public func reachTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "reach",
      columns: [
        .init("centre", .text), .init("minutes", .decimal(places: 2)), .init("province", .text),
        .init("home", .flag), .init("people", .whole), .init("area_km2", .decimal(places: 2)),
        .init("people_share", .decimal(places: 4)),
      ])
    for reach in reaches {
      for part in reach.provinces {
        table.append([
          .text(reach.group.name.chinese), .decimal(reach.minutes),
          .text(region.provinces[part.province].name.chinese), .flag(part.isHome),
          .whole(part.people), .decimal(part.area),
          .decimal(
            part.people.flatMap { people in
              reach.people.flatMap { $0 > 0 ? Double(people) / Double($0) : nil }
            }),
        ])
      }
    }
    return table
  }

  /// The circles that ``reachTable(of:)`` is counted in.
  public func reachCircleTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "circles",
      columns: [
        .init("kind", .text), .init("name", .text), .init("minutes", .decimal(places: 2)),
        .init("mode", .text), .init("area_km2", .decimal(places: 2)), .init("people", .whole),
        .init("people_basis", .text), .init("across_share", .decimal(places: 4)),
        .init("outside_km2", .decimal(places: 2)),
      ])
    for reach in reaches {
      table.append(
        [
          .text("circle"), .text(reach.group.name.chinese), .decimal(reach.minutes),
          .text(question.mode.rawValue), .decimal(reach.area), .whole(reach.people),
          .text(basis.rawValue), .decimal(reach.shareAcross), .decimal(reach.outsideArea),
        ], shape: .areas(reach.polygons))
    }
    return table
  }

  /// A row a pair of places that a plan names together.
  public func groupTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "pairs",
      columns: [
        .init("kind", .text), .init("group", .text), .init("from", .text), .init("to", .text),
        .init("from_name", .text), .init("to_name", .text), .init("across", .flag),
        .init("minutes", .decimal(places: 2)), .init("way_km", .decimal(places: 2)),
        .init("straight_km", .decimal(places: 2)), .init("detour", .decimal(places: 3)),
        .init("border_km", .decimal(places: 2)), .init("crossings", .whole),
        .init("gap_km", .decimal(places: 2)),
      ])
    for group in groups {
      for pair in group.pairs {
        let ends = [group.units[pair.first], group.units[pair.second]]
        let seats = ends.compactMap { region.seat(of: $0) }
        table.append(
          [
            .text("pair"), .text(group.group.name.chinese), .text(region.code(of: ends[0])),
            .text(region.code(of: ends[1])), .text(region.name(of: ends[0]).chinese),
            .text(region.name(of: ends[1]).chinese), .flag(pair.isAcross),
            .decimal(pair.travel?.minutes), .decimal(pair.travel?.kilometers),
            .decimal(pair.travel?.straight), .decimal(pair.travel?.detour),
            .decimal(pair.borderKilometers), .whole(pair.crossings),
            .decimal(pair.gap?.length.kilometers),
          ], shape: seats.count == 2 ? .lines([seats]) : nil)
      }
    }
    return table
  }
}

extension Region {
  /// Provinces and their people, as `湖南省:1234567;湖北省:…`.
  fileprivate func list(_ people: [(province: Int, people: Int?)]) -> String {
    people.map { entry in
      provinces[entry.province].name.chinese + ":" + (entry.people.map { "\($0)" } ?? "")
    }.joined(separator: ";")
  }
}
