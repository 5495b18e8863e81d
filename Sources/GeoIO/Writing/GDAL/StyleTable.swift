import Shapes

/// The table `layer_styles`, where QGIS keeps and finds the looks of a GeoPackage's layers.
enum StyleTable {
  /// Nil without styles for the tables that have shapes.
  static func table(of styles: [LayerStyle], in tables: [FeatureTable]) -> FeatureTable? {
    var table = FeatureTable(
      name: "layer_styles",
      columns: [
        .init("f_table_catalog", .text), .init("f_table_schema", .text),
        .init("f_table_name", .text), .init("f_geometry_column", .text),
        .init("styleName", .text), .init("styleQML", .text), .init("styleSLD", .text),
        .init("useAsDefault", .flag), .init("description", .text), .init("owner", .text),
        .init("ui", .text), .init("update_time", .text),
      ])
    for style in styles {
      guard let layer = tables.first(where: { $0.name == style.layer && $0.geometryKind != .none })
      else { continue }
      table.append([
        .text(""), .text(""), .text(style.layer), .text("geom"), .text(style.name),
        .text(qml(of: style, on: layer.geometryKind)), .text(""), .flag(true), .text(style.name),
        .text(""), .text(""), .text("2000-01-01T00:00:00Z"),
      ])
    }
    return table.rows.isEmpty ? nil : table
  }

  /// A style in QGIS's own language, as 3.22 and later read it.
  static func qml(of style: LayerStyle, on geometry: FeatureTable.GeometryKind) -> String {
    let head: String
    var classes = ""
    var symbols: [LayerStyle.Symbol] = []
    switch style.rule {
    case .single(let symbol):
      head = "type=\"singleSymbol\""
      symbols = [symbol]
    case .numbers(let column, let list):
      head = "type=\"categorizedSymbol\" attr=\"\(column.escapedForXML)\""
      symbols = list.map(\.symbol)
      // QGIS compares the digits it would write itself: 30, not 30.0.
      classes = categories(
        list.map { (value: digits($0.low), label: $0.label) },
        type: "double")
    case .words(let column, let list):
      head = "type=\"categorizedSymbol\" attr=\"\(column.escapedForXML)\""
      symbols = list.map(\.symbol)
      classes = categories(list.map { (value: $0.word, label: $0.word) }, type: "string")
    case .ranges(let column, let list):
      let figure =
        style.only.map { "if(\"\($0.column)\" = \(digits($0.number)), \"\(column)\", NULL)" }
        ?? column
      head =
        "type=\"graduatedSymbol\" graduatedMethod=\"GraduatedColor\" attr=\"\(figure.escapedForXML)\""
      symbols = list.map(\.symbol)
      classes = list.enumerated().map { index, one in
        "<range lower=\"\(one.low)\" upper=\"\(one.high)\" label=\"\(one.label.escapedForXML)\" "
          + "symbol=\"\(index)\" render=\"true\"/>"
      }.joined()
      classes = "<ranges>\(classes)</ranges>"
    }
    let drawn = symbols.enumerated().map { drawing(of: $1, on: geometry, named: $0) }.joined()
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22.0" styleCategories="Symbology"><renderer-v2 \(head) symbollevels="0" \
      enableorderby="0" forceraster="0">\(classes)<symbols>\(drawn)</symbols></renderer-v2>\
      <blendMode>0</blendMode><layerOpacity>1</layerOpacity></qgis>
      """
  }

  private static func digits(_ number: Double) -> String {
    number.fixed(number == number.rounded() ? 0 : 2)
  }

  private static func categories(_ list: [(value: String, label: String)], type: String)
    -> String
  {
    let lines = list.enumerated().map { index, one in
      "<category value=\"\(one.value.escapedForXML)\" type=\"\(type)\" "
        + "label=\"\(one.label.escapedForXML)\" symbol=\"\(index)\" render=\"true\"/>"
    }
    return "<categories>\(lines.joined())</categories>"
  }

  private static func drawing(
    of symbol: LayerStyle.Symbol, on geometry: FeatureTable.GeometryKind, named name: Int
  ) -> String {
    let fill = color(symbol.fill, opacity: symbol.opacity)
    let stroke = color(symbol.stroke, opacity: 1)
    let (kind, layer, options): (String, String, [(String, String)]) =
      switch geometry {
      case .point:
        (
          "marker", "SimpleMarker",
          [
            ("name", "circle"), ("color", fill), ("outline_color", stroke),
            ("outline_width", "0.3"), ("size", "\(symbol.width)"), ("size_unit", "MM"),
          ]
        )
      case .lines:
        (
          "line", "SimpleLine",
          [
            ("line_color", stroke), ("line_width", "\(symbol.width)"), ("line_width_unit", "MM"),
            ("line_style", "solid"), ("capstyle", "round"), ("joinstyle", "round"),
          ]
        )
      default:
        (
          "fill", "SimpleFill",
          [
            ("color", fill), ("style", symbol.opacity > 0 ? "solid" : "no"),
            ("outline_color", stroke), ("outline_style", "solid"),
            ("outline_width", "\(symbol.width)"), ("outline_width_unit", "MM"),
            ("joinstyle", "round"),
          ]
        )
      }
    let texts = options.map { name, value in
      "<Option name=\"\(name)\" type=\"QString\" value=\"\(value)\"/>"
    }
    return "<symbol name=\"\(name)\" type=\"\(kind)\" alpha=\"1\" clip_to_extent=\"1\" "
      + "force_rhr=\"0\"><layer class=\"\(layer)\" enabled=\"1\" locked=\"0\" pass=\"0\">"
      + "<Option type=\"Map\">\(texts.joined())</Option></layer></symbol>"
  }

  private static func color(_ digits: UInt32, opacity: Double) -> String {
    "\(digits >> 16 & 0xFF),\(digits >> 8 & 0xFF),\(digits & 0xFF),\(Int((opacity * 255).rounded()))"
  }
}
