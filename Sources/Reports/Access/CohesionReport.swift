public import Analysis
import Geometry
import Shapes

/// An answer about how systems hang together, ready to be told as text or as a page.
public struct CohesionReport: GroundReport, Sendable {
  public let answer: CohesionAnswer
  /// Systems that name fewer than two members.
  public let leftOut: [String]
  public let ground: ReportGround

  public init(answer: CohesionAnswer, leftOut: [String], ground: ReportGround) {
    self.answer = answer
    self.leftOut = leftOut
    self.ground = ground
  }

  /// The answer for a terminal.
  public func text() -> String {
    var text = sentence + "\n\n" + systemTable.text + "\n"
    if answer.systems.count == 1, let lines = details(of: answer.systems[0]) {
      text += lines + "\n"
    }
    return text
      + ground.closing(
        warnings: warningSentences(in: language),
        method: methodSentences.joined(separator: language("", " ")))
  }

  /// The answer in one sentence.
  public var sentence: String {
    let figures = Figures(language: language)
    let systems = answer.systems
    if systems.count == 1, let only = systems.first {
      return language(
        "\(language(only.system.name)):\(only.system.members.count)个成员两两平均\(figures.minutes(only.meanMinutes))分钟,"
          + "\(answer.question.within.last.map { figures.minutes($0) } ?? "")分钟内的占\(figures.share(only.shares.last))。",
        "\(language(only.system.name)): \(figures.minutes(only.meanMinutes)) min on average between its "
          + "\(only.system.members.count) members, \(figures.share(only.shares.last)) of pairs within "
          + "\(answer.question.within.last.map { figures.minutes($0) } ?? "") min.")
    }
    let whole = systems.count { $0.shares.last == 1 }
    let closed = systems.count { $0.ring?.isClosed == true }
    let rings = systems.count { $0.ring != nil }
    let limit = answer.question.within.last.map { figures.minutes($0) } ?? ""
    return language(
      "\(systems.count)个体系:\(whole)个的成员两两都在\(limit)分钟内;可成环的\(rings)个中\(closed)个闭合。",
      "\(systems.count) systems: in \(whole) all members are within \(limit) min of each other; of "
        + "\(rings) that could be rings \(closed) are closed.")
  }

  private var systemTable: TextTable {
    let figures = Figures(language: language)
    var table = TextTable(
      [
        .init(title: language("体系", "system"), isNumber: false),
        .init(title: language("成员", "members"), isNumber: true),
        .init(title: language("人口", "people"), isNumber: true),
        .init(title: language("合并规模", "merged size"), isNumber: false),
        .init(title: language("两两平均", "mean min"), isNumber: true),
        .init(title: language("最慢", "slowest"), isNumber: true),
      ]
        + answer.question.within.map {
          .init(title: "≤" + figures.minutes($0) + language("分", " min"), isNumber: true)
        } + [
          .init(title: language("连片", "in one piece"), isNumber: false),
          .init(title: language("环", "ring"), isNumber: false),
          .init(title: language("一圈", "lap"), isNumber: true),
          .init(title: language("断一路", "one road cut"), isNumber: true),
        ])
    for cohesion in answer.systems {
      let ring = cohesion.ring.map {
        $0.isClosed ? language("闭合", "closed") : language("未闭合", "open")
      }
      table.append(
        [
          language(cohesion.system.name), "\(cohesion.system.members.count)",
          figures.people(cohesion.people), cohesion.sizeClass.map(className) ?? "–",
          figures.minutes(cohesion.meanMinutes), figures.minutes(cohesion.slowest?.minutes),
        ] + cohesion.shares.map { figures.share($0) } + [
          cohesion.pieces <= 1
            ? language("是", "yes") : language("\(cohesion.pieces)片", "\(cohesion.pieces) pieces"),
          ring ?? "–", figures.minutes(cohesion.ring?.minutes),
          cohesion.cut.map { cut in
            cut.lostPairs > 0
              ? language("断\(cut.lostPairs)对", "\(cut.lostPairs) pairs lost")
              : "+" + figures.minutes(cut.addedMinutes)
          } ?? "–",
        ])
    }
    return table
  }

