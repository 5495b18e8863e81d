import Geometry
import Shapes

extension AccessSurvey {
  /// The columns of an indicator, in order.
  func columns(of indicator: AccessIndicator) -> [AccessColumn] {
    let parameters = question.parameters
    switch indicator {
    case .watt: return [column(.averageTime) { $0.weightedAverageTime }]
    case .potential:
      return [
        column(.potential) { $0.potential(exponent: parameters.exponent) },
        selfShare(exponent: parameters.exponent),
      ]
    case .daily:
      return parameters.daily.map { minutes in
        column(.within(minutes: minutes)) { $0.cumulative(within: minutes) }
      }
    case .transportPerformance:
      return parameters.performances.flatMap { pair in
        [
          question.indicators.contains(.daily) && parameters.daily.contains(pair.minutes)
            ? nil
            : column(.within(minutes: pair.minutes)) { $0.cumulative(within: pair.minutes) },
          column(.near(kilometers: pair.kilometers)) { $0.proximity(within: pair.kilometers) },
          column(.performance(minutes: pair.minutes, kilometers: pair.kilometers)) {
            $0.transportPerformance(minutes: pair.minutes, kilometers: pair.kilometers)
          },
        ].compactMap { $0 }
      }
    case .linkage: return linkageColumns()
    case .decay: return [column(.decay) { $0.exponential(scale: parameters.decay) }]
    case .target: return targetColumns()
    }
  }

  /// A value a place; none for one that reaches nothing but itself.
  private func column(
    _ variable: AccessVariable, _ measure: (Opportunities) -> Double?
  ) -> AccessColumn {
    AccessColumn(
      variable: variable,
      values: opportunities.map { row in .decimal(row.reachedShare > 0 ? measure(row) : nil) })
  }

  private func selfShare(exponent: Double) -> AccessColumn {
    AccessColumn(
      variable: .selfShare,
      values: zip(opportunities, own).map { row, own in
        let all = row.potential(exponent: exponent)
        guard all > 0 else { return .missing }
        guard let own else { return .decimal(0) }
        let alone = Opportunities(minutes: [row.minutes[own]], masses: [row.masses[own]])
        return .decimal(alone.potential(exponent: exponent) / all)
      })
  }

  private func linkageColumns() -> [AccessColumn] {
    let links = opportunities.indices.map { row -> Linkage? in
      guard let mass = places[row].mass else { return nil }
      return Linkage(mass: mass, to: opportunities[row], excluding: own[row])
    }
    func column(
      _ variable: AccessVariable, _ value: (Linkage) -> FeatureTable.Value
    ) -> AccessColumn {
      AccessColumn(variable: variable, values: links.map { $0.map(value) ?? .missing })
    }
    return [
      column(.linkage) { .decimal($0.total) },
      column(.strongestLink) { link in
        .text(
          link.strongest.map {
            self.world.region.name(of: self.destinations[$0.destination]).chinese
          })
      },
      column(.strongestShare) { .decimal($0.strongest?.share) },
    ]
  }

  /// Minutes to the own prefecture's seat, the own province's capital and the nearest other one.
  private func targetColumns() -> [AccessColumn] {
    let region = world.region
    let capitals = region.provinces.indices.map { region.capital(ofProvince: $0) }
    func minutes(_ row: Int, _ prefecture: Int?) -> Double? {
      guard let prefecture, let column = prefectures.firstIndex(of: prefecture) else { return nil }
      return matrix.minutes(from: row, to: destinations.count + column)
    }
    let rows = places.indices.map { row -> [Double?] in
      let home = places[row].unit.flatMap(region.prefecture)
      let province = province(of: row)
      let others = region.provinces.indices.filter { $0 != province }
        .compactMap { minutes(row, capitals[$0]) }
      return [
        minutes(row, home), province.flatMap { minutes(row, capitals[$0]) }, others.min(),
      ]
    }
    let variables: [AccessVariable] = [
      .prefectureMinutes, .capitalMinutes, .otherCapitalMinutes,
    ]
    let targets = question.parameters.targets
    let met = rows.map { row in
      row.indices.count { index in row[index].map { $0 <= targets[index] } ?? false }
    }
    return variables.enumerated().map { index, variable in
      AccessColumn(variable: variable, values: rows.map { .decimal($0[index]) })
    } + [AccessColumn(variable: .targetsMet, values: met.map { .whole($0) })]
  }
}

extension Region {
  /// A province's capital: by its code the first prefecture (`4301`), else the one of the most
  /// people; nil without prefectures.
  func capital(ofProvince index: Int) -> Int? {
    let members = provinces[index].prefectures
    let code = provinces[index].code
    if code.count == 6,
      let first = members.first(where: {
        prefectures[$0].code == code.prefix(2) + "0100" || prefectures[$0].code == code
      })
    {
      return first
    }
    func people(_ prefecture: Int) -> Int {
      prefectures[prefecture].counties.reduce(0) { $0 + (counties[$1].people ?? 0) }
    }
    return members.max { (people($0), $1) < (people($1), $0) }
  }
}
