import Geometry
import Shapes

/// The column beside a sheet's map: classes, layers, and the lines that every map has.
struct SheetLegend {
  let sheet: PrintSheet
  let map: SheetMap

  func drawing(x: Double, y: Double, width: Double) -> HTML {
    let language = sheet.language
    var text = SheetText()
    var parts: [HTML] = []
    var y = y + 3.4
    text.add(language("图例", "Legend"), x: x, y: y, size: 3.8, class: "head")
    y += 2.4
    func row(_ drawing: HTML, _ label: String) {
      let lines = SheetText.lines(label, width: width - 11, size: 2.6)
      for (index, line) in lines.enumerated() {
        y += index == 0 ? 4.4 : 3.3
        if index == 0 {
          parts.append(
            "<g transform=\"translate(\(SheetText.at(x)) \(SheetText.at(y - 2.6)))\">\(drawing)</g>\n"
          )
        }
        text.add(line, x: x + 10.5, y: y, size: 2.6)
      }
    }
    if let variable = sheet.map.variables.first {
      for line in SheetText.lines(variable.name, width: width, size: 2.8) {
        y += 4
        text.add(line, x: x, y: y, size: 2.8, class: "strong")
      }
      for one in used(variable) { row(Self.box(fill: one.color), one.label) }
      let unknown = variable.values.filter { $0.value == nil }.map(\.county)
      if !map.drawnCounties.isDisjoint(with: unknown) {
        row(Self.box(fill: .noData), language("无数据", "no data"))
      }
      if !map.drawnCounties.isDisjoint(with: variable.hatched) {
        row(
          "<rect width=\"8\" height=\"3\" fill=\"url(#hatch)\" stroke=\"#a9a9a2\" stroke-width=\"0.15\"/>",
          variable.hatchedMeaning)
      }
      y += 3
    }
    for layer in sheet.map.layers where layer.isShown {
      for key in layer.legend { row(Self.key(key.symbol), key.label) }
    }
    for kind in SheetGround.Kind.allCases where map.kinds.contains(kind) {
      row(Self.key(kind), kind.words(language))
    }
    return "\(parts)\(text.html)"
  }

  /// The classes from the lowest to the highest that a county on the map is in.
  private func used(_ variable: MapVariable) -> ArraySlice<ClassScale.Class> {
    let places = variable.values.filter { map.drawnCounties.contains($0.county) }
      .compactMap { $0.value.map(variable.scale.place) }
    guard let low = places.min(), let high = places.max() else { return [] }
    return variable.scale.classes[low...high]
  }

  private static func key(_ kind: SheetGround.Kind) -> HTML {
    switch kind {
    case .province: line("province")
    case .prefecture: line("prefecture")
    case .county: line("county")
    case .expressway: line("expressway")
    case .rail: "\(line("rail"))\(line("rail-gap"))"
    case .water: "<rect class=\"water\" width=\"8\" height=\"3\"/>"
    case .seat: "<circle class=\"seat\" cx=\"4\" cy=\"1.5\" r=\"0.5\"/>"
    case .beyond: "<rect class=\"beyond\" width=\"8\" height=\"3\"/>"
    }
  }

  private static func line(_ name: HTML) -> HTML { "<path class=\"\(name)\" d=\"M0 1.5H8\"/>" }

  private static func box(fill: PageColor) -> HTML {
    "<rect width=\"8\" height=\"3\" fill=\"\(fill.text)\" stroke=\"#a9a9a2\" stroke-width=\"0.15\"/>"
  }

  private static func key(_ symbol: MapLayer.Symbol) -> HTML {
    let style = SheetProjection.style(of: symbol)
    if symbol.isPoint {
      return """
        <circle cx="4" cy="1.5" r="\(SheetText.at(min(1.5, symbol.radius * 0.22)))" \
        fill="\(symbol.color.text)" stroke="#fff" stroke-width="0.2"/>
        """
    }
    return symbol.fill > 0
      ? "<rect width=\"8\" height=\"3\" \(style)/>" : "<path d=\"M0 1.5H8\" \(style)/>"
  }
}

extension SheetProjection {
  /// Pixels of a screen's map as millimetres on paper.
  private static let pixel = 0.22

  static func style(of symbol: MapLayer.Symbol) -> HTML {
    let dash = symbol.dash.map { Figures.short($0 * pixel, places: 2) }.joined(separator: " ")
    let dashes: HTML = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    let fill: HTML =
      symbol.fill > 0
      ? "fill=\"\(symbol.color.text)\" fill-opacity=\"\(HTML(trusted: symbol.fill.fixed(2)))\""
      : "fill=\"none\""
    return """
      \(fill) stroke="\(symbol.color.text)" \
      stroke-width="\(SheetText.at(symbol.width * pixel))"\(dashes)
      """
  }

  func printed(_ shape: FeatureTable.Shape, as symbol: MapLayer.Symbol) -> HTML {
    let tolerance = 0.05 / scale
    let path: String
    switch shape {
    case .point(let point):
      let place = place(of: point)
      return """
        <circle cx="\(SheetText.at(place.x))" cy="\(SheetText.at(place.y))" \
        r="\(SheetText.at(symbol.radius * Self.pixel))" fill="\(symbol.color.text)" stroke="#fff" \
        stroke-width="0.25"/>

        """
    case .lines(let lines):
      path = lines.map { self.path($0.simplifiedLine(tolerance: tolerance), places: 2) }.joined()
    case .areas(let areas):
      path = areas.flatMap(\.rings).compactMap { $0.simplifiedRing(tolerance: tolerance) }
        .map { self.path($0, places: 2) + "Z" }.joined()
    }
    let casing: HTML =
      symbol.isCased
      ? """
      <path d="\(HTML(trusted: path))" fill="none" stroke="#fff" stroke-opacity="0.85" \
      stroke-width="\(SheetText.at((symbol.width + 2.4) * Self.pixel))"/>
      """ : ""
    return """
      \(casing)<path d="\(HTML(trusted: path))" fill-rule="evenodd" \(Self.style(of: symbol))/>

      """
  }
}
