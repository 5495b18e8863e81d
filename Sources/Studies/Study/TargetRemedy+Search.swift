import Analysis
public import Reports

extension TargetRemedy {
  /// Looks for the fewest of a study's scenarios that would meet each reach target it misses.
  ///
  /// The search is exact for bounds that links bring nearer: these never make a way longer, so that
  /// sets are tried by their size until one is enough. A scenario that closes or delays may break
  /// that; then a set that is named is still enough. Other bounds are not searched for.
  ///
  /// - Returns: why scenarios were left out: the baseline has them already.
  /// - Throws: what opening the scenarios throws.
  static func find(
    for values: inout [TargetValue], of study: Study, on shelf: WorkspaceShelf,
    saying: (String) -> Void
  ) throws -> [ScenarioError] {
    let missed = values.indices.filter { index in
      let target = values[index].target
      return !values[index].isMet
        && target.reach?.measure.gains(towards: target.bound.comparator) ?? false
    }
    guard !study.scenarios.isEmpty, !missed.isEmpty else { return [] }
    var options = study.options
    options.compared = study.scenarios
    let workspace = try shelf.workspace(options)
    let (kept, refused) = try workspace.comparisonCases(workspace.compared)
    let scenarios = kept.map(\.scenario)
    let targets = try missed.map { try values[$0].target.reach?.target(in: workspace) }
    var tried = 0
    let answers = try FewestCandidates.answers(candidates: scenarios.count, goals: missed.count) {
      members, goals in
      tried += 1
      saying("\(tried)")
      let world =
        members.isEmpty
        ? workspace.world
        : try workspace.comparisonCase(members.map { scenarios[$0] }, name: "").world
      let survey = TargetSurvey(of: world)
      return try Set(
        goals.filter { goal in
          guard let target = targets[goal], let reading = values[missed[goal]].reading else {
            return false
          }
          let found = try survey.values(of: target, readings: [reading]).first?.value
          return found.map { values[missed[goal]].target.bound.isMet(by: $0) } ?? false
        })
    }
    for (index, answer) in zip(missed, answers) {
      values[index].remedy =
        switch answer {
        case .notEvenAll: .notEvenAll(scenarios.count)
        case .sets(let sets): .sets(sets.map { $0.map { scenarios[$0].name } })
        }
    }
    return refused
  }
}

extension Study.Target {
  fileprivate var reach: Study.Reach? {
    if case .reach(let reach) = basis { return reach }
    return nil
  }
}
