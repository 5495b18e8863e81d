public import Geometry
import Routing
public import Shapes

extension Comparison {
  /// A row a scenario, place and contour: sizes before and after, what is new and what is gone.
  public func comparisonTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "comparison",
      columns: [
        .init("scenario", .text), .init("place", .text), .init("minutes", .decimal(places: 2)),
        .init("area_before_km2", .decimal(places: 2)), .init("area_km2", .decimal(places: 2)),
        .init("people_before", .whole), .init("people", .whole),
        .init("people_low", .whole), .init("people_high", .whole),
        .init("area_gained_km2", .decimal(places: 2)), .init("people_gained", .whole),
        .init("area_lost_km2", .decimal(places: 2)), .init("people_lost", .whole),
        .init("seats_gained", .text), .init("seats_lost", .text),
        .init("gain_person_minutes", .whole),
      ])
    for answer in cases {
      let gains = gains(of: answer, in: region)
      for (place, group) in question.places.enumerated() {
        for (index, minutes) in question.minutes.enumerated() {
          let before = question.hasCircles ? baseline.circles[place][index] : nil
          let after = question.hasCircles ? answer.circles[place][index] : nil
          func seats(_ by: CaseAnswer, _ notBy: CaseAnswer) -> FeatureTable.Value {
            .text(
              self.seats(reachedBy: by, notBy: notBy, from: place, within: minutes)
                .map { region.counties[$0].name.chinese }.joined(separator: ";"))
          }
          table.append([
            .text(answer.name), .text(group.name.chinese), .decimal(minutes),
            .decimal(before?.extent.area), .decimal(after?.extent.area),
            .whole(before?.extent.people), .whole(after?.extent.people),
            .whole(after?.lower.people), .whole(after?.higher.people),
            .decimal(after?.gained?.extent.area), .whole(after?.gained?.extent.people),
            .decimal(after?.lost?.extent.area), .whole(after?.lost?.extent.people),
            seats(answer, baseline), seats(baseline, answer),
            .whole(gains.sum(of: Array(region.counties.indices), place: place)),
          ])
        }
      }
    }
    return table
  }

  /// Ground won and lost, `kind` first.
  public func groundTable() -> FeatureTable {
    var table = FeatureTable(
      name: "ground",
      columns: [
        .init("kind", .text), .init("scenario", .text), .init("place", .text),
        .init("minutes", .decimal(places: 2)), .init("area_km2", .decimal(places: 2)),
        .init("people", .whole), .init("people_basis", .text),
      ])
    guard question.hasCircles else { return table }
    for answer in cases {
      for (place, group) in question.places.enumerated() {
        for figures in answer.circles[place] {
          for (kind, change) in [("gained", figures.gained), ("lost", figures.lost)] {
            guard let change, !change.polygons.isEmpty else { continue }
            table.append(
              [
                .text(kind), .text(answer.name), .text(group.name.chinese),
                .decimal(figures.minutes), .decimal(change.extent.area),
                .whole(change.extent.people), .text(basis.rawValue),
              ], shape: .areas(change.polygons))
          }
        }
      }
    }
    return table
  }

  /// A row a scenario, place and county whose minutes change: a point at its seat.
  public func seatTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "seats",
      columns: [
        .init("scenario", .text), .init("place", .text), .init("code", .text),
        .init("name", .text), .init("prefecture", .text), .init("province", .text),
        .init("people", .whole), .init("minutes_before", .decimal(places: 2)),
        .init("minutes", .decimal(places: 2)), .init("change", .decimal(places: 2)),
        .init("gain_person_minutes", .whole), .init("within_before", .decimal(places: 2)),
        .init("within", .decimal(places: 2)), .init("standing", .text),
      ])
    for answer in cases {
      let gains = gains(of: answer, in: region)
      for (place, group) in question.places.enumerated() {
        for county in region.counties.indices
        where answer.times[place][county] != baseline.times[place][county] {
          let unit = region.counties[county]
          let (before, after) = (
            baseline.minutes(from: place, to: county), answer.minutes(from: place, to: county)
          )
          func contour(_ time: Double?) -> Double? {
            time.flatMap { time in question.minutes.first { time <= $0 } }
          }
          table.append(
            [
              .text(answer.name), .text(group.name.chinese), .text(unit.code),
              .text(unit.name.chinese), .text(region.prefectures[unit.prefecture].name.chinese),
              .text(region.provinces[unit.province].name.chinese), .whole(unit.people),
              .decimal(before), .decimal(after),
              .decimal(change(by: answer, from: place, to: county)),
              .whole(gains.values[county][place]), .decimal(contour(before)),
              .decimal(contour(after)),
              .text(
                answer.standing(
                  of: county, from: place,
                  within: contour(after) ?? question.minutes.last ?? 60
                ).rawValue),
            ], shape: unit.seat.map { .point($0) })
        }
      }
    }
    return table
  }

  /// Each place to each, before and after.
  public func matrixTable() -> FeatureTable {
    var table = FeatureTable(
      name: "matrix",
      columns: [
        .init("scenario", .text), .init("from", .text), .init("to", .text),
        .init("minutes_before", .decimal(places: 2)), .init("minutes", .decimal(places: 2)),
        .init("change", .decimal(places: 2)),
      ])
    for answer in cases {
      for (row, from) in question.places.enumerated() {
        for (column, to) in question.places.enumerated() where row != column {
          let before = TravelTime.minutes(of: baseline.between[row][column])
          let after = TravelTime.minutes(of: answer.between[row][column])
          var change: Double?
          if let before, let after { change = after - before }
          table.append([
            .text(answer.name), .text(from.name.chinese), .text(to.name.chinese),
            .decimal(before), .decimal(after), .decimal(change),
          ])
        }
      }
    }
    return table
  }

  /// Residents' province × places' province; every row and column adds up exactly.
  public func gainTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "gains",
      columns: [
        .init("scenario", .text), .init("residents", .text), .init("destination", .text),
        .init("person_minutes", .whole),
      ])
    let provinces = placeProvinces(in: region)
    for answer in cases {
      let gains = gains(of: answer, in: region).byProvince(in: region, placeProvinces: provinces)
      for gain in gains where gain.personMinutes != 0 {
        table.append([
          .text(answer.name), .text(region.provinces[gain.residents].name.chinese),
          .text(gain.destination.map { region.provinces[$0].name.chinese }),
          .whole(gain.personMinutes),
        ])
      }
    }
    return table
  }

  /// Each link's course, where it is built, and what residents there gain for it.
  public func linkTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "links",
      columns: [
        .init("scenario", .text), .init("link", .text), .init("mode", .text),
        .init("km", .decimal(places: 2)), .init("speed_kmh", .decimal(places: 1)),
        .init("cost_yi", .decimal(places: 2)), .init("opens", .whole),
      ])
    for answer in cases {
      for account in answer.applied?.links ?? [] {
        let link = account.link
        table.append(
          [
            .text(answer.name), .text(link.name), .text(link.modeWord),
            .decimal(link.length.kilometers), .decimal(account.speed), .decimal(link.cost),
            .whole(link.opens),
          ], shape: .lines([link.course.map(\.position)]))
      }
    }
    return table
  }

  /// Who gains, and on whose ground the scenario is built.
  public func balanceTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "balance",
      columns: [
        .init("scenario", .text), .init("province", .text), .init("built_km", .decimal(places: 2)),
        .init("built_share", .decimal(places: 4)), .init("cost_yi", .decimal(places: 2)),
        .init("gain_person_minutes", .whole), .init("gain_share", .decimal(places: 4)),
        .init("gain_per_km", .decimal(places: 1)), .init("gain_per_yi", .decimal(places: 1)),
      ])
    let locator = RegionLocator(region.counties)
    for answer in cases {
      let gains = gains(of: answer, in: region)
      var built: [Int?: Double] = [:]
      var costs: [Int?: Double] = [:]
      var isCosted = true
      for account in answer.applied?.links ?? [] {
        let shares = account.link.built(by: locator, in: region)
        let length = account.link.length.value
        for share in shares {
          built[share.province, default: 0] += share.length.kilometers
          if let cost = account.link.cost, length > 0 {
            costs[share.province, default: 0] += cost * share.length.value / length
          } else {
            isCosted = false
          }
        }
      }
      let all = built.values.sorted().reduce(0, +)
      for province in region.provinces.indices {
        let counties = region.counties(of: UnitReference(.province, province))
        let gain = question.places.indices.reduce(0) { $0 + gains.sum(of: counties, place: $1) }
        let kilometers = built[province] ?? 0
        guard gain != 0 || kilometers > 0 else { continue }
        let cost = isCosted ? costs[province] ?? 0 : nil
        table.append([
          .text(answer.name), .text(region.provinces[province].name.chinese),
          .decimal(kilometers), .decimal(all > 0 ? kilometers / all : nil), .decimal(cost),
          .whole(gain), .decimal(gains.total != 0 ? Double(gain) / Double(gains.total) : nil),
          .decimal(kilometers > 0 ? Double(gain) / kilometers : nil),
          .decimal(cost.flatMap { $0 > 0 ? Double(gain) / $0 : nil }),
        ])
      }
    }
    return table
  }

  /// Indicators of each place, and the mean of all by their people, before and after.
  public func accessTable(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "access",
      columns: [
        .init("scenario", .text), .init("place", .text), .init("indicator", .text),
        .init("before", .decimal(places: 4)), .init("after", .decimal(places: 4)),
        .init("change", .decimal(places: 4)), .init("change_pct", .decimal(places: 4)),
      ])
    for answer in cases {
      for indicator in indicators {
        func append(_ place: String?, _ before: Double?, _ after: Double?) {
          var change: Double?
          if let before, let after { change = after - before }
          table.append([
            .text(answer.name), .text(place), .text(indicator.word), .decimal(before),
            .decimal(after), .decimal(change),
            .decimal(
              change.flatMap { change in before.flatMap { $0 != 0 ? change / $0 * 100 : nil } }),
          ])
        }
        for (place, group) in question.places.enumerated() {
          append(
            group.name.chinese,
            value(of: indicator, at: place, by: baseline, in: region),
            value(of: indicator, at: place, by: answer, in: region))
        }
        append(
          nil, mean(of: indicator, by: baseline, in: region),
          mean(of: indicator, by: answer, in: region))
      }
    }
    return table
  }
}
