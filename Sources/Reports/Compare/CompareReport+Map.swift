import Analysis
import Geometry
import Routing
import Shapes

/// What a comparison's page draws.
extension CompareReport {
  /// Minutes a trip from which a county that wins or loses is on the map when it opens.
  private static let noticed = 3.0
  /// Minutes that a map's classes of gain and loss part at.
  private static let breaks = [-30.0, -10, -3, -0.05, 0.05, 3, 10, 30]

  /// Minutes that a resident of each county saves on a trip to a place drawn by its people: less is
  /// a loss.
  private func savings(by answer: CaseAnswer) -> [(county: Int, value: Double?)] {
    region.counties.indices.compactMap { county in
      let changes = comparison.question.places.indices.map { place in
        comparison.change(by: answer, from: place, to: county).map {
          -$0 * comparison.weights[place]
        }
      }
      let known = changes.compactMap { $0 }
      guard !known.isEmpty else { return nil }
      let sum = known.reduce(0, +)
      return abs(sum) < 0.05 ? nil : (county, sum)
    }
  }

  func variable(_ answer: CaseAnswer) -> MapVariable {
    let unit = language(" 分钟", " min")
    return MapVariable(
      typeset(language("\(answer.name)：每次出行节省", "\(answer.name): saved a trip")),
      scale: .diverging(Self.breaks, unit: unit), ofCounties: savings(by: answer)
    ) { Figures.short($0, places: 1).replacing("-", with: "−") + unit }
  }

  /// Each case's winners and losers, with the ground that its circles win and lose; it opens with the
  /// case that the headline is about, and the widest of its circles that change.
  var map: ResultMap {
    let order = comparison.cases.indices.sorted { $0 == mostUseful && $1 != mostUseful }
    return map(of: order.map { comparison.cases[$0] })
  }

  /// The headline's case as a map for print.
  public func sheet(on paper: PrintSheet.Paper) -> PrintSheet {
    let page = resultPage()
    return PrintSheet(
      title: page.title, headline: page.headline,
      map: map(of: mostUseful.map { [comparison.cases[$0]] } ?? []),
      paper: paper, on: page.ground)
  }

  private func map(of cases: [CaseAnswer]) -> ResultMap {
    var layers: [MapLayer] = []
    for (place, answer) in cases.enumerated() {
      for minutes in comparison.question.minutes.indices.reversed() {
        guard var ground = groundLayer(of: answer, within: minutes) else { continue }
        ground.isShown = place == 0 && layers.isEmpty
        layers.append(ground)
      }
    }
    layers += [linkLayer(cases), placeLayer]
    var map = ResultMap(variables: cases.map(variable), layers: layers)
    var focus = ResultMap(layers: layers).bounds(in: region)
    for value in map.variables.flatMap(\.values) where abs(value.value ?? 0) >= Self.noticed {
      focus.formUnion(region.counties[value.county].polygons.bounds)
    }
    map.focus = focus.isEmpty ? nil : focus
    return map
  }

  /// Ground that circles of one length win and lose; nil where none does, or no circle was asked
  /// for.
  private func groundLayer(of answer: CaseAnswer, within index: Int) -> MapLayer? {
    let figures = Figures(language: language)
    let minutes = language(
      "\(figures.minutes(comparison.question.minutes[index])) 分钟圈",
      "\(figures.minutes(comparison.question.minutes[index])) min")
    let kinds: [(key: MapLayer.Key, ground: (CircleFigures) -> GroundChange?)] = [
      (
        .init(
          language("\(answer.name)：\(minutes)新增", "\(answer.name): \(minutes), gained"),
          .area(PageColor(0xC5541A), fill: 0.5, width: 1.2)), { $0.gained }
      ),
      (
        .init(
          language("\(answer.name)：\(minutes)失去", "\(answer.name): \(minutes), lost"),
          .area(PageColor(0x1F5F99), fill: 0.5, width: 1.2)), { $0.lost }
      ),
    ]
    var layer = MapLayer(
      language("\(answer.name)：\(minutes)增减", "\(answer.name): \(minutes), ground"),
      symbol: kinds[0].key.symbol, features: [])
    for (key, ground) in kinds {
      let features = answer.circles.enumerated().compactMap { place, circles -> MapLayer.Feature? in
        guard let change = ground(circles[index]), !change.polygons.isEmpty else { return nil }
        return MapLayer.Feature(
          .areas(change.polygons),
          lines: [
            key.label, language(comparison.question.places[place].name),
            figures.people(change.extent.people) + language("人", " people"),
            figures.area(change.extent.area) + " km²",
          ], symbol: key.symbol)
      }
      if !features.isEmpty { layer.keys.append(key) }
      layer.features += features
    }
    return layer.features.isEmpty ? nil : layer
  }

  func linkLayer(_ cases: [CaseAnswer]) -> MapLayer {
    var told: Set<String> = []
    return MapLayer(
      language("新增线路", "Links added"), symbol: .line(.accent, width: 3.4, isCased: true),
      features: cases.flatMap { $0.applied?.links ?? [] }.filter {
        told.insert($0.link.name).inserted
      }
      .map { account in
        .init(
          .lines([account.link.course.map(\.position)]), label: account.link.name,
          lines: [account.link.name, account.link.length.kilometers.fixed(1) + " km"],
          symbol: account.link.isRoad ? nil : .line(.ink, width: 3, dash: [6, 4], isCased: true))
      })
  }

  var placeLayer: MapLayer {
    MapLayer(
      language("所问地点", "Places asked about"), symbol: .point(PageColor.distinct[1], radius: 6),
      features: comparison.question.places.compactMap { group in
        position(of: group).map {
          .init(.point($0), label: language(group.name), lines: [language(group.name)])
        }
      })
  }

  private func position(of group: PlaceGroup) -> GeoPoint? {
    switch group.places.first {
    case .point(let point)?: return point
    case .unit(let unit)?:
      switch unit.level {
      case .county: return region.counties[unit.index].seat
      case .prefecture: return region.prefectures[unit.index].core
      case .province: return nil
      }
    case .zone(_, let polygons)?: return polygons.bounds.centre
    case .gates(_, let points)?: return GeoBounds(points).centre
    case nil: return nil
    }
  }
}
