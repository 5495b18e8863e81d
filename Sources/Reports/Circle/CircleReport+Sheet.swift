import Analysis
import Geometry
import Shapes

extension CircleReport {
  /// The circles as a map for print: counties shaded by the share of their people inside the circle
  /// that a page opens with, all circles as lines.
  public func sheet(on paper: PrintSheet.Paper) -> PrintSheet {
    let page = CirclePage(report: self, leaflet: LeafletAssets(script: "", style: ""))
    let start = startCircle.map { answer.circles[$0] }
    var sheet = PrintSheet(
      title: page.title,
      headline: start.map { sentence(for: $0) } ?? "",
      map: ResultMap(), paper: paper,
      on: .init(region: region, corridors: corridors, notes: notes, language: language))
    if let start { sheet.map.variables = [share(of: start)] }
    sheet.map.layers = [cores, circleLines, centres]
    sheet.map.focus = answer.circles.reduce(into: GeoBounds()) { box, circle in
      box.formUnion(circle.polygons.bounds)
    }
    return sheet
  }

  /// The circle a page opens with: of 60 minutes, which plans mean by a commute, else the largest
  /// of the first group.
  var startCircle: Int? {
    let first = answer.circles.first?.group
    let own = answer.circles.indices.filter { answer.circles[$0].group == first }
    return own.first { answer.circles[$0].minutes == 60 } ?? own.last
  }

  private func share(of circle: Circle) -> MapVariable {
    var scale = ClassScale.sequential([10, 25, 50, 75, 99.95], unit: "%")
    scale.classes[4].label = "75–100%"
    scale.classes[5].label = language("全部", "all")
    let minutes = PageWords(language).minutes(circle.minutes)
    return MapVariable(
      language("\(minutes)圈内人口占比", "Share of people within \(minutes)"), scale: scale,
      ofCounties: circle.coverage.filter { $0.unit.level == .county && $0.areaInside > 0 }
        .map { (county: $0.unit.index, value: $0.peopleShare.map { $0 * 100 }) }
    ) { $0.fixed(1) }
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
