import Analysis
import Geometry
import Shapes

extension ExplainReport {
  /// The page: the way on the map with the stretch that binds, stretch by
  /// stretch, and what would do.
  public func resultPage() -> ResultPage {
    let words = PageWords(language)
    let question = explanation.question
    let figures = Figures(language: language)
    var page = ResultPage(
      title: language(
        "\(language(question.place.name))为何在圈外",
        "Why \(language(question.place.name)) is missed"),
      kicker: language(
        "腹地 Hinterland · 瓶颈 · \(language(question.centre.name)) \(figures.minutes(question.minutes)) 分钟",
        "Hinterland · what binds · \(figures.minutes(question.minutes)) min of \(language(question.centre.name))"
      ),
      headline: words.typeset(sentence),
      on: ground.page)
    let unit = language("分钟", "min")
    page.figures = [
      PageFigure(
        language("全程", "In all"), explanation.total.map { $0.fixed(1) } ?? "–", unit: unit),
      PageFigure(
        language("差", "Missing"), explanation.missing.map { $0.fixed(1) } ?? "–", unit: unit),
    ]
    page.map = map
    page.sections = [waySection, remedySection]
    page.parameters = [(language("方式", "Mode"), words.mode(question.mode))]
    return page
  }

  private var map: ResultMap {
    func features(_ isBinding: Bool) -> [MapLayer.Feature] {
      explanation.stretches.enumerated().filter { ($0.offset == explanation.binding) == isBinding }
        .map { index, stretch in
          .init(
            .lines([stretch.course]),
            lines: [
              "\(index + 1) · \(name(of: stretch))", stretch.length.kilometers.fixed(1) + " km",
              stretch.minutes.fixed(1) + language(" 分钟", " min"),
            ])
        }
    }
    let links = explanation.remedies.compactMap { remedy -> GeoPoint? in
      if case .link(let end, _) = remedy.kind { end } else { nil }
    }
    var layers = [
      MapLayer(
        language("最快的路", "The fastest way"), symbol: .line(.accent, width: 3, isCased: true),
        features: features(false)),
      MapLayer(
        language("瓶颈", "What binds"), symbol: .line(PageColor(0xC5541A), width: 4.5, isCased: true),
        features: features(true)),
    ]
    if let place = explanation.stretches.last?.course.last, !links.isEmpty {
      layers.append(
        MapLayer(
          language("可行的新线", "A link that would do"),
          symbol: .line(PageColor.distinct[2], width: 3, dash: [6, 4], isCased: true),
          features: links.map { .init(.lines([[place, $0]])) }))
    }
    return ResultMap(layers: layers.filter { !$0.features.isEmpty })
  }

  private var waySection: PageSection {
    var table = PageTable(
      language("逐段", "Stretch by stretch"),
      columns: [
        .number("#"), .words(language("路段", "Stretch")), .number("km"),
        .number(language("分钟", "Minutes")), .number("km/h"),
      ])
    table.folds = 60
    func leg(_ title: String, _ minutes: Double) {
      guard minutes > 0.005 else { return }
      table.append([
        .words(""), .words(title), .words(""), .number(minutes, decimals: 1), .words(""),
      ])
    }
    leg(language("起点接驳", "first leg"), explanation.firstLeg)
    for (index, stretch) in explanation.stretches.enumerated() {
      let cell = PageTable.Cell.words(name(of: stretch))
      table.append([
        .number(Double(index + 1)), index == explanation.binding ? cell.strong() : cell,
        .number(stretch.length.kilometers, decimals: 1), .number(stretch.minutes, decimals: 1),
        .number(stretch.speed),
      ])
    }
    leg(language("末端接驳", "last leg"), explanation.lastLeg)
    leg(language("城区附加时间", "terminal minutes"), explanation.terminal)
    return PageSection(language("最快的路", "The fastest way"), [.table(table)])
  }

  private var remedySection: PageSection {
    let items = explanation.remedies.map { PageWords(language).typeset(words($0)) }
    return PageSection(
      language("怎样才够", "What would do"),
      [
        items.isEmpty
          ? .prose(
            PageWords(language).typeset(
              explanation.missing == nil
                ? language("已在圈内。", "It lies inside.") : shortfall + language("。", ".")))
          : .list(items)
      ])
  }
}
