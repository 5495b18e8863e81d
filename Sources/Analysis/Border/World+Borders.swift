import Foundation
import Geometry
import Routing
import Shapes

extension World {
  /// Answers a question about borders.
  ///
  /// - Throws: ``BorderError`` where the provinces share none.
  /// - Complexity: a search a county of the band and a circle a centre and number of minutes.
  public func borders(_ question: BorderQuestion) throws -> BorderAnswer {
    let adjacency = CountyAdjacency(of: region.counties)
    var warnings: [BorderWarning] = []
    var borders: [BorderProfile] = []
    var band: BorderBand?
    if !question.provinces.isEmpty {
      borders = try selectedBorders(of: question.provinces, adjacency).map { border in
        BorderProfile(
          border: border,
          crossings: BorderCrossings(of: BorderLine(of: border.contacts), by: network.roads))
      }
      let survey = try BandSurvey(
        question, borders: borders, adjacency: adjacency, world: self)
      band = try survey.band()
      warnings += survey.warnings()
    }
    let reaches = try question.centres.flatMap { try reach(of: $0, for: question) }
    warnings += reaches.filter { $0.outsideArea > 0 }.map {
      .leavesFrame(circle: $0.group.name, minutes: $0.minutes, area: $0.outsideArea)
    }
    return BorderAnswer(
      question: question, profile: network.profile, basis: basis, borders: borders, band: band,
      reaches: reaches,
      groups: try question.groups.map { try cohesion(of: $0, mode: question.mode, adjacency) },
      warnings: warnings)
  }

  /// The borders between any two of some provinces, or all those of one.
  private func selectedBorders(of provinces: [Int], _ adjacency: CountyAdjacency) throws
    -> [ProvinceBorder]
  {
    let named = Set(provinces)
    let borders = adjacency.borders(in: region).filter { border in
      guard border.length.value > 0 else { return false }
      let sides = [border.first, border.second]
      return named.count == 1
        ? sides.contains(where: named.contains) : sides.allSatisfy(named.contains)
    }
    guard borders.isEmpty else { return borders }
    let names = named.sorted().map { region.provinces[$0].name.chinese }
    throw names.count == 1
      ? BorderError.noBorderOfOne(province: names[0]) : .noCommonBorder(provinces: names)
  }

  /// People reached from a centre within each of the question's minutes, by province.
  private func reach(of group: PlaceGroup, for question: BorderQuestion) throws -> [CentreReach] {
    guard !question.reach.isEmpty else { return [] }
    let circles = try circles(
      CircleQuestion(groups: [group], minutes: question.reach, mode: question.mode)
    ).circles
    let home = Set(
      group.places.compactMap { place -> Int? in
        guard case .unit(let unit) = place else { return nil }
        return region.counties(of: unit).first.map { region.counties[$0].province }
      })
    return circles.map { circle in
      let parts = circle.coverage.filter { $0.unit.level == .province && $0.areaInside > 0 }
      return CentreReach(
        group: group, minutes: circle.minutes, area: circle.extent.area,
        people: circle.extent.people, outsideArea: circle.outsideArea,
        provinces: parts.map { part in
          CentreReach.Part(
            province: part.unit.index, area: part.areaInside, people: part.peopleInside,
            isHome: home.contains(part.unit.index))
        }.sorted { ($0.people ?? 0, $1.province) > ($1.people ?? 0, $0.province) },
        polygons: circle.polygons)
    }
  }
}

extension World {
  /// Residents of counties by province, most first; nil where nobody was counted.
  func peopleByProvince(of counties: [Int]) -> [(province: Int, people: Int?)] {
    let groups = Dictionary(grouping: counties) { region.counties[$0].province }
    return groups.map { province, members in
      let counted = members.compactMap { region.counties[$0].people }
      return (province: province, people: counted.isEmpty ? nil : counted.reduce(0, +))
    }.sorted { ($0.people ?? -1, $1.province) > ($1.people ?? -1, $0.province) }
  }

  /// How near the places of a group are to each other, and what their borders let through.
  func cohesion(of group: PlaceGroup, mode: TravelMode, _ adjacency: CountyAdjacency) throws
    -> GroupCohesion
  {
    let units = group.places.compactMap { place -> UnitReference? in
      if case .unit(let unit) = place { unit } else { nil }
    }
    let members = units.map { region.counties(of: $0) }
    let places = units.map { region.group(of: $0) }
    let matrix = try self.matrix(
      MatrixQuestion(origins: places, destinations: places, mode: mode, reading: .seat))
    var pairs: [GroupCohesion.Pair] = []
    for first in units.indices {
      for second in units.indices where second > first {
        let contacts = adjacency.contacts(between: members[first], and: members[second])
        let line = BorderLine(of: contacts)
        let crossings = BorderCrossings(of: line, by: network.roads)
        pairs.append(
          GroupCohesion.Pair(
            first: first, second: second, travel: matrix.travel(first, second),
            isAcross: province(of: units[first]) != province(of: units[second]),
            borderKilometers: line.length.kilometers, crossings: crossings.count,
            gap: crossings.gap))
      }
    }
    let counties = Set(members.joined()).sorted()
    return GroupCohesion(
      group: group, units: units, counties: counties, people: peopleByProvince(of: counties),
      pairs: pairs, isContiguous: adjacency.isContiguous(counties))
  }

  private func province(of unit: UnitReference) -> Int? {
    region.counties(of: unit).first.map { region.counties[$0].province }
  }
}

extension TravelMatrix {
  /// The way between two places of a square matrix, as the mean of both directions; nil where
  /// either leads nowhere.
  fileprivate func travel(_ first: Int, _ second: Int) -> SeatPair? {
    guard let out = minutes(from: first, to: second), let back = minutes(from: second, to: first),
      let outward = kilometers(from: first, to: second),
      let homeward = kilometers(from: second, to: first), let start = origins[first].points.first,
      let end = origins[second].points.first
    else { return nil }
    return SeatPair(
      first: first, second: second, minutes: (out + back) / 2,
      kilometers: (outward + homeward) / 2,
      straight: GeoSide(start, end).length.kilometers)
  }
}
