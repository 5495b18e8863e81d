public import Analysis
import Foundation
import Geometry
import Shapes

/// What a border costs, taken apart, ready to be told.
public struct BorderEffectReport: GroundReport, Sendable {
  public let effect: BorderEffect
  public let ground: ReportGround

  public init(effect: BorderEffect, ground: ReportGround) {
    self.effect = effect
    self.ground = ground
  }

  var names: String {
    effect.question.provinces.map { language(region.provinces[$0].name) }.joined(separator: "–")
  }

  /// How much longer a trip over the border takes than one of its length within a province.
  private var ratio: Double? {
    guard effect.crossing.pairs > 0, effect.within.pairs > 0 else { return nil }
    return effect.crossing.minutesPerKilometer / effect.within.minutesPerKilometer
  }

  public var sentence: String {
    let reach = Figures.short(effect.question.reach / 1_000, places: 1)
    guard let ratio else {
      return language(
        "\(names):驻地直线\(reach)km以内没有可比的跨省出行。",
        "\(names): no trips over the border between seats within \(reach) km to compare.")
    }
    let parts = factors.map { "\($0.name)×\($0.factor.fixed(3))" }
      .joined(separator: language("、", ", "))
    return language(
      "\(names):\(effect.crossing.pairs)对跨省驻地(直线\(reach)km以内)每直线公里用时为省内相当距离的\(ratio.fixed(3))倍(\(parts));"
        + "\(measureClause)。",
      "\(names): for \(counted(effect.crossing.pairs, "pair", "pairs")) of seats over the border within "
        + "\(reach) km a straight kilometre takes \(ratio.fixed(3)) times the minutes of like pairs "
        + "within a province (\(parts)); \(measureClause).")
  }

  /// What the three measures save, or that they save nothing that two decimals show.
  private var measureClause: String {
    let all = effect.meanMinutesOfAll.fixed(2)
    let each = BorderMeasure.allCases.map(minutes)
    guard ([all] + each).contains(where: { $0 != "0.00" }) else {
      return language("三项措施在这里都不节省时间", "none of the three measures saves time here")
    }
    let measures = zip(BorderMeasure.allCases, each).map { "\(words($0))\($1)" }
      .joined(separator: language("、", ", "))
    return language(
      "三项措施平均每对省\(all)分钟:\(measures)",
      "the three measures save \(all) minutes a pair: \(measures)")
  }

  /// The three factors whose product is the ratio.
  var factors: [(name: String, factor: Double)] {
    [
      (language("绕行", "detour "), exp(effect.detourPart)),
      (language("速度", "speed "), exp(effect.speedPart)),
      (language("延误", "delay "), exp(effect.delayPart)),
    ]
  }

  func words(_ measure: BorderMeasure) -> String {
    switch measure {
    case .removeDelays: language("消除延误", "delays removed ")
    case .raiseClass: language("提高等级", "class raised ")
    case .joinDeadEnds: language("打通断头路", "dead ends joined ")
    }
  }

  private func minutes(_ measure: BorderMeasure) -> String {
    effect.meanMinutes(of: measure).fixed(2)
  }

  public func text() -> String {
    var pairs = TextTable([
      .init(title: language("驻地对", "pairs"), isNumber: false),
      .init(title: language("对数", "number"), isNumber: true),
      .init(title: language("绕行系数", "detour"), isNumber: true),
      .init(title: "km/h", isNumber: true),
      .init(title: language("每直线km分钟", "min a straight km"), isNumber: true),
    ])
    for (title, means) in sides {
      pairs.append([
        title, "\(means.pairs)", means.detour.fixed(3), means.speed.fixed(1),
        means.minutesPerKilometer.fixed(3),
      ])
    }
    var measures = TextTable([
      .init(title: language("措施", "measure"), isNumber: false),
      .init(title: language("处数", "places"), isNumber: true),
      .init(title: language("平均每对省(分钟)", "saves a pair (min)"), isNumber: true),
    ])
    for measure in BorderMeasure.allCases {
      measures.append([words(measure), "\(count(measure))", minutes(measure)])
    }
    measures.append([language("合计", "all"), "", effect.meanMinutesOfAll.fixed(2)])
    var text = sentence + "\n\n" + pairs.text + "\n" + measures.text + "\n"
    for warning in warningSentences(in: language) {
      text += language("注意:", "Note: ") + warning + "\n"
    }
    return text + notes.closing(in: language)
  }

  var sides: [(title: String, means: BorderEffect.PairMeans)] {
    [
      (language("跨省", "over the border"), effect.crossing),
      (language("省内(距离相当)", "within, of like length"), effect.within),
    ]
  }

  func count(_ measure: BorderMeasure) -> Int {
    switch measure {
    case .removeDelays: effect.delayedEdges
    case .raiseClass: effect.raisedEdges
    case .joinDeadEnds: effect.deadEnds.count
    }
  }

  /// What a reader must know before using the figures.
  public func warningSentences(in language: Language) -> [String] {
    var sentences = [
      language(
        "自由流、驻地到驻地;延误只在情景给出 border_delay 时才有。断头路按路网端点判断,数据只画干线,乡道不在内。",
        "Free flow, seat to seat; there is delay only where a scenario gives border_delay. Dead ends "
          + "are ends of the drawn roads, which are main roads alone.")
    ]
    if effect.pairsWithoutWay > 0 {
      sentences.append(
        language(
          "\(effect.pairsWithoutWay)对跨省驻地没有道路相通,未计。",
          "\(counted(effect.pairsWithoutWay, "pair", "pairs")) over the border without a way: "
            + "left out."))
    }
    return sentences
  }
}
