import Geometry
import Shapes

/// Ground laid out on a sheet: metres around the middle, scaled to units of the drawing.
struct SheetProjection {
  let width: Double
  let height: Double
  /// Units a metre.
  let scale: Double
  private let frame: LocalFrame
  /// The corner of the drawing.
  private let corner: (x: Double, y: Double)

  /// Fits `bounds` into `width` units across, or `most` units high where that is less.
  init(of bounds: GeoBounds, width: Double, most: Double) {
    let frame = LocalFrame(at: bounds.centre)
    let extent = Self.extent(of: bounds, frame)
    scale = min(width / extent.x, most / extent.y)
    self.frame = frame
    self.width = extent.x * scale
    self.height = extent.y * scale
    corner = (0, 0)
  }

  /// Fills a rectangle whose corner is at `x`, `y`: as large as lets all of `bounds` show.
  init(filling width: Double, _ height: Double, with bounds: GeoBounds, x: Double, y: Double) {
    let frame = LocalFrame(at: bounds.centre)
    let extent = Self.extent(of: bounds, frame)
    scale = min(width / extent.x, height / extent.y)
    self.frame = frame
    self.width = width
    self.height = height
    corner = (x, y)
  }

  /// Metres across, at the parallel where it is most, and up.
  private static func extent(of bounds: GeoBounds, _ frame: LocalFrame) -> PlanePoint {
    let corners = [
      GeoPoint(longitude: bounds.west, latitude: bounds.south),
      GeoPoint(longitude: bounds.east, latitude: bounds.south),
      GeoPoint(longitude: bounds.east, latitude: bounds.north),
    ].map { frame.offset(to: $0) }
    return PlanePoint(
      x: 2 * max(1, corners.map { abs($0.x) }.max() ?? 1), y: max(1, corners[2].y - corners[1].y))
  }

  /// All ground that the drawing shows.
  var bounds: GeoBounds {
    let (east, north) = (width / 2 / scale, height / 2 / scale)
    return GeoBounds(
      [(-east, -north), (east, -north), (-east, north), (east, north)]
        .map { frame.point(at: PlanePoint(x: $0.0, y: $0.1)) })
  }

  func place(of point: GeoPoint) -> (x: Double, y: Double) {
    let offset = frame.offset(to: point)
    return (
      corner.x + width / 2 + offset.x * scale, corner.y + height / 2 - offset.y * scale
    )
  }

  /// A line as SVG path data, to a tenth of a unit or a hundredth, each step from the one before.
  func path(_ points: [GeoPoint], places: Int = 1) -> String {
    let unit = places == 1 ? 10 : 100
    var text = ""
    var (lastX, lastY) = (0, 0)
    for (index, point) in points.enumerated() {
      let place = place(of: point)
      let x = Int((place.x * Double(unit)).rounded())
      let y = Int((place.y * Double(unit)).rounded())
      if index == 0 {
        text += "M\(Self.text(x, unit)) \(Self.text(y, unit))"
      } else if x != lastX || y != lastY {
        text += "l\(Self.text(x - lastX, unit)) \(Self.text(y - lastY, unit))"
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

  private static func text(_ value: Int, _ unit: Int) -> String {
    let (whole, part) = (abs(value) / unit, abs(value) % unit)
    let sign = value < 0 ? "-" : ""
    guard part > 0 else { return sign + "\(whole)" }
    return sign + "\(whole)." + (unit == 100 && part < 10 ? "0" : "") + "\(part)"
  }
}
