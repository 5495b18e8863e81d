import Analysis
import Geometry

/// What a reader must know to use and to repeat the figures.
extension CirclePage {
  var methodSection: HTML {
    closing.method(
      [
        language(
          "每个格网角点的时间，等于到网络上各点的时间加末端时间的最小值；高速公路只在互通处出入。时间不超过所问分钟数的地面即为圈。图上轮廓为等时线。",
          "The time of each grid corner is the least, over all points of the network, of the time "
            + "to that point and the last leg from it; expressways are entered and left at "
            + "interchanges only. Ground whose time is at most the minutes asked for is the "
            + "circle; its outline is the iso-line.")
      ]
        + (answer.question.mode.takesTrains
          ? [words.typeset(answer.profile.railWords(language))] : []),
      parameters)
  }

  private var parameters: [(name: String, value: String)] {
    let profile = answer.profile
    let leg = profile.lastLeg
    let number = { (value: Double) in Figures.short(value, places: 2) }
    let tolerance = answer.question.tolerance
    return [
      (language("出行方式", "Mode"), words.mode(answer.question.mode)),
      (language("中心读法", "Reading of the centre"), words.reading(answer.question.reading)),
      (language("起点", "Starts"), starts),
      (language("速度方案", "Profile"), profile.name),
      (language("速度（km/h）", "Speeds (km/h)"), speeds),
      (
        language("末端", "Last leg"),
        language(
          "\(number(leg.speed)) km/h，绕行系数 \(number(leg.circuity))，"
            + "直线不超过 \(number(leg.reach / 1_000)) km",
          "\(number(leg.speed)) km/h, circuity \(number(leg.circuity)), at most "
            + "\(number(leg.reach / 1_000)) km in a straight line")
      ),
      (language("城区附加时间", "Terminal minutes"), terminalMinutes),
      (
        language("格网", "Grid"),
        language("\(number(answer.cellSize)) 米单元", "cells of \(number(answer.cellSize)) m")
      ),
      (
        language("轮廓简化", "Outline simplified"),
        tolerance > 0
          ? language(
            "不超过 \(number(tolerance)) 米（本页地图另简化至 60 米以内）",
            "by at most \(number(tolerance)) m (this page's map: within 60 m more)")
          : language("无（本页地图另简化至 60 米以内）", "no (this page's map: within 60 m)")
      ),
    ]
  }

  private var starts: String {
    var parts: [String] = []
    for group in CirclePageData.groups(of: answer) {
      let centres = answer.circles.first { $0.group == group }?.centres ?? []
      parts += centres.map { centre in
        let minutes = Figures.short(centre.startMinutes, places: 1)
        let code = centre.code.map { " \($0)" } ?? ""
        let leaving =
          !answer.question.mode.paysTerminals
          ? "" : language("，出城 \(minutes) 分钟", ", \(minutes) min to leave")
        let reading = words.reading(centre.reading)
        return language(
          "\(language(centre.name))\(code)（\(reading)\(leaving)）",
          "\(language(centre.name))\(code) (\(reading)\(leaving))")
      }
    }
    return parts.joined(separator: language("；", "; "))
  }

  private var speeds: String {
    // The fastest first; equals by name.
    answer.profile.speeds.map { (name: $0.key.rawValue, speed: $0.value) }
      .sorted { ($1.speed, $0.name) < ($0.speed, $1.name) }
      .map { "\(words.roadClass($0.name)) \(Figures.short($0.speed, places: 1))" }
      .joined(separator: language("，", ", "))
  }

  private var terminalMinutes: String {
    guard answer.question.mode.paysTerminals else { return language("不计", "none") }
    let terminal = answer.profile.terminal
    let steps = terminal.steps.map { step in
      let people = words.peopleWithUnit(step.people)
      let minutes = Figures.short(step.minutes, places: 1)
      return language(
        "\(people)以上建成区 \(minutes) 分钟", "\(minutes) min in cores of \(people) or more")
    }
    let depth = Figures.short(terminal.fullDepth / 1_000, places: 2)
    return steps.joined(separator: language("，", ", "))
      + language("；距边缘 \(depth) km内按比例计", "; in proportion within \(depth) km of the edge")
  }
}
