public import Analysis
public import Geometry
import Routing

/// Stations and seats by train as a terminal tells them.
public struct StationCircleReport: GroundReport, Sendable {
  public let answer: StationCircleAnswer
  public let railNames: RailNames
  public let ground: ReportGround

  public init(answer: StationCircleAnswer, railNames: RailNames, ground: ReportGround) {
    self.answer = answer
    self.railNames = railNames
    self.ground = ground
  }

  /// The same in another language.
  public func told(in language: Language) -> StationCircleReport {
    StationCircleReport(answer: answer, railNames: railNames, ground: ground.told(in: language))
  }

  /// One sentence a group and minutes: who is reached from station to station.
  public func sentences() -> [String] {
    let figures = Figures(language: language)
    return answer.reaches.flatMap { reach in
      answer.question.minutes.map { minutes -> String in
        let limit = TravelTime.minutes(minutes)
        let stations = reach.times.stations.count { $0.time <= limit }
        let seats = reach.seats.filter { $0.time <= limit }
        let people = seats.reduce(0) { $0 + (region.counties[$1.county].people ?? 0) }
        let name = language(reach.group.name)
        return language(
          "\(name)\(figures.minutes(minutes))分钟(铁路,站到站)可达\(stations)个车站、\(seats.count)个县城,"
            + "这些县共\(figures.people(people))人。",
          "\(figures.minutes(minutes)) minutes by train from \(name), station to station, reach "
            + "\(stations) stations and \(seats.count) county seats; \(figures.people(people)) "
            + "people live in those counties.")
      }
    }
  }

  /// What the figures leave out.
  public var caution: String {
    language(
      "站到站只计乘车与换乘,不含到站、进站、候车、出站和离站;门到门的范围用 --mode rail-door。不绘制范围。",
      "Station to station counts rides and transfers, not the way to the station, entry, wait, "
        + "exit and the way on; for the ground door to door use --mode rail-door. No ground is drawn."
    )
  }

  public func text() -> String {
    var text = sentences().joined(separator: "\n") + "\n\n"
    for reach in answer.reaches {
      let starts = reach.times.starts.map { language($0.name) }
      text += language(
        "\(language(reach.group.name))附近的车站:", "Stations near \(language(reach.group.name)): ")
      text += starts.joined(separator: language("、", ", ")) + "\n\n"
      text += stationTable(reach).text + "\n" + seatTable(reach).text + "\n"
    }
    text += language("注意:", "Note: ") + caution + "\n"
    text += ground.profile.railWords(language) + "\n"
    return text + notes.sources(in: language)
  }

  private func stationTable(_ reach: StationCircleAnswer.Reach) -> TextTable {
    var table = TextTable([
      .init(title: language("车站", "station"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: "km", isNumber: true),
    ])
    for station in reach.times.stations where answer.isWithin(station.time) {
      table.append([
        language(station.name), (Double(station.time) / 60_000).fixed(1),
        (station.meters / 1_000).fixed(1),
      ])
    }
    return table
  }

  /// Station to station beside door to door.
  private func seatTable(_ reach: StationCircleAnswer.Reach) -> TextTable {
    let figures = Figures(language: language)
    var table = TextTable([
      .init(title: language("县城", "seat"), isNumber: false),
      .init(title: language("车站", "station"), isNumber: false),
      .init(title: language("站到站分钟", "station to station"), isNumber: true),
      .init(title: language("门到门分钟", "door to door"), isNumber: true),
      .init(title: language("全县人口", "people of the county"), isNumber: true),
    ])
    for seat in reach.seats where answer.isWithin(seat.time) {
      table.append([
        language(region.counties[seat.county].name), language(railNames.stations[seat.station]),
        (Double(seat.time) / 60_000).fixed(1),
        seat.doorTime.map { (Double($0) / 60_000).fixed(1) } ?? "–",
        figures.people(region.counties[seat.county].people),
      ])
    }
    return table
  }
}
