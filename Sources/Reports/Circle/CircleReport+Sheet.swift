import Analysis
import Geometry
import Shapes

extension CircleReport {
  /// Circles whose size is told over a map.
  private static let mostSizes = 6

  /// The circles as a map for print: counties shaded by the share of their people inside the circles
  /// of the minutes that a page opens with, all circles as lines.
  ///
  /// - Throws: a `ShapeError` where the counties of a zone cannot be dissolved.
  public func sheet(on paper: PrintSheet.Paper) throws -> PrintSheet {
    guard hasRegions else {
      let page = groundPage()
      return PrintSheet(
        title: page.title, headline: page.headline, map: page.map ?? ResultMap(), paper: paper,
        on: page.ground)
    }
    let page = CirclePage(report: self, leaflet: LeafletAssets(script: "", style: ""))
    let start = startCircle.map { answer.circles[$0] }
    var sheet = PrintSheet(
      title: page.title,
      headline: start.map(headline) ?? "",
      map: ResultMap(), paper: paper,
      on: .init(region: region, corridors: corridors, notes: notes, language: language))
    if let start { sheet.map.variables = [share(within: start.minutes)] }
    let zones = try zoneGrounds()
    sheet.map.layers = [cores, circleLines] + zones.map(zoneLine) + [centres]
    sheet.map.focus = focus(with: zones)
    return sheet
  }

  /// The circle in a sentence; where there are several, the size of each.
  private func headline(of circle: Circle) -> String {
    let circles = answer.circles.filter { $0.minutes == circle.minutes }
    guard circles.count > 1 else { return sentence(for: circle) }
    let figures = Figures(language: language)
    let sizes = circles.prefix(Self.mostSizes).map { one in
      language(
        "\(one.group.name.chinese)\(peopleWords(one))、\(figures.area(one.extent.area))km²",
        "\(one.group.name.english) \(peopleWords(one)), \(figures.area(one.extent.area)) km²")
    }
    let minutes = figures.minutes(circle.minutes)
    let more = circles.count > sizes.count ? language("等\(circles.count)个", " and others") : ""
    return language("\(minutes)分钟圈：", "Within \(minutes) minutes: ")
      + sizes.joined(separator: language("；", "; ")) + more + language("。", ".")
  }

  /// All circles with their centres, and the zones that they are held against.
  func focus(with zones: [ZoneGround]) -> GeoBounds {
    var box = GeoBounds()
    for circle in answer.circles {
      box.formUnion(circle.polygons.bounds)
      for centre in circle.centres { box.formUnion(centre.origin.bounds) }
    }
    for zone in zones { box.formUnion(zone.polygons.bounds) }
    return box
  }

  /// The circle a page opens with: of 60 minutes, which plans mean by a commute, else the largest
  /// of the first group.
  var startCircle: Int? {
    let first = answer.circles.first?.group
    let own = answer.circles.indices.filter { answer.circles[$0].group == first }
    return own.first { answer.circles[$0].minutes == 60 } ?? own.last
  }

  /// The share of each county's people inside; of several circles, the greatest.
  private func share(within limit: Double) -> MapVariable {
    var scale = ClassScale.sequential([10, 25, 50, 75, 99.95], unit: "%")
    scale.classes[4].label = "75–100%"
    scale.classes[5].label = language("全部", "all")
    let circles = answer.circles.filter { $0.minutes == limit }
    var touched: Set<Int> = []
    var shares: [Int: Double] = [:]
    for row in circles.flatMap(\.coverage) where row.unit.level == .county && row.areaInside > 0 {
      touched.insert(row.unit.index)
      if let share = row.peopleShare {
        shares[row.unit.index] = max(shares[row.unit.index] ?? 0, share)
      }
    }
    let minutes = PageWords(language).minutes(limit)
    return MapVariable(
      circles.count > 1
        ? language(
          "\(minutes)圈内人口占比（最高的一个圈）", "Share of people within \(minutes), best circle")
        : language("\(minutes)圈内人口占比", "Share of people within \(minutes)"),
      scale: scale,
      ofCounties: touched.sorted().map { (county: $0, value: shares[$0].map { $0 * 100 }) }
    ) { $0.fixed(1) }
  }

  /// The circles and where they start, which need no counties under them.
  var groundLayers: [MapLayer] { [circleLines, centres] }

  private func zoneLine(_ zone: ZoneGround) -> MapLayer {
    MapLayer(
      language(zone.name),
      symbol: .line(.ink, width: 2.6, dash: [7, 3], isCased: true),
      features: [MapLayer.Feature(.areas(zone.polygons))])
  }

  private var cores: MapLayer {
    MapLayer(
      language("起点（建成区）", "Start (built-up core)"),
      symbol: .area(.accent, fill: 0.55, width: 0.8),
      features: CirclePageData.groups(of: answer).flatMap { group in
        answer.circles.first { $0.group == group }?.centres ?? []
      }.filter { !$0.origin.area.isEmpty }.map { MapLayer.Feature(.areas($0.origin.area)) })
  }

  private var circleLines: MapLayer {
    let minutes = Set(answer.circles.map(\.minutes)).sorted()
    let colors = CircleColors.colors(count: minutes.count)
    func symbol(_ index: Int) -> MapLayer.Symbol {
      MapLayer.Symbol(color: colors[index], width: 3, isCased: true)
    }
    var layer = MapLayer(
      language("通勤圈", "Circles"), symbol: symbol(0),
      features: answer.circles.reversed().map { circle in
        MapLayer.Feature(
          .areas(circle.polygons),
          symbol: symbol(minutes.firstIndex(of: circle.minutes) ?? 0))
      })
    layer.keys = minutes.indices.map {
      MapLayer.Key(PageWords(language).minutes(minutes[$0]), symbol($0))
    }
    return layer
  }

  private var centres: MapLayer {
    MapLayer(
      language("中心", "Centre"), symbol: .point(.ink, radius: 4),
      features: CirclePageData.groups(of: answer).flatMap { group in
        answer.circles.first { $0.group == group }?.centres ?? []
      }.filter { !$0.origin.bounds.isEmpty }.map { centre in
        MapLayer.Feature(.point(centre.origin.bounds.centre), label: language(centre.name))
      })
  }
}
