public import Analysis

/// Known times against computed ones, for a terminal.
public struct TimeCheckReport: Sendable {
  /// Pairs that a terminal shows.
  private static let shown = 10

  public let check: TimeCheck
  public let language: Language

  public init(check: TimeCheck, language: Language) {
    self.check = check
    self.language = language
  }

  public func text() -> String {
    var text = ""
    if let summary = check.summary { text += sentence(summary) + "\n" + worst() }
    if !check.unreached.isEmpty {
      text += listed(
        check.unreached.map { ($0.from, $0.to) }, language("到不了", "No way between"))
    }
    let reasons: [(TimeCheck.LeftOut.Reason, String, String)] = [
      (.unknownPlace, "数据集里没有的地名", "Places the dataset does not know"),
      (.samePlace, "起讫为同一处", "Both ends one place"),
      (.otherKind, "不是所问方式的确切时间", "Other modes, or no exact time"),
    ]
    for (reason, chinese, english) in reasons {
      let rows = check.leftOut.filter { $0.reason == reason }
      if !rows.isEmpty { text += listed(rows.map { ($0.from, $0.to) }, language(chinese, english)) }
    }
    return text
  }

  private func sentence(_ summary: TimeCheck.Summary) -> String {
    func percent(_ share: Double, signed: Bool = false) -> String {
      (signed && share > 0 ? "+" : "") + (share * 100).fixed(0) + "%"
    }
    func minutes(_ value: Double) -> String { (value > 0 ? "+" : "") + value.fixed(1) }
    let slower = summary.medianRelativeError > 0
    return language(
      "比较 \(summary.count) 对。偏差:中位数 \(minutes(summary.medianError)) 分"
        + "(\(percent(summary.medianRelativeError, signed: true)),算得偏\(slower ? "慢" : "快")),"
        + "平均 \(minutes(summary.meanError)) 分。"
        + "误差:绝对值中位数 \(percent(summary.medianAbsoluteRelativeError)),"
        + "平均 \(summary.meanAbsoluteError.fixed(1)) 分,均方根 \(summary.rootMeanSquareError.fixed(1)) 分;"
        + "15%以内 \(percent(summary.within15Percent)),30%以内 \(percent(summary.within30Percent))。\n",
      "\(summary.count) pairs compared. Bias: median \(minutes(summary.medianError)) min "
        + "(\(percent(summary.medianRelativeError, signed: true)), computed "
        + "\(slower ? "slower" : "faster")), mean \(minutes(summary.meanError)) min. Errors: median "
        + "\(percent(summary.medianAbsoluteRelativeError)), mean "
        + "\(summary.meanAbsoluteError.fixed(1)) min, root mean square "
        + "\(summary.rootMeanSquareError.fixed(1)) min; \(percent(summary.within15Percent)) within "
        + "15 %, \(percent(summary.within30Percent)) within 30 %.\n")
  }

  private func worst() -> String {
    var table = TextTable([
      .init(title: language("相差最大", "furthest off"), isNumber: false),
      .init(title: language("至", "to"), isNumber: false),
      .init(title: language("已知分钟", "known min"), isNumber: true),
      .init(title: language("算得分钟", "computed min"), isNumber: true),
      .init(title: language("误差", "error"), isNumber: true),
      .init(title: "%", isNumber: true),
    ])
    for row in check.worst.prefix(Self.shown) {
      table.append([
        row.from, row.to, row.known.fixed(1), (row.computed ?? 0).fixed(1),
        (row.error ?? 0).fixed(1), ((row.relativeError ?? 0) * 100).fixed(0),
      ])
    }
    return table.text + "\n"
  }

  private func listed(_ pairs: [(String, String)], _ title: String) -> String {
    let names = pairs.prefix(Self.shown).map { "\($0.0)–\($0.1)" }
      .joined(separator: language("、", ", "))
    let more = pairs.count > Self.shown ? language(" 等", " and others") : ""
    return language(
      "\(title)(\(pairs.count) 对):\(names)\(more)\n", "\(title) (\(pairs.count)): \(names)\(more)\n"
    )
  }
}
