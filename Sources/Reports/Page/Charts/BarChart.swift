import Shapes

/// Bars lying down, one a name, or several side by side to compare.
///
/// Made for names to be read: a bar a row, the longest list first if the caller sorts it so.
public struct BarChart: PageChart {
  public var title: String
  public var xTitle: String
  public var names: [String]
  public var series: [Series]
  public var decimals: Int

  /// One figure a name; nil leaves its bar out.
  public struct Series: Sendable {
    public var name: String
    public var values: [Double?]
    public var color: PageColor?

    public init(_ name: String, _ values: [Double?], color: PageColor? = nil) {
      self.name = name
      self.values = values
      self.color = color
    }
  }

  public init(
    _ title: String, names: [String], series: [Series], xTitle: String, decimals: Int = 1
  ) {
    precondition(series.allSatisfy { $0.values.count == names.count }, "One value a name.")
    self.title = title
    self.names = names
    self.series = series
    self.xTitle = xTitle
    self.decimals = decimals
  }

  public var drawing: ChartDrawing {
    let left = min(
      280, 16 + (names.map { ChartDrawing.width(of: $0, size: 12) }.max() ?? 0))
    let bar = series.count > 1 ? 11.0 : 15.0
    let row = Double(series.count) * bar + 8
    let key = ChartKey(series.count > 1 ? series.map(\.name) : [])
    let top = key.height + 6
    let bottom = top + Double(names.count) * row
    var drawing = ChartDrawing(width: 760, height: bottom + 44)
    let axis = ChartAxis(series.flatMap { $0.values.compactMap { $0 } }, fromZero: true)
    let right = 700.0
    let place = { (value: Double) in left + axis.part(value) * (right - left) }
    for tick in axis.ticks {
      drawing.line(place(tick), top, place(tick), bottom, class: "grid")
      drawing.text(axis.label(tick), x: place(tick), y: bottom + 15, anchor: .middle)
    }
    for (index, name) in names.enumerated() {
      let start = top + Double(index) * row + 4
      drawing.text(
        name, x: left - 8, y: start + Double(series.count) * bar / 2 + 4, anchor: .end)
      for (number, one) in series.enumerated() {
        guard let value = one.values[index], value.isFinite else { continue }
        let (from, to) = (place(min(0, value)), place(max(0, value)))
        let y = start + Double(number) * bar
        let figure = Figures.grouped(value.fixed(decimals)).replacing("-", with: "−")
        let words = series.count > 1 ? "\(name) · \(one.name): \(figure)" : "\(name): \(figure)"
        drawing.rectangle(
          x: from, y: y, width: to - from, height: bar - 1.5, fill: color(number), title: words)
        drawing.text(figure, x: to + 4, y: y + bar / 2 + 3, class: "figure")
      }
    }
    drawing.line(place(0), top, place(0), bottom, class: "axis")
    drawing.text(
      xTitle, x: (left + right) / 2, y: bottom + 34, anchor: .middle, class: "axis-title")
    key.draw(on: &drawing, colors: series.indices.map(color))
    return drawing
  }

  private func color(_ number: Int) -> PageColor {
    series[number].color ?? PageColor.distinct[number % PageColor.distinct.count]
  }
}

/// The names of a chart's series with their colours, in rows over the drawing.
struct ChartKey {
  private var places: [(name: String, x: Double, y: Double)] = []
  let height: Double

  init(_ names: [String]) {
    var (x, y) = (10.0, 14.0)
    for name in names {
      let width = 30 + ChartDrawing.width(of: name, size: 12)
      if x + width > 750, x > 10 { (x, y) = (10, y + 18) }
      places.append((name, x, y))
      x += width + 12
    }
    height = names.isEmpty ? 0 : y + 8
  }

  func draw(on drawing: inout ChartDrawing, colors: [PageColor]) {
    for (place, color) in zip(places, colors) {
      drawing.rectangle(
        x: place.x, y: place.y - 9, width: 18, height: 10, fill: color, title: place.name)
      drawing.text(place.name, x: place.x + 24, y: place.y)
    }
  }
}
