import Analysis
public import Reports

extension TargetRemedy {
  /// Looks for the fewest of a study's scenarios that would meet each reach target it misses.
  ///
  /// The search is exact: links that are added never make a way longer, so that sets are tried by
  /// their size until one is enough. A scenario that closes or delays may break that; then a set that
  /// is named is still enough.
  ///
  /// - Throws: what opening the scenarios throws, also where the baseline has one already.
  static func find(
    for values: inout [TargetValue], of study: Study, on shelf: WorkspaceShelf,
    saying: (String) -> Void
  ) throws {
    let missed = values.indices.filter { !values[$0].isMet && values[$0].target.reach != nil }
    guard !study.scenarios.isEmpty, !missed.isEmpty else { return }
    var options = study.options
    options.compared = study.scenarios
    let workspace = try shelf.workspace(options)
    let (kept, refused) = try workspace.comparisonCases(workspace.compared)
    if let refused = refused.first { throw refused }
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
  }
}

extension Study.Target {
  fileprivate var reach: Study.Reach? {
    if case .reach(let reach) = basis { return reach }
    return nil
  }
}
