import Analysis
import Geometry
import Shapes

extension NearestReport {
  private static let bands = [15.0, 30, 60, 90, 120]

  /// The answer as a page.
  public func resultPage() -> ResultPage {
    let region = ground.region
    var page = ResultPage(
      title: language("最近设施", "Nearest facilities"),
      kicker: language("腹地 Hinterland · 可达性", "Hinterland · access"),
      headline: answer.layers.first.map(sentence) ?? "", on: ground.page)
    page.figures = answer.layers.compactMap { layer in
      guard let reach = layer.reach.last else { return nil }
      let figures = Figures(language: language)
      let minutes = figures.minutes(reach.minutes)
      return PageFigure(
        language(layer.layer.name), figures.share(reach.peopleShare),
        remark: language("人口在\(minutes)分钟内", "of people within \(minutes) min"))
    }
    let unit = language(" 分钟", " min")
    page.map = ResultMap(
      variables: answer.layers.map { layer in
        MapVariable(
          language("到最近\(layer.layer.name.chinese)", "To \(layer.layer.name.english)"),
          scale: .bands(upTo: Self.bands, unit: unit),
          of: answer.places.indices.compactMap { row in
            answer.places[row].unit.map { (unit: $0, value: layer.nearest[row]?.minutes) }
          }, in: region
        ) { Figures.short($0, places: 1) + unit }
      }, layers: answer.layers.enumerated().map(points), focus: focus)
    page.sections = [reachSection, tableSection]
    page.method = methodSentences
    page.warnings = warningSentences(in: language)
    return page
  }

  /// The places asked about with the facilities nearest to them; others lie beyond the map.
  private var focus: GeoBounds? {
    let region = ground.region
    var box = GeoBounds(answer.places.compactMap(\.point))
    for unit in answer.places.compactMap(\.unit) {
      for county in region.counties(of: unit) {
        box.formUnion(region.counties[county].polygons.bounds)
      }
    }
    for layer in answer.layers {
      for nearest in layer.nearest.compactMap({ $0 }) {
        box.formUnion(GeoBounds([layer.layer.facilities[nearest.facility].position]))
      }
    }
    return box.isEmpty ? nil : box
  }

  /// The facilities of a kind as points; the first kind is shown.
  private func points(_ index: Int, _ layer: NearestLayer) -> MapLayer {
    let color = PageColor.distinct[index % PageColor.distinct.count]
    var points = MapLayer(
      language(layer.layer.name), symbol: .point(color, radius: 3),
      features: layer.layer.facilities.map { facility in
        .init(.point(facility.position), lines: [language(facility.name)])
      })
    points.isShown = index == 0
    return points
  }

  /// Which part of the people has one within so many minutes, and how many.
  private var reachSection: PageSection {
    let series = answer.layers.map { layer in
      LineChart.Series(language(layer.layer.name), curve(of: layer))
    }
    var table = PageTable(
      language("时限内的地点与人口", "Places and people within"),
      columns: [
        .words(language("设施", "facility")), .number(language("分钟", "minutes")),
        .number(language("地点", "places")), .number(language("人口", "people")),
        .number(language("占比", "share")),
      ])
    for layer in answer.layers {
      for reach in layer.reach {
        table.append([
          .words(language(layer.layer.name)), .number(reach.minutes),
          .number(Double(reach.places)), .number(Double(reach.people)),
          .share(reach.peopleShare),
        ])
      }
    }
    return PageSection(
      language("多少人在几分钟内", "How many within how long"),
      [
        .chart(
          LineChart(
            language("到最近一处的时间与人口占比", "Share of people by minutes to the nearest"),
            series: series, xTitle: language("分钟", "minutes"),
            yTitle: language("人口占比 %", "share of people %"))), .table(table),
      ])
  }

  /// Percent of the people within each five minutes up to three hours.
  private func curve(of layer: NearestLayer) -> [(x: Double, y: Double)] {
    let all = answer.places.reduce(0) { $0 + ($1.people ?? 0) }
    return stride(from: 0.0, through: 180, by: 5).map { limit in
      let inside = answer.places.indices.reduce(0) { sum, row in
        (layer.nearest[row]?.minutes ?? .infinity) <= limit
          ? sum + (answer.places[row].people ?? 0) : sum
      }
      return (limit, all > 0 ? Double(inside) / Double(all) * 100 : 0)
    }
  }

  private var tableSection: PageSection {
    let figures = Figures(language: language)
    var table = PageTable(
      language("各地", "All places"),
      columns: [.words(language("地区", "place")), .words(language("省", "province"))]
        + answer.layers.flatMap { layer -> [PageTable.Column] in
          [
            .number(language(layer.layer.name) + language("(分钟)", " (min)")),
            .words(language("哪一处", "which one")),
          ]
        })
    for (row, place) in answer.places.enumerated() {
      let county = place.unit.flatMap { $0.level == .county ? $0.index : nil }
      let province = place.province.map { language(ground.region.provinces[$0].name) }
      table.append(
        [.words(language(place.group.name), county: county), .words(province ?? "")]
          + answer.layers.flatMap { layer -> [PageTable.Cell] in
            guard let nearest = layer.nearest[row] else { return [.words("–"), .words("–")] }
            var name = language(layer.layer.facilities[nearest.facility].name)
            if nearest.isAcrossBorder, let other = layer.provinces[nearest.facility] {
              name +=
                language("(", " (") + language(ground.region.provinces[other].name)
                + language(")", ")")
            }
            return [
              .figure(figures.minutes(nearest.minutes), value: nearest.minutes), .words(name),
            ]
          })
    }
    return PageSection(language("各地", "All places"), [.table(table)])
  }
}
