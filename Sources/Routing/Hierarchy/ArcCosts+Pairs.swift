/// Cheapest ways from some nodes to others, one pair at a time.
///
/// Ways up from the start and ways up from the end, against the arcs, meet at the way's highest
/// node. One value serves many questions.
struct PairSearch<Cost: PathCost> {
  typealias Seeds = [(rank: UInt32, cost: Cost)]

  private var forward: UpwardSearch<Cost>
  private var backward: UpwardSearch<Cost>

  init(nodeCount: Int) {
    forward = UpwardSearch(nodeCount: nodeCount)
    backward = UpwardSearch(nodeCount: nodeCount)
  }

  /// The least cost of starting at one of `sources`, travelling and ending at one of `targets`,
  /// what these cost included.
  mutating func cost(from sources: Seeds, to targets: Seeds, over costs: ArcCosts<Cost>) -> Cost {
    meet(sources, targets, costs).cost
  }

  /// The road arcs of a cheapest way, in order; nil if there is none.
  ///
  /// Which one of several as cheap is a matter of the order alone.
  mutating func path(from sources: Seeds, to targets: Seeds, over costs: ArcCosts<Cost>)
    -> (cost: Cost, arcs: [UInt32])?
  {
    let (cost, top) = meet(sources, targets, costs)
    guard cost < .unreached else { return nil }
    var climb: [(arc: Int, isUp: Bool)] = []
    var rank = top
    while let arc = forward.arcInto(rank, seeds: sources, costs: costs.up, costs.hierarchy) {
      climb.append((arc.arc, true))
      rank = arc.tail
    }
    climb.reverse()
    rank = top
    while let arc = backward.arcInto(rank, seeds: targets, costs: costs.down, costs.hierarchy) {
      climb.append((arc.arc, false))
      rank = arc.tail
    }
    var arcs: [UInt32] = []
    for step in climb { costs.unpack(step.arc, isUp: step.isUp, into: &arcs) }
    return (cost, arcs)
  }

  /// The least cost, and the lowest node where ways of that cost meet.
  private mutating func meet(_ sources: Seeds, _ targets: Seeds, _ costs: ArcCosts<Cost>)
    -> (cost: Cost, top: UInt32)
  {
    forward.run(from: sources, over: costs.hierarchy.shape, costs: costs.up)
    backward.run(from: targets, over: costs.hierarchy.shape, costs: costs.down)
    var best = (cost: Cost.unreached, top: 0 as UInt32)
    for rank in forward.visited {
      let cost = forward[rank] &+ backward[rank]
      if cost < best.cost { best = (cost, rank) }
    }
    return best
  }
}

extension UpwardSearch {
  /// The arc by which the last search came to `rank`; nil where it started there.
  func arcInto(
    _ rank: UInt32, seeds: [(rank: UInt32, cost: Cost)], costs: [Cost], _ hierarchy: Hierarchy
  ) -> (arc: Int, tail: UInt32)? {
    let cost = self[rank]
    if seeds.contains(where: { $0.rank == rank && $0.cost == cost }) { return nil }
    let below = hierarchy.below
    for slot in Int(below.first[Int(rank)])..<Int(below.first[Int(rank) + 1]) {
      let (arc, tail) = (Int(below.arc[slot]), below.tail[slot])
      if costs[arc] < .unreached, self[tail] &+ costs[arc] == cost { return (arc, tail) }
    }
    preconditionFailure("What was reached and not started from was reached by an arc.")
  }
}

extension ArcCosts {
  /// Appends the road arcs that one arc of the hierarchy stands for, in the order of travel.
  ///
  /// - Complexity: O(result · nodes below an arc's ends).
  func unpack(_ arc: Int, isUp: Bool, into arcs: inout [UInt32]) {
    var stack = [(arc: arc, isUp: isUp)]
    while let (arc, isUp) = stack.popLast() {
      let cost = isUp ? up[arc] : down[arc]
      if let road = road(of: arc, isUp: isUp, cost: cost) {
        arcs.append(road)
        continue
      }
      let upper = hierarchy.shape.head[arc]
      let lower = hierarchy.shape.tail(of: arc)
      forEachLowerTriangle(of: arc, from: lower, to: upper) { toLower, toUpper in
        let (first, second) = isUp ? (toLower, toUpper) : (toUpper, toLower)
        guard down[first] < .unreached, up[second] < .unreached,
          down[first] &+ up[second] == cost
        else { return true }
        stack.append((second, true))
        stack.append((first, false))
        return false
      }
    }
  }

  /// The first road of an arc that costs what the arc does.
  private func road(of arc: Int, isUp: Bool, cost: Cost) -> UInt32? {
    let roads = Int(hierarchy.firstInput[arc])..<Int(hierarchy.firstInput[arc + 1])
    return hierarchy.inputs[roads].first { input in
      (hierarchy.slots[Int(input)] & 1 == 0) == isUp && inputs[Int(input)] == cost
    }
  }
}
