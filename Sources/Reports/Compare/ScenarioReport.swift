public import Analysis
public import Geometry
import Shapes

/// What scenarios will do to the baseline, before anything is worked out.
public struct ScenarioReport: Sendable {
  public let applied: AppliedScenarios
  public let region: Region
  public let language: Language

  public init(applied: AppliedScenarios, region: Region, language: Language) {
    self.applied = applied
    self.region = region
    self.language = language
  }

  /// Lengths, where each end joins, what was snapped to what.
  public func text() -> String {
    var text = applied.scenarios.map(\.name).joined(separator: " + ") + "\n"
    for account in applied.links {
      let link = account.link
      var line = "  + \(link.name): \(link.modeWord), \(link.length.kilometers.fixed(1)) km"
      if !link.isDrawn, link.kilometers == nil {
        line += language(" (大地线×\(link.circuity))", " (geodesic × \(link.circuity))")
      }
      if let speed = account.speed { line += ", \(Figures.short(speed, places: 1)) km/h" }
      if let cost = link.cost {
        line += language(
          ", \(Figures.short(cost, places: 2)) 亿元",
          ", \(Figures.short(cost, places: 2)) × 100 M yuan")
      }
      text += line + "\n"
      for junction in account.junctions { text += "      " + words(junction) + "\n" }
      let closed = link.course.filter { !$0.isInterchange }
      if !closed.isEmpty {
        text +=
          language("      经过但不设互通:", "      passed without an interchange: ")
          + closed.map(\.words).joined(separator: language("、", ", ")) + "\n"
      }
    }
    for account in applied.stretches {
      let size = "\(account.edges.count) edges, \(account.length.kilometers.fixed(1)) km"
      switch account.kind {
      case .closure:
        text += language("  × 关闭 ", "  × closed: ") + "\(account.stretch.words): \(size)\n"
      case .change(let speed, let roadClass):
        let words = [speed.map { "\(Figures.short($0, places: 1)) km/h" }, roadClass?.rawValue]
        text +=
          language("  ~ 改为 ", "  ~ changed to ")
          + words.compactMap { $0 }.joined(separator: ", ")
          + ": \(account.stretch.words): \(size)\n"
      }
    }
    for account in applied.delays {
      let pair = account.delay.provinces.map { language(region.provinces[$0].name) }
        .joined(separator: "–")
      text +=
        "  | \(pair): +\(Figures.short(account.delay.minutes, places: 2)) min, "
        + language(
          "\(account.edges) 条路段承担,\(account.edgesToNone) 条通往数据外不计,末端越界不计\n",
          "\(account.edges) edges pay, \(account.edgesToNone) lead outside and never do, "
            + "nor do last legs over the border\n")
    }
    return text
  }

  private func words(_ junction: AppliedScenarios.Junction) -> String {
    if let link = junction.meets {
      return language(
        "\(junction.point.words):与 \(link) 相接", "\(junction.point.words): meets \(link)")
    }
    guard let distance = junction.distance, let node = junction.node else {
      return junction.point.words
    }
    let at = "\(node.longitude.fixed(4)),\(node.latitude.fixed(4))"
    return language(
      "\(junction.point.words):互通,接 \(at) 处道路,直线 \((distance / 1_000).fixed(2)) km",
      "\(junction.point.words): interchange, joined to the road at \(at), "
        + "\((distance / 1_000).fixed(2)) km off")
  }

  /// What a base year takes away.
  public static func words(
    base: Int, closed: [Opening], notFound: [Opening], language: Language
  ) -> String {
    func list(_ openings: [Opening]) -> String {
      openings.map { "\($0.name) (\($0.date))" }.joined(separator: language("、", ", "))
    }
    var text = language("基准年 \(base)\n", "base \(base)\n")
    if !closed.isEmpty {
      text += language("  此后开通、已封闭:", "  opened later, closed: ") + list(closed) + "\n"
    }
    if !notFound.isEmpty {
      text +=
        language("  此后开通、本数据无法定位:", "  opened later, not located in this dataset: ")
        + list(notFound) + "\n"
    }
    return text
  }
}
