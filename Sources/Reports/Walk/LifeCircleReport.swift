public import Analysis
import Geometry
import Routing

/// Rings on foot as a terminal and a page tell them.
public struct LifeCircleReport: GroundReport, Sendable {
  public let answer: LifeCircleAnswer
  /// Whether the dataset draws streets.
  public let hasStreets: Bool
  public let ground: ReportGround

  public init(answer: LifeCircleAnswer, hasStreets: Bool, ground: ReportGround) {
    self.answer = answer
    self.hasStreets = hasStreets
    self.ground = ground
  }

  /// The same in another language.
  public func told(in language: Language) -> LifeCircleReport {
    LifeCircleReport(answer: answer, hasStreets: hasStreets, ground: ground.told(in: language))
  }

  /// A sentence a kind, over all its rings.
  public func sentences() -> [String] {
    let figures = Figures(language: language)
    return kinds.map { kind in
      let rings = answer.rings.filter { $0.kind == kind }
      let parts = rings.map { ring in
        language(
          "\(figures.minutes(ring.minutes))分钟\(figures.people(ring.people))人",
          "\(figures.people(ring.people)) people within \(figures.minutes(ring.minutes)) minutes")
      }
      let none = unitsWithout(kind).map { language(region.name(of: $0)) }
      let missing =
        none.isEmpty
        ? language("各单元均至少有一处", "every unit has at least one")
        : language("没有的单元:", "units with none: ")
          + none.prefix(12).joined(separator: language("、", ", "))
      return language(
        "\(kind)\(rings.first?.facilities ?? 0)处,步行",
        "\(rings.first?.facilities ?? 0) of kind \(kind) serve on foot ")
        + parts.joined(separator: language("、", ", ")) + language(";", "; ") + missing
        + language("。", ".")
    }
  }

  var kinds: [String] {
    answer.rings.reduce(into: []) { if !$0.contains($1.kind) { $0.append($1.kind) } }
  }

  /// Units without a facility of a kind.
  func unitsWithout(_ kind: String) -> [UnitReference] {
    let services = answer.services.filter { $0.kind == kind && $0.facilities == 0 }
    return services.reduce(into: []) { if !$0.contains($1.unit) { $0.append($1.unit) } }
  }

  /// What a reader must know: how one walks here, and what was left out.
  public var warnings: [String] {
    let walk = ground.profile.walk
    let speed = Figures.short(walk.speed, places: 1)
    let circuity = Figures.short(walk.circuity, places: 2)
    let reach = Figures.short(walk.reach, places: 0)
    var warnings = [
      hasStreets
        ? language(
          "沿街道步行\(speed)km/h,街道之外按直线×\(circuity)、至多\(reach)m。",
          "Streets are walked at \(speed) km/h; off them the straight line counts \(circuity) times, "
            + "at most \(reach) m.")
        : language(
          "本数据集只有干线公路,没有街道:步行基本按直线×\(circuity)、\(speed)km/h、至多\(reach)m计算,"
            + "铁路、围墙、小河不算阻隔。",
          "This dataset draws main roads and no streets: walking is the straight line times "
            + "\(circuity) at \(speed) km/h, at most \(reach) m, and railways, walls and small rivers "
            + "stop nobody.")
    ]
    if answer.outside > 0 {
      warnings.append(
        language(
          "\(answer.outside)处设施不在任何县内。", "\(answer.outside) facilities lie in no county."))
    }
    return warnings
  }

  public func text() -> String {
    var text = sentences().joined(separator: "\n") + "\n\n" + ringTable().text + "\n"
    text += serviceTable().text + "\n"
    for warning in warnings { text += language("注意:", "Note: ") + warning + "\n" }
    text += language(
      "人口为模拟分布,网格\(answer.cellSize.fixed(0))m。\n",
      "People are modelled, in cells of \(answer.cellSize.fixed(0)) m.\n")
    return text + notes.sources(in: language)
  }

  private func ringTable() -> TextTable {
    let figures = Figures(language: language)
    var table = TextTable([
      .init(title: language("设施", "kind"), isNumber: false),
      .init(title: language("处数", "facilities"), isNumber: true),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("面积km²", "area km²"), isNumber: true),
      .init(title: language("人口", "people"), isNumber: true),
    ])
    for ring in answer.rings {
      table.append([
        ring.kind, "\(ring.facilities)", figures.minutes(ring.minutes), figures.area(ring.area),
        figures.people(ring.people),
      ])
    }
    return table
  }

  private func serviceTable() -> TextTable {
    let figures = Figures(language: language)
    var table = TextTable([
      .init(title: language("单元", "unit"), isNumber: false),
      .init(title: language("设施", "kind"), isNumber: false),
      .init(title: language("处数", "facilities"), isNumber: true),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("圈内人口", "people inside"), isNumber: true),
      .init(title: language("占比", "share"), isNumber: true),
    ])
    for service in answer.services {
      table.append([
        language(region.name(of: service.unit)), service.kind, "\(service.facilities)",
        figures.minutes(service.minutes), figures.people(service.peopleInside),
        figures.share(service.peopleShare),
      ])
    }
    return table
  }
}
