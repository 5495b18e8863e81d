public import Analysis
import Geometry
import Shapes

/// An answer about the nearest facilities, ready to be told as text or as a page.
public struct NearestReport: GroundReport, Sendable {
  public let answer: NearestAnswer
  public let ground: ReportGround

  private static let mostRows = 40
  private static let shownFar = 8

  public init(answer: NearestAnswer, ground: ReportGround) {
    self.answer = answer
    self.ground = ground
  }

  /// The answer for a terminal.
  public func text() -> String {
    var text = answer.layers.map(sentence).joined(separator: "\n") + "\n\n"
    text += reachTable.text + "\n"
    text += (answer.places.count <= Self.mostRows ? placeTable : farTable).text + "\n"
    return text
      + ground.closing(
        warnings: warningSentences(in: language),
        method: methodSentences.joined(separator: language("", " ")))
  }

  /// One kind in one sentence: who is within the last limit, who is furthest.
  func sentence(for layer: NearestLayer) -> String {
    let figures = Figures(language: language)
    let name = language(layer.layer.name)
    let count =
      layer.layer.isOwn
      ? "" : language("(\(layer.layer.facilities.count)处)", " (\(layer.layer.facilities.count))")
    guard let last = layer.reach.last, let far = furthest(layer).first,
      let minutes = layer.nearest[far]?.minutes
    else { return language("\(name)\(count):都不可达。", "\(name)\(count): none is reached.") }
    let limit = figures.minutes(last.minutes)
    return language(
      "\(name)\(count):\(limit)分钟内\(last.places)处、\(figures.people(last.people))人(\(figures.share(last.peopleShare)));"
        + "最远\(language(answer.places[far].group.name))\(figures.minutes(minutes))分钟;"
        + "最近的一处在外省的有\(layer.acrossBorder)处。",
      "\(name)\(count): \(last.places) places and \(figures.people(last.people)) people "
        + "(\(figures.share(last.peopleShare))) within \(limit) min; furthest "
        + "\(language(answer.places[far].group.name)), \(figures.minutes(minutes)) min; for "
        + "\(layer.acrossBorder) the nearest is in another province.")
  }

  /// Reached places, the furthest first.
  func furthest(_ layer: NearestLayer) -> [Int] {
    answer.places.indices.filter { layer.nearest[$0] != nil }.sorted {
      let (left, right) = (layer.nearest[$0]?.minutes ?? 0, layer.nearest[$1]?.minutes ?? 0)
      return left == right ? $0 < $1 : left > right
    }
  }

  private var reachTable: TextTable {
    let figures = Figures(language: language)
    var table = TextTable([
      .init(title: language("设施", "facility"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("地点", "places"), isNumber: true),
      .init(title: language("人口", "people"), isNumber: true),
      .init(title: language("占比", "share"), isNumber: true),
    ])
    for layer in answer.layers {
      for reach in layer.reach {
        table.append([
          language(layer.layer.name), figures.minutes(reach.minutes), "\(reach.places)",
          figures.people(reach.people), figures.share(reach.peopleShare),
        ])
      }
    }
    return table
  }

  private var placeTable: TextTable {
    var table = TextTable(
      [.init(title: language("地区", "place"), isNumber: false)]
        + answer.layers.map { .init(title: language($0.layer.name), isNumber: false) })
    for (row, place) in answer.places.enumerated() {
      table.append([language(place.group.name)] + answer.layers.map { cell($0, row) })
    }
    return table
  }

  /// The furthest places of each kind.
  private var farTable: TextTable {
    var table = TextTable(
      answer.layers.map {
        .init(
          title: language("离\($0.layer.name.chinese)最远", "furthest from \($0.layer.name.english)"),
          isNumber: false)
      })
    let orders = answer.layers.map(furthest)
    for rank in 0..<Self.shownFar where orders.contains(where: { rank < $0.count }) {
      table.append(
        zip(answer.layers, orders).map { layer, order in
          guard rank < order.count else { return "" }
          return language(answer.places[order[rank]].group.name) + " " + cell(layer, order[rank])
        })
    }
    return table
  }

  /// Minutes, which one, and the province across the border.
  func cell(_ layer: NearestLayer, _ row: Int) -> String {
    guard let nearest = layer.nearest[row] else { return "–" }
    let minutes = Figures(language: language).minutes(nearest.minutes)
    var text = minutes + " " + language(layer.layer.facilities[nearest.facility].name)
    if nearest.isAcrossBorder, let province = layer.provinces[nearest.facility] {
      text += language("(", " (") + language(ground.region.provinces[province].name) + ")"
    }
    return text
  }

  /// What must be known before the figures are used, in a language.
  public func warningSentences(in language: Language) -> [String] {
    let ground = ground.told(in: language)
    return answer.warnings.map { warning in
      switch warning {
      case .unreached(let names, let layer):
        language(
          "\(names.count)处到不了\(layer.chinese):\(ground.list(names))。",
          "\(names.count) places reach no \(layer.english): \(ground.list(names)).")
      case .emptyLayer(let layer):
        language("没有\(layer.chinese)。", "There is no \(layer.english).")
      case .unlisted(let names, let count, let layer):
        language(
          "\(layer.chinese)只列数据集所收线路上的:\(count)个地市中\(names.count)个没有列出,"
            + "那里的分钟数偏大,不宜引用:\(ground.list(names))。",
          "Only the \(layer.english)s on the dataset's lines are listed: \(names.count) of \(count) "
            + "prefectures have none, and their minutes are too many to be quoted: "
            + "\(ground.list(names)).")
      }
    }
  }

  var methodSentences: [String] {
    let words = PageWords(language)
    return [
      language(
        "\(words.mode(answer.question.mode)),自\(words.reading(answer.question.reading))出发到设施;"
          + "人口按地点整体计。每10万人设施数用两步移动搜寻法(2SFCA,Luo和Wang 2003),60分钟。",
        "\(words.mode(answer.question.mode)), from the \(words.reading(answer.question.reading)) to the "
          + "facility; a place's people count as a whole. Facilities per 100,000 by two-step catchments "
          + "of 60 min (2SFCA, Luo and Wang 2003).")
    ]
  }
}
