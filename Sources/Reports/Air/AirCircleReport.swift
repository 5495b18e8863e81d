public import Analysis
import Geometry

/// Rings of flight as a terminal tells them.
public struct AirCircleReport: GroundReport, Sendable {
  public let answer: AirCircleAnswer
  public let ground: ReportGround

  public init(answer: AirCircleAnswer, ground: ReportGround) {
    self.answer = answer
    self.ground = ground
  }

  /// The same in another language.
  public func told(in language: Language) -> AirCircleReport {
    AirCircleReport(answer: answer, ground: ground.told(in: language))
  }

  public func sentences() -> [String] {
    let figures = Figures(language: language)
    return answer.rings.map { ring in
      let airport = language(answer.question.airports[ring.airport].name)
      return language(
        "\(ring.group.name.chinese)\(figures.minutes(ring.minutes))分钟航空圈(自\(airport)):半径"
          + "\(ring.radius.fixed(0))km,本数据集内\(ring.airports.count)个机场、\(ring.counties.count)个县城,"
          + "这些县共\(figures.people(ring.people))人。",
        "\(figures.minutes(ring.minutes)) minutes of flight from \(ring.group.name.english) "
          + "(\(airport)): a radius of \(ring.radius.fixed(0)) km, with \(ring.airports.count) airports "
          + "and \(ring.counties.count) county seats of this dataset; \(figures.people(ring.people)) "
          + "people live in those counties.")
    }
  }

  /// How a flight is counted, and what is not.
  public var caution: String {
    let (speed, fixed) = (
      Figures.short(answer.speed, places: 1), Figures.short(answer.fixed, places: 1)
    )
    return language(
      "飞行时间=固定\(fixed)分钟+大圆距离÷\(speed)km/h(假定值),不含往返机场、安检和候机,也不问是否通航;"
        + "圈外省份和国外没有人口数据。",
      "A flight takes \(fixed) minutes and the great circle at \(speed) km/h (assumed), without the "
        + "way to the airport, security and waiting, whether or not anybody flies there; no people "
        + "are known outside this dataset.")
  }

  public func text() -> String {
    var text = sentences().joined(separator: "\n") + "\n\n"
    var table = TextTable([
      .init(title: language("自", "from"), isNumber: false),
      .init(title: language("机场", "airport"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
    ])
    for ring in answer.rings where ring.minutes == answer.question.minutes.last {
      for (index, minutes) in ring.airports {
        table.append([
          language(ring.group.name), language(answer.question.airports[index].name),
          minutes.fixed(1),
        ])
      }
    }
    if !table.isEmpty { text += table.text + "\n" }
    text += language("注意:", "Note: ") + caution + "\n"
    text += language("来源:", "Sources: ") + notes.attribution.joined(separator: "; ") + "\n"
    return text
  }
}
