/// Which of some candidates to build for a budget, where what one gives depends on the others.
///
/// The value of a subset is any whole number; nothing is assumed of it.
public struct BudgetSearch: Sendable {
  /// Up to so many candidates every subset is looked at unless fewer are wanted: 65,536.
  public static let mostExact = 16

  /// What each candidate costs, in any unit.
  public let costs: [Double]
  public let budget: Double
  /// For each candidate the ones that it cannot be built beside, and the ones it needs, as bits.
  public let excludes: [UInt64]
  public let requires: [UInt64]
  /// Up to so many candidates every subset is looked at.
  public let exactUpTo: Int

  /// - Precondition: as many of each, at most 64, no cost below 0; `exactUpTo` is at most
  ///   ``mostExact``.
  public init(
    costs: [Double], budget: Double, excludes: [UInt64]? = nil, requires: [UInt64]? = nil,
    exactUpTo: Int = Self.mostExact
  ) {
    precondition(exactUpTo <= Self.mostExact)
    self.exactUpTo = exactUpTo
    let none = [UInt64](repeating: 0, count: costs.count)
    precondition(costs.count <= 64 && costs.allSatisfy { $0 >= 0 })
    precondition((excludes ?? none).count == costs.count && (requires ?? none).count == costs.count)
    self.costs = costs
    self.budget = budget
    self.excludes = excludes ?? none
    self.requires = requires ?? none
  }

  /// A subset with its cost and value.
  public struct Choice: Hashable, Sendable {
    /// Bit i stands for candidate i.
    public var mask: UInt64
    public var cost: Double
    public var value: Int

    public var members: [Int] { (0..<64).filter { mask >> $0 & 1 == 1 } }
  }

  public struct Answer: Sendable {
    public var best: Choice
    /// Choices of which none is both cheaper and better than another, cheapest first; of an exact
    /// search all of them, else those that were come across.
    public var front: [Choice]
    public var isExact: Bool
    /// How many subsets were valued.
    public var valued: Int
  }

  /// Whether a subset respects what its members exclude and require; money apart.
  public func isAllowed(_ mask: UInt64) -> Bool {
    for index in costs.indices where mask >> index & 1 == 1 {
      if excludes[index] & mask != 0 || requires[index] & ~mask != 0 { return false }
    }
    return true
  }

  /// Summed in order of the candidates, so that a subset has one cost.
  public func cost(_ mask: UInt64) -> Double {
    costs.indices.reduce(0) { mask >> $1 & 1 == 1 ? $0 + costs[$1] : $0 }
  }

  /// The allowed subset of the highest value within the budget; of equals the cheapest, then the one
  /// of the lowest bits.
  ///
  /// Exact by enumeration up to ``exactUpTo`` candidates; beyond, what greedy steps by value and by
  /// value for money lead to, bettered by adding, dropping and swapping one until nothing helps.
  ///
  /// - Complexity: 2ⁿ values; beyond ``exactUpTo`` candidates O(n²) a step.
  public func answer<Failure>(
    valuing value: ([UInt64]) throws(Failure) -> [Int]
  ) throws(Failure) -> Answer {
    try costs.count <= exactUpTo ? enumerated(value) : climbed(value)
  }

  private func enumerated<Failure>(
    _ value: ([UInt64]) throws(Failure) -> [Int]
  ) throws(Failure) -> Answer {
    let masks = (0..<UInt64(1) << costs.count).filter { isAllowed($0) && cost($0) <= budget }
    let choices = zip(masks, try value(masks)).map {
      Choice(mask: $0, cost: cost($0), value: $1)
    }
    return Answer(
      best: choices.reduce(Self.nothing) { Self.isBetter($1, than: $0) ? $1 : $0 },
      front: Self.front(of: choices), isExact: true, valued: masks.count)
  }

  private func climbed<Failure>(
    _ value: ([UInt64]) throws(Failure) -> [Int]
  ) throws(Failure) -> Answer {
    var known: [UInt64: Choice] = [:]
    var order: [Choice] = []
    func valued(_ masks: [UInt64]) throws(Failure) -> [Choice] {
      let new = Set(masks.filter { known[$0] == nil }).sorted()
      for (mask, value) in zip(new, try value(new)) {
        let choice = Choice(mask: mask, cost: cost(mask), value: value)
        known[mask] = choice
        order.append(choice)
      }
      return masks.compactMap { known[$0] }
    }
    func isOpen(_ mask: UInt64) -> Bool { isAllowed(mask) && cost(mask) <= budget }
    /// A candidate with all that it requires, and what those require.
    func closure(_ index: Int) -> UInt64 {
      var mask: UInt64 = 1 << index
      while true {
        let needed = costs.indices.reduce(mask) {
          $1 < 64 && mask >> $1 & 1 == 1 ? $0 | requires[$1] : $0
        }
        if needed == mask { return mask }
        mask = needed
      }
    }
    let additions = costs.indices.map(closure)
    var best = Self.nothing
    for byMoney in [false, true] {
      var at = try valued([0])[0]
      while true {
        let next = try valued(additions.map { at.mask | $0 }.filter { $0 != at.mask && isOpen($0) })
        func worth(_ choice: Choice) -> Double {
          let more = Double(choice.value - at.value)
          return byMoney ? more / max(1e-9, choice.cost - at.cost) : more
        }
        guard
          let found = next.max(by: { (worth($0), $1.mask) < (worth($1), $0.mask) }),
          found.value > at.value
        else { break }
        at = found
      }
      // Add, drop or swap one while anything helps.
      while true {
        var masks: [UInt64] = []
        for out in [nil] + costs.indices.map(Optional.some) {
          let without = out.map { at.mask & ~(1 << $0) } ?? at.mask
          if out != nil, without == at.mask { continue }
          masks.append(without)
          masks += additions.map { without | $0 }
        }
        let found = try valued(masks.filter(isOpen)).reduce(at) {
          Self.isBetter($1, than: $0) ? $1 : $0
        }
        if found == at { break }
        at = found
      }
      if Self.isBetter(at, than: best) { best = at }
    }
    return Answer(
      best: best, front: Self.front(of: order.filter { isOpen($0.mask) }), isExact: false,
      valued: order.count)
  }

  private static let nothing = Choice(mask: 0, cost: 0, value: .min)

  static func isBetter(_ first: Choice, than second: Choice) -> Bool {
    if first.value != second.value { return first.value > second.value }
    return (first.cost, first.mask) < (second.cost, second.mask)
  }

  /// Cheapest first, each of more value than all that are as cheap or cheaper.
  static func front(of choices: [Choice]) -> [Choice] {
    var front: [Choice] = []
    for choice in choices.sorted(by: {
      ($0.cost, -$0.value, $0.mask) < ($1.cost, -$1.value, $1.mask)
    })
    where choice.value > front.last?.value ?? .min { front.append(choice) }
    return front
  }
}
