import Analysis
import Geometry
import Routing
import Shapes

/// Circles where no counties are known: a page of ground and roads.
extension CircleReport {
  func groundPage() -> ResultPage {
    let words = PageWords(language)
    let circles = answer.circles
    let names = CirclePageData.groups(of: answer).map { language($0.name) }
      .joined(separator: language("、", ", "))
    let minutes = Set(circles.map(\.minutes)).sorted().map { Figures.short($0, places: 2) }
      .joined(separator: language("、", ", "))
    let mode = words.mode(answer.question.mode)
    let start = startCircle.map { circles[$0] }
    var page = ResultPage(
      title: language("\(names)通勤圈", "Commute circles of \(names)"),
      kicker: language(
        "腹地 Hinterland · 通勤圈 · \(minutes) 分钟 · \(mode)",
        "Hinterland · commute circles · \(minutes) min · \(mode)"),
      headline: start.map { words.typeset(sentence(for: $0)) } ?? "",
      on: .init(region: region, corridors: corridors, notes: notes, language: language))
    page.figures = start.map(groundFigures) ?? []
    page.map = ResultMap(
      layers: [roadLayer] + groundLayers, focus: focus(with: []))
    page.sections = [PageSection(language("各圈", "Circles"), [.table(groundPageTable)])]
    page.method = [
      words.typeset(methodWords),
      language(
        "数据集没有行政区划与人口，因此只有面积与道路长度；导入时加 --regions 与 --population 即可得到各县的覆盖与人口。",
        "The dataset has neither regions nor people, so there are areas and kilometres of road only; "
          + "import it with --regions and --population for coverage and people by county."),
    ]
    page.warnings = answer.warnings.map { words.typeset(self.words(for: $0)) }
    return page
  }

  private func groundFigures(_ circle: Circle) -> [PageFigure] {
    let words = PageWords(language)
    let area = PageFigure(
      language("面积", "Area"), words.area(circle.extent.area), unit: words.areaUnit,
      remark: language(
        "速度 ∓10%：\(words.area(circle.lower.area))–\(words.area(circle.higher.area))",
        "speeds ∓10 %: \(words.area(circle.lower.area))–\(words.area(circle.higher.area))"))
    guard let meters = circle.roadMeters else { return [area] }
    return [
      area, PageFigure(language("圈内道路", "Road inside"), words.area(meters / 1_000), unit: "km"),
    ]
  }

  private var groundPageTable: PageTable {
    let figures = Figures(language: language)
    var table = PageTable(
      language("各圈的面积与道路", "Area and roads of each circle"),
      columns: [
        .words(language("圈", "Circle")), .number(language("分钟", "Minutes")),
        .number(language("面积（km²）", "Area (km²)")),
        .number(language("速度低 10%", "Speeds 10 % lower")),
        .number(language("速度高 10%", "Speeds 10 % higher")),
        .number(language("道路（km）", "Road (km)")),
      ])
    for circle in answer.circles {
      table.append([
        .words(language(circle.group.name)),
        .figure(figures.minutes(circle.minutes), value: circle.minutes),
        .number(circle.extent.area, decimals: 1), .number(circle.lower.area, decimals: 1),
        .number(circle.higher.area, decimals: 1),
        .number(circle.roadMeters.map { $0 / 1_000 }, decimals: 1),
      ])
    }
    return table
  }

  /// Edges that a page carries.
  private static let mostEdges = 20_000

  /// The roads around the circles, class by class from the fastest, as many classes as a page carries.
  var roadLayer: MapLayer {
    let box = focus(with: [])
    let classes: [RoadClass] = [.expressway, .trunk, .main, .provincial, .county, .village]
    var sides: [GeoSide] = []
    if let roads {
      func isNear(_ edge: Int) -> Bool {
        box.contains(roads.nodes[Int(roads.from[edge])])
          || box.contains(roads.nodes[Int(roads.to[edge])])
      }
      for roadClass in classes {
        let more = (0..<roads.edgeCount).filter { roads.roadClass[$0] == roadClass && isNear($0) }
        // The fastest class is drawn whatever it takes: a network may have no other.
        guard sides.isEmpty || sides.count + more.count <= Self.mostEdges else { break }
        sides += more.map {
          GeoSide(roads.nodes[Int(roads.from[$0])], roads.nodes[Int(roads.to[$0])])
        }
      }
    }
    return MapLayer(
      language("道路", "Roads"), symbol: .line(PageColor(0x8d8d86), width: 0.8),
      features: sides.isEmpty ? [] : [.init(.lines(sides.strung()))])
  }
}
