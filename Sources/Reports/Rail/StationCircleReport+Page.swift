import Analysis
import Geometry
import Routing
import Shapes

extension StationCircleReport {
  /// The page: station to station and door to door side by side, on the map, as
  /// a chart and seat by seat.
  public func resultPage() -> ResultPage {
    let minutes = answer.question.minutes.map { Figures.short($0, places: 2) }
      .joined(separator: language("、", ", "))
    let said = sentences().map(typeset)
    var page = ResultPage(
      title: language("\(names)铁路圈", "By train from \(names)"),
      kicker: language(
        "腹地 Hinterland · 铁路圈 · \(minutes) 分钟 · 站到站",
        "Hinterland · rail circle · \(minutes) min · station to station"),
      headline: said.last ?? "",
      on: ground.page)
    page.figures = answer.reaches.flatMap(figures)
    page.map = map
    page.sections =
      (said.count > 1 ? [PageSection(language("要点", "In short"), [.list(said)])] : [])
      + answer.reaches.map(sideBySide) + answer.reaches.map(stationSection)
    page.method = [caution, ground.profile.railWords(language)].map(typeset)
    page.parameters = [(language("分钟", "Minutes"), minutes)]
    return page
  }

  private func typeset(_ text: String) -> String { PageWords(language).typeset(text) }

  private var names: String {
    answer.reaches.map { language($0.group.name) }.joined(separator: language("、", ", "))
  }

  /// Seats within the most minutes asked.
  private func seats(_ reach: StationCircleAnswer.Reach) -> [StationCircleAnswer.Seat] {
    reach.seats.filter { answer.isWithin($0.time) }
  }

  private func figures(_ reach: StationCircleAnswer.Reach) -> [PageFigure] {
    let seats = seats(reach)
    let name = answer.reaches.count > 1 ? language(reach.group.name) + " · " : ""
    let limit = Figures.short(answer.question.minutes.last ?? 0, places: 2)
    let within = language("\(limit) 分钟内", "within \(limit) min")
    let ratios = seats.compactMap { seat -> Double? in
      guard let door = seat.doorTime, seat.time > 0 else { return nil }
      return Double(seat.time) / Double(door)
    }.sorted()
    return [
      PageFigure(
        name + language("县城", "Seats"), "\(seats.count)",
        remark: within + language("，站到站", ", station to station")),
      PageFigure(
        name + language("县城", "Seats"),
        "\(seats.count { $0.doorTime.map(answer.isWithin) ?? false })",
        remark: within + language("，门到门", ", door to door")),
      PageFigure(
        name + language("乘车与换乘占门到门", "Rides and changes, of door to door"),
        ratios.isEmpty ? "–" : Figures(language: language).share(ratios[ratios.count / 2]),
        remark: language("各县城的中位数", "median over the seats")),
    ]
  }

  // MARK: The map

