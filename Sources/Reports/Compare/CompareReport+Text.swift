public import Analysis
import Geometry
import Routing
import Shapes

extension CompareReport {
  private static let mostSeats = 6

  /// The answer for a terminal.
  public func text() -> String {
    var text = comparison.cases.map { sentence(for: $0) + "\n" }.joined() + "\n"
    text += contourTable.text + "\n"
    if comparison.question.places.count > 1 { text += matrixTable.text + "\n" }
    let gains = gainTable
    if !gains.isEmpty { text += gains.text + "\n" }
    text += accessTable.text + "\n"
    for warning in warningSentences(in: language) {
      text += language("注意:", "Note: ") + warning + "\n"
    }
    text += methodSentence + "\n"
    return text + notes.closing(in: language)
  }

  /// What a scenario does, in one sentence.
  public func sentence(for answer: CaseAnswer) -> String {
    let figures = Figures(language: language)
    let gains = comparison.gains(of: answer, in: region)
    let length = (answer.applied?.links ?? []).reduce(0) { $0 + $1.link.length.kilometers }
    var sentence = answer.name
    if length > 0 { sentence += language("(\(length.fixed(0))km)", " (\(length.fixed(0)) km)") }
    sentence += language(":", ": ")
    guard answer.times != comparison.baseline.times else {
      return sentence
        + language("不改变所问地点的任何时间。", "it changes no time of the places asked about.")
    }
    let parts = comparison.question.places.indices.compactMap { place in
      contourWords(answer, place, figures)
    }
    sentence += parts.joined(separator: language(";", "; "))
    let total = gains.total
    sentence += language(
      ";居民到所问地点一趟合计节省\(Figures.grouped("\(total / 60)"))人·小时",
      "; residents save \(Figures.grouped("\(total / 60)")) person-hours on one trip each")
    let provinces = region.provinces.indices.map { province in
      (
        province,
        gain: comparison.question.places.indices.reduce(0) {
          $0 + gains.sum(of: region.counties(of: UnitReference(.province, province)), place: $1)
        }
      )
    }.filter { $0.gain != 0 }.sorted { (-$0.gain, $0.0) < (-$1.gain, $1.0) }
    if total != 0, !provinces.isEmpty {
      let shares = provinces.prefix(3).map { province, gain in
        language(region.provinces[province].name)
          + language("", " ") + figures.share(Double(gain) / Double(total))
      }
      sentence += language(",其中", ", ") + shares.joined(separator: language("、", ", "))
    }
    return sentence + language("。", ".")
  }

  private func contourWords(_ answer: CaseAnswer, _ place: Int, _ figures: Figures) -> String? {
    guard let last = comparison.question.minutes.indices.last else { return nil }
    let minutes = comparison.question.minutes[last]
    let name = language(comparison.question.places[place].name)
    let new = comparison.seats(
      reachedBy: answer, notBy: comparison.baseline, from: place, within: minutes)
    let gone = comparison.seats(
      reachedBy: comparison.baseline, notBy: answer, from: place, within: minutes)
    var words = language(
      "\(name)\(figures.minutes(minutes))分钟圈", "\(figures.minutes(minutes)) minutes from \(name)")
    if comparison.question.hasCircles {
      let circle = answer.circles[place][last]
      let (gained, lost) = (circle.gained?.extent, circle.lost?.extent)
      words += language(
        "增\(figures.people(gained?.people))人、\(figures.area(gained?.area ?? 0))km²",
        " gain \(figures.people(gained?.people)) people and \(figures.area(gained?.area ?? 0)) km²")
      if (lost?.area ?? 0) > 0 {
        words += language(
          ",减\(figures.people(lost?.people))人", ", lose \(figures.people(lost?.people))")
      }
    }
    for (seats, verb) in [
      (new, language(",新到达", ", newly reach ")), (gone, language(",不再到达", ", no longer reach ")),
    ] where !seats.isEmpty {
      words += verb + names(seats)
    }
    if new.isEmpty, gone.isEmpty {
      words += language("(县城不变)", " (the same seats)")
    }
    return words
  }

  private func names(_ counties: [Int]) -> String {
    let names = counties.prefix(Self.mostSeats).map { language(region.counties[$0].name) }
    let more = counties.count > names.count ? language("等\(counties.count)个", " and others") : ""
    return names.joined(separator: language("、", ", ")) + more
  }

