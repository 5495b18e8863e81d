public import Geometry
public import Shapes

extension CircleAnswer {
  /// A row a zone and circle: what of the zone lies inside, and which counties of a list are reached,
  /// by their codes joined by semicolons.
  public func zoneTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "zones",
      columns: [
        .init("zone", .text), .init("name", .text), .init("minutes", .decimal(places: 2)),
        .init("area_km2", .decimal(places: 2)), .init("area_inside_km2", .decimal(places: 2)),
        .init("people", .whole), .init("people_inside", .whole),
        .init("listed_and_reached", .text), .init("listed_not_reached", .text),
        .init("reached_not_listed", .text),
      ])
    func codes(_ counties: [Int]) -> FeatureTable.Value {
      .text(counties.map { region.counties[$0].code }.joined(separator: ";"))
    }
    for circle in circles {
      for zone in circle.zones {
        table.append([
          .text(zone.zone.name.chinese), .text(circle.group.name.chinese),
          .decimal(circle.minutes), .decimal(zone.area), .decimal(zone.areaInside),
          .whole(zone.people), .whole(zone.peopleInside), codes(zone.listedAndReached),
          codes(zone.listedNotReached), codes(zone.reachedNotListed),
        ])
      }
    }
    return table
  }

  /// The circles as features: columns as the contract spells them, `kind` first.
  public func circleTable() -> FeatureTable {
    var table = FeatureTable(
      name: "circles",
      columns: [
        .init("kind", .text), .init("name", .text), .init("centre", .text),
        .init("centre_at", .text), .init("minutes", .decimal(places: 2)), .init("mode", .text),
        .init("area_km2", .decimal(places: 2)), .init("people", .whole),
        .init("people_basis", .text), .init("area_low_km2", .decimal(places: 2)),
        .init("area_high_km2", .decimal(places: 2)), .init("people_low", .whole),
        .init("people_high", .whole), .init("long_last_leg_share", .decimal(places: 4)),
        .init("area_error_pct", .decimal(places: 4)),
        .init("people_error_pct", .decimal(places: 4)),
        .init("long_last_leg_people_share", .decimal(places: 4)),
        .init("outside_km2", .decimal(places: 2)), .init("edge_share", .decimal(places: 4)),
      ]
        + (tellsRail
          ? [.init("rail_area_km2", .decimal(places: 2)), .init("rail_people", .whole)] : [])
        + (tellsRoads ? [.init("road_km", .decimal(places: 2))] : []))
    for circle in circles {
      table.append(
        [
          .text("circle"), .text(circle.group.name.chinese), .text(circle.centreCodes),
          .text(circle.centreAt), .decimal(circle.minutes),
          .text(question.mode.rawValue), .decimal(circle.extent.area),
          .whole(circle.extent.people), .text(basis.rawValue), .decimal(circle.lower.area),
          .decimal(circle.higher.area), .whole(circle.lower.people),
          .whole(circle.higher.people), .decimal(circle.longLegAreaShare),
          .decimal(circle.certificate.area * 100), .decimal(circle.certificate.people * 100),
          .decimal(circle.longLegPeopleShare), .decimal(circle.outsideArea),
          .decimal(circle.extent.area > 0 ? circle.outsideArea / circle.extent.area : 0),
        ]
          + (tellsRail
            ? [.decimal(circle.owedToRail?.area), .whole(circle.owedToRail?.people)] : [])
          + (tellsRoads ? [.decimal(circle.roadMeters.map { $0 / 1_000 })] : []),
        shape: .areas(circle.polygons))
    }
    return table
  }

  /// Where circles start: a row a centre of each group, at the middle of its origin.
  public func centreTable() -> FeatureTable {
    var table = FeatureTable(
      name: "centres",
      columns: [
        .init("name", .text), .init("code", .text), .init("centre_at", .text),
        .init("start_minutes", .decimal(places: 2)), .init("circle", .text),
      ])
    var groups: [PlaceGroup] = []
    for circle in circles where !groups.contains(circle.group) {
      groups.append(circle.group)
      for centre in circle.centres {
        let bounds = centre.origin.bounds
        table.append(
          [
            .text(centre.name.chinese), .text(centre.code), .text(centre.at),
            .decimal(centre.startMinutes), .text(circle.group.name.chinese),
          ], shape: bounds.isEmpty ? nil : .point(bounds.centre))
      }
    }
    return table
  }

  /// A row a unit and circle: counties, then prefectures, then provinces; counties have their
  /// ground as shape where that is asked for.
  public func coverageTable(of region: Region, hasShapes: Bool = false) -> FeatureTable {
    var table = FeatureTable(
      name: "coverage",
      columns: [
        .init("code", .text), .init("name", .text), .init("prefecture", .text),
        .init("province", .text), .init("minutes", .decimal(places: 2)),
        .init("area_share", .decimal(places: 4)), .init("people_share", .decimal(places: 4)),
        .init("people", .whole), .init("seat_reached", .flag),
        .init("seat_minutes", .decimal(places: 2)),
        .init("minutes_missing", .decimal(places: 2)), .init("level", .text),
        .init("circle", .text),
      ]
        + (tellsRail
          ? [.init("rail_area_km2", .decimal(places: 2)), .init("rail_people", .whole)] : [])
        + (question.mode.goesByRail ? [.init("station_minutes", .decimal(places: 2))] : [])
        + region.figures.map { .init("\($0.name)_inside", .decimal(places: 3)) })
    for circle in circles {
      for coverage in circle.coverage {
        let parents = region.parents(of: coverage.unit)
        table.append(
          [
            .text(region.code(of: coverage.unit)), .text(region.name(of: coverage.unit).chinese),
            .text(parents.prefecture), .text(parents.province), .decimal(circle.minutes),
            .decimal(coverage.areaShare), .decimal(coverage.peopleShare),
            .whole(coverage.peopleInside),
            coverage.hasSeat ? .flag(coverage.isSeatReached) : .missing,
            .decimal(coverage.seatMinutes), .decimal(coverage.minutesMissing),
            .text(coverage.unit.level.word), .text(circle.group.name.chinese),
          ] + (tellsRail ? circle.railCells(of: coverage.unit, in: region) : [])
            + (question.mode.goesByRail ? [.decimal(coverage.stationMinutes)] : [])
            + region.figures.map { .decimal(circle.inside($0, of: coverage.unit, in: region)) },
          shape: hasShapes && coverage.unit.level == .county
            ? .areas(region.counties[coverage.unit.index].polygons) : nil)
      }
    }
    return table
  }
}

