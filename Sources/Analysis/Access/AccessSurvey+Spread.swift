import Geometry
import Shapes

extension AccessSurvey {
  /// Which places are neighbours: units that share a line; nil with too few of them.
  func neighbourhood() throws -> SpatialWeights? {
    guard places.count >= World.fewestNeighbours, places.allSatisfy({ $0.unit != nil }) else {
      return nil
    }
    let region = world.region
    var rowOfCounty: [Int: Int] = [:]
    for (row, place) in places.enumerated() {
      for county in place.unit.map({ region.counties(of: $0) }) ?? [] {
        rowOfCounty[county] = row
      }
    }
    struct Pair: Hashable {
      var left: Int
      var right: Int
    }
    var pairs: Set<Pair> = []
    for contact in CountyAdjacency(of: region.counties).contacts where !contact.isCorner {
      guard let left = rowOfCounty[contact.first], let right = rowOfCounty[contact.second],
        left != right
      else { continue }
      pairs.insert(Pair(left: min(left, right), right: max(left, right)))
    }
    return SpatialWeights(
      count: places.count,
      pairs: pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }.map { ($0.left, $0.right) })
  }

  func spread(of numbers: [Double?], over neighbourhood: SpatialWeights?) -> AccessSpread? {
    let known = numbers.indices.filter { numbers[$0] != nil }
    let values = known.compactMap { numbers[$0] }
    let plain = WeightedValues(values)
    guard let mean = plain.mean,
      let lowest = known.min(by: { (numbers[$0] ?? 0, $0) < (numbers[$1] ?? 0, $1) }),
      let highest = known.max(by: { (numbers[$0] ?? 0, $1) < (numbers[$1] ?? 0, $0) })
    else { return nil }
    let people = WeightedValues(values, weights: known.map { Double(places[$0].people ?? 0) })
    var spread = AccessSpread(
      count: known.count, mean: mean, peopleMean: people.mean,
      variation: plain.coefficientOfVariation, gini: people.gini,
      theil: TheilIndex(people, groups: known.map { province(of: $0) ?? -1 }), lowest: lowest,
      highest: highest, moran: nil, local: numbers.map { _ in nil })
    guard let neighbourhood, known.count >= World.fewestNeighbours else { return spread }
    let weights = neighbourhood.restricted(to: known).rowStandardized()
    let parameters = question.parameters
    spread.moran = MoranIndex(
      values, weights: weights, permutations: parameters.permutations, seed: parameters.seed)
    if let local = LocalMoran(
      values, weights: weights, permutations: parameters.localPermutations, seed: parameters.seed,
      falseDiscoveryRate: parameters.falseDiscoveryRate)
    {
      for (row, place) in zip(known, local.places) { spread.local[row] = place }
    }
    return spread
  }

  /// Sizes of the prefectures that hold a place, by province and together.
  func hierarchy() -> [CityHierarchy] {
    let region = world.region
    let touched = Set(
      places.compactMap { $0.unit.flatMap(region.prefecture) }
    ).sorted()
    func hierarchy(_ members: [Int], province: Int?) -> CityHierarchy? {
      let sizes = members.compactMap { prefecture in
        question.mass.value(of: UnitReference(.prefecture, prefecture), in: region)
          .map { (prefecture: prefecture, size: $0) }
      }
      guard sizes.count >= 2,
        let largest = sizes.max(by: { ($0.size, $1.prefecture) < ($1.size, $0.prefecture) })
      else { return nil }
      return CityHierarchy(
        province: province, cities: sizes.count, largest: largest.prefecture,
        primacy: Primacy(sizes.map(\.size)), rankSize: RankSize(sizes.map(\.size)))
    }
    let provinces = region.provinces.indices.compactMap { province in
      hierarchy(touched.filter { region.prefectures[$0].province == province }, province: province)
    }
    let all = hierarchy(touched, province: nil)
    return provinces.count > 1 ? provinces + (all.map { [$0] } ?? []) : all.map { [$0] } ?? []
  }

  func warnings() -> [AccessWarning] {
    let region = world.region
    var warnings: [AccessWarning] = []
    let cutOff = places.indices.filter { opportunities[$0].reachedShare < 0.5 }
    if !cutOff.isEmpty { warnings.append(.cutOff(cutOff.map { places[$0].group.name })) }
    let unreached = destinations.indices.filter { column in
      places.indices.allSatisfy {
        own[$0] == column || !opportunities[$0].minutes[column].isFinite
      } && !(places.count == 1 && own[0] == column)
    }
    let total = masses.reduce(0) { $0 + ($1 ?? 0) }
    if !unreached.isEmpty {
      warnings.append(
        .unreached(
          unreached.map { region.name(of: destinations[$0]) },
          massShare: total > 0 ? unreached.reduce(0) { $0 + (masses[$1] ?? 0) } / total : 0))
    }
    let empty = destinations.indices.filter { masses[$0] == nil }
    if !empty.isEmpty {
      warnings.append(.withoutMass(empty.map { region.name(of: destinations[$0]) }))
    }
    if !withoutSeat.isEmpty { warnings.append(.withoutSeat(withoutSeat.map(region.name))) }
    let framed = places.count { $0.edgeShare >= AccessPlace.hatchedFrom }
    if framed > 0 { warnings.append(.nearFrame(count: framed, share: AccessPlace.hatchedFrom)) }
    let far = matrix.origins.indices.filter { (matrix.origins[$0].distanceToRoads ?? 0) > 2_000 }
    if !far.isEmpty { warnings.append(.farFromRoads(far.map { places[$0].group.name })) }
    return warnings
  }
}

extension AccessPlace {
  /// Rows with so much land beyond the dataset around them are hatched on maps: their people
  /// have neighbours that nobody counted.
  public static let hatchedFrom = 0.1
}

extension SpatialWeights {
  /// The neighbours among some places only, numbered by their order there.
  func restricted(to places: [Int]) -> SpatialWeights {
    var number = [Int?](repeating: nil, count: count)
    for (index, place) in places.enumerated() { number[place] = index }
    return SpatialWeights(
      rows: places.map { place in
        (first[place]..<first[place + 1]).compactMap { slot in
          number[neighbour[slot]].map { ($0, weight[slot]) }
        }
      })
  }
}
