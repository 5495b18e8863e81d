import Analysis
import TestSupport
import Testing

/// Sets of candidates against goals whose answers are known or enumerated.
@Suite struct FewestCandidatesTests {
  @Test func aGoalThatIsMetNeedsNothingAndOneThatIsOutOfReachSaysSo() {
    let answers = FewestCandidates.answers(candidates: 2, goals: 2) { _, goals in
      Set(goals.filter { $0 == 0 })
    }
    #expect(answers == [.sets([[]]), .notEvenAll])
  }

  @Test func allSetsOfTheSmallestSizeAreFound() {
    // Goal 0 needs 0 and 1 together; goal 1 either 1 or 2.
    let answers = FewestCandidates.answers(candidates: 3, goals: 2) { members, goals in
      Set(
        goals.filter { goal in
          goal == 0
            ? members.contains(0) && members.contains(1)
            : members.contains(1) || members.contains(2)
        })
    }
    #expect(answers == [.sets([[0, 1]]), .sets([[1], [2]])])
  }

  @Test func setsAreLookedAtOnceForAllGoals() {
    var looked: [[Int]] = []
    _ = FewestCandidates.answers(candidates: 3, goals: 3) { members, goals in
      looked.append(members)
      return Set(goals.filter { members.count > $0 })
    }
    // All first; then none, ones, twos: the last goal is met by three.
    #expect(looked.count == 8)
    #expect(Set(looked).count == 8)
  }

  /// Random weights: a set is enough where its weights reach the goal's.
  @Test func agreesWithEnumeration() {
    for seed in 1...50 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...6, using: &generator)
      let weights = (0..<count).map { _ in Int.random(in: 0...9, using: &generator) }
      let wanted = (0..<4).map { _ in Int.random(in: 0...40, using: &generator) }
      func sum(_ members: [Int]) -> Int { members.reduce(0) { $0 + weights[$1] } }
      let answers = FewestCandidates.answers(candidates: count, goals: wanted.count) {
        members, goals in Set(goals.filter { sum(members) >= wanted[$0] })
      }
      for (answer, wanted) in zip(answers, wanted) {
        let enough = (0..<1 << count).map { mask in (0..<count).filter { mask >> $0 & 1 == 1 } }
          .filter { sum($0) >= wanted }
        guard let least = enough.map(\.count).min() else {
          #expect(answer == .notEvenAll)
          continue
        }
        guard case .sets(let sets) = answer else {
          Issue.record("seed \(seed): \(wanted) can be reached")
          continue
        }
        #expect(Set(sets) == Set(enough.filter { $0.count == least }), "seed \(seed)")
      }
    }
  }
}
