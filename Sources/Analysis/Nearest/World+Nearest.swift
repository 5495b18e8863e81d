import Geometry
import Routing
import Shapes

extension World {
  /// Minutes of the catchments that supply a head is shared in.
  static let catchment = 60.0

  /// The nearest facility of each kind to each place.
  ///
  /// Times run from the place to the facility, so one-way roads count the right way round; of two
  /// as near, the earlier in the layer.
  ///
  /// - Complexity: a search a place, then O(places · facilities).
  public func nearest(_ question: NearestQuestion) throws -> NearestAnswer {
    let locator = RegionLocator(region.counties)
    let matrix = try matrix(
      MatrixQuestion(
        origins: question.places,
        destinations: question.layers.flatMap(\.facilities).map { facility in
          PlaceGroup(name: facility.name, places: [.point(facility.position)])
        }, mode: question.mode, reading: question.reading))
    func province(at point: GeoPoint) -> Int? {
      locator.county(at: point).map { region.counties[$0].province }
    }
    let places = question.places.indices.map { row -> NearestPlace in
      let group = question.places[row]
      let point = matrix.origins[row].points.first
      return NearestPlace(
        group: group, unit: group.unit, point: point,
        people: group.unit.flatMap { AccessMass.people.value(of: $0, in: region) }.map { Int($0) },
        province: group.unit.flatMap(region.province) ?? point.flatMap(province))
    }
    var first = 0
    var layers: [NearestLayer] = []
    for layer in question.layers {
      let columns = first..<first + layer.facilities.count
      first = columns.upperBound
      layers.append(
        survey(
          layer, columns: columns, of: matrix, places: places,
          provinces: layer.facilities.map { province(at: $0.position) }, within: question.within))
    }
    return NearestAnswer(
      question: question, places: places, layers: layers, profile: network.profile,
      warnings: layers.flatMap {
        warnings(of: $0, places: places) + unlisted(in: $0, around: places, locator)
      })
  }

  private func unlisted(
    in layer: NearestLayer, around places: [NearestPlace], _ locator: RegionLocator
  ) -> [NearestWarning] {
    guard layer.layer.isPartial, !layer.layer.facilities.isEmpty else { return [] }
    let asked = Set(places.compactMap { $0.unit.flatMap(region.prefecture) })
    let listed = layer.layer.facilities.compactMap { facility in
      locator.county(at: facility.position).map { region.counties[$0].prefecture }
    }
    let missing = asked.subtracting(listed).sorted()
    return missing.isEmpty
      ? []
      : [
        .unlisted(
          missing.map { region.prefectures[$0].name }, of: asked.count, layer: layer.layer.name)
      ]
  }

  private func survey(
    _ layer: FacilityLayer, columns: Range<Int>, of matrix: TravelMatrix, places: [NearestPlace],
    provinces: [Int?], within limits: [Double]
  ) -> NearestLayer {
    let nearest = places.indices.map { row -> NearestFacility? in
      let home = places[row].unit.flatMap(region.prefecture).map { region.prefectures[$0].code }
      var best: (column: Int, time: UInt32)?
      for column in columns {
        if layer.isOwn,
          home == nil || layer.facilities[column - columns.lowerBound].code != home
        {
          continue
        }
        let time = matrix.time(from: row, to: column)
        if time < best?.time ?? TravelTime.unreachable { best = (column, time) }
      }
      guard let best, let minutes = TravelTime.minutes(of: best.time) else { return nil }
      let facility = best.column - columns.lowerBound
      let (here, there) = (places[row].province, provinces[facility])
      return NearestFacility(
        facility: facility, minutes: minutes,
        kilometers: matrix.kilometers(from: row, to: best.column),
        isAcrossBorder: here != nil && there != nil && here != there)
    }
    let everyone = places.reduce(0) { $0 + ($1.people ?? 0) }
    let reach = limits.map { limit in
      let inside = places.indices.filter { (nearest[$0]?.minutes ?? .infinity) <= limit }
      let people = inside.reduce(0) { $0 + (places[$1].people ?? 0) }
      return NearestLayer.Reach(
        minutes: limit, places: inside.count, people: people,
        peopleShare: everyone > 0 ? Double(people) / Double(everyone) : nil)
    }
    return NearestLayer(
      layer: layer, provinces: provinces, nearest: nearest, reach: reach,
      supply: layer.isOwn
        ? [] : supply(layer, columns: columns, of: matrix, people: places.map(\.people)))
  }

  /// Supply per 100,000 people by two-step catchments of an hour.
  private func supply(
    _ layer: FacilityLayer, columns: Range<Int>, of matrix: TravelMatrix, people: [Int?]
  ) -> [Double] {
    TwoStepCatchment(
      minutes: people.indices.map { row in
        columns.map { matrix.minutes(from: row, to: $0) ?? .infinity }
      }, people: people.map { Double($0 ?? 0) }, supply: layer.facilities.map(\.supply),
      within: Self.catchment
    ).access.map { $0 * 100_000 }
  }

  private func warnings(of layer: NearestLayer, places: [NearestPlace]) -> [NearestWarning] {
    guard !layer.layer.facilities.isEmpty else { return [.emptyLayer(layer.layer.name)] }
    let missing = places.indices.filter { layer.nearest[$0] == nil }
    return missing.isEmpty
      ? [] : [.unreached(missing.map { places[$0].group.name }, layer: layer.layer.name)]
  }
}

extension Region {
  /// Index of the prefecture that a unit is or lies in; nil for provinces.
  func prefecture(of unit: UnitReference) -> Int? {
    switch unit.level {
    case .county: counties[unit.index].prefecture
    case .prefecture: unit.index
    case .province: nil
    }
  }

  /// Index of the province that a unit is or lies in.
  func province(of unit: UnitReference) -> Int? {
    switch unit.level {
    case .county: counties[unit.index].province
    case .prefecture: prefectures[unit.index].province
    case .province: unit.index
    }
  }
}
