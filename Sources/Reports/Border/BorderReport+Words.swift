import Analysis
import Geometry
import Shapes

extension BorderReport {
  /// The answer's warnings, a sentence each, in a language of choice.
  public func warningSentences(in language: Language) -> [String] {
    answer.warnings.map(BorderReport(answer: answer, ground: ground.told(in: language)).words(for:))
  }

  func words(for warning: BorderWarning) -> String {
    switch warning {
    case .withoutSeat(let names):
      return language(
        "没有驻地坐标,未计入:\(joined(names))。", "No seat in the data, left out: \(joined(names)).")
    case .unreachedSeats(let names):
      return language(
        "驻地在路网上不可达:\(joined(names))。",
        "Seats that cannot be reached over the network: \(joined(names)).")
    case .withoutPeople(let names):
      return language(
        "没有人口数(空缺,不是零):\(joined(names))。",
        "No figure of people (empty, not zero): \(joined(names)).")
    case .leavesFrame(let circle, let minutes, let area):
      return language(
        "\(circle.chinese)\(figures.minutes(minutes))分钟圈有\(figures.area(area))km²在数据范围之外"
          + "(外省或海面),其上人口未计。",
        "\(figures.area(area)) km² of the \(figures.minutes(minutes))-minute circle of "
          + "\(circle.english) lie outside the dataset's counties (other provinces or sea); "
          + "nobody is counted there.")
    }
  }

  private func joined(_ names: [PlaceName]) -> String { list(names.map { language($0) }) }

  /// How the figures were worked out, and with which parameters.
  func methodWords() -> [String] {
    let question = answer.question
    var words: [String] = []
    if !answer.borders.isEmpty {
      words.append(
        language(
          "省界:由县界多边形的公共边得出,长度按椭球面量算(误差0.03%以内,随绘图精细程度而变);"
            + "跨越处:两端分处省界两侧的路段,同等级1km以内合为一处。",
          "Borders are the sides that counties' polygons share, measured on the ellipsoid (within "
            + "0.03 %; a finer drawing is longer). A crossing is an edge of the road network with its "
            + "ends on either side; those of a class within 1 km are one."))
    }
    if answer.band != nil {
      let band: String
      switch question.band {
      case .steps(let depth):
        band = language(
          "省界两侧各\(depth)层县", "counties up to \(depth) deep on either side")
      case .kilometers(let width):
        band = language(
          "省界上的县及驻地距省界\(number(width, 0))km以内的县",
          "counties on the border and those with a seat within \(number(width, 0)) km of it")
      case .everywhere: band = language("所涉省份的全部县", "all counties of the provinces")
      }
      let weight = "exp(−T/\(figures.minutes(question.decay)))"
      words.append(
        language(
          "组团:\(band);驻地间双向平均\(figures.minutes(question.minutes))分钟以内相连,权重\(weight);"
            + "Leiden算法(γ=\(figures.minutes(question.resolution)),种子\(question.seed)),连通有保证;"
            + "共属为20个种子×6个分辨率下成员对再次同组的比例;绕行=路程÷直线。",
          "Clusters: \(band); seats up to \(figures.minutes(question.minutes)) minutes apart (mean of "
            + "both directions) are linked with weight \(weight); Leiden algorithm (γ = "
            + "\(figures.minutes(question.resolution)), seed \(question.seed)), connected by "
            + "construction; co-member is how often two members came together again over 20 seeds "
            + "and 6 resolutions; a detour is way over straight line."))
    }
    words.append(
      language(
        "口径:\(answer.question.mode.words(language)),参数\(answer.profile.name);公式与出处见 Documentation/Borders.md。",
        "Minutes: \(answer.question.mode.words(language)), profile \(answer.profile.name); formulas and sources in "
          + "Documentation/Borders.md."))
    return words
  }
}
