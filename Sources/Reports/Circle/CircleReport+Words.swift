import Analysis
import Geometry
import Routing
import Shapes

extension CircleReport {
  /// The answer's warnings, a sentence each, in a language of choice.
  public func warningSentences(in language: Language) -> [String] {
    let report = CircleReport(
      answer: answer, region: region, corridors: corridors, notes: notes, language: language)
    return answer.warnings.map(report.words(for:))
  }

  /// A warning as a sentence.
  func words(for warning: CircleWarning) -> String {
    let figures = Figures(language: language)
    switch warning {
    case .noCore(let name):
      return language(
        "\(name.chinese)的驻地不在每平方公里1500人以上的建成区内,改从驻地出发。",
        "The seat of \(name.english) lies in no core of 1,500 people a km²; the circle starts "
          + "from the seat.")
    case .noDistricts(let name):
      return language(
        "\(name.chinese)没有市辖区,改从驻地出发。",
        "\(name.english) has no urban districts; the circle starts from the seat.")
    case .sharedCore(let name, let others):
      return language(
        "\(name.chinese)的主城区与\(list(others))连片,圈从整片建成区出发;只从驻地出发用 --centre-at seat。",
        "The core of \(name.english) has grown together with \(list(others)); the circle starts "
          + "from all of it. For the seat alone use --centre-at seat.")
    case .leavesFrame(let circle, let minutes, let area):
      return language(
        "\(circle.chinese)\(figures.minutes(minutes))分钟圈有\(figures.area(area))km²在数据范围之外"
          + "(外省或海面),其上人口未计。",
        "\(figures.area(area)) km² of the \(figures.minutes(minutes))-minute circle of "
          + "\(circle.english) lie outside the dataset's counties (other provinces or sea); "
          + "nobody is counted there.")
    case .centreFarFromRoads(let name, let kilometers):
      return language(
        "\(name.chinese)距最近的道路\(kilometers.fixed(1))km。",
        "\(name.english) lies \(kilometers.fixed(1)) km from the nearest road.")
    case .centreWithoutRoads(let name, let kilometers):
      let far = kilometers.map { Figures.grouped($0.fixed($0 < 100 ? 1 : 0)) }
      return language(
        "\(name.chinese)在末端可达范围内没有道路"
          + "\(far.map { ",最近的道路在\($0)km之外" } ?? ""),圈内只有直接可达的地面。",
        "No road lies within reach of \(name.english)"
          + "\(far.map { " (the nearest is \($0) km away)" } ?? ""); its circle is what a direct leg "
          + "reaches.")
    case .ownGroundWithoutTrain(let name, let area, let people):
      return language(
        "\(name.chinese)的圈计入出发地本身\(figures.area(area))km²\(people.map { "、\(figures.people($0))人" } ?? ""),"
          + "那里不必乘车。",
        "The circle of \(name.english) counts the \(figures.area(area)) km² it starts from"
          + "\(people.map { ", \(figures.people($0)) people," } ?? "") where no train is needed.")
    case .noStationNear(let name, let kilometers):
      let reach = Figures.short(kilometers, places: 1)
      return language(
        "\(name.chinese)周围\(reach)km内没有车站,站到站的分钟从缺。",
        "No station lies within \(reach) km of \(name.english); minutes from station to station are "
          + "left out.")
    case .seatsFarFromRoads(let names):
      return language(
        "驻地距所用道路超过2km:\(list(names))。",
        "Seats more than 2 km from the road that serves them: \(list(names)).")
    case .unreachedSeats(let names):
      return language(
        "驻地在路网上不可达:\(list(names))。",
        "Seats that cannot be reached over the network: \(list(names)).")
    case .withoutSeat(let names):
      return language("没有驻地坐标:\(list(names))。", "No seat in the data: \(list(names)).")
    case .withoutPeople(let names):
      return language(
        "没有人口数(空缺,不是零):\(list(names))。",
        "No figure of people (empty, not zero): \(list(names)).")
    }
  }

  private func list(_ names: [PlaceName]) -> String {
    names.map { language($0) }.joined(separator: language("、", ", "))
  }

  /// How the times were worked out, in one line.
  var methodWords: String {
    let profile = answer.profile
    let speeds = profile.speeds.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.key.rawValue) \($0.value.fixed(0))" }.joined(separator: ", ")
    let leg = profile.lastLeg
    let terminal = profile.terminal.steps.map { step in
      language(
        "≥\(Figures.short(Double(step.people) / 10_000, places: 2))万人"
          + "\(Figures.short(step.minutes, places: 1))分钟",
        "\(Figures.short(step.minutes, places: 1)) min from \(Figures.grouped("\(step.people)")) people"
      )
    }.joined(separator: language("、", ", "))
    let basis =
      !hasRegions
      ? language("无区划与人口", "neither regions nor people")
      : answer.basis == .modelled
        ? language("人口为模拟分布", "people modelled") : language("人口为统计栅格", "people counted")
    if answer.question.mode == .walk {
      let foot = profile.walk
      return language(
        "参数 \(profile.name):步行\(foot.speed.fixed(0))km/h,道路之外按直线×\(foot.circuity.fixed(2))"
          + "、≤\(foot.reach.fixed(0))m;网格\(answer.cellSize.fixed(0))m;\(basis)。",
        "Profile \(profile.name): on foot at \(foot.speed.fixed(0)) km/h, off the roads in a straight "
          + "line × \(foot.circuity.fixed(2)), at most \(foot.reach.fixed(0)) m; cells of "
          + "\(answer.cellSize.fixed(0)) m; \(basis).")
    }
    guard hasRegions else {
      return language(
        "参数 \(profile.name):速度km/h \(speeds);末端\(leg.speed.fixed(0))km/h×\(leg.circuity.fixed(2))"
          + "、≤\(leg.reach.fixed(0))m;网格\(answer.cellSize.fixed(0))m;\(basis)。",
        "Profile \(profile.name): speeds in km/h \(speeds); last leg \(leg.speed.fixed(0)) km/h, "
          + "circuity \(leg.circuity.fixed(2)), at most \(leg.reach.fixed(0)) m; cells of "
          + "\(answer.cellSize.fixed(0)) m; \(basis).")
    }
    return language(
      "参数 \(profile.name):速度km/h \(speeds);末端\(leg.speed.fixed(0))km/h×\(leg.circuity.fixed(2))"
        + "、≤\(leg.reach.fixed(0))m;终端时间\(terminal);网格\(answer.cellSize.fixed(0))m;\(basis)。",
      "Profile \(profile.name): speeds in km/h \(speeds); last leg \(leg.speed.fixed(0)) km/h, "
        + "circuity \(leg.circuity.fixed(2)), at most \(leg.reach.fixed(0)) m; terminal minutes "
        + "\(terminal); cells of \(answer.cellSize.fixed(0)) m; \(basis).")
  }
}
