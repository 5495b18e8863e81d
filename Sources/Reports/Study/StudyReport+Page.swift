import Geometry
import Shapes

extension StudyReport {
  /// Sentence, answer, doubt and map first; then targets, questions, what waits, and sources.
  ///
  /// `map` is that of a question, which costs time to make and nothing else needs.
  public func page(map: ResultMap?) -> ResultPage {
    var page = ResultPage(
      title: language(title),
      kicker: language("规划语句核对", "A sentence of a plan, checked") + " · " + place,
      headline: language("「", "“") + quote + language("」", "” ") + answer
        + language("存疑：", " Doubt: ") + language(doubt), on: ground)
    let counts = counts
    page.map = map
    page.figures = [
      PageFigure(
        language("问题", "Questions"), "\(questions.count)",
        unit: language("/ \(asked) 已计算", "of \(asked) computed")),
      PageFigure(
        language("目标", "Targets"), "\(counts.answered)",
        unit: language("/ \(counts.all) 有数值", "of \(counts.all) with a figure"),
        remark: language(
          "\(counts.met) 全部读法达到，\(counts.partly) 部分读法达到",
          "\(counts.met) met under all readings, \(counts.partly) under some")),
    ]
    if !targets.isEmpty {
      page.sections.append(PageSection(language("目标", "Targets"), [.table(targetTable)]))
    }
    page.sections.append(questionSection)
    if !contradictions.isEmpty {
      page.sections.append(
        PageSection(
          language("文件自相矛盾处", "Where the documents contradict themselves"),
          [.list(contradictions.map { language($0.words) + " (\($0.at))" })]))
    }
    if !waits.isEmpty {
      page.sections.append(
        PageSection(
          language("等待的数据", "What waits for data"),
          [
            .list(
              waits.map {
                language($0.words) + language("——缺 ", " – lacks ") + $0.column
                  + language("；格式：", "; bring it as: ") + language($0.format)
              })
          ]))
    }
    page.method = [
      language(
        "「从主城区起」「从驻地起」「从各区驻地起」为同一句话的三种起点读法，「成员两两之间」为成员驻地之间往返配对的占比；人口、面积由格网计数。除另有说明外，时间为道路门到门（自由流车速加两端时间）。",
        "The sentence is read from the built-up cores, from the seats, from every district's seat, and "
          + "between its members' seats, both ways. People and ground are counted from cells; minutes "
          + "are by road from door to door at free flow unless said otherwise."),
      language(
        "「≈」取规划值的 5%；「=」按规划所写小数位取整后相等。对 ≥、≤，余量不为负即达到；对 =、≈，余量为与规划值之差。",
        "≈ is within 5 % of the plan's value; = is equal in the decimals that the plan writes. For ≥ "
          + "and ≤ a margin of 0 or more meets the bound; for = and ≈ it is the difference."),
    ]
    page.warnings = (failures + targetFailures).map(\.words)
    return page
  }

  var targetTable: PageTable {
    var table = PageTable(
      language("规划语句与数值", "Sentences and figures"),
      columns: [
        .words(language("编号", "Target")), .words(language("内容", "What")),
        .words(language("原句", "Sentence")), .words(language("出处", "Source")),
        .words(language("读法", "Reading")), .words(language("要求", "Asked")),
        .number(language("数值", "Value")), .number(language("余量", "Margin")),
        .words(language("结果", "Verdict")), .words(language("决定于", "Hangs on")),
      ] + (hasRemedies ? [.words(language("最少需要的情景", "Fewest scenarios that would do"))] : []))
    for target in targets {
      table.append(
        [
          .words(target.id + (target.isMust ? " *" : "")), .words(language(target.words)),
          .words(target.quote), .words(target.place),
          .words(target.reading.map { language($0.words) } ?? "–"), .words(target.bound.words),
          .figure(figure(target), value: target.value),
          .figure(margin(target), value: target.value.map { target.bound.margin(of: $0) }),
          .words(verdict(target)), .words(binding(target)),
        ] + (hasRemedies ? [.words(target.remedy?.words(language) ?? "–")] : []))
    }
    return table
  }

  private var questionSection: PageSection {
    var table = PageTable(
      language("问题与文件", "Questions and files"),
      columns: [
        .words(language("问题", "Question")), .words(language("回答", "Answer")),
        .words(language("文件", "Files")), .words(language("命令", "Command")),
      ])
    for question in questions {
      table.append([
        .words(question.name), .words(question.answer),
        .files(question.files), .words(question.command),
      ])
    }
    return PageSection(language("问题", "Questions"), [.table(table)])
  }
}