  private var contourTable: TextTable {
    let figures = Figures(language: language)
    var table = TextTable([
      .init(title: language("情景", "scenario"), isNumber: false),
      .init(title: language("地点", "place"), isNumber: false),
      .init(title: language("分钟", "min"), isNumber: true),
      .init(title: language("人口", "people"), isNumber: true),
      .init(title: language("增", "gained"), isNumber: true),
      .init(title: language("减", "lost"), isNumber: true),
      .init(title: language("面积km²", "km²"), isNumber: true),
      .init(title: language("增km²", "gained"), isNumber: true),
      .init(title: language("县城 增/减", "seats +/−"), isNumber: true),
      .init(title: language("万人·分钟", "1,000 person-min"), isNumber: true),
    ])
    for answer in comparison.cases {
      let gains = comparison.gains(of: answer, in: region)
      for (place, group) in comparison.question.places.enumerated() {
        for (index, minutes) in comparison.question.minutes.enumerated() {
          let circle = comparison.question.hasCircles ? answer.circles[place][index] : nil
          let new = comparison.seats(
            reachedBy: answer, notBy: comparison.baseline, from: place, within: minutes)
          let gone = comparison.seats(
            reachedBy: comparison.baseline, notBy: answer, from: place, within: minutes)
          let sum = gains.sum(of: Array(region.counties.indices), place: place)
          table.append([
            answer.name, language(group.name), figures.minutes(minutes),
            circle.map { figures.people($0.extent.people) } ?? "–",
            circle.map { figures.people($0.gained?.extent.people) } ?? "–",
            circle.map { figures.people($0.lost?.extent.people) } ?? "–",
            circle.map { figures.area($0.extent.area) } ?? "–",
            circle.map { figures.area($0.gained?.extent.area ?? 0) } ?? "–",
            "\(new.count)/\(gone.count)",
            language(
              Figures.grouped((Double(sum) / 10_000).fixed(1)),
              Figures.grouped((Double(sum) / 1_000).fixed(1))),
          ])
        }
      }
    }
    return table
  }

  /// Minutes between the places: before → after.
  private var matrixTable: TextTable {
    let figures = Figures(language: language)
    let places = comparison.question.places
    var table = TextTable(
      [
        .init(title: language("情景", "scenario"), isNumber: false),
        .init(title: language("从\\到(分钟)", "from \\ to (min)"), isNumber: false),
      ] + places.map { .init(title: language($0.name), isNumber: true) })
    for answer in comparison.cases {
      for (row, from) in places.enumerated() {
        table.append(
          [answer.name, language(from.name)]
            + places.indices.map { column in
              let (before, after) = (
                comparison.baseline.between[row][column], answer.between[row][column]
              )
              if row == column { return "–" }
              let words = figures.minutes(TravelTime.minutes(of: before))
              return before == after
                ? words : words + "→" + figures.minutes(TravelTime.minutes(of: after))
            })
      }
    }
    return table
  }

  /// Residents' province by places' province, with sums.
  private var gainTable: TextTable {
    let provinces = comparison.placeProvinces(in: region)
    let columns = Set(provinces.map { $0 ?? -1 }).sorted()
    func words(_ column: Int) -> String {
      column < 0 ? language("其他", "elsewhere") : language(region.provinces[column].name)
    }
    var table = TextTable(
      [
        .init(title: language("情景", "scenario"), isNumber: false),
        .init(title: language("居民(人·分钟)", "residents (person-min)"), isNumber: false),
      ] + columns.map { .init(title: language("到", "to ") + words($0), isNumber: true) }
        + [.init(title: language("合计", "sum"), isNumber: true)])
    for answer in comparison.cases {
      let cells = comparison.gains(of: answer, in: region)
        .byProvince(in: region, placeProvinces: provinces)
      func row(_ title: String, _ cells: [ProvinceGain]) {
        let sums = columns.map { column in
          cells.filter { ($0.destination ?? -1) == column }.reduce(0) { $0 + $1.personMinutes }
        }
        guard sums.contains(where: { $0 != 0 }) else { return }
        table.append(
          [answer.name, title] + sums.map { Figures.grouped("\($0)") }
            + [Figures.grouped("\(sums.reduce(0, +))")])
      }
      for province in region.provinces.indices {
        row(language(region.provinces[province].name), cells.filter { $0.residents == province })
      }
      row(language("合计", "sum"), cells)
    }
    return table
  }

  private var accessTable: TextTable {
    var table = TextTable([
      .init(title: language("情景", "scenario"), isNumber: false),
      .init(title: language("各地均值(按人口)", "mean of the places (by people)"), isNumber: false),
      .init(title: language("前", "before"), isNumber: true),
      .init(title: language("后", "after"), isNumber: true),
      .init(title: "%", isNumber: true),
    ])
    for (answer, indicator, before, after) in accessChanges {
      table.append([
        answer.name, words(indicator), value(before, indicator), value(after, indicator),
        before != 0 ? ((after / before - 1) * 100).fixed(2) : "–",
      ])
    }
    return table
  }

  func words(_ indicator: ComparedIndicator) -> String {
    switch indicator {
    case .weightedAverageTime: language("加权平均旅行时间(分钟)", "weighted average travel time (min)")
    case .potential: language("潜能(人/分钟)", "potential (people a minute)")
    case .peopleWithin(let minutes):
      language(
        "\(Figures.short(minutes, places: 1))分钟内县城人口",
        "people of seats within \(Figures.short(minutes, places: 1)) min")
    }
  }

  func value(_ value: Double, _ indicator: ComparedIndicator) -> String {
    switch indicator {
    case .weightedAverageTime: value.fixed(1)
    case .potential: Figures.grouped(value.fixed(0))
    case .peopleWithin: Figures(language: language).people(Int(value.rounded()))
    }
  }

  var methodSentence: String {
    let words = PageWords(language)
    return language(
      "方式:\(words.mode(comparison.question.mode));人口与面积按格网计,节省按各县人口×到县城节省分钟×地点人口权重。",
      "Mode: \(words.mode(comparison.question.mode)); people and ground are counted from cells, "
        + "savings are each county's people × minutes saved to its seat × the place's share of people."
    )
  }
}
