import Geometry
import Shapes

/// The choices, legend and data of an answer's map.
extension ResultMap {
  func choices(_ language: Language) -> HTML {
    guard variables.count > 1 else { return "" }
    let options = variables.enumerated().map { index, variable -> HTML in
      let checked: HTML = index == 0 ? " checked" : ""
      return """
        <label><input type="radio" name="variable" value="\(index)"\(checked)> \
        \(variable.name)</label>

        """
    }
    return """
      <fieldset class="options"><legend>\(language("县域着色", "Counties shaded by"))</legend>
      \(options)</fieldset>

      """
  }

  var layerChoices: [(name: HTML, label: String, isShown: Bool)] {
    layers.enumerated().map { ("own-\($0)", $1.name, $1.isShown) }
  }

  /// Without counties (`isBare`) the legend is that of the layers alone.
  func legend(_ language: Language, isBare: Bool = false) -> HTML {
    let keys = MapKey(language: language)
    guard !isBare else {
      return "<ul class=\"keys\">\(layers.flatMap(\.legend).map(MapKey.key))</ul>"
    }
    return """
      \(variables.enumerated().map { legend(of: $1, $0, language) })\
      <ul class="keys">\(layers.flatMap(\.legend).map(MapKey.key) + keys.lines)\
      \(keys.water)\
      \(MapKey.key("<circle class=\"seat\" cx=\"17\" cy=\"8\" r=\"2.6\"/>",
        language("政府驻地", "Seat of government")))\(keys.beyond)</ul>
      """
  }

  private func legend(of variable: MapVariable, _ index: Int, _ language: Language) -> HTML {
    let classes = variable.scale.classes.map { one -> HTML in
      "<li><i style=\"background:\(one.color.text)\"></i>\(one.label)</li>"
    }
    let noData: HTML =
      variable.values.contains { $0.value == nil }
      ? """
      <li><i style="background:\(PageColor.noData.text)"></i>\(language("无数据", "no data"))</li>
      """ : ""
    let hatched: HTML =
      variable.hatched.isEmpty
      ? ""
      : """
      <li><svg class="swatch" aria-hidden="true"><rect width="100%" height="100%" \
      fill="url(#hatch)"/></svg>\(variable.hatchedMeaning)</li>
      """
    let hidden: HTML = index == 0 ? "" : " hidden"
    return """
      <div class="variable" data-variable="\(index)"\(hidden)>
      <p class="legend-head">\(variable.name)</p>
      <ul class="classes">\(classes)\(noData)\(hatched)</ul></div>

      """
  }

  func bounds(in region: Region) -> GeoBounds {
    var box = GeoBounds()
    for variable in variables {
      for value in variable.values { box.formUnion(region.counties[value.county].polygons.bounds) }
    }
    for feature in layers.lazy.flatMap(\.features) { box.formUnion(feature.shape.bounds) }
    return box
  }

  /// What the page's script reads of the answer: classes and texts by county as the page lists
  /// them; -1 is no data, -2 nothing said.
  func members(_ layers: MapLayers) -> [(key: String, value: JSONText)] {
    [
      ("places", .wholes(layers.frame.counties)),
      ("variables", .array(variables.map { json(of: $0, layers.frame) })),
      ("layers", .array(self.layers.map { json(of: $0, layers) })),
    ]
  }

  private func json(of variable: MapVariable, _ frame: MapFrame) -> JSONText {
    var classes = [Int](repeating: -2, count: frame.counties.count)
    var texts = [String](repeating: "", count: frame.counties.count)
    let drawn = Set(frame.counties)
    for value in variable.values where drawn.contains(value.county) {
      let place = frame.place(of: UnitReference(.county, value.county))
      classes[place] = value.value.map { variable.scale.place(of: $0) } ?? -1
      texts[place] = value.text
    }
    return .object([
      ("name", .string(variable.name)),
      ("colors", .strings(variable.scale.classes.map(\.color.text))),
      ("classes", .wholes(classes)), ("texts", .strings(texts)),
      (
        "hatched",
        .wholes(
          variable.hatched.filter(drawn.contains)
            .map { frame.place(of: UnitReference(.county, $0)) })
      ),
    ])
  }

  private func json(of layer: MapLayer, _ layers: MapLayers) -> JSONText {
    .object([
      ("name", .string(layer.name)), ("shown", .flag(layer.isShown)),
      ("symbol", json(of: layer.symbol)),
      (
        "features",
        .array(
          layer.features.map { feature in
            let shape: (kind: String, parts: JSONText) =
              switch feature.shape {
              case .point(let point): ("point", .array(MapLayers.position(point)))
              case .lines(let lines): ("courses", layers.lines(lines))
              case .areas(let areas): ("areas", layers.rings(of: areas))
              }
            var members: [(key: String, value: JSONText)] = [
              (shape.kind, shape.parts), ("label", .string(feature.label)),
              ("lines", .strings(feature.lines)),
            ]
            if case .point = feature.shape {
            } else if !feature.label.isEmpty {
              members.append(("at", .array(MapLayers.position(feature.shape.labelPlace))))
            }
            if let symbol = feature.symbol { members.append(("symbol", json(of: symbol))) }
            return .object(members)
          })
      ),
    ])
  }

  private func json(of symbol: MapLayer.Symbol) -> JSONText {
    .object([
      ("color", .string(symbol.color.text)), ("width", .decimal(symbol.width, places: 1)),
      (
        "dash",
        .string(symbol.dash.map { Figures.short($0, places: 1) }.joined(separator: " "))
      ),
      ("fill", .decimal(symbol.fill, places: 2)), ("radius", .decimal(symbol.radius, places: 1)),
      ("cased", .flag(symbol.isCased)),
    ])
  }
}

extension FeatureTable.Shape {
  /// Where a name stands: the middle of the longest line, or of the largest area's box.
  var labelPlace: GeoPoint? {
    switch self {
    case .point(let point): return point
    case .lines(let lines):
      let longest = lines.max { $0.count < $1.count } ?? []
      return longest.isEmpty ? nil : longest[longest.count / 2]
    case .areas(let areas):
      let largest = areas.max { $0.bounds.size < $1.bounds.size }
      return largest.map(\.bounds.centre)
    }
  }
}

extension GeoBounds {
  fileprivate var size: Double { isEmpty ? 0 : (east - west) * (north - south) }
}
