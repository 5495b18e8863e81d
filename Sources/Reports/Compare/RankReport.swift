public import Analysis
import Geometry
import Shapes

/// Which links a budget should buy, ready to be told.
public struct RankReport: GroundReport, Sendable {
  public let ranking: Ranking
  /// Why scenarios were left out.
  public let refused: [ScenarioError]
  /// Where each link's cost comes from.
  public let costSources: [String]
  /// Whether the files also change, close or delay something, which is no candidate.
  public let hasOtherChanges: Bool
  public let ground: ReportGround

  private static let mostPairs = 5
  private static let mostChoices = 12

  public init(
    ranking: Ranking, refused: [ScenarioError], costSources: [String], hasOtherChanges: Bool,
    ground: ReportGround
  ) {
    self.ranking = ranking
    self.refused = refused
    self.costSources = costSources
    self.hasOtherChanges = hasOtherChanges
    self.ground = ground
  }

  var unit: String {
    ranking.question.measure == .money ? language("亿元", "× 100 M yuan") : "km"
  }

  /// The best choice in one sentence.
  public var sentence: String {
    let best = ranking.search.best
    let names = ranking.names(of: best.mask)
    let budget = Figures.short(ranking.question.budget, places: 2)
    guard !names.isEmpty else {
      return language(
        "预算 \(budget) \(unit) 内没有可建的线路。", "No link can be built for \(budget) \(unit).")
    }
    let share = ranking.all > 0 ? Double(best.value) / Double(ranking.all) : 0
    let figures = Figures(language: language)
    let how =
      ranking.search.isExact
      ? language("穷举 \(ranking.search.valued) 种组合", "exact, over \(ranking.search.valued) subsets")
      : language(
        "贪心加交换、非穷举,看过 \(ranking.search.valued) 种组合",
        "greedy with swaps, not exact, \(ranking.search.valued) subsets seen")
    return language(
      "预算 \(budget) \(unit) 内最优:\(names.joined(separator: "、")),用 \(best.cost.fixed(1)) \(unit),"
        + "节省 \(Figures.grouped("\(best.value / 60)")) 人·小时,为全部线路的 \(figures.share(share))(\(how))。",
      "Best for \(budget) \(unit): \(names.joined(separator: ", ")), at \(best.cost.fixed(1)) \(unit), "
        + "saving \(Figures.grouped("\(best.value / 60)")) person-hours, "
        + "\(figures.share(share)) of what all links save (\(how)).")
  }

  public func text() -> String {
    var text = sentence + "\n\n" + linkTable.text + "\n" + frontTable.text + "\n"
    for (pairs, words) in [
      (ranking.complements, language("合起来才划算:", "Pay only together: ")),
      (ranking.substitutes, language("互相替代:", "Stand in for each other: ")),
    ] {
      for pair in pairs.prefix(Self.mostPairs) {
        let names = [pair.first, pair.second].map { ranking.question.links[$0].name }
        text +=
          words + names.joined(separator: " + ")
          + language(
            ",合计 \(hours(pair.together)),分别之和 \(hours(pair.apart)) 人·小时\n",
            ", together \(hours(pair.together)), apart \(hours(pair.apart)) person-hours\n")
      }
    }
    for warning in warningSentences(in: language) {
      text += language("注意:", "Note: ") + warning + "\n"
    }
    return text + notes.closing(in: language)
  }

  /// What a reader must know before using the figures.
  public func warningSentences(in language: Language) -> [String] {
    var sentences = refused.map { $0.words(language) }
    let priced = costSources.indices.filter { costSources[$0] != "file" && costSources[$0] != "km" }
    if !priced.isEmpty {
      let words = priced.map { "\(ranking.question.links[$0].name) \(costSources[$0])" }
      sentences.append(
        language(
          "文件未给造价的按公里×单价(预算、概算与决算混合,未折算物价):\(words.joined(separator: "、"))。",
          "Without a cost in the file, kilometres × unit cost (budgets, estimates and final figures "
            + "mixed, not deflated): \(words.joined(separator: ", "))."))
    }
    let railways = ranking.question.links.filter { !$0.isRoad }.map(\.name)
    if !railways.isEmpty, !ranking.question.mode.takesTrains {
      sentences.append(
        language(
          "此方式只走道路,铁路的节省记为0:\(railways.joined(separator: "、"));加 --mode road-door,rail-door 连铁路一起排。",
          "This mode goes by road, so railways count as saving nothing: "
            + "\(railways.joined(separator: ", ")); --mode road-door,rail-door ranks them, too."))
    }
    if hasOtherChanges {
      sentences.append(
        language(
          "change、close、border_delay 不参与排序,只排新增线路。",
          "change, close and border_delay are no candidates: only links are ranked."))
    }
    return sentences
  }

  func hours(_ personMinutes: Int) -> String { Figures.grouped("\(personMinutes / 60)") }

  private var linkTable: TextTable {
    var table = TextTable([
      .init(title: "#", isNumber: true),
      .init(title: language("线路", "link"), isNumber: false),
      .init(title: "km", isNumber: true),
      .init(title: unit, isNumber: true),
      .init(title: language("单独(人·小时)", "alone (person-h)"), isNumber: true),
      .init(title: language("每\(unit)", "per \(unit)"), isNumber: true),
      .init(title: language("入选", "chosen"), isNumber: false),
      .init(title: language("最后加入", "last in"), isNumber: true),
    ])
    for (rank, index) in ranking.order.enumerated() {
      let cost = ranking.question.costs[index]
      let chosen = ranking.search.best.members.contains(index)
      table.append([
        "\(rank + 1)", ranking.question.links[index].name,
        ranking.question.links[index].length.kilometers.fixed(1), cost.fixed(1),
        hours(ranking.alone[index]),
        cost > 0 ? Figures.grouped((Double(ranking.alone[index]) / 60 / cost).fixed(0)) : "–",
        chosen ? language("是", "yes") : "", ranking.lastIn[index].map(hours) ?? "",
      ])
    }
    return table
  }

  private var frontTable: TextTable {
    var table = TextTable([
      .init(title: language("花费", "cost"), isNumber: true),
      .init(title: language("节省(人·小时)", "saves (person-h)"), isNumber: true),
      .init(title: language("组合", "links"), isNumber: false),
    ])
    // The last ones are the best; of a long front those spread over it.
    let front = ranking.search.front.filter { $0.mask != 0 }
    let step = max(1, (front.count + Self.mostChoices - 1) / Self.mostChoices)
    for (index, choice) in front.enumerated() where (front.count - 1 - index) % step == 0 {
      table.append([
        choice.cost.fixed(1), hours(choice.value),
        ranking.names(of: choice.mask).joined(separator: language("、", ", ")),
      ])
    }
    return table
  }
}
