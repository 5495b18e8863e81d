import Analysis
import Geometry
import Shapes

extension CorridorReport {
  /// The answer's warnings, a sentence each, in a language of choice.
  public func warningSentences(in language: Language) -> [String] {
    CircleReport(
      answer: answer.asCircles, region: region, corridors: corridors, notes: notes,
      language: language
    ).warningSentences(in: language)
  }

  /// How the figures were worked out.
  func methodWords() -> [String] {
    [
      language(
        "口径:\(answer.question.mode.words(language)),参数\(answer.profile.name);从出入点(互通、车站)起算,从不从线路本身;"
          + "离开出入点不计终端时间,到达时计。人口和面积由格网累计。",
        "Minutes: \(answer.question.mode.words(language)), profile \(answer.profile.name), from the gates (interchanges, "
          + "stations), never from the line between them; leaving a gate costs no terminal minutes, "
          + "arriving does. People and ground are counted from cells."),
      language(
        "绕行系数=线长÷两端直线;出入点沿线1km以内合为一处;沿线断面为每\(number(answer.question.step, 0))km线路最近的圈内人口,末段不足半步的并入前一段;"
          + "重叠按格网子样计,最近的线按格网四角时间之和。公式见 Documentation/Corridors.md。",
        "Circuity is the line's length over the straight line between its ends; gates within 1 km "
          + "along it are one place; the profile counts people within reach by the nearest "
          + "\(number(answer.question.step, 0)) km of line, a rest of less than half of that with "
          + "the stretch before; overlaps are counted by sub-samples, the nearest line by the sum of "
          + "a cell's four corner times. Formulas in "
          + "Documentation/Corridors.md."),
    ]
  }
}
