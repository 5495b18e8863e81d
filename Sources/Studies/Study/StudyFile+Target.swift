import Analysis
import Geometry
import Shapes

extension StudyFile.Reader {
  private static let common = ["id", "zh", "en", "quote", "document", "line", "compare", "must"]

  /// A target: its sentence, its bound, and one of `reach`, `table` and `figure`.
  func target(_ node: YAMLNode, questions: [String]) throws -> Study.Target {
    let kinds = ["reach", "table", "figure"]
    let members = try node.members(of: "a target", known: Self.common + kinds)
    let given = kinds.filter { members[$0] != nil }
    guard given.count == 1, let kind = given.first, let content = members[kind] else {
      throw node.fault("a target has \(given.count) of reach, table and figure; give one")
    }
    let compare = try node.required("compare", in: members)
    let text = try compare.text(of: "compare")
    guard let bound = TargetBound(parsing: text) else {
      throw compare.fault(
        "compare is '\(text.prefix(30))'; give a comparator, a number and a unit, as in '>= 100 %'")
    }
    let basis = try self.basis(kind, content, questions)
    try check(bound, of: basis, at: compare)
    return Study.Target(
      id: try node.required("id", in: members).text(of: "id"),
      words: try node.words(of: "a target", members), source: try source(node, members),
      bound: bound, isMust: try members["must"]?.flag(of: "must") ?? false,
      basis: basis, at: node.place)
  }

  private func basis(_ kind: String, _ node: YAMLNode, _ questions: [String]) throws -> Study.Basis
  {
    switch kind {
    case "reach": .reach(try reach(node))
    case "table": .table(try table(node))
    default: .figure(try figure(node, questions))
    }
  }

  private func reach(_ node: YAMLNode) throws -> Study.Reach {
    let members = try node.members(
      of: "reach", known: ["measure", "of", "within", "from", "mode", "readings"])
    let from = try node.required("from", in: members)
    let names = try from.values(of: "from")
    guard !names.isEmpty else { throw from.fault("from is empty; give places, or each") }
    let measure = try node.required("measure", in: members)
    let mode = try members["mode"]?.one(of: "mode", TravelMode.self) ?? .roadDoor
    let counted = try measure.one(of: "measure", ReachTarget.Measure.self)
    guard !counted.isOfGround || mode.reachesGround else {
      throw measure.fault(
        "\(counted.rawValue) within minutes \(mode.rawValue) have no ground to be counted on; give "
          + "seats, units or minutes")
    }
    guard names != ["each"] || counted.isOfGround else {
      throw measure.fault(
        "\(counted.rawValue) cannot be held against each county's own start; give people or area")
    }
    return Study.Reach(
      measure: counted,
      of: try node.required("of", in: members).values(of: "of").joined(separator: ","),
      from: names == ["each"] ? [] : names,
      minutes: try node.required("within", in: members).number(of: "within", in: 0.01...17_000),
      mode: mode,
      readings: try members["readings"].map { try readings($0, of: counted) }
        ?? ReachTarget.Reading.allCases.filter { counted != .units || $0 != .members })
  }

  /// Between members there are pairs, which are no number of units.
  private func readings(
    _ node: YAMLNode, of measure: ReachTarget.Measure
  ) throws -> [ReachTarget.Reading] {
    let readings = try node.items(of: "readings")
      .map { try $0.one(of: "a reading", ReachTarget.Reading.self) }
    guard !readings.isEmpty, Set(readings).count == readings.count else {
      throw node.fault("readings are none, or one comes twice; give each once")
    }
    guard measure != .units || !readings.contains(.members) else {
      throw node.fault("between members there are pairs and no units; give seats for their share")
    }
    return readings
  }

  /// What a bound on a measure may be written in.
  private func check(_ bound: TargetBound, of basis: Study.Basis, at node: YAMLNode) throws {
    guard case .reach(let reach) = basis else { return }
    let units =
      switch reach.measure {
      case .people, .area, .seats: ["%"]
      case .minutes: ["min", "分钟"]
      case .units: [bound.unit]
      }
    guard units.contains(bound.unit) else {
      throw node.fault(
        "\(reach.measure.rawValue) are in \(units.joined(separator: " or ")), and compare is in "
          + "'\(bound.unit.prefix(20))'")
    }
  }

  private func table(_ node: YAMLNode) throws -> Study.Table {
    let members = try node.members(
      of: "table",
      known: ["measure", "file", "column", "rows", "over", "at_least", "below"])
    let measure = try node.required("measure", in: members)
      .one(of: "measure", Study.Table.Measure.self)
    let usual: Double = measure == .primacy ? 2 : 1
    return Study.Table(
      measure: measure,
      path: resolved(try node.required("file", in: members).text(of: "file")),
      column: try node.required("column", in: members).text(of: "column"),
      rows: try rows(members["rows"]),
      over: try members["over"]?.number(of: "over", in: 1...1_000) ?? usual,
      lower: try members["at_least"]?.number(of: "at_least", in: -1e12...1e12) ?? -.infinity,
      upper: try members["below"]?.number(of: "below", in: -1e12...1e12) ?? .infinity)
  }

  private func figure(_ node: YAMLNode, _ questions: [String]) throws -> Study.Figure {
    let members = try node.members(
      of: "figure", known: ["question", "table", "column", "rows", "take"])
    let question = try node.required("question", in: members)
    let name = try question.text(of: "question")
    guard questions.contains(name) else {
      throw question.fault(
        "no question of this study is called '\(name.prefix(40))'; it has "
          + questions.joined(separator: ", "))
    }
    let take = try members["take"]?.one(of: "take", Study.Figure.Take.self) ?? .most
    if take != .count { _ = try node.required("column", in: members) }
    return Study.Figure(
      question: name, table: try node.required("table", in: members).text(of: "table"),
      column: try members["column"]?.text(of: "column"), rows: try rows(members["rows"]),
      take: take)
  }

  private func rows(_ node: YAMLNode?) throws -> [String: String] {
    guard let node else { return [:] }
    return try node.members().mapValues { try $0.text(of: "a value of rows") }
  }
}