  /// The order of the lap, the slowest pair and the road that matters most.
  func details(of cohesion: SystemCohesion) -> String? {
    let figures = Figures(language: language)
    func name(_ member: Int) -> String {
      language(ground.region.name(of: cohesion.system.members[member]))
    }
    var lines: [String] = []
    if let slowest = cohesion.slowest {
      lines.append(
        language("最慢的一对:", "Slowest pair: ") + name(slowest.from) + "–" + name(slowest.to) + " "
          + figures.minutes(slowest.minutes) + language("分钟", " min"))
    }
    if let ring = cohesion.ring {
      let order = (ring.order + [ring.order[0]]).map(name).joined(separator: "–")
      lines.append(
        language("绕行一圈:", "Lap: ") + order + " " + figures.minutes(ring.minutes)
          + language("分钟,重复路段", " min, driven twice ") + figures.share(ring.repeatedShare))
    }
    if let cut = cohesion.cut {
      let county = cut.county.map { language(ground.region.counties[$0].name) } ?? ""
      let road = cut.road.isEmpty ? language("干线", "main road") : cut.road
      lines.append(
        language("最要紧的一段:", "Most critical road: ") + road + " " + county + " +"
          + figures.minutes(cut.addedMinutes) + language("分钟", " min")
          + (cut.lostPairs > 0
            ? language(",断\(cut.lostPairs)对", ", \(cut.lostPairs) pairs lost") : ""))
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
  }

  func className(_ size: CitySizeClass) -> String {
    switch size {
    case .supercity: language("超大城市", "super city")
    case .veryLarge: language("特大城市", "very large city")
    case .large1: language("Ⅰ型大城市", "large city I")
    case .large2: language("Ⅱ型大城市", "large city II")
    case .medium: language("中等城市", "medium city")
    case .small1: language("Ⅰ型小城市", "small city I")
    case .small2: language("Ⅱ型小城市", "small city II")
    }
  }

  /// What must be known before the figures are used, in a language.
  public func warningSentences(in language: Language) -> [String] {
    guard !leftOut.isEmpty else { return [] }
    let shown = leftOut.prefix(10).joined(separator: language("、", ", "))
    return [
      language(
        "没有写明两个以上成员而略去的\(leftOut.count)个体系:\(shown)\(leftOut.count > 10 ? "等" : "")。",
        "\(leftOut.count) systems left out that name fewer than two members: \(shown)"
          + (leftOut.count > 10 ? " and more." : "."))
    ]
  }

  var methodSentences: [String] {
    let words = PageWords(language)
    let twice = Figures.short(CohesionQuestion.repeatedAtMost * 100, places: 1)
    return [
      language(
        "\(words.mode(answer.question.mode)),\(words.reading(answer.question.reading))之间。合并规模按各成员城镇人口之和"
          + "(国发〔2014〕51号的分级;该文按城区人口,故偏大)。环:经过全部成员的最短一圈(至多\(CohesionQuestion.longestRing)个,"
          + "Held和Karp 1962),重复路段不超过\(twice)%为闭合。断一路:对自由流最快路线上路段逐一封闭,取危害最大者。",
        "\(words.mode(answer.question.mode)), between the \(words.reading(answer.question.reading))s. Merged "
          + "size by the town residents of all members (classes of 国发〔2014〕51号, which counts built-up "
          + "areas only). Ring: the shortest lap past all members (at most "
          + "\(CohesionQuestion.longestRing); Held and Karp 1962), closed if no more than \(twice) % of it "
          + "is driven twice. One road cut: the worst of the roads on the fastest ways in free flow."
      )
    ]
  }
}
