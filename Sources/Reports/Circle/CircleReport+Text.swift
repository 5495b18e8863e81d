import Analysis
import Geometry
import Shapes

extension CircleReport {
  /// The answer for a terminal: sentences, tables, warnings, and where the figures come from.
  public func text() -> String {
    var text = answer.circles.map { sentence(for: $0) }.joined(separator: "\n") + "\n\n"
    for words in startLists() { text += words + "\n" }
    text += (hasRegions ? circlesTable() : groundTable()).text + "\n"
    for circle in answer.circles { text += figuresText(circle) }
    for circle in answer.circles {
      for zone in circle.zones { text += zoneText(zone, circle) + "\n" }
    }
    if hasRegions, let last = answer.circles.last {
      // The widest circle of each group names every unit that smaller ones touch.
      for circle in answer.circles where circle.minutes == last.minutes {
        text += coverageTitle(circle) + "\n" + coverageTable(circle).text + "\n"
        text += missedText(circle)
      }
    }
    for warning in answer.warnings {
      text += language("注意:", "Note: ") + words(for: warning) + "\n"
    }
    text += methodWords + "\n"
    if answer.question.mode.takesTrains { text += answer.profile.railWords(language) + "\n" }
    return text + notes.closing(in: language)
  }

  /// What of the user's figures lies inside; nothing where the dataset has none.
  private func figuresText(_ circle: Circle) -> String {
    circle.figures(in: region).map { figure in
      let name = language(circle.group.name)
      let minutes = Figures(language: language).minutes(circle.minutes)
      guard let inside = figure.inside else {
        return language(
          "\(name) \(minutes) 分钟圈内没有单位有 \(figure.name) 数值。\n",
          "No unit within \(minutes) minutes of \(name) has a figure of \(figure.name).\n")
      }
      let known = region.figures.first { $0.name == figure.name }?.values.count { $0 != nil } ?? 0
      let share = figure.total > 0 ? (inside / figure.total * 100).fixed(1) : "0.0"
      return language(
        "\(name) \(minutes) 分钟圈内的 \(figure.name):\(inside.fixed(1)),占有此数值的 \(known) 个单位的 \(share)%(按各单位圈内人口份额)。\n",
        "\(figure.name) within \(minutes) minutes of \(name): \(inside.fixed(1)), \(share) % of the \(known) units "
          + "that have a figure (by the share of each one's people inside).\n")
    }.joined()
  }