  private var map: ResultMap {
    let minutes = answer.question.minutes
    let last = minutes.last ?? 60
    let unit = language(" 分钟", " min")
    // The same classes for both: what lies within by train may be far beyond from door to door.
    let scale = ClassScale.bands(upTo: minutes + [last + 30, last + 60], unit: unit)
    func variable(
      _ name: String, _ time: (StationCircleAnswer.Seat) -> UInt32?
    ) -> MapVariable {
      var soonest: [Int: UInt32] = [:]
      for seat in answer.reaches.flatMap(seats) {
        guard let time = time(seat) else { continue }
        soonest[seat.county] = min(soonest[seat.county] ?? .max, time)
      }
      return MapVariable(
        name, scale: scale,
        ofCounties: soonest.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value) / 60_000) }
      ) { $0.fixed(1) + unit }
    }
    return ResultMap(
      variables: [
        variable(language("县城，站到站", "Seats, station to station"), \.time),
        variable(language("县城，门到门", "Seats, door to door"), \.doorTime),
      ],
      layers: [
        MapLayer(
          language("可达的车站", "Stations reached"), symbol: .point(PageColor.distinct[0], radius: 3),
          features: answer.reaches.flatMap { reach in
            reach.times.stations.filter { answer.isWithin($0.time) }.map { station in
              .init(
                .point(station.position),
                lines: [
                  language(station.name), (Double(station.time) / 60_000).fixed(1) + unit,
                ])
            }
          }),
        MapLayer(
          language("出发的车站", "Stations to start from"), symbol: .point(PageColor.distinct[1]),
          features: answer.reaches.flatMap { reach in
            reach.times.starts.map { station in
              .init(
                .point(station.position), label: language(station.name),
                lines: [language(station.name)])
            }
          }),
      ])
  }

  // MARK: The tables

  private func sideBySide(_ reach: StationCircleAnswer.Reach) -> PageSection {
    let seats = seats(reach)
    let caption = language(
      "自\(language(reach.group.name))到各县城", "From \(language(reach.group.name)) to each seat")
    var table = PageTable(
      caption,
      columns: [
        .words(language("县城", "Seat")), .words(language("车站", "Station")),
        .number(language("站到站（分钟）", "Station to station, min")),
        .number(language("门到门（分钟）", "Door to door, min")),
        .number(language("乘车占比", "Rides, share")), .number(language("铁路km", "Rail km")),
        .number(language("全县人口", "People of the county")),
      ])
    let figures = Figures(language: language)
    for seat in seats {
      let county = region.counties[seat.county]
      let station = Double(seat.time) / 60_000
      let door = seat.doorTime.map { Double($0) / 60_000 }
      table.append([
        .words(language(county.name), county: seat.county),
        .words(language(railNames.stations[seat.station])), .number(station, decimals: 1),
        .number(door, decimals: 1), .share(door.flatMap { $0 > 0 ? station / $0 : nil }),
        .number(seat.meters / 1_000, decimals: 0),
        .figure(figures.people(county.people), value: county.people.map(Double.init)),
      ])
    }
    let points = seats.compactMap { seat -> (x: Double, y: Double, name: String)? in
      seat.doorTime.map {
        (
          x: Double(seat.time) / 60_000, y: Double($0) / 60_000,
          name: language(region.counties[seat.county].name)
        )
      }
    }
    var blocks: [PageSection.Block] = [.table(table)]
    if let most = points.map(\.x).max(), most > 0 {
      var chart = ScatterChart(
        caption, groups: [.init(language("县城", "seats"), points)],
        xTitle: language("站到站（分钟）", "station to station, minutes"),
        yTitle: language("门到门（分钟）", "door to door, minutes"))
      chart.lines = [
        .init(language("两者相等", "both alike"), [(0, 0), (most, most)], isDashed: true)
      ]
      blocks.insert(.chart(chart), at: 0)
    }
    blocks.append(
      .note(
        language(
          "站到站只计乘车与换乘，是规划常用的口径；门到门另加到站、进站、候车、出站、离站与两端的城区附加时间，县城旁没有车站时由道路接驳。",
          "Station to station counts rides and changes only, as plans quote it. Door to door adds "
            + "the way to the station, entry, wait, exit, the way on and the terminal minutes at "
            + "both ends.")))
    return PageSection(
      language("站到站与门到门并列", "Station to station beside door to door")
        + (answer.reaches.count > 1 ? " · " + language(reach.group.name) : ""), blocks)
  }

  private func stationSection(_ reach: StationCircleAnswer.Reach) -> PageSection {
    let starts = reach.times.starts.map { language($0.name) }
      .joined(separator: language("、", ", "))
    var table = PageTable(
      language(
        "自\(language(reach.group.name))可达的车站", "Stations reached from \(language(reach.group.name))"
      ),
      columns: [
        .words(language("车站", "Station")), .number(language("分钟", "Minutes")), .number("km"),
      ])
    for station in reach.times.stations where answer.isWithin(station.time) {
      table.append([
        .words(language(station.name)), .number(Double(station.time) / 60_000, decimals: 1),
        .number(station.meters / 1_000, decimals: 1),
      ])
    }
    return PageSection(
      language("车站", "Stations")
        + (answer.reaches.count > 1 ? " · " + language(reach.group.name) : ""),
      [.prose(language("附近的车站：\(starts)。", "Stations near: \(starts).")), .table(table)])
  }
}
