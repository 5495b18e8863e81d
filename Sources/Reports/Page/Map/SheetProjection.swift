import Geometry
import Shapes

/// Ground laid out on a sheet: metres around the middle, scaled to units of the drawing.
struct SheetProjection {
  let width: Double
  let height: Double
  /// Units a metre.
  let scale: Double
  private let frame: LocalFrame

  /// Fits `bounds` into `width` units across, or `most` units high where that is less.
  init(of bounds: GeoBounds, width: Double, most: Double) {
    frame = LocalFrame(at: bounds.centre)
    let corners = [
      GeoPoint(longitude: bounds.west, latitude: bounds.south),
      GeoPoint(longitude: bounds.east, latitude: bounds.south),
      GeoPoint(longitude: bounds.east, latitude: bounds.north),
    ].map { [frame] in frame.offset(to: $0) }
    let across = 2 * max(1, corners.map { abs($0.x) }.max() ?? 1)
    let high = max(1, corners[2].y - corners[1].y)
    scale = min(width / across, most / high)
    self.width = across * scale
    self.height = high * scale
  }

  func place(of point: GeoPoint) -> (x: Double, y: Double) {
    let offset = frame.offset(to: point)
    return (width / 2 + offset.x * scale, height / 2 - offset.y * scale)
  }

  /// A line as SVG path data, to a tenth of a unit, each step from the one before.
  func path(_ points: [GeoPoint]) -> String {
    var text = ""
    var (lastX, lastY) = (0, 0)
    for (index, point) in points.enumerated() {
      let place = place(of: point)
      let (x, y) = (Int((place.x * 10).rounded()), Int((place.y * 10).rounded()))
      if index == 0 {
        text += "M\(Self.tenths(x)) \(Self.tenths(y))"
      } else if x != lastX || y != lastY {
        text += "l\(Self.tenths(x - lastX)) \(Self.tenths(y - lastY))"
      } else {
        continue
      }
      (lastX, lastY) = (x, y)
    }
    return text
  }

  func drawing(of shape: FeatureTable.Shape, as symbol: MapLayer.Symbol) -> HTML {
    let color = symbol.color.text
    let dash = symbol.dash.map { Figures.short($0, places: 1) }.joined(separator: " ")
    let dashes: HTML = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    switch shape {
    case .point(let point):
      let place = place(of: point)
      return """
        <circle cx="\(ChartDrawing.at(place.x))" cy="\(ChartDrawing.at(place.y))" \
        r="\(ChartDrawing.at(symbol.radius * 0.7))" fill="\(color)" stroke="#fff"/>
        """
    case .lines(let lines):
      let path = lines.map { self.path($0.simplifiedLine(tolerance: 0.3 / scale)) }.joined()
      return """
        <path d="\(HTML(trusted: path))" fill="none" stroke="\(color)" \
        stroke-width="\(ChartDrawing.at(symbol.width * 0.7))"\(dashes)/>
        """
    case .areas(let areas):
      let path = areas.flatMap(\.rings)
        .compactMap { $0.simplifiedRing(tolerance: 0.3 / scale) }
        .map { self.path($0) + "Z" }.joined()
      return """
        <path d="\(HTML(trusted: path))" fill-rule="evenodd" fill="\(color)" \
        fill-opacity="\(HTML(trusted: symbol.fill.fixed(2)))" stroke="\(color)" \
        stroke-width="\(ChartDrawing.at(symbol.width * 0.7))"\(dashes)/>
        """
    }
  }

  private static func tenths(_ value: Int) -> String {
    let (whole, tenth) = (abs(value) / 10, abs(value) % 10)
    return (value < 0 ? "-" : "") + "\(whole)" + (tenth == 0 ? "" : ".\(tenth)")
  }
}
