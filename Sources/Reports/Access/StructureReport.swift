public import Analysis
import Geometry
import Shapes

/// An answer about structure, ready to be told as text or as a page.
public struct StructureReport: GroundReport, Sendable {
  public let answer: StructureAnswer
  public let ground: ReportGround
  public let isBackbone: Bool

  private static let shownRanks = 10

  public init(answer: StructureAnswer, ground: ReportGround, isBackbone: Bool) {
    self.answer = answer
    self.ground = ground
    self.isBackbone = isBackbone
  }

  /// The answer for a terminal.
  public func text() -> String {
    sentence + "\n\n" + ranksTable.text + "\n" + networkTable.text + "\n"
      + ground.closing(
        warnings: warningSentences(in: language),
        method: methodSentences.joined(separator: language("", " ")))
  }

  /// Who has one way out only, and who lies between the others.
  public var sentence: String {
    let figures = Figures(language: language)
    let single = answer.places.filter { $0.routes == 1 }
    let people = single.reduce(0) { $0 + ($1.people ?? 0) }
    let double = answer.places.count { $0.routes >= 2 }
    let top = order(by: \.betweenness).first.map { answer.places[$0] }
    let bridge = order(by: \.borderBetweenness).first.map { answer.places[$0] }
    return language(
      "\(answer.places.count)处中\(double)处有两条互不共用路段的出路,\(single.count)处只有一条(\(figures.people(people))人);"
        + "最多捷径经过\(top.map { language($0.group.name) } ?? "–"),跨省捷径最多经过\(bridge.map { language($0.group.name) } ?? "–")。",
      "\(double) of \(answer.places.count) places have two ways out that share no road, "
        + "\(single.count) have one (\(figures.people(people)) people); most fastest ways lead "
        + "through \(top.map { language($0.group.name) } ?? "–"), those between provinces through "
        + "\(bridge.map { language($0.group.name) } ?? "–").")
  }

  func order(by value: (StructurePlace) -> Double) -> [Int] {
    answer.places.indices.sorted {
      let (left, right) = (value(answer.places[$0]), value(answer.places[$1]))
      return left == right ? $0 < $1 : left > right
    }
  }

  private var ranksTable: TextTable {
    let figures = Figures(language: language)
    let single = answer.places.indices.filter { answer.places[$0].routes == 1 }.sorted {
      let (left, right) = (answer.places[$0].peopleBehind ?? 0, answer.places[$1].peopleBehind ?? 0)
      return left == right ? $0 < $1 : left > right
    }
    let (between, across) = (order(by: \.betweenness), order(by: \.borderBetweenness))
    var table = TextTable([
      .init(title: language("捷径经过", "on others' ways"), isNumber: false),
      .init(title: language("占比", "share"), isNumber: true),
      .init(title: language("跨省捷径经过", "on ways across borders"), isNumber: false),
      .init(title: language("占比", "share"), isNumber: true),
      .init(title: language("只有一条出路", "one way out only"), isNumber: false),
      .init(title: language("同断人口", "people behind it"), isNumber: true),
    ])
    for rank in 0..<min(Self.shownRanks, answer.places.count) {
      func name(_ row: Int) -> String { language(answer.places[row].group.name) }
      table.append([
        name(between[rank]), figures.share(answer.places[between[rank]].betweenness),
        name(across[rank]), figures.share(answer.places[across[rank]].borderBetweenness),
        rank < single.count ? name(single[rank]) : "",
        rank < single.count ? figures.people(answer.places[single[rank]].peopleBehind) : "",
      ])
    }
    return table
  }

  private var networkTable: TextTable {
    var table = TextTable([
      .init(title: language("路网", "roads"), isNumber: false),
      .init(title: "km", isNumber: true),
      .init(title: language("桥(断即分开)km", "bridges km"), isNumber: true),
      .init(title: language("断头", "dead ends"), isNumber: true),
      .init(title: language("节点", "junctions"), isNumber: true),
      .init(title: language("环数μ", "cycles μ"), isNumber: true),
      .init(title: "α", isNumber: true), .init(title: "β", isNumber: true),
      .init(title: "γ", isNumber: true),
    ])
    func decimals(_ value: Double?) -> String { value.map { $0.fixed(3) } ?? "–" }
    for network in answer.networks {
      table.append([
        network.province.map { language(ground.region.provinces[$0].name) }
          ?? language("全部", "all"),
        Figures.grouped(network.kilometers.fixed(0)),
        Figures.grouped(network.bridgeKilometers.fixed(0)), "\(network.deadEnds)",
        "\(network.junctions)", "\(network.cyclomaticNumber)", decimals(network.alpha),
        decimals(network.beta), decimals(network.gamma),
      ])
    }
    return table
  }

  /// What must be known before the figures are used, in a language.
  public func warningSentences(in language: Language) -> [String] {
    let ground = ground.told(in: language)
    return answer.warnings.compactMap { warning in
      switch warning {
      case .backboneOnly:
        isBackbone
          ? language(
            "路网只有干线:结论只对县城成立;乡镇双通道须先导入街道级路网(hinterland data import)。",
            "Main roads only: this holds for county seats; whether a township has two ways out needs "
              + "a street-level import.")
          : nil
      case .withoutRoad(let names):
        language(
          "\(names.count)处附近没有道路:\(ground.list(names))。",
          "\(names.count) places have no road within reach: \(ground.list(names)).")
      }
    }
  }

  var methodSentences: [String] {
    let detour = Figures.short(answer.question.detour * 100, places: 1)
    let longest = Figures.short(answer.question.longest, places: 0)
    return [
      language(
        "出路自驻地最近的普通道路算起(Tarjan 1974;Menger 1927)。介数:自由流时间下,"
          + "停靠第三地增加不超过\(detour)%即算途经,\(longest)分钟内的直接联系成图,最短路介数(Brandes 2001)。"
          + "α、β、γ据Kansky(1963)。",
        "Ways out are counted from the ordinary road nearest to the seat (Tarjan 1974; Menger 1927). "
          + "Betweenness (Brandes 2001) is over direct links of up to \(longest) min in free flow, a "
          + "third place lying on a way if a stop there adds at most \(detour) %. α, β, γ after Kansky "
          + "(1963).")
    ]
  }
}
