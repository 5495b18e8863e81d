public import Analysis
import Geometry
import Shapes

/// A comparison of scenarios, ready to be told.
public struct CompareReport: GroundReport, Sendable {
  public let comparison: Comparison
  /// Why scenarios were left out.
  public let refused: [ScenarioError]
  /// The year that the baseline stands for; nil takes the dataset as it is.
  public let base: Int?
  public let ground: ReportGround

  public init(comparison: Comparison, refused: [ScenarioError], base: Int?, ground: ReportGround) {
    self.comparison = comparison
    self.refused = refused
    self.base = base
    self.ground = ground
  }

  /// Each indicator that is known before and after, case by case.
  var accessChanges:
    [(answer: CaseAnswer, indicator: ComparedIndicator, before: Double, after: Double)]
  {
    comparison.cases.flatMap { answer in
      comparison.indicators.compactMap { indicator in
        guard
          let before = comparison.mean(of: indicator, by: comparison.baseline, in: region),
          let after = comparison.mean(of: indicator, by: answer, in: region)
        else { return nil }
        return (answer, indicator, before, after)
      }
    }
  }

  /// What a reader must know before using the figures.
  public func warningSentences(in language: Language) -> [String] {
    var sentences = refused.map { $0.words(language) }
    if let base {
      sentences.append(
        language(
          "基准为 \(base) 年底:此后开通且本数据能定位的路段已封闭;没有开通日期的道路按原始数据(2024年初)。",
          "The baseline is that of the end of \(base): stretches opened later are closed where the "
            + "dataset could locate them; roads without an opening date are as of early 2024."))
    }
    for answer in comparison.cases {
      guard let applied = answer.applied else { continue }
      let undrawn = applied.links.filter { !$0.link.isDrawn && $0.link.kilometers == nil }
      if !undrawn.isEmpty {
        let names = undrawn.map { "\($0.link.name) \($0.link.length.kilometers.fixed(1)) km" }
        sentences.append(
          language(
            "\(answer.name):未给线形,长度按大地线×\(undrawn[0].link.circuity)估算(\(names.joined(separator: "、")))。",
            "\(answer.name): no course is drawn, so lengths are geodesics × "
              + "\(undrawn[0].link.circuity) (\(names.joined(separator: ", ")))."))
      }
      let railways = applied.links.filter { !$0.link.isRoad }
      if !railways.isEmpty, !comparison.question.mode.takesTrains {
        let names = railways.map(\.link.name).joined(separator: language("、", ", "))
        sentences.append(
          language(
            "\(answer.name):此方式只走道路,铁路只画出、不计时间(\(names));"
              + "计铁路用 --mode road-door,rail-door。",
            "\(answer.name): this mode goes by road, so a railway is drawn and changes no time "
              + "(\(names)); to count it use --mode road-door,rail-door."))
      }
      for delay in applied.delays {
        let pair = delay.delay.provinces.map { language(region.provinces[$0].name) }
          .joined(separator: "–")
        sentences.append(
          language(
            "\(answer.name):\(pair)省界延误由 \(delay.edges) 条路段承担;另有 \(delay.edgesToNone) 条通往数据范围外,不计;"
              + "离开路网的末端越过省界,也不计延误。",
            "\(answer.name): \(delay.edges) edges pay the delay between \(pair); "
              + "\(delay.edgesToNone) more lead to ground outside the dataset and never pay, nor do "
              + "last legs off the roads that cross the border."))
      }
    }
    var seen: Set<String> = []
    return sentences.filter { seen.insert($0).inserted }
  }
}
