public import Geometry
public import Shapes

extension AccessAnswer {
  /// A row a place: who it is, its indicators, and what it is among its neighbours.
  ///
  /// `…_lisa` is HH, LL, HL or LH where that is significant, `ns` where it is not, and empty
  /// without neighbours.
  public func table(in region: Region) -> FeatureTable {
    let mass = question.mass
    let measured = columns.filter { $0.spread?.moran != nil }
    var table = FeatureTable(
      name: "access",
      columns: UnitColumns.columns
        + (mass == .people ? [] : [.init(mass.name, .decimal(places: 2))])
        + columns.map { .init($0.variable.column(mass), $0.variable.kind) }
        + [.init("edge_share", .decimal(places: 4))]
        + measured.flatMap { column -> [FeatureTable.Column] in
          let name = column.variable.column(mass)
          return [.init("\(name)_lisa", .text), .init("\(name)_lisa_p", .decimal(places: 4))]
        })
    for (row, place) in places.enumerated() {
      table.append(
        UnitColumns.values(of: place.group, people: place.people, in: region)
          + (mass == .people ? [] : [.decimal(place.mass)]) + columns.map { $0.values[row] }
          + [.decimal(place.edgeShare)]
          + measured.flatMap { column -> [FeatureTable.Value] in
            guard let local = column.spread?.local[row] else { return [.missing, .missing] }
            return [
              .text(local.isSignificant ? local.quadrant.rawValue : "ns"),
              .decimal(local.test.pTwoSided),
            ]
          }, shape: UnitColumns.shape(of: place.group, in: region))
    }
    return table
  }

  /// A row a measure: how unequal its places are.
  public func spreadTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "spread",
      columns: [
        .init("variable", .text), .init("places", .whole), .init("mean", .decimal(places: 4)),
        .init("people_mean", .decimal(places: 4)), .init("variation", .decimal(places: 4)),
        .init("gini", .decimal(places: 4)), .init("theil", .decimal(places: 4)),
        .init("theil_between_provinces", .decimal(places: 4)), .init("lowest", .text),
        .init("highest", .text), .init("moran", .decimal(places: 4)),
        .init("moran_p", .decimal(places: 4)), .init("high_high", .whole),
        .init("low_low", .whole), .init("high_low", .whole), .init("low_high", .whole),
      ])
    for column in columns {
      guard let spread = column.spread else { continue }
      func count(_ quadrant: LocalMoran.Quadrant) -> FeatureTable.Value {
        spread.moran == nil ? .missing : .whole(spread.count(of: quadrant))
      }
      table.append([
        .text(column.variable.column(question.mass)), .whole(spread.count), .decimal(spread.mean),
        .decimal(spread.peopleMean), .decimal(spread.variation), .decimal(spread.gini),
        .decimal(spread.theil?.total), .decimal(spread.theil?.between),
        .text(places[spread.lowest].group.name.chinese),
        .text(places[spread.highest].group.name.chinese), .decimal(spread.moran?.value),
        .decimal(spread.moran?.test.pTwoSided), count(.highHigh), count(.lowLow),
        count(.highLow), count(.lowHigh),
      ])
    }
    return table
  }

  /// A row a province: how much its largest city stands out.
  public func hierarchyTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "hierarchy",
      columns: [
        .init("province", .text), .init("cities", .whole), .init("largest", .text),
        .init("primacy_2", .decimal(places: 4)), .init("primacy_4", .decimal(places: 4)),
        .init("primacy_11", .decimal(places: 4)), .init("rank_size", .decimal(places: 4)),
        .init("rank_size_error", .decimal(places: 4)), .init("rank_size_r2", .decimal(places: 4)),
      ])
    for row in hierarchy {
      table.append([
        .text(row.province.map { region.provinces[$0].name.chinese }), .whole(row.cities),
        .text(region.prefectures[row.largest].name.chinese), .decimal(row.primacy.two),
        .decimal(row.primacy.four), .decimal(row.primacy.eleven),
        .decimal(row.rankSize?.exponent), .decimal(row.rankSize?.standardError),
        .decimal(row.rankSize?.fit),
      ])
    }
    return table
  }

  /// The numbers that the measures hang on, to print with them.
  public var parameterMembers: [(key: String, value: JSONText)] {
    let parameters = question.parameters
    return [
      (key: "potential_exponent", value: .exact(parameters.exponent)),
      (key: "decay_minutes", value: .exact(parameters.decay)),
      (key: "shortest_minutes", value: .exact(parameters.shortest)),
      (key: "self_speed_kmh", value: .exact(innerSpeed)),
      (key: "daily_minutes", value: .array(parameters.daily.map { .exact($0) })),
      (
        key: "transport_performance",
        value: .array(
          parameters.performances.map { pair in
            .object([
              (key: "minutes", value: .exact(pair.minutes)),
              (key: "km", value: .exact(pair.kilometers)),
            ])
          })
      ),
      (key: "target_minutes", value: .array(parameters.targets.map { .exact($0) })),
      (key: "edge_km", value: .exact(parameters.frame)),
      (key: "permutations", value: .whole(parameters.permutations)),
      (key: "local_permutations", value: .whole(parameters.localPermutations)),
      (key: "seed", value: .whole(Int(parameters.seed))),
      (key: "false_discovery_rate", value: .exact(parameters.falseDiscoveryRate)),
    ]
  }
}

extension AccessSpread {
  /// Places that are significantly so.
  public func count(of quadrant: LocalMoran.Quadrant) -> Int {
    local.count { $0?.isSignificant == true && $0?.quadrant == quadrant }
  }
}

/// The first columns of every table about units: who a row is.
enum UnitColumns {
  static let columns: [FeatureTable.Column] = [
    .init("code", .text), .init("name", .text), .init("prefecture", .text),
    .init("province", .text), .init("level", .text), .init("people", .whole),
  ]

  static func values(
    of group: PlaceGroup, people: Int?, in region: Region
  ) -> [FeatureTable.Value] {
    guard let unit = group.unit else {
      return [
        .missing, .text(group.name.chinese), .missing, .missing, .text("point"), .missing,
      ]
    }
    let province = region.province(of: unit).map { region.provinces[$0].name.chinese }
    let prefecture =
      unit.level == .county ? region.prefecture(of: unit).map { region.prefectures[$0] } : nil
    return [
      .text(region.code(of: unit)), .text(region.name(of: unit).chinese),
      .text(prefecture?.name.chinese), .text(province),
      .text(unit.level == .county ? "county" : "prefecture"), .whole(people),
    ]
  }

  /// The ground of a unit, or the point.
  static func shape(of group: PlaceGroup, in region: Region) -> FeatureTable.Shape? {
    if let unit = group.unit {
      return .areas(region.ground(of: region.counties(of: unit)))
    }
    if case .point(let point)? = group.places.first { return .point(point) }
    return nil
  }
}
