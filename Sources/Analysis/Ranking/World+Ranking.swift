import Geometry
import Routing
import Shapes

extension World {
  /// Ranks links by the person-minutes that they save, alone, together and for a budget.
  ///
  /// Every subset answers as the network that is made with it. `progress` hears how many subsets were
  /// valued, and of how many.
  ///
  /// - Complexity: a search an interchange, then O(places · counties · interchanges) a subset. Where
  ///   trips may take a train, a world a subset.
  public func ranking(
    _ question: RankingQuestion, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Ranking {
    let count = question.links.count
    guard count > 0 else { throw RankingError.tooFew }
    guard count <= 64 else { throw RankingError.tooMany(count: count) }
    let value: any SubsetValue =
      question.mode.goesByRail
      ? try WorldValue(question, in: self) : try LinkValue(question, in: self)
    var known: [UInt64: Int] = [:]
    func values(_ masks: [UInt64]) throws -> [Int] {
      let new = masks.filter { known[$0] == nil }
      let size = value.batchSize
      for first in stride(from: 0, to: new.count, by: size) {
        let batch = Array(new[first..<min(new.count, first + size)])
        let found = try Parallel.map(batch.count) { try value.personMinutes(of: batch[$0]) }
        for (mask, value) in zip(batch, found) { known[mask] = value }
        progress(masks.count - new.count + first + batch.count, masks.count)
      }
      return masks.map { known[$0] ?? 0 }
    }
    let singles = try values((0..<count).map { 1 << UInt64($0) })
    let search = BudgetSearch(
      costs: question.costs, budget: question.budget,
      excludes: try masks(question.links) { $0.excludes },
      requires: try masks(question.links) { $0.requires }, exactUpTo: value.exactUpTo)
    let answer = try search.answer(valuing: values)
    let best = answer.best
    let without = try values(best.members.map { best.mask & ~(1 << UInt64($0)) })
    var lastIn = [Int?](repeating: nil, count: count)
    for (member, rest) in zip(best.members, without) { lastIn[member] = best.value - rest }
    let pairs = (0..<count).flatMap { first in (first + 1..<count).map { (first, $0) } }
      .filter { search.excludes[$0.0] >> UInt64($0.1) & 1 == 0 }
    let together = try values(pairs.map { 1 << UInt64($0.0) | 1 << UInt64($0.1) })
    let found = zip(pairs, together).map { pair, value in
      Ranking.Pair(
        first: pair.0, second: pair.1, together: value, apart: singles[pair.0] + singles[pair.1])
    }
    func listed(_ pairs: [Ranking.Pair]) -> [Ranking.Pair] {
      pairs.sorted {
        (-abs($0.together - $0.apart), $0.first, $0.second)
          < (-abs($1.together - $1.apart), $1.first, $1.second)
      }
    }
    return Ranking(
      question: question, alone: singles, lastIn: lastIn,
      all: try values([count == 64 ? .max : 1 << UInt64(count) - 1])[0], search: answer,
      complements: listed(found.filter { ($0.together - $0.apart) * 10 > $0.together }),
      substitutes: listed(found.filter { ($0.apart - $0.together) * 10 > $0.apart }))
  }

  private func masks(
    _ links: [ScenarioLink], _ names: (ScenarioLink) -> [String]
  ) throws -> [UInt64] {
    try links.map { link in
      try names(link).reduce(0) { mask, name in
        guard let index = links.firstIndex(where: { $0.name == name }) else {
          throw RankingError.unknownLink(name, of: link.name)
        }
        return mask | 1 << UInt64(index)
      }
    }
  }
}

/// What subsets of road links save, without a network made for each.
struct LinkValue: SubsetValue {
  let batchSize = 256
  let exactUpTo = BudgetSearch.mostExact
  private let overlay: LinkOverlay
  /// Position of each link among the overlay's lines; nil for a railway, which saves nothing by road.
  private let line: [Int?]
  private let groups: [[Centre]]
  private let ends: [Destination?]
  private let savings: Savings
  private let mode: TravelMode
  /// Door times without any link: by place, then by county.
  private let before: [[UInt32]]

  init(_ question: RankingQuestion, in world: World) throws {
    mode = question.mode
    groups = try question.places.map { group in
      try group.places.flatMap { try world.centres($0, reading: question.reading) }
    }
    let roads = question.links.filter(\.isRoad)
    var next = 0
    line = question.links.map { link in
      guard link.isRoad else { return nil }
      defer { next += 1 }
      return next
    }
    let seats = world.region.counties.map(\.seat)
    do {
      overlay = try LinkOverlay(
        over: world.network, lines: roads.map { RoadLine($0) },
        from: groups.flatMap { $0.map(\.origin) }, to: seats)
    } catch RoadLineError.farFromRoads(let line, let point, let kilometers) {
      throw ScenarioError.farFromRoads(
        link: roads[line].name, place: roads[line].course[point].words, kilometers: kilometers)
    }
    let mode = question.mode
    ends = try world.destinations(at: seats, mode: question.mode)
    savings = Savings(of: question, in: world)
    before = Self.doorTimes(overlay.times(with: []), groups, ends, mode)
  }

  func personMinutes(of mask: UInt64) -> Int {
    let lines = line.indices.filter { mask >> UInt64($0) & 1 == 1 }.compactMap { line[$0] }
    guard !lines.isEmpty else { return 0 }
    return savings.personMinutes(
      from: before, to: Self.doorTimes(overlay.times(with: lines), groups, ends, mode))
  }

  private static func doorTimes(
    _ free: [[Double]], _ groups: [[Centre]], _ ends: [Destination?], _ mode: TravelMode
  ) -> [[UInt32]] {
    var first = 0
    return groups.map { centres in
      defer { first += centres.count }
      return ends.indices.map { county in
        guard let end = ends[county] else { return TravelTime.unreachable }
        return centres.enumerated().map { index, centre in
          centre.doorTime(
            free: TravelTime.rounded(free[first + index][county]), to: end.cell,
            arriving: end.arriving, mode: mode)
        }.min() ?? TravelTime.unreachable
      }
    }
  }
}
