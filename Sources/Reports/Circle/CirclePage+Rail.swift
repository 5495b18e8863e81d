import Analysis
import Geometry

/// What trains do to a circle: who owes it to them, and how much of a trip is the train.
extension CirclePage {
  /// Nothing where no train is taken.
  var railSection: HTML {
    guard answer.question.mode.takesTrains else { return "" }
    let owed = answer.circles.contains { $0.owedToRail != nil }
    return PageShell.section(
      "rail", owed ? language("铁路带来的", "Owed to the train") : language("铁路", "By train"),
      """
      \(owed ? owedTables : "")\(stationTable)
      """)
  }

  private var owedTables: HTML {
    let figures = Figures(language: report.language)
    var sums = PageTable(
      language("只因铁路在圈内的人口与面积", "People and ground inside by train alone"),
      columns: [
        .words(language("圈", "Circle")), .number(language("分钟", "Minutes")),
        .number(language("圈内人口", "People inside")), .number(language("只因铁路", "By train alone")),
        .number(language("占圈内人口", "Of people inside")),
        .number(language("只因铁路km²", "By train alone, km²")),
      ])
    var counties = PageTable(
      language("欠铁路的县", "Counties that owe it to the train"),
      columns: [
        .words(language("圈", "Circle")), .number(language("分钟", "Minutes")),
        .words(language("县", "County")), .number(language("只因铁路的人口", "People by train alone")),
        .number(language("占该县人口", "Of its people")), .number("km²"),
      ])
    for circle in answer.circles {
      guard let rail = circle.owedToRail else { continue }
      let minutes = PageTable.Cell.figure(figures.minutes(circle.minutes), value: circle.minutes)
      let people = circle.extent.people.map(Double.init)
      sums.append([
        .words(language(circle.group.name)), minutes,
        .figure(figures.people(circle.extent.people), value: people),
        .figure(figures.people(rail.people), value: Double(rail.people)),
        .share(people.flatMap { $0 > 0 ? Double(rail.people) / $0 : nil }),
        .number(rail.area, decimals: 1),
      ])
      for own in rail.counties.sorted(by: { ($1.people, $0.county) < ($0.people, $1.county) }) {
        let county = report.region.counties[own.county]
        counties.append([
          .words(language(circle.group.name)), minutes,
          .words(language(county.name), county: own.county),
          .figure(figures.people(own.people), value: Double(own.people)),
          .share(county.people.flatMap { $0 > 0 ? Double(own.people) / Double($0) : nil }),
          .number(own.area, decimals: 1),
        ])
      }
    }
    return "\(sums.html)\n\(counties.rows.isEmpty ? "" : counties.html)\n"
  }

  private var isByRailAlone: Bool { answer.question.mode == .railDoor }

  /// Door to door and station to station side by side, for the widest circle of each group.
  private var stationTable: HTML {
    var table = PageTable(
      language("县城：门到门与站到站", "Seats: door to door and station to station"),
      columns: [
        .words(language("圈", "Circle")), .words(language("县城", "Seat")),
        .number(language("门到门（分钟）", "Door to door, min")),
        .number(language("站到站（分钟）", "Station to station, min")),
      ]
        // Where the road may win, a share would compare two trips.
        + (isByRailAlone
          ? [.number(language("站到站占门到门", "Station to station, share"))] : []))
    for group in CirclePageData.groups(of: answer) {
      guard let circle = answer.circles.last(where: { $0.group == group }) else { continue }
      let rows = circle.coverage.filter { $0.unit.level == .county && $0.stationMinutes != nil }
        .sorted { ($0.seatMinutes ?? .infinity) < ($1.seatMinutes ?? .infinity) }
      for row in rows {
        let share = row.stationMinutes.flatMap { station in
          row.seatMinutes.flatMap { $0 > 0 && station <= $0 ? station / $0 : nil }
        }
        table.append(
          [
            .words(language(group.name)),
            .words(language(report.region.name(of: row.unit)), county: row.unit.index),
            .number(row.seatMinutes, decimals: 1), .number(row.stationMinutes, decimals: 1),
          ] + (isByRailAlone ? [.share(share)] : []))
      }
    }
    guard !table.rows.isEmpty else { return "" }
    return """
      \(table.html)
      <p class="note">\(language(
        "站到站只计乘车与换乘，是规划常用的口径；门到门另加到站、进站、候车、出站、离站与城区附加时间。能以道路更快到达的县城，门到门可能少于站到站。",
        "Station to station counts rides and changes only, as plans quote it; door to door adds the "
          + "way to the station, entry, wait, exit, the way on and terminal minutes. Where the road "
          + "is sooner, door to door may be the lesser."))</p>
      """
  }
}
