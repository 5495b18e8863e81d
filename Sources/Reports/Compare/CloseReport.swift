public import Analysis
import Geometry
public import Shapes

/// What single routes carry, ready to be told.
public struct CloseReport: GroundReport, Sendable {
  public let answer: ClosureAnswer
  public let ground: ReportGround

  private static let mostRows = 15

  public init(answer: ClosureAnswer, ground: ReportGround) {
    self.answer = answer
    self.ground = ground
  }

  public var closureTable: FeatureTable {
    answer.closureTable(in: region) { code in
      corridors.first { $0.code == code }.map(\.name.chinese) ?? code
    }
  }

  public var sentence: String {
    guard let first = answer.closures.first(where: { $0.loss > 0 || $0.cutOff > 0 }) else {
      return language("关闭任何一条都不改变时间。", "Closing any one of them changes no time.")
    }
    let hours = Figures.grouped("\(first.loss / 60)")
    return language(
      "逐条关闭 \(answer.closures.count) 条:最要紧的是\(routeName(first.route)) (\(first.route)),一次出行多花 \(hours) 人·小时,断开 \(first.cutOff) 对。",
      "Of \(answer.closures.count) routes closed one at a time, \(routeName(first.route)) "
        + "(\(first.route)) matters most: \(hours) person-hours on one trip each, "
        + "\(first.cutOff) pairs cut off.")
  }

  public func text() -> String {
    let figures = Figures(language: language)
    var closures = TextTable([
      .init(title: language("关闭", "closed"), isNumber: false), .init(title: "km", isNumber: true),
      .init(title: language("多花(人·小时)", "loss (person-h)"), isNumber: true),
      .init(title: language("断开", "cut off"), isNumber: true),
      .init(title: language("受损最重", "worst for"), isNumber: false),
      .init(title: language("分钟", "min"), isNumber: true),
    ])
    for closure in answer.closures.prefix(Self.mostRows) {
      closures.append([
        "\(routeName(closure.route)) (\(closure.route))", closure.length.kilometers.fixed(0),
        Figures.grouped("\(closure.loss / 60)"), "\(closure.cutOff)",
        closure.worstCounty.map { language(region.counties[$0].name) } ?? "–",
        closure.worstMinutes.fixed(1),
      ])
    }
    var exposure = TextTable([
      .init(title: language("最依赖单一路线的县", "counties most exposed"), isNumber: false),
      .init(title: language("最多多花(分钟)", "worst (min)"), isNumber: true),
      .init(title: language("路线", "route"), isNumber: false),
    ])
    for row in answer.exposure.prefix(Self.mostRows) {
      exposure.append([
        language(region.counties[row.county].name),
        figures.minutes((row.worstMinutes * 10).rounded() / 10),
        "\(routeName(row.worstRoute)) (\(row.worstRoute))",
      ])
    }
    let text = sentence + "\n\n" + closures.text + "\n" + exposure.text + "\n"
    return text + notes.closing(in: language)
  }
}
