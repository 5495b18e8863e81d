public import Analysis
import Routing
import Shapes

extension TravelMode {
  /// The mode as readers say it.
  public func words(_ language: Language) -> String {
    switch self {
    case .road: language("道路,自由流", "road, free flow")
    case .roadDoor: language("道路,门到门", "road, door to door")
    case .railDoor: language("铁路,门到门", "rail, door to door")
    case .roadOrRailDoor:
      language("道路或铁路取快者,门到门", "road or rail, whichever is sooner, door to door")
    case .rail: language("铁路,站到站", "rail, station to station")
    case .walk: language("步行", "on foot")
    case .air: language("航空,大圆距离", "air, great circle")
    }
  }
}

extension TravelProfile {
  /// The rules of journeys by train, in one line.
  func railWords(_ language: Language) -> String {
    func minutes(_ time: UInt32) -> String { Figures.short(Double(time) / 60_000, places: 1) }
    let entry = RailClass.allCases.map { "\($0.rawValue) \(minutes(rail.entry[$0] ?? 0))" }
      .joined(separator: language("、", ", "))
    let between = rail.transferBetween
    let hours = Figures.short(rail.hours, places: 1)
    let speed = Figures.short(between.speed, places: 1)
    let circuity = Figures.short(between.circuity, places: 2)
    let reach = Figures.short(between.reach / 1_000, places: 1)
    let foot = Figures.short(walk.speed, places: 1)
    let footReach = Figures.short(walk.reach, places: 0)
    let footCircuity = Figures.short(walk.circuity, places: 2)
    return language(
      "铁路:进站分钟 \(entry);候车为发车间隔之半(一日\(hours)小时),至多\(minutes(rail.longestWait))分钟;"
        + "站内换乘步行\(minutes(rail.transferWithin))分钟;站间换乘\(speed)km/h×\(circuity)、≤\(reach)km;"
        + "出站\(minutes(rail.exit))分钟;步行\(foot)km/h×\(footCircuity)、≤\(footReach)m。"
        + "无时刻表,只按每日列车数估算。",
      "Rail: entry minutes \(entry); the wait is half the time between trains over \(hours) hours a "
        + "day, at most \(minutes(rail.longestWait)); \(minutes(rail.transferWithin)) min on foot "
        + "from train to train; between stations \(speed) km/h, circuity \(circuity), at most "
        + "\(reach) km; exit \(minutes(rail.exit)) min; on foot \(foot) km/h, circuity "
        + "\(footCircuity), at most \(footReach) m. No timetable: trains a day only.")
  }
}
