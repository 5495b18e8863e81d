import Analysis
public import Geometry
import Shapes

extension RouteReport {
  /// The page: a map of the legs, the modes side by side, each itinerary leg by leg.
  public func resultPage(in region: Region, corridors: [Corridor]) -> ResultPage {
    let ground = ResultPage.Ground(
      region: region, corridors: corridors, notes: notes, language: language)
    let (from, to) = (
      language(answer.question.origin.name), language(answer.question.destination.name)
    )
    var page = ResultPage(
      title: language("\(from)到\(to)", "\(from) to \(to)"),
      kicker: language("腹地 Hinterland · 路线", "Hinterland · route"), headline: typeset(sentence()),
      on: ground
    )
    page.figures = zip(answer.question.modes, answer.itineraries).map { mode, itinerary in
      PageFigure(
        words(for: mode), itinerary.map { (Double($0.time) / 60_000).fixed(1) } ?? "–",
        unit: language("分钟", "min"),
        remark: itinerary.map { "\(($0.meters / 1_000).fixed(0)) km" }
          ?? language("不可达", "out of reach"))
    }
    page.map = ResultMap(layers: mapLayers)
    page.sections = [sideBySide] + answer.itineraries.compactMap { $0 }.map { section($0) }
    page.method = methodWords.split(separator: "\n").map { typeset(String($0)) }
    return page
  }

  private func typeset(_ text: String) -> String { PageWords(language).typeset(text) }

  private func words(for mode: TravelMode) -> String { typeset(mode.words(language)) }

  /// A layer a mode; what happens in one place is not drawn.
  private var mapLayers: [MapLayer] {
    // One a mode. Lines that run on the same ground get thinner upwards, so that all are seen.
    let colors = [0x2166AC, 0xB2182B, 0x1B7837, 0xE08214, 0x333333, 0xC51B7D].map { PageColor($0) }
    return answer.itineraries.compactMap { $0 }.enumerated().map { index, itinerary in
      let width = [6, 4, 2.8, 2, 1.6, 1.2][min(index, 5)]
      let color = colors[index % colors.count]
      let features = itinerary.legs.filter { $0.line.count > 1 }.map { leg in
        MapLayer.Feature(
          .lines([leg.line]),
          lines: [
            typeset(words(for: leg)),
            language(
              "\((Double(leg.time) / 60_000).fixed(1)) 分钟",
              "\((Double(leg.time) / 60_000).fixed(1)) min"),
          ], symbol: leg.isRide ? .line(color, width: width + 1, isCased: index == 0) : nil)
      }
      return MapLayer(
        words(for: itinerary.mode), symbol: .line(color, width: width, isCased: index == 0),
        features: features)
    }
  }

  /// What each mode's minutes are made of: the train, and all that is not the train.
  private var sideBySide: PageSection {
    var table = PageTable(
      language("各方式的分钟", "Minutes by mode"),
      columns: [
        .words(language("方式", "Mode")), .number(language("分钟", "Minutes")), .number("km"),
        .number(language("乘车", "In trains")), .number(language("道路", "On roads")),
        .number(language("进站、候车、换乘、出站", "Entry, wait, changes, exit")),
        .number(language("终端、末端、步行", "Terminal, last leg, on foot")),
      ])
    var names: [String] = []
    var parts: [[Double]] = []
    for itinerary in answer.itineraries.compactMap({ $0 }) {
      let sums = itinerary.minutesByPart
      names.append(words(for: itinerary.mode))
      parts.append(sums)
      table.append(
        [.words(words(for: itinerary.mode)), .number(sums.reduce(0, +), decimals: 1)]
          + [.number(itinerary.meters / 1_000, decimals: 0)]
          + sums.map { .number($0, decimals: 1) })
    }
    var blocks: [PageSection.Block] = [.table(table)]
    if !names.isEmpty {
      let titles = [
        language("乘车", "in trains"), language("道路", "on roads"),
        language("站内与换乘", "stations and changes"), language("两端", "both ends"),
      ]
      blocks.append(
        .chart(
          BarChart(
            language("时间花在哪里", "Where the time goes"), names: names,
            series: titles.indices.map { part in
              .init(titles[part], parts.map { $0[part] > 0 ? $0[part] : nil })
            },
            xTitle: language("分钟", "minutes"))))
    }
    if answer.question.modes.contains(.rail) {
      blocks.append(
        .note(
          language(
            "“站到站”只计乘车与换乘，是规划常用的口径；门到门另加到站、进站、候车、出站和离站。",
            "Station to station counts rides and transfers only, as plans quote it; door to door adds "
              + "the way to the station, entry, wait, exit and the way on.")))
    }
    return PageSection(language("各方式并列", "Side by side"), blocks)
  }

  private func section(_ itinerary: Itinerary) -> PageSection {
    var table = PageTable(
      words(for: itinerary.mode),
      columns: [
        .number("#"), .words(language("内容", "What")), .number(language("分钟", "Minutes")),
        .number("km"), .number(language("累计", "Clock")),
      ])
    table.folds = 60
    var clock: UInt32 = 0
    for (index, leg) in itinerary.legs.enumerated() {
      clock += leg.time
      table.append([
        .number(Double(index + 1)), .words(typeset(words(for: leg))),
        .number(Double(leg.time) / 60_000, decimals: 2),
        leg.meters > 0 ? .number(leg.meters / 1_000, decimals: 2) : .words(""),
        .number(Double(clock) / 60_000, decimals: 2),
      ])
    }
    return PageSection(words(for: itinerary.mode), [.table(table)])
  }
}

extension Itinerary.Leg {
  fileprivate var isRide: Bool { if case .ride = kind { true } else { false } }
}

extension Itinerary {
  /// Minutes in trains, on roads, in stations and between them, at the two ends.
  fileprivate var minutesByPart: [Double] {
    var sums = [0.0, 0.0, 0.0, 0.0]
    for leg in legs {
      let part =
        switch leg.kind {
        case .ride: 0
        case .road: 1
        case .entry, .wait, .exit, .transferWithin, .transferBetween: 2
        case .leaving, .arriving, .lastLeg, .walk: 3
        }
      sums[part] += Double(leg.time) / 60_000
    }
    return sums
  }
}
