import Analysis
import Geometry
import Shapes

extension CorridorReport {
  /// The answer in sentences: one a line and number of minutes, then what they have in common.
  public func sentences() -> [String] {
    answer.belts.flatMap { belt in belt.circles.map { sentence(belt, $0) } }
      + answer.shares.map(sentence(of:)) + answer.gains.map { sentence($0) }
  }

  private func sentence(_ belt: CorridorBelt, _ circle: Circle) -> String {
    let counties = circle.coverage.filter { $0.unit.level == .county }
    let whole = counties.count { $0.isWhole }
    let part = counties.count { !$0.isWhole && $0.areaInside > 0 }
    let minutes = figures.minutes(circle.minutes)
    let name = language(belt.line.name)
    let gates = gateWords(belt.line.kind)
    return language(
      "\(name)各\(gates)\(minutes)分钟(\(answer.question.mode.words(language)))覆盖\(figures.area(circle.extent.area))km²、"
        + "\(figures.people(circle.extent.people))人,含\(whole)个县(市、区)全域、\(part)个部分;"
        + "\(provinceWords(of: circle))。",
      "\(minutes) minutes from the \(gates) of \(name) (\(answer.question.mode.words(language))) cover "
        + "\(figures.area(circle.extent.area)) km² and \(figures.people(circle.extent.people)) people, "
        + "with \(counted(whole, "county", "counties")) whole and \(part) in part: "
        + "\(provinceWords(of: circle)).")
  }

  func sentence(of share: BeltShares) -> String {
    let minutes = figures.minutes(share.minutes)
    let shared = figures.share(
      share.people > 0 ? Double(share.shared.people) / Double(share.people) : nil)
    let nearest = share.nearest.map {
      "\(language(answer.belts[$0.lines[0]].line.name)) \(figures.people($0.people))"
    }
    return language(
      "\(answer.belts.count)条线\(minutes)分钟合计\(figures.people(share.people))人,"
        + "其中\(figures.people(share.shared.people))(\(shared))不止一条可达;"
        + "按最近的线分:\(list(nearest))。",
      "Together the \(answer.belts.count) lines reach \(figures.people(share.people)) people in "
        + "\(minutes) minutes, \(figures.people(share.shared.people)) (\(shared)) of them from more "
        + "than one; by the nearest line: \(list(nearest)).")
  }

  func sentence(_ gain: CorridorGain) -> String {
    let name = language(answer.belts[gain.line].line.name)
    guard let mode = gain.mode?.words(language) else {
      return language(
        "\(name)不在数据集的路网和铁路中,没有它的情形即现状,未作比较。",
        "\(name) is on no road or railway of the dataset: nothing changes without it, and nothing "
          + "was compared.")
    }
    let people = gain.people.compactMap(\.people).reduce(0, +)
    let hubs = list(answer.question.hubs.map { language($0.name) })
    let minutes = figures.minutes(answer.question.gain)
    guard !gain.changes.isEmpty else {
      return language(
        "若没有\(name),没有一个县(市、区)到\(hubs)之一要多\(minutes)分钟以上(\(mode))。",
        "Without \(name) no county would be \(minutes) minutes or more further from one of \(hubs) "
          + "(\(mode)).")
    }
    var text = language(
      "若没有\(name),\(gain.changes.count)个县(市、区)、\(figures.people(people))人到\(hubs)之一要多\(minutes)分钟以上"
        + "(\(mode))",
      "Without \(name) \(counted(gain.changes.count, "county", "counties")) with "
        + "\(figures.people(people)) people would be \(minutes) minutes or more further from one of "
        + "\(hubs) (\(mode))")
    // Counties without any other way come first, and save no number of minutes.
    if let most = gain.changes.first(where: { $0.without != nil }) {
      let county = language(region.counties[most.county].name)
      let hub = language(answer.question.hubs[most.hub].name)
      let (with, without) = (figures.minutes(most.with), figures.minutes(most.without))
      text += language(
        ";节省最多的是\(county)到\(hub):\(with)分钟,没有它\(without)分钟",
        "; most of all \(county) to \(hub): \(with) minutes, \(without) without it")
    }
    let only = gain.changes.count { $0.without == nil }
    if only > 0 {
      text += language(
        ";其中\(only)个没有它就无路可达", "; \(only) of them would have no way at all")
    }
    return text + language("。", ".")
  }

