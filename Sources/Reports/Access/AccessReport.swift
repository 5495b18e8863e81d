public import Analysis
import Geometry
import Routing
import Shapes

/// An answer about access, ready to be told as text or as a page.
public struct AccessReport: GroundReport, Sendable {
  public let answer: AccessAnswer
  public let ground: ReportGround

  public init(answer: AccessAnswer, ground: ReportGround) {
    self.answer = answer
    self.ground = ground
  }

  /// What must be known before the figures are used, in a language.
  public func warningSentences(in language: Language) -> [String] {
    let ground = ground.told(in: language)
    return answer.warnings.map { warning in
      switch warning {
      case .cutOff(let names):
        language(
          "\(names.count)处可达的份额不足一半,不计平均时间:\(ground.list(names))。",
          "\(names.count) places reach less than half of all and have no average time: "
            + "\(ground.list(names)).")
      case .unreached(let names, let share):
        language(
          "\(names.count)个目的地无路可达,占总量\((share * 100).fixed(2))%:\(ground.list(names))。",
          "\(names.count) destinations are not reached by any road, \((share * 100).fixed(2))% of "
            + "the total: \(ground.list(names)).")
      case .withoutMass(let names):
        language(
          "\(names.count)个单位没有该项数据,按无计(不是零):\(ground.list(names))。",
          "No figure, which is not zero, for \(ground.list(names)).")
      case .withoutSeat(let names):
        language(
          "\(names.count)个单位没有驻地:\(ground.list(names))。",
          "No seat in the data for \(ground.list(names)).")
      case .nearFrame(let count, let share):
        language(
          "\(count)处周围\(Int(answer.question.parameters.frame))公里内的陆地有\(Int(share * 100))%以上在数据范围之外"
            + "(edge_share),近处的人口没有计入:总量偏低、平均时间偏高,地图上加斜线。",
          "\(count) places have \(Int(share * 100))% or more of the land within "
            + "\(Int(answer.question.parameters.frame)) km beyond the dataset (edge_share), so "
            + "that people nearby are not counted: sums are too low, average times too high; maps "
            + "hatch them.")
      case .farFromRoads(let names):
        language(
          "\(names.count)处驻地离最近道路超过2公里:\(ground.list(names))。",
          "\(names.count) seats are more than 2 km from the nearest road: \(ground.list(names)).")
      }
    }
  }

  /// How the figures were worked out, with every number they hang on.
  func methodSentences() -> [String] {
    let parameters = answer.question.parameters
    let words = PageWords(language)
    let mass = massName(answer.question.mass)
    func short(_ value: Double) -> String { Figures.short(value, places: 2) }
    var sentences = [
      language(
        "\(words.mode(answer.question.mode)),自\(words.reading(answer.question.reading))到目的地驻地;"
          + "目的地的\(mass)都算在其驻地。到自身的时间为½√(A/π)/v,v={v}km/h;任何行程不短于{s}分钟。"
          .replacing("{v}", with: short(answer.innerSpeed))
          .replacing("{s}", with: short(parameters.shortest)),
        "\(words.mode(answer.question.mode)), from the \(words.reading(answer.question.reading)) to the "
          + "destinations' seats, where all their \(mass) are taken to be. A place is ½√(A/π)/v from "
          + "itself, v = \(short(answer.innerSpeed)) km/h; no trip is shorter than "
          + "\(short(parameters.shortest)) min.")
    ]
    for indicator in answer.question.indicators {
      sentences.append(formula(of: indicator, parameters))
    }
    sentences.append(
      language(
        "变异系数按地点等权,基尼与泰尔系数按人口加权;莫兰指数用共边邻接、行标准化,"
          + "\(parameters.permutations)次置换(种子\(parameters.seed)),双侧p;"
          + "局部莫兰\(parameters.localPermutations)次,控制错误发现率5%。",
        "Variation is over places, Gini and Theil over people; Moran's I over neighbours that share "
          + "a line, row-standardised, \(parameters.permutations) permutations (seed "
          + "\(parameters.seed)), two-sided p; local Moran by \(parameters.localPermutations), at a false "
          + "discovery rate of 5 %."))
    return sentences
  }

  private func formula(of indicator: AccessIndicator, _ parameters: AccessParameters) -> String {
    func short(_ value: Double) -> String { Figures.short(value, places: 2) }
    return switch indicator {
    case .watt:
      language(
        "加权平均旅行时间 WATT = ΣT·M/ΣM(Gutiérrez 2001)。",
        "Weighted average travel time = ΣT·M/ΣM (Gutiérrez 2001).")
    case .potential:
      language(
        "经济潜能 = ΣM/T^\(short(parameters.exponent)),含自身(Hansen 1959)。",
        "Potential = ΣM/T^\(short(parameters.exponent)), the place itself included (Hansen 1959).")
    case .daily:
      language(
        "日常可达性 = T不超过各时限的M之和。",
        "Daily accessibility = M within the limit, all of it or none.")
    case .transportPerformance:
      language(
        "交通绩效 = 时限内可达的M ÷ 直线半径内的M(欧盟委员会2019:90分钟/120公里)。",
        "Transport performance = M within the drive ÷ M within the radius (European Commission "
          + "2019: 90 min over 120 km).")
    case .linkage:
      language(
        "经济联系强度 R = ΣMᵢMⱼ/T²,隶属度 = 最强一对的份额。",
        "Linkage R = ΣMᵢMⱼ/T²; membership = the share of the strongest pair.")
    case .decay:
      language(
        "衰减可达性 = ΣM·exp(−T/\(short(parameters.decay)))。",
        "Decayed access = ΣM·exp(−T/\(short(parameters.decay))).")
    case .target:
      language(
        "1-2-3目标的读法:到所属地市\(short(parameters.targets[0]))分钟、到本省省会\(short(parameters.targets[1]))分钟、"
          + "到最近外省省会\(short(parameters.targets[2]))分钟。",
        "The 1-2-3 target is read as \(short(parameters.targets[0])) min to the own prefecture, "
          + "\(short(parameters.targets[1])) to the province's capital, "
          + "\(short(parameters.targets[2])) to the nearest other one.")
    }
  }

  func massName(_ mass: AccessMass) -> String {
    switch mass {
    case .people: language("人口", "people")
    case .urban: language("城镇人口", "town residents")
    case .table(let name, _): name
    }
  }
}
