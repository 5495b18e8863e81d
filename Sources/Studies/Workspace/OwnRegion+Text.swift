import Foundation
import GeoIO
import Geometry
import Reports

extension OwnRegion.Stage {
  func words(_ language: Language) -> String {
    switch self {
    case .regions: language("读取区划图层", "reading the regions")
    case .people: language("统计人口", "counting people")
    case .tables: language("读取表格", "reading the tables")
    }
  }
}

extension OwnRegion {
  /// What was laid over the roads, and what is odd about it, for a terminal.
  func text(language: Language) -> String {
    var lines: [String] = []
    if let regions { lines += regions.lines(dataset.region, language) }
    if let people { lines += people.lines(language) }
    for table in tables { lines += table.lines(language) }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// Names, so many that a terminal can show them.
private func listed(_ names: [String], _ language: Language) -> String {
  let shown = names.prefix(8).joined(separator: language("、", ", "))
  return names.count <= 8 ? shown : shown + language(" 等", " and others")
}

private func decimal(_ value: Double, _ places: Int) -> String {
  String(format: "%.\(places)f", locale: nil, value)
}

extension RegionCounts {
  fileprivate func lines(_ region: Region, _ language: Language) -> [String] {
    var lines = [
      language(
        "区划图层 \(file.layer):县级单位 \(region.counties.count) 个,地级 \(region.prefectures.count) 个,"
          + "省级 \(region.provinces.count) 个;代码取自 \(file.codeColumn),名称取自 \(file.nameColumn),"
          + "上级\(file.parents.words(language))。",
        "Layer \(file.layer): \(region.counties.count) units, \(region.prefectures.count) "
          + "prefectures, \(region.provinces.count) provinces; codes from \(file.codeColumn), names "
          + "from \(file.nameColumn), parents \(file.parents.words(language)).")
    ]
    func add(_ names: [String], _ chinese: String, _ english: String) {
      guard !names.isEmpty else { return }
      lines.append(
        language("\(chinese) \(names.count) 个:", "\(english): \(names.count): ")
          + listed(names, language))
    }
    if file.isGB18030 { lines.append(language("文字按 GBK 读取。", "Texts were read as GBK.")) }
    add(file.mended, "已修复自相交的单位", "Units made valid, since their rings crossed")
    add(file.withoutAreas, "没有面、因而略去的行", "Rows without areas, left out")
    if file.emptyRings > 0 {
      lines.append(
        language(
          "略去不足三个角点的环 \(file.emptyRings) 个。",
          "\(file.emptyRings) rings of fewer than three corners left out."))
    }
    lines.append(
      language(
        "相邻单位 \(review.neighbourPairs) 对,共边界 \(decimal(review.borderLength, 1)) km。",
        "\(review.neighbourPairs) pairs of neighbours with \(decimal(review.borderLength, 1)) km of "
          + "border."))
    add(
      review.alone.map { language(region.counties[$0].name) }, "没有邻居的单位", "Units without neighbours"
    )
    lines += oddGround(region, language)
    let seats = self.seats.filter { $0.value > 0 }
    let ways: [(Seats, String, String)] = [
      (.columns, "图层所给", "given by the layer"),
      (.places, "同名地点", "at the place of the unit's name"),
      (.people, "按人口最密处", "where most people live"),
      (.roads, "按路口最密处", "where junctions stand closest"),
    ]
    let parts = ways.compactMap { way, chinese, english in
      seats[way].map { language("\(chinese) \($0) 个", "\($0) \(english)") }
    }
    if !parts.isEmpty {
      lines.append(
        language("驻地:", "Seats: ") + parts.joined(separator: language(",", ", "))
          + language("。", "."))
    }
    add(withoutSeat, "没有驻地(不能作起点或终点)", "Units without a seat (no start, no destination)")
    if nodesOutside > 0 {
      lines.append(
        language(
          "道路节点 \(nodes) 个,其中 \(nodesOutside) 个在所有单位之外。",
          "\(nodesOutside) of \(nodes) road nodes lie in no unit."))
    }
    return lines
  }

  private func oddGround(_ region: Region, _ language: Language) -> [String] {
    var lines: [String] = []
    if !review.overlaps.isEmpty {
      let worst = review.overlaps.prefix(3).map { overlap in
        let names = [overlap.first, overlap.second].map { language(region.counties[$0].name) }
        return names.joined(separator: language("与", " and ")) + " \(decimal(overlap.area, 2)) km²"
      }
      lines.append(
        language(
          "重叠 \(review.overlaps.count) 处,共 \(decimal(review.overlapArea, 2)) km²:",
          "\(review.overlaps.count) overlaps of \(decimal(review.overlapArea, 2)) km² in all: ")
          + listed(worst, language))
    }
    if !review.gaps.isEmpty {
      let slivers = review.slivers
      let open = review.gaps.count - slivers.count
      lines.append(
        language(
          "单位之间的缝隙 \(slivers.count) 处,共 \(decimal(slivers.reduce(0, +), 2)) km²;"
            + "被围住而不属于任何单位的地块 \(open) 处,共 "
            + "\(decimal(review.gaps.prefix(open).reduce(0, +), 1)) km²。",
          "\(slivers.count) slivers of \(decimal(slivers.reduce(0, +), 2)) km² between units; "
            + "\(open) enclosed grounds of \(decimal(review.gaps.prefix(open).reduce(0, +), 1)) km² "
            + "that are no unit's."))
    }
    return lines
  }
}

extension ParentBasis {
  fileprivate func words(_ language: Language) -> String {
    switch self {
    case .columns: language("取自图层的列", "from the layer's columns")
    case .codePrefix: language("按代码前四位与前两位", "by the first four and two digits")
    case .none: language("没有,整个图层算作一个", "none, so that the layer is one")
    }
  }
}

extension PopulationFile.Counts {
  fileprivate func lines(_ language: Language) -> [String] {
    var lines: [String] = []
    if isOnCells {
      lines.append(
        language(
          "人口按位置统计 \(people) 人;有数据的格 \(known) 个,无数据 \(silent) 个,范围内落在单位之外 \(outside) 人。",
          "\(people) people counted by position; \(known) cells with data, \(silent) without, "
            + "\(outside) people in no unit."))
    } else {
      lines.append(
        language(
          "人口按单位给出 \(people) 人;单位内按模型分布。",
          "\(people) people given by unit; within a unit they are modelled."))
    }
    if !withoutCount.isEmpty {
      lines.append(
        language(
          "没有人口数的单位 \(withoutCount.count) 个:", "\(withoutCount.count) units without people: ")
          + listed(withoutCount, language))
    }
    if !unmatched.isEmpty {
      lines.append(
        language("对不上单位的行 \(unmatched.count) 个:", "\(unmatched.count) rows that name no unit: ")
          + listed(unmatched, language))
    }
    if let totals {
      lines.append(
        language(
          "与所给总数核对:总数 \(totals) 人,统计与总数之比的中位数 \(decimal(medianRatio, 3));相差最大:",
          "Against the totals: \(totals) people, the middle ratio of counted to total "
            + "\(decimal(medianRatio, 3)); furthest off: ")
          + listed(
            worst.map { "\($0.county) \($0.counted)/\($0.total)" }, language))
    }
    return lines
  }
}

extension UnitTableCounts {
  fileprivate func lines(_ language: Language) -> [String] {
    let file = URL(fileURLWithPath: path).lastPathComponent
    var lines = [
      language("表格 \(file):", "Table \(file): ")
        + columns.map {
          language("\($0.name)(\($0.counties) 个单位)", "\($0.name) (\($0.counties) units)")
        }
        .joined(separator: language("、", ", "))
    ]
    func add(_ names: [String], _ chinese: String, _ english: String) {
      guard !names.isEmpty else { return }
      lines.append(language("\(chinese):", "\(english): ") + listed(names, language))
    }
    add(unmatched, "对不上单位的行 \(unmatched.count) 个", "\(unmatched.count) rows that name no unit")
    add(without, "表中没有的单位 \(without.count) 个", "\(without.count) units without a row")
    add(leftOut, "不是数字、因而略去的列", "Columns left out, since they hold no numbers")
    return lines
  }
}
