import Foundation
import Geometry
import Routing
import Shapes

extension World {
  /// Takes a border's effect apart: trips of free flow from seat to seat.
  ///
  /// Pairs within a province are matched to each crossing pair on straight distance, to a tenth.
  ///
  /// - Complexity: eight matrices of the counties on both sides.
  public func borderEffect(_ question: BorderEffectQuestion) throws -> BorderEffect {
    let counties = region.counties.indices.filter {
      question.provinces.contains(region.counties[$0].province) && region.counties[$0].seat != nil
    }
    func side(_ county: Int) -> Int { region.counties[county].province }
    var crossing: [(first: Int, second: Int, straight: Double)] = []
    var inner: [(first: Int, second: Int, straight: Double)] = []
    for (index, first) in counties.enumerated() {
      for second in counties[(index + 1)...] {
        guard let a = region.counties[first].seat, let b = region.counties[second].seat else {
          continue
        }
        let straight = a.geodesicDistance(to: b)
        guard straight <= question.reach, straight > 0 else { continue }
        if side(first) == side(second) {
          inner.append((first, second, straight))
        } else {
          crossing.append((first, second, straight))
        }
      }
    }
    let near = Set(crossing.flatMap { [$0.first, $0.second] })
    // Only pairs near the border are compared: mountains or plains on both sides of the match.
    inner = inner.filter { near.contains($0.first) && near.contains($0.second) }
    let used = near.sorted()
    let position = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    let groups = used.map { county in
      PlaceGroup(
        name: region.counties[county].name, places: [.unit(UnitReference(.county, county))])
    }
    let matrixQuestion = MatrixQuestion(
      origins: groups, destinations: groups, mode: .road, reading: .seat)
    let border = BorderRoads(
      network.roads, nodeProvinces: network.roads.provinces(in: region),
      between: question.provinces)
    let speeds = network.profile.speeds
    let matrices = try (0..<8).map { measures in
      try over(border.after(measures, gap: question.gap, speeds: speeds)).matrix(matrixQuestion)
    }
    func index(_ pair: (first: Int, second: Int, straight: Double)) -> (Int, Int)? {
      guard let a = position[pair.first], let b = position[pair.second] else { return nil }
      return (a, b)
    }
    func isReached(_ pair: (first: Int, second: Int, straight: Double)) -> Bool {
      guard let (a, b) = index(pair) else { return false }
      return matrices[0].time(from: a, to: b) < TravelTime.unreachable
    }
    let reached = crossing.filter(isReached)
    inner = inner.filter(isReached)
    var totals = [Int](repeating: 0, count: 8)
    for pair in reached {
      guard let (a, b) = index(pair) else { continue }
      for measures in 0..<8 { totals[measures] += Int(matrices[measures].time(from: a, to: b)) }
    }
    func means(_ pairs: [(first: Int, second: Int, straight: Double)]) -> BorderEffect.PairMeans {
      pairs.reduce(into: BorderEffect.PairMeans()) { means, pair in
        guard let (a, b) = index(pair) else { return }
        means.pairs += 1
        means.straight += pair.straight
        means.way += (matrices[0].kilometers(from: a, to: b) ?? 0) * 1_000
        means.time += Int(matrices[0].time(from: a, to: b))
        means.delay += Int(matrices[0].time(from: a, to: b)) - Int(matrices[1].time(from: a, to: b))
      }
    }
    let matched = reached.compactMap { pair in
      inner.filter { abs($0.straight / pair.straight - 1) <= 0.1 }
        .min { abs($0.straight - pair.straight) < abs($1.straight - pair.straight) }
    }
    let (cross, within) = (means(reached), means(matched))
    let parts = Self.parts(cross, within)
    return BorderEffect(
      question: question, crossing: cross, within: within, detourPart: parts.detour,
      speedPart: parts.speed, delayPart: parts.delay, totals: totals,
      deadEnds: border.deadEnds(within: question.gap).map {
        .init(
          first: network.roads.nodes[Int($0.first)], second: network.roads.nodes[Int($0.second)],
          distance: $0.distance)
      },
      delayedEdges: border.crossing.count { (network.roads.exceptions[$0]?.delay ?? 0) > 0 },
      raisedEdges: border.raised(speeds).count, pairsWithoutWay: crossing.count - reached.count)
  }

  /// ln of minutes a straight kilometre, crossing over within, in its three factors: way over straight
  /// line, time without delay over way, time over time without delay.
  private static func parts(
    _ cross: BorderEffect.PairMeans, _ within: BorderEffect.PairMeans
  ) -> (detour: Double, speed: Double, delay: Double) {
    guard cross.pairs > 0, within.pairs > 0, cross.way > 0, within.way > 0 else { return (0, 0, 0) }
    func free(_ means: BorderEffect.PairMeans) -> Double { Double(means.time - means.delay) }
    return (
      log(cross.way / cross.straight) - log(within.way / within.straight),
      log(free(cross) / cross.way) - log(free(within) / within.way),
      log(Double(cross.time) / free(cross)) - log(Double(within.time) / free(within))
    )
  }
}