  /// Which centres a system starts from, where its name does not say.
  private func startLists() -> [String] {
    var lines: [String] = []
    for circle in answer.circles {
      let names = circle.group.places.compactMap { place -> String? in
        if case .unit(let unit) = place { language(region.name(of: unit)) } else { nil }
      }
      let list = names.joined(separator: language("、", ", "))
      guard !names.isEmpty, list != language(circle.group.name) else { continue }
      let line = language(circle.group.name) + language("的起点:", " starts from: ") + list
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  /// Which circle, and how much ground: what its table begins with, with people or without.
  private var columnsOfGround: [TextTable.Column] {
    [
      .init(title: language("圈", "circle"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: language("面积km²", "area km²"), isNumber: true),
      .init(title: language("速度±10%", "speeds ±10 %"), isNumber: true),
    ]
  }

  private func circlesTable() -> TextTable {
    let figures = Figures(language: language)
    var table = TextTable(
      columnsOfGround + [
        .init(title: language("人口", "people"), isNumber: true),
        .init(title: language("速度±10%", "speeds ±10 %"), isNumber: true),
        .init(title: language("主城区起km²", "from core km²"), isNumber: true),
        .init(title: language("驻地起km²", "from seat km²"), isNumber: true),
        .init(title: language("各区起km²", "from districts km²"), isNumber: true),
        .init(title: language("末端>3km(面积/人口)", "last leg > 3 km (area/people)"), isNumber: true),
        .init(title: language("绘图误差(面积/人口)", "drawn − counted (area/people)"), isNumber: true),
      ])
    for circle in answer.circles {
      func reading(_ reading: CentreReading) -> String {
        circle.readings[reading].map { figures.area($0) } ?? "–"
      }
      table.append([
        language(circle.group.name), figures.minutes(circle.minutes),
        figures.area(circle.extent.area),
        "\(figures.area(circle.lower.area))–\(figures.area(circle.higher.area))",
        figures.people(circle.extent.people),
        "\(figures.people(circle.lower.people))–\(figures.people(circle.higher.people))",
        reading(.core), reading(.seat), reading(.districts),
        "\(figures.share(circle.longLegAreaShare))/\(figures.share(circle.longLegPeopleShare))",
        "\((circle.certificate.area * 100).fixed(2))%/"
          + "\((circle.certificate.people * 100).fixed(2))%",
      ])
    }
    return table
  }

  /// What there is to say of circles where no counties are known: ground and roads.
  private func groundTable() -> TextTable {
    let figures = Figures(language: language)
    var table = TextTable(
      columnsOfGround + [
        .init(title: language("道路km", "road km"), isNumber: true),
        .init(title: language("绘图误差", "drawn − counted"), isNumber: true),
      ])
    for circle in answer.circles {
      table.append([
        language(circle.group.name), figures.minutes(circle.minutes),
        figures.area(circle.extent.area),
        "\(figures.area(circle.lower.area))–\(figures.area(circle.higher.area))",
        circle.roadMeters.map { figures.area($0 / 1_000) } ?? "–",
        "\((circle.certificate.area * 100).fixed(2))%",
      ])
    }
    return table
  }

  private func coverageTitle(_ circle: Circle) -> String {
    let minutes = Figures(language: language).minutes(circle.minutes)
    return language(
      "\(circle.group.name.chinese) \(minutes) 分钟圈覆盖",
      "Coverage of \(circle.group.name.english) within \(minutes) minutes")
  }

  /// Provinces, their prefectures, their counties, each with something inside; seats in minutes.
  private func coverageTable(_ circle: Circle) -> TextTable {
    let figures = Figures(language: language)
    var table = TextTable(
      [
        .init(title: language("代码", "code"), isNumber: false),
        .init(title: language("地区", "unit"), isNumber: false),
        .init(title: language("面积占比", "area"), isNumber: true),
        .init(title: language("人口占比", "people"), isNumber: true),
        .init(title: language("圈内人口", "people inside"), isNumber: true),
        .init(title: language("驻地分钟", "seat minutes"), isNumber: true),
        .init(title: language("驻地", "seat"), isNumber: false),
      ]
        + (answer.question.mode.takesTrains
          ? [.init(title: language("站到站分钟", "station to station"), isNumber: true)] : []))
    for (depth, coverage) in nested(circle.coverage) where coverage.areaInside > 0 {
      let seat: String
      if coverage.unit.level == .province {
        seat = ""
      } else if coverage.isSeatReached {
        seat = language("到达", "reached")
      } else if let missing = coverage.minutesMissing {
        seat = language("差\(figures.minutes(missing))分钟", "\(figures.minutes(missing)) short")
      } else {
        seat = language("不可达", "out of reach")
      }
      table.append(
        [
          region.code(of: coverage.unit),
          String(repeating: "  ", count: depth) + language(region.name(of: coverage.unit)),
          figures.share(coverage.areaShare), figures.share(coverage.peopleShare),
          figures.people(coverage.peopleInside),
          coverage.unit.level == .province ? "" : figures.minutes(coverage.seatMinutes), seat,
        ]
          + (answer.question.mode.takesTrains
            ? [coverage.unit.level == .province ? "" : figures.minutes(coverage.stationMinutes)]
            : []))
    }
    return table
  }

  /// Province, prefecture, county: parents before children.
  private func nested(_ coverage: [Coverage]) -> [(depth: Int, coverage: Coverage)] {
    func key(_ unit: UnitReference) -> (String, String, String) {
      switch unit.level {
      case .province: return (region.provinces[unit.index].code, "", "")
      case .prefecture:
        let prefecture = region.prefectures[unit.index]
        return (region.provinces[prefecture.province].code, prefecture.code, "")
      case .county:
        let county = region.counties[unit.index]
        return (
          region.provinces[county.province].code, region.prefectures[county.prefecture].code,
          county.code
        )
      }
    }
    return coverage.sorted { key($0.unit) < key($1.unit) }.map { coverage in
      (AdministrativeLevel.province.rawValue - coverage.unit.level.rawValue, coverage)
    }
  }

  /// Seats that are missed by half an hour or less, the nearest first.
  private func missedText(_ circle: Circle) -> String {
    let figures = Figures(language: language)
    let missed = circle.coverage
      .filter { $0.unit.level == .county && ($0.minutesMissing ?? .infinity) <= 30 }
      .sorted { ($0.minutesMissing ?? 0, $0.unit.index) < ($1.minutesMissing ?? 0, $1.unit.index) }
    guard !missed.isEmpty else { return "" }
    let list = missed.prefix(12).map { coverage in
      let minutes = figures.minutes(coverage.minutesMissing)
      return language(region.name(of: coverage.unit)) + " +" + minutes
    }.joined(separator: language("、", ", "))
    return language("差30分钟以内的县城:", "Seats missed by 30 minutes or less: ") + list + "\n\n"
  }

  private func zoneText(_ zone: ZoneCoverage, _ circle: Circle) -> String {
    let figures = Figures(language: language)
    let minutes = figures.minutes(circle.minutes)
    let name = language(zone.zone.name)
    let areaShare = figures.share(zone.area > 0 ? zone.areaInside / zone.area : nil)
    let peopleShare = figures.share(zone.peopleShare)
    var text = language(
      "与\(name)比较(\(minutes)分钟):其面积\(figures.area(zone.area))km²的\(areaShare)、"
        + "人口\(figures.people(zone.people))的\(peopleShare)在圈内。\n",
      "Against \(name) (\(minutes) minutes): \(areaShare) of its \(figures.area(zone.area)) km² "
        + "and \(peopleShare) of its \(figures.people(zone.people)) people lie inside.\n")
    func list(_ title: String, _ counties: [Int]) {
      guard !counties.isEmpty else { return }
      text += "  \(title) (\(counties.count)): "
      text += counties.map { language(region.counties[$0].name) }
        .joined(separator: language("、", ", "))
      text += "\n"
    }
    list(language("名单内且到达", "listed and reached"), zone.listedAndReached)
    list(language("名单内未到达", "listed, not reached"), zone.listedNotReached)
    list(language("到达但不在名单", "reached, not listed"), zone.reachedNotListed)
    return text
  }
}
