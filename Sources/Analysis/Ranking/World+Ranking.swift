import Geometry
import Routing
import Shapes

extension World {
  /// Ranks links by the person-minutes that they save, alone, together and for a budget.
  ///
  /// Every subset answers as the network that is made with it. `progress` hears how many subsets were
  /// valued, and of how many.
  ///
  /// - Complexity: a search an interchange, then O(places · counties · interchanges) a subset.
  public func ranking(
    _ question: RankingQuestion, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Ranking {
    let count = question.links.count
    guard count > 0 else { throw RankingError.tooFew }
    guard count <= 64 else { throw RankingError.tooMany(count: count) }
    let value = try LinkValue(question, in: self)
    func values(_ masks: [UInt64]) -> [Int] {
      var values: [Int] = []
      let size = 256
      for first in stride(from: 0, to: masks.count, by: size) {
        let batch = Array(masks[first..<min(masks.count, first + size)])
        values += Parallel.map(batch.count) { value.personMinutes(of: batch[$0]) }
        progress(values.count, masks.count)
      }
      return values
    }
    let singles = values((0..<count).map { 1 << UInt64($0) })
    let search = BudgetSearch(
      costs: question.costs, budget: question.budget,
      excludes: try masks(question.links) { $0.excludes },
      requires: try masks(question.links) { $0.requires })
    let answer = search.answer(valuing: values)
    let best = answer.best
    let without = values(best.members.map { best.mask & ~(1 << UInt64($0)) })
    var lastIn = [Int?](repeating: nil, count: count)
    for (member, rest) in zip(best.members, without) { lastIn[member] = best.value - rest }
    let pairs = (0..<count).flatMap { first in (first + 1..<count).map { (first, $0) } }
      .filter { search.excludes[$0.0] >> UInt64($0.1) & 1 == 0 }
    let together = values(pairs.map { 1 << UInt64($0.0) | 1 << UInt64($0.1) })
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
      all: values([count == 64 ? .max : 1 << UInt64(count) - 1])[0], search: answer,
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

/// Person-minutes that any subset of some links saves, as ``GainMatrix`` counts them.
struct LinkValue: Sendable {
  private let overlay: LinkOverlay
  /// Position of each link among the overlay's lines; nil for a railway, which saves nothing by road.
  private let line: [Int?]
  private let groups: [[Centre]]
  private let ends: [Destination?]
  private let people: [Int?]
  private let weights: [Double]
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
    people = world.region.counties.map(\.people)
    weights = world.weights(of: question.places)
    before = Self.doorTimes(overlay.times(with: []), groups, ends, mode)
  }

  func personMinutes(of mask: UInt64) -> Int {
    let lines = line.indices.filter { mask >> UInt64($0) & 1 == 1 }.compactMap { line[$0] }
    guard !lines.isEmpty else { return 0 }
    let after = Self.doorTimes(overlay.times(with: lines), groups, ends, mode)
    var sum = 0
    for place in groups.indices {
      for county in people.indices {
        let (old, new) = (before[place][county], after[place][county])
        guard let people = people[county], old < TravelTime.unreachable, new < old else { continue }
        let minutes = Double(old) / 60_000 - Double(new) / 60_000
        sum += Int((minutes * Double(people) * weights[place]).rounded())
      }
    }
    return sum
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
