public import Analysis
import Geometry

extension CircleReport {
  /// What a planner pastes: the answer in one sentence.
  public func sentence(for circle: Circle) -> String {
    let figures = Figures(language: language)
    let counties = circle.coverage.filter { $0.unit.level == .county }
    let whole = counties.count { isWhole($0) }
    let part = counties.count { !isWhole($0) && $0.areaInside > 0 }
    let own = circle.centres.counties(in: region)
    let ownCoverage = counties.filter { own.contains($0.unit.index) }
    let ownPeople = ownCoverage.reduce(0) { $0 + ($1.people ?? 0) }
    let ownInside = ownCoverage.reduce(0) { $0 + ($1.peopleInside ?? 0) }
    let nearest = counties.filter { $0.minutesMissing != nil }
      .min { ($0.minutesMissing ?? 0, $0.unit.index) < ($1.minutesMissing ?? 0, $1.unit.index) }
    let name =
      circle.centreAt == "point"
      ? language("自(\(language(circle.group.name)))出发", "(\(language(circle.group.name)))")
      : language(circle.group.name)
    let minutes = figures.minutes(circle.minutes)
    let area = figures.area(circle.extent.area)
    guard hasRegions else {
      let roads = circle.roadMeters.map { figures.area($0 / 1_000) }
      return language(
        "\(name)\(minutes)分钟(\(modeWords))覆盖\(area)km²\(roads.map { "、道路\($0)km" } ?? "")。",
        "\(minutes) minutes from \(name) (\(modeWords)) cover \(area) km²"
          + "\(roads.map { " and \($0) km of road" } ?? "").")
    }
    let people = peopleWords(circle)
    var sentence = language(
      "\(name)\(startWords(circle))\(minutes)分钟(\(modeWords))覆盖\(area)km²、\(people)",
      "\(minutes) minutes from \(name)\(startWords(circle)) (\(modeWords)) cover \(area) km² "
        + "and \(people)")
    if ownPeople > 0 {
      let share = figures.share(Double(ownInside) / Double(ownPeople))
      let units = ownWords(circle)
      let inside = figures.people(ownInside)
      sentence += language(
        ",其中\(units)境内\(inside)人、占其人口的\(share)",
        ", \(inside) of them in \(units) (\(share) of its people)")
    }
    sentence += language(
      ",含\(whole)个县(市、区)全域、\(part)个部分",
      ", with \(whole) counties whole and \(part) in part")
    if let rail = circle.owedToRail {
      sentence += railWords(rail)
    }
    if let nearest, let missing = nearest.minutesMissing {
      let county = language(region.name(of: nearest.unit))
      sentence += language(
        ";最近的未覆盖县城是\(county),差\(figures.minutes(missing))分钟",
        "; the nearest seat not reached is \(county), \(figures.minutes(missing)) minutes short")
    }
    return sentence + language("。", ".")
  }

  /// What the train brings inside, and the counties that owe it most.
  private func railWords(_ rail: Circle.RailShare) -> String {
    let figures = Figures(language: language)
    guard rail.people > 0 || rail.area > 0 else {
      return language(";铁路没有带来更多", "; the train adds nothing")
    }
    let most = rail.counties.filter { $0.people > 0 }
      .sorted { ($1.people, $0.county) < ($0.people, $1.county) }.prefix(5)
      .map { "\(language(region.counties[$0.county].name)) \(figures.people($0.people))" }
      .joined(separator: language("、", ", "))
    let list = most.isEmpty ? "" : language("(\(most))", " (\(most))")
    return language(
      ";其中\(figures.people(rail.people))人、\(figures.area(rail.area))km²只因铁路在圈内\(list)",
      "; \(figures.people(rail.people)) of the people and \(figures.area(rail.area)) km² are inside "
        + "by train alone\(list)")
  }

  /// Whole: all of its ground but a sliver of sub-samples.
  func isWhole(_ coverage: Coverage) -> Bool { coverage.areaShare >= 0.9995 }

  /// A circle over counties that nobody counted has no figure, which is not zero.
  func peopleWords(_ circle: Circle) -> String {
    guard circle.extent.people != nil else { return language("人口无数据", "people unknown") }
    let people = Figures(language: language).people(circle.extent.people)
    return language("\(people)人", "\(people) people")
  }

  private func ownWords(_ circle: Circle) -> String {
    let units = circle.group.places.count
    guard units > 1 else { return language(circle.group.name) }
    let areCities = circle.group.places.allSatisfy { place in
      if case .unit(let unit) = place { unit.level == .prefecture } else { false }
    }
    return areCities
      ? language("这\(units)市", "these \(units) cities")
      : language("这\(units)个市县", "these \(units) units")
  }

  /// Mode as readers say it.
  var modeWords: String { answer.question.mode.words(language) }

  private func startWords(_ circle: Circle) -> String {
    switch circle.centreAt {
    case "core": language("主城区", ", urban core")
    case "seat": language("驻地", ", seat")
    case "districts": language("各区驻地", ", district seats")
    default: ""
    }
  }
}
