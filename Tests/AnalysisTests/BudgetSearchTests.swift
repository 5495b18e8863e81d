import TestSupport
import Testing

@testable import Analysis

/// The choice for a budget, against looking at every subset.
@Suite struct BudgetSearchTests {
  /// Values with partners and rivals: nothing that greedy steps could count on.
  private struct Instance {
    var search: BudgetSearch
    var alone: [Int]
    var pairs: [(UInt64, Int)]

    init(candidates: ClosedRange<Int>, using random: inout SeededGenerator) {
      let count = Int.random(in: candidates, using: &random)
      alone = (0..<count).map { _ in .random(in: 0...50, using: &random) }
      pairs = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        let mask =
          UInt64(1) << UInt64.random(in: 0..<UInt64(count), using: &random)
          | UInt64(1) << UInt64.random(in: 0..<UInt64(count), using: &random)
        return (mask, .random(in: -30...60, using: &random))
      }
      func masks() -> [UInt64] {
        (0..<count).map { index in
          guard count > 1, Int.random(in: 0..<5, using: &random) == 0 else { return 0 }
          let other = (index + Int.random(in: 1..<count, using: &random)) % count
          return 1 << UInt64(other)
        }
      }
      search = BudgetSearch(
        costs: (0..<count).map { _ in Double(Int.random(in: 1...20, using: &random)) },
        budget: Double(Int.random(in: 5...60, using: &random)), excludes: masks(),
        requires: masks())
    }

    func value(_ mask: UInt64) -> Int {
      alone.indices.reduce(0) { mask >> UInt64($1) & 1 == 1 ? $0 + alone[$1] : $0 }
        + pairs.reduce(0) { mask & $1.0 == $1.0 ? $0 + $1.1 : $0 }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func equalsLookingAtEverySubset(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let instance = Instance(candidates: 1...9, using: &random)
    let search = instance.search
    let answer = search.answer { $0.map(instance.value) }
    // By hand: no masks, no early end.
    var best = (value: Int.min, cost: 0.0, mask: UInt64.max)
    for mask in 0..<UInt64(1) << search.costs.count {
      let members = search.costs.indices.filter { mask >> UInt64($0) & 1 == 1 }
      let cost = members.reduce(0) { $0 + search.costs[$1] }
      let isAllowed = members.allSatisfy { member in
        search.costs.indices.allSatisfy { other in
          let bit = UInt64(1) << UInt64(other)
          let isIn = members.contains(other)
          return !(search.excludes[member] & bit != 0 && isIn)
            && !(search.requires[member] & bit != 0 && !isIn)
        }
      }
      guard cost <= search.budget, isAllowed else { continue }
      let found = (value: instance.value(mask), cost: cost, mask: mask)
      if found.value > best.value || found.value == best.value && found.cost < best.cost {
        best = found
      }
      // Nothing on the front is beaten.
      #expect(
        answer.front.allSatisfy { !(found.cost < $0.cost && found.value >= $0.value) })
    }
    #expect(answer.isExact)
    #expect(answer.best.value == best.value && answer.best.cost == best.cost)
    #expect(answer.front.last?.value == best.value)
  }

  /// Beyond sixteen the answer is said not to be exact, keeps to the rules, and where links do not
  /// depend on each other and all cost the same it is the best there is.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func beyondSixteenItClimbs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let instance = Instance(candidates: 17...24, using: &random)
    let answer = instance.search.answer { $0.map(instance.value) }
    #expect(!answer.isExact && instance.search.isAllowed(answer.best.mask))
    #expect(answer.best.cost <= instance.search.budget)
    #expect(answer.best.value == instance.value(answer.best.mask))
    let plain = BudgetSearch(
      costs: [Double](repeating: 1, count: instance.alone.count), budget: 5)
    let chosen = plain.answer { masks in
      masks.map { mask in
        instance.alone.indices.reduce(0) {
          mask >> UInt64($1) & 1 == 1 ? $0 + instance.alone[$1] : $0
        }
      }
    }
    #expect(chosen.best.value == instance.alone.sorted(by: >).prefix(5).reduce(0, +))
  }

  @Test func twoThatPayOnlyTogetherAreBoughtTogether() {
    let search = BudgetSearch(costs: [5, 5, 6], budget: 10)
    let answer = search.answer { masks in
      masks.map { $0 & 0b11 == 0b11 ? 100 : $0 & 0b100 != 0 ? 40 : 0 }
    }
    #expect(answer.best.mask == 0b11)
    #expect(answer.front.map(\.mask) == [0, 0b100, 0b11])
  }
}
