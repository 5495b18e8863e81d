import Geometry
import Shapes

/// A page's map with the column beside it: choices, key figures, legend.
struct MapSection {
  let language: Language
  let notes: DatasetNotes
  /// What the map is called, for those who do not see it.
  let title: String
  /// Choices above those of the layers that every map has.
  let choices: HTML
  /// Further layers to switch: name in the script and label.
  var layers: [(name: HTML, label: String, isShown: Bool)] = []
  let figures: [PageFigure]
  /// Between the legend's heading and the keys of the layers that every map has.
  let legend: HTML
  /// Whether there are no counties, so no seats and railways either to switch.
  var isBare = false

  var html: HTML {
    """
    <section class="map-section" aria-labelledby="map-title">
    <h2 id="map-title" class="visually-hidden">\(language("地图", "Map"))</h2>
    <div class="plate">
    <div class="map-column">
    <div id="map" role="region" aria-label="\(label)"></div>
    <div class="north" aria-hidden="true">N<br>▲</div>
    <p class="map-note">\(PageNotice(notes: notes, language: language).mapLine)</p>
    </div>
    <aside class="side" aria-label="\(language("选项、要点与图例", "Options, figures and legend"))">
    <form class="controls" onsubmit="return false" aria-label="\(language("地图选项", "Map options"))">
    \(choices)
    <fieldset class="checks"><legend>\(language("图层", "Layers"))</legend>
    \(layers.map { layerChoice($0.name, $0.label, isShown: $0.isShown) })\
    \(layerChoice("expressways", language("高速公路", "Expressways")))
    \(isBare ? "" : layerChoice("railways", language("铁路", "Railways")))
    \(isBare ? "" : layerChoice("seats", language("政府驻地", "Seats")))
    \(layerChoice("labels", language("地名", "Names")))
    </fieldset>
    </form>
    <dl class="figures" id="figures">\(figures.map(\.html))</dl>
    <div class="legend-box" role="group" aria-label="\(language("图例", "Legend"))">
    <h3>\(language("图例", "Legend"))</h3>
    \(legend)
    </div>
    </aside>
    </div>
    </section>
    """
  }

  private var label: String {
    language(
      "\(title)地图：方向键平移，加减键缩放；图上内容在下面的表中均可读到",
      "Map: \(title). Arrow keys pan, plus and minus zoom; the tables below tell the same.")
  }

  private func layerChoice(_ name: HTML, _ label: String, isShown: Bool = true) -> HTML {
    let checked: HTML = isShown ? " checked" : ""
    return """
      <label><input type="checkbox" name="layer" value="\(name)"\(checked)> \(label)</label>

      """
  }
}

/// Lines of a map's legend: a small drawing and what it stands for.
struct MapKey {
  let language: Language

  var lines: [HTML] {
    [
      key(.province, Self.line("province")), key(.prefecture, Self.line("prefecture")),
      key(.county, Self.line("county")), key(.expressway, Self.line("expressway")),
      key(.rail, "\(Self.line("rail"))\(Self.line("rail-gap"))"),
    ]
  }

  var water: HTML { key(.water, Self.box("water")) }

  var beyond: HTML { key(.beyond, Self.box("beyond")) }

  private func key(_ kind: SheetGround.Kind, _ drawing: HTML) -> HTML {
    Self.key(drawing, kind.words(language))
  }

  static func line(_ name: HTML) -> HTML { "<path class=\"\(name)\" d=\"M1 8H33\"/>" }

  static func box(_ name: HTML) -> HTML {
    "<rect class=\"\(name)\" x=\"1\" y=\"3\" width=\"32\" height=\"10\"/>"
  }

  static func key(_ drawing: HTML, _ label: String) -> HTML {
    """
    <li><svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">\(drawing)</svg>\
    <span>\(label)</span></li>
    """
  }

  static func key(_ key: MapLayer.Key) -> HTML {
    let (symbol, label) = (key.symbol, key.label)
    let color = symbol.color.text
    let dash = symbol.dash.map { Figures.short($0, places: 1) }.joined(separator: " ")
    let dashes: HTML = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    let width = ChartDrawing.at(min(5, symbol.width))
    if symbol.isPoint {
      return Self.key(
        """
        <circle cx="17" cy="8" r="\(ChartDrawing.at(min(7, symbol.radius)))" fill="\(color)" \
        stroke="#fff"/>
        """, label)
    }
    if symbol.fill > 0 {
      return Self.key(
        """
        <rect x="1" y="2" width="32" height="12" fill="\(color)" \
        fill-opacity="\(HTML(trusted: symbol.fill.fixed(2)))" stroke="\(color)" \
        stroke-width="\(width)"\(dashes)/>
        """, label)
    }
    return Self.key(
      "<path d=\"M1 8H33\" stroke=\"\(color)\" stroke-width=\"\(width)\"\(dashes)/>", label)
  }
}
