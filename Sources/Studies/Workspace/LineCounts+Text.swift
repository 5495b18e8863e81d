import Foundation
import GeoIO
import Reports
import Shapes

extension LineFile.Stage {
  func words(_ language: Language) -> String {
    switch self {
    case .reading: language("读取线层", "reading the lines")
    case .joining: language("连接道路", "joining the roads")
    }
  }
}

extension LineCounts {
  /// What of a layer became roads, what did not, and how its lines meet, for a terminal.
  func text(language: Language) -> String {
    ([read(language)] + leftOut(language) + [joints(language), parts.words(language)]
      + (fast.map { [$0.words(rowsOf: layer, language)] } ?? []))
      .map { $0 + "\n" }.joined()
  }

  private func read(_ language: Language) -> String {
    let from = columns.sorted { $0.key < $1.key }.map {
      language("\($0.key) 取自 \($0.value) 列", "\($0.key) from \($0.value)")
    }
    .joined(separator: language("、", ", "))
    let several =
      rowsOfSeveral > 0
      ? language("(多段线 \(rowsOfSeveral) 行)", " (\(rowsOfSeveral) rows of several)") : ""
    let encoding = isGB18030 ? language("文字按 GBK 读取。", " Texts were read as GBK.") : ""
    return language(
      "线层 \(layer):\(rows) 行,用作道路的线 \(lines) 条\(several),共 \((meters / 1_000).fixed(1)) km;\(from)。",
      "Layer \(layer): \(rows) rows, \(lines) lines used as roads\(several), "
        + "\((meters / 1_000).fixed(1)) km in all; \(from).") + encoding
  }

  private func leftOut(_ language: Language) -> [String] {
    var lines: [String] = []
    func add(_ count: Int, _ chinese: String, _ english: String) {
      if count > 0 {
        lines.append(
          language(
            "\(chinese) \(count) \(chinese.hasSuffix("行") ? "" : "条")。", "\(english): \(count)."))
      }
    }
    if withoutLine > 0 {
      lines.append(
        language("没有线、因而略去的行 \(withoutLine) 个。", "\(withoutLine) rows without a line left out."))
    }
    if !otherWords.isEmpty {
      let sorted = otherWords.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let words = sorted.prefix(8).map { "\($0.key.prefix(30)) \($0.value)" }
        .joined(separator: language("、", ", "))
      let more = sorted.count > 8 ? language(" 等", " and others") : ""
      let count = sorted.reduce(0) { $0 + $1.value }
      lines.append(
        language(
          "等级不是行车道路或不认识、因而略去的行 \(count) 个:\(words)\(more)。",
          "\(count) rows left out whose class is no road's for cars, or not known: \(words)\(more)."
        ))
    }
    add(withoutLength, "没有长度、因而略去的线", "Lines without length, left out")
    add(notNumbers, "坐标不是数字、因而略去的线", "Lines left out, since positions are no numbers")
    add(tooShort, "两端相接后不成路、因而略去的线段", "Stretches left out, since their ends became one")
    if oddKilometers > 0 {
      lines.append(
        language(
          "公里数不到所画长度一半或超过一倍的行 \(oddKilometers) 个:请核对单位。",
          "\(oddKilometers) rows whose kilometres are under half or over double of what is drawn: "
            + "check their unit."))
    }
    return lines
  }

  private func joints(_ language: Language) -> String {
    let touching =
      touched > 0
      ? language(
        ";线端落在他线折点上而相接 \(touched) 处", "; \(touched) ends meet another line at a vertex of it")
      : ""
    return language(
      "线端 \(ends) 个,在 \(snap.trimmed) m 内与他线相接的 \(joined) 个,其中移动了的 \(moved) 个,最多移动 "
        + "\(farthest.fixed(2)) m\(touching);只是交叉的线不相接。",
      "\(ends) ends of lines, \(joined) of them joined with others within \(snap.trimmed) m; \(moved) were "
        + "moved for it, by \(farthest.fixed(2)) m at most\(touching). Lines that merely cross do not meet."
    )
  }
}

extension NetworkParts {
  /// Into how many parts the network falls.
  func words(_ language: Language) -> String {
    let kilometers = (longest / 1_000).fixed(1)
    let share = ((all > 0 ? longest / all : 0) * 100).fixed(1)
    return count <= 1
      ? language("路网连成一体。", "The network is of one piece.")
      : language(
        "路网分为互不相连的 \(count) 部分,都保留;最大的长 \(kilometers) km,占 \(share)%。",
        "The network falls into \(count) parts that no road joins; all stay. The largest has "
          + "\(kilometers) km, \(share) % of all.")
  }
}

extension FastEdges {
  /// A warning; `rowsOf` names what its line is one of.
  func words(rowsOf file: String, _ language: Language) -> String {
    let fastest = fastest.fixed(0)
    return language(
      "注意:\(count) 条快于 \(Int(Self.limit)) km/h,最快的在 \(file) 第 \(line) 行,\(fastest) km/h;请核对分钟与公里。",
      "Note: \(count) faster than \(Int(Self.limit)) km/h; the fastest is line \(line) of \(file), "
        + "\(fastest) km/h. Check its minutes and kilometres.")
  }
}

extension Double {
  /// Without decimals where there are none.
  fileprivate var trimmed: String { self == rounded() ? fixed(0) : "\(self)" }
}
