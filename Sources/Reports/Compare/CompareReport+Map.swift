import Analysis
import Geometry
import Routing
import Shapes

/// What a comparison's page draws.
extension CompareReport {
  /// Cases with layers of their own that the map opens with.
  private static let mostShown = 2
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

  var map: ResultMap {
    var layers = comparison.cases.enumerated().flatMap { index, answer -> [MapLayer] in
      var ground = groundLayer(answer)
      ground?.isShown = index < Self.mostShown
      return [ground].compactMap { $0 }
    }
    layers += [linkLayer(comparison.cases), placeLayer]
    var map = ResultMap(variables: comparison.cases.map(variable), layers: layers)
    var focus = GeoBounds()
    for feature in layers.flatMap(\.features) { focus.formUnion(feature.shape.bounds) }
    map.focus = focus.isEmpty ? nil : focus
    return map
  }

  /// Ground that circles win and lose; nil where none does, or no circle was asked for.
  private func groundLayer(_ answer: CaseAnswer) -> MapLayer? {
    let gained = MapLayer.Symbol.area(PageColor(0xC5541A), fill: 0.5, width: 1.2)
    let lost = MapLayer.Symbol.area(PageColor(0x1F5F99), fill: 0.5, width: 1.2)
    let figures = Figures(language: language)
    var features: [MapLayer.Feature] = []
    for (place, circles) in answer.circles.enumerated() {
      for circle in circles {
        for (change, symbol, word) in [
          (circle.gained, gained, language("增", "gained")),
          (circle.lost, lost, language("减", "lost")),
        ] {
          guard let change, !change.polygons.isEmpty else { continue }
          features.append(
            .init(
              .areas(change.polygons),
              lines: [
                answer.name,
                language(comparison.question.places[place].name)
                  + language(
                    " \(figures.minutes(circle.minutes)) 分钟圈\(word)",
                    ", \(figures.minutes(circle.minutes)) min: \(word)"),
                figures.people(change.extent.people) + language("人", " people"),
                figures.area(change.extent.area) + " km²",
              ], symbol: symbol))
        }
      }
    }
    guard !features.isEmpty else { return nil }
    var layer = MapLayer(
      language("\(answer.name)：圈的增减", "\(answer.name): ground"), symbol: gained,
      features: features)
    layer.keys = [.init(language("\(answer.name)：新增", "\(answer.name): gained"), gained)]
    if answer.circles.joined().contains(where: { $0.lost?.polygons.isEmpty == false }) {
      layer.keys.append(.init(language("\(answer.name)：失去", "\(answer.name): lost"), lost))
    }
    return layer
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