  /// The answer for a terminal: sentences, tables, warnings, and where the figures come from.
  public func text() -> String {
    var text = sentences().joined(separator: "\n") + "\n\n"
    let tables = [lineText(), provinceText(), shareText(), gainText()]
    for (title, table) in tables.compactMap({ $0 }) where !table.isEmpty {
      text += title + "\n" + table.text + "\n"
    }
    return text
      + ground.closing(
        warnings: warningSentences(in: language), method: methodWords().joined(separator: "\n"))
  }

  private func lineText() -> (String, TextTable) {
    var table = TextTable([
      .init(title: language("线", "line"), isNumber: false),
      .init(title: language("长km", "km"), isNumber: true),
      .init(title: language("绕行系数", "circuity"), isNumber: true),
      .init(title: language("出入点", "places"), isNumber: true),
      .init(title: language("平均间距km", "mean spacing km"), isNumber: true),
      .init(title: language("最大间距", "longest"), isNumber: true),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("面积km²", "area km²"), isNumber: true),
      .init(title: language("人口", "people"), isNumber: true),
      .init(title: language("速度±10%", "speeds ±10 %"), isNumber: true),
      .init(title: language("全域/部分", "whole/part"), isNumber: true),
      .init(title: language("每出入点人口", "people a place"), isNumber: true),
    ])
    for belt in answer.belts {
      for circle in belt.circles {
        let counties = circle.coverage.filter { $0.unit.level == .county }
        let whole = counties.count { $0.isWhole }
        let part = counties.count { !$0.isWhole && $0.areaInside > 0 }
        let places = belt.shape.places.count
        table.append([
          language(belt.line.name), number(belt.shape.kilometers, 0),
          number(belt.shape.circuity, 2), "\(places)", number(belt.shape.meanSpacing, 1),
          number(belt.shape.spacings.max(), 1), figures.minutes(circle.minutes),
          figures.area(circle.extent.area), figures.people(circle.extent.people),
          "\(figures.people(circle.lower.people))–\(figures.people(circle.higher.people))",
          "\(whole)/\(part)",
          figures.people(circle.extent.people.flatMap { places > 0 ? $0 / places : nil }),
        ])
      }
    }
    return (language("线与辐射范围", "Lines and their reach"), table)
  }

  private func provinceText() -> (String, TextTable) {
    var table = TextTable([
      .init(title: language("线", "line"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("省份", "province"), isNumber: false),
      .init(title: language("人口", "people"), isNumber: true),
      .init(title: language("占该省", "of its people"), isNumber: true),
      .init(title: language("面积占比", "of its area"), isNumber: true),
    ])
    for belt in answer.belts {
      for circle in belt.circles {
        for coverage in provinces(of: circle) {
          table.append([
            language(belt.line.name), figures.minutes(circle.minutes),
            language(region.name(of: coverage.unit)), figures.people(coverage.peopleInside),
            figures.share(coverage.peopleShare), figures.share(coverage.areaShare),
          ])
        }
      }
    }
    return (language("分省", "By province"), table)
  }

  private func shareText() -> (String, TextTable) {
    var table = TextTable([
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("两线", "two lines"), isNumber: false),
      .init(title: language("共同可达人口", "people of both"), isNumber: true),
      .init(title: language("面积km²", "area km²"), isNumber: true),
    ])
    for share in answer.shares {
      for part in share.common {
        table.append([
          figures.minutes(share.minutes),
          part.lines.map { language(answer.belts[$0].line.name) }.joined(separator: "–"),
          figures.people(part.people), figures.area(part.area),
        ])
      }
    }
    return (language("重叠", "Overlaps"), table)
  }

  private func gainText() -> (String, TextTable) {
    var table = TextTable([
      .init(title: language("线", "line"), isNumber: false),
      .init(title: language("县", "county"), isNumber: false),
      .init(title: language("枢纽", "hub"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("没有它", "without it"), isNumber: true),
      .init(title: language("人口", "people"), isNumber: true),
    ])
    for gain in answer.gains {
      for change in gain.changes.prefix(12) {
        let county = region.counties[change.county]
        table.append([
          language(answer.belts[gain.line].line.name), language(county.name),
          language(answer.question.hubs[change.hub].name), figures.minutes(change.with),
          figures.minutes(change.without), figures.people(county.people),
        ])
      }
    }
    return (
      language("因它而更近的县(每线前12个)", "Counties nearer because of it (12 a line)"), table
    )
  }
}
