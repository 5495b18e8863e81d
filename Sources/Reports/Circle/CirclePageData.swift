import Analysis
import Geometry
import Shapes

/// Everything that the page's script reads, as JSON.
///
/// Coverage is rows of bare values to keep the page small; `circle.js` names their places on its
/// first lines. Shares are whole ten-thousandths.
struct CirclePageData {
  let report: CircleReport
  let frame: MapFrame
  let headlines: [String]
  let zones: [ZoneGround]

  private var language: Language { report.language }
  private var region: Region { report.region }
  private var answer: CircleAnswer { report.answer }
  private var words: PageWords { PageWords(report.language) }

  func json() throws -> JSONText {
    let layers = MapLayers(
      region: region, corridors: report.corridors, frame: frame, language: language)
    let members: [(key: String, value: JSONText)] = [
      ("language", .string(language.rawValue)),
      ("words", .object(CircleScriptWords(words: words).members)),
      ("peopleDivisor", .decimal(words.peopleDivisor, places: 0)),
      ("start", .whole(startCircle)),
      ("groups", .array(groups(layers))),
      ("circles", .array(circles(layers))),
      ("zones", .array(zones.map { layers.rings(of: $0.polygons) })),
    ]
    return .object(members + (try layers.members()))
  }

  var startCircle: Int { report.startCircle ?? 0 }

  /// Each group once, in the order of the circles.
  static func groups(of answer: CircleAnswer) -> [PlaceGroup] {
    var groups: [PlaceGroup] = []
    for circle in answer.circles where !groups.contains(circle.group) {
      groups.append(circle.group)
    }
    return groups
  }

  private func groups(_ layers: MapLayers) -> [JSONText] {
    Self.groups(of: answer).map { group in
      let centres = answer.circles.first { $0.group == group }?.centres ?? []
      return .object([
        ("name", .string(language(group.name))),
        (
          "centres",
          .array(
            centres.map { centre in
              .array(
                [.string(language(centre.name))]
                  + MapLayers.position(position(of: centre))
                  + centre.origin.area.flatMap(\.rings).map { layers.line($0) })
            })
        ),
      ])
    }
  }

  private func position(of centre: Centre) -> GeoPoint? {
    if case .unit(let unit) = centre.place {
      switch unit.level {
      case .county: if let seat = region.counties[unit.index].seat { return seat }
      case .prefecture: if let core = region.prefectures[unit.index].core { return core }
      case .province: break
      }
    }
    if let point = centre.origin.points.first { return point }
    let bounds = centre.origin.bounds
    return bounds.isEmpty ? nil : bounds.centre
  }

  private func circles(_ layers: MapLayers) -> [JSONText] {
    let groups = Self.groups(of: answer)
    let lengths = Set(answer.circles.map(\.minutes)).sorted()
    let colors = CircleColors.colors(count: lengths.count)
    return answer.circles.enumerated().map { index, circle in
      let length = lengths.firstIndex(of: circle.minutes) ?? 0
      return .object([
        ("group", .whole(groups.firstIndex(of: circle.group) ?? 0)),
        ("minutes", .decimal(circle.minutes, places: 2)),
        ("label", .string(words.minutes(circle.minutes))),
        ("color", .string(colors[length].text)),
        ("headline", .string(headlines[index])),
        ("figures", .array(figures(of: circle).map { .strings($0.parts) })),
        ("rings", layers.rings(of: circle.polygons)),
        ("coverage", coverage(of: circle)),
      ])
    }
  }

  /// The figures beside the map.
  func figures(of circle: Circle) -> [PageFigure] {
    let counties = circle.coverage.filter { $0.unit.level == .county }
    let whole = counties.count { report.isWhole($0) }
    let part = counties.count { $0.areaInside > 0 } - whole
    return [
      PageFigure(
        language("面积", "Area"), words.area(circle.extent.area), unit: words.areaUnit,
        remark: band(words.area(circle.lower.area), words.area(circle.higher.area))),
      PageFigure(
        language("常住人口", "Residents"), words.people(circle.extent.people),
        unit: words.peopleUnit,
        remark: band(words.people(circle.lower.people), words.people(circle.higher.people))),
      PageFigure(
        language("县级单位", "County units"), String(counties.count { $0.isSeatReached }),
        unit: language("个驻地可达", "seats reached"),
        remark: language("全部覆盖 \(whole)，部分 \(part)", "\(whole) whole, \(part) in part")),
      PageFigure(
        language("长末端（>3 km）", "Last leg over 3 km"), words.share(circle.longLegPeopleShare),
        unit: language("人口", "of people"),
        remark: language(
          "占面积 \(words.share(circle.longLegAreaShare))",
          "\(words.share(circle.longLegAreaShare)) of area")),
    ]
  }

  private func band(_ low: String, _ high: String) -> String {
    language("速度 ∓10%：\(low)–\(high)", "speeds ∓10 %: \(low)–\(high)")
  }

  private func coverage(of circle: Circle) -> JSONText {
    func rows(_ level: AdministrativeLevel) -> JSONText {
      .array(
        circle.coverage.filter { $0.unit.level == level }.map { row in
          .array([
            .whole(frame.place(of: row.unit)),
            .whole(Int((row.areaShare * 10_000).rounded())),
            .wholeOrNull(row.peopleShare.map { Int(($0 * 10_000).rounded()) }),
            .decimal(row.areaInside, places: 1), .decimal(row.area, places: 1),
            .wholeOrNull(row.peopleInside), .wholeOrNull(row.people),
            .decimalOrNull(row.seatMinutes, places: 1), .whole(row.isSeatReached ? 1 : 0),
            .decimalOrNull(row.minutesMissing, places: 1),
          ])
        })
    }
    return .array([rows(.county), rows(.prefecture), rows(.province)])
  }
}
