import Geometry
public import Shapes

extension StudyReport {
  /// The targets for a terminal, after the sentence and its answer.
  public func text() -> String {
    var text =
      language(title) + "\n" + language("「", "“") + quote + language("」", "” ")
      + "(\(place)) " + answer + "\n" + language("存疑：", "Doubt: ") + language(doubt) + "\n"
    if !targets.isEmpty {
      var table = TextTable([
        .init(title: language("编号", "Target"), isNumber: false),
        .init(title: language("读法", "Reading"), isNumber: false),
        .init(title: language("要求", "Asked"), isNumber: false),
        .init(title: language("数值", "Value"), isNumber: true),
        .init(title: language("余量", "Margin"), isNumber: true),
        .init(title: language("结果", "Verdict"), isNumber: false),
        .init(title: language("决定于", "Hangs on"), isNumber: false),
      ])
      for target in targets {
        table.append([
          target.id + (target.isMust ? " *" : ""),
          target.reading.map { language($0.words) } ?? "–", target.bound.words, figure(target),
          margin(target), verdict(target), binding(target),
        ])
      }
      text += "\n" + table.text
    }
    for remedy in targets.compactMap(\.remedy).distinct() {
      let named = targets.filter { $0.remedy == remedy }
        .map { $0.id + ($0.reading.map { " " + language($0.words) } ?? "") }
      text +=
        language("最少需要的情景：", "Fewest scenarios that would do: ") + remedy.words(language)
        + language("——", " – ") + named.joined(separator: language("；", "; ")) + "\n"
    }
    for failure in failures + targetFailures {
      text += language("未计算：", "Not computed: ") + failure.words + "\n"
    }
    for wait in waits {
      text += language("等待：", "Waits: ") + language(wait.words) + " (\(wait.column))\n"
    }
    return text
  }

  /// The study for pasting: Markdown.
  public func markdown() -> String {
    var text =
      "# \(language(title))\n\n> \(quote) (\(place))\n\n\(answer)\n\n"
      + "\(language("**存疑**：", "**Doubt**: "))\(language(doubt))\n\n"
    let table = targetTable
    text += "| " + table.columns.map(\.title).joined(separator: " | ") + " |\n"
    text += "|" + table.columns.map { $0.isNumber ? "---:|" : "---|" }.joined() + "\n"
    for row in table.rows {
      text +=
        "| " + row.map { $0.text.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    text += "\n"
    for question in questions {
      text += "- `\(question.command)`: \(question.answer)\n"
    }
    for contradiction in contradictions {
      text +=
        "- \(language("矛盾", "Contradiction")): \(language(contradiction.words)) "
        + "(\(contradiction.at))\n"
    }
    for wait in waits {
      text +=
        "- \(language("等待", "Waits")): \(language(wait.words)) (`\(wait.column)`; "
        + "\(language(wait.format)))\n"
    }
    for failure in failures + targetFailures {
      text += "- \(language("未计算", "Not computed")): \(failure.words)\n"
    }
    return text
  }
}

extension [TargetRemedy] {
  /// Each once, in order.
  fileprivate func distinct() -> [TargetRemedy] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