extension CircleAnswer {
  /// Whether roads alone were worked out, too, so that what is owed to rail is known.
  private var tellsRail: Bool { question.mode == .roadOrRailDoor }

  /// Whether there are no counties to tell of, so that roads stand in.
  private var tellsRoads: Bool { circles.contains { $0.roadMeters != nil } }
}

extension Circle {
  /// What a unit owes to rail.
  fileprivate func railCells(
    of unit: UnitReference, in region: Region
  ) -> [FeatureTable.Value] {
    let counties = Set(region.counties(of: unit))
    let own = owedToRail?.counties.filter { counties.contains($0.county) } ?? []
    return [
      .decimal(own.reduce(0) { $0 + $1.area }), .whole(own.reduce(0) { $0 + $1.people }),
    ]
  }

  /// Codes of the centres joined by semicolons; coordinates for points.
  public var centreCodes: String { distinct(centres.map { $0.code ?? $0.name.chinese }) }

  /// Where the centres start: `core`, `seat`, `districts`, `point`, `zone` or `gates`; joined by
  /// semicolons where they differ.
  public var centreAt: String {
    distinct(centres.map(\.at))
  }

  private func distinct(_ words: [String]) -> String {
    var seen: [String] = []
    for word in words where !seen.contains(word) { seen.append(word) }
    return seen.joined(separator: ";")
  }
}

extension Centre {
  fileprivate var at: String {
    switch place {
    case .unit: reading.rawValue
    case .point: "point"
    case .zone: "zone"
    case .gates: "gates"
    }
  }
}

extension AdministrativeLevel {
  fileprivate var word: String {
    switch self {
    case .county: "county"
    case .prefecture: "prefecture"
    case .province: "province"
    }
  }
}

extension Region {
  fileprivate func parents(of unit: UnitReference) -> (prefecture: String?, province: String?) {
    switch unit.level {
    case .county:
      let county = counties[unit.index]
      return (
        prefectures[county.prefecture].name.chinese, provinces[county.province].name.chinese
      )
    case .prefecture: return (nil, provinces[prefectures[unit.index].province].name.chinese)
    case .province: return (nil, nil)
    }
  }
}
