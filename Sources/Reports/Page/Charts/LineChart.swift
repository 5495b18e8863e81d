import Shapes

/// Lines over a range of numbers: a profile along a corridor, people by minutes.
public struct LineChart: PageChart {
  public var title: String
  public var xTitle: String
  public var yTitle: String
  public var series: [Series]
  /// Places on the x axis to mark with a name, as interchanges along a corridor.
  public var marks: [(x: Double, name: String)] = []
  /// Whether the y axis starts at 0.
  public var isFromZero = true

  public struct Series: Sendable {
    public var name: String
    public var points: [(x: Double, y: Double)]
    public var color: PageColor?
    public var isDashed: Bool

    public init(
      _ name: String, _ points: [(x: Double, y: Double)], color: PageColor? = nil,
      isDashed: Bool = false
    ) {
      self.name = name
      self.points = points
      self.color = color
      self.isDashed = isDashed
    }
  }

  public init(_ title: String, series: [Series], xTitle: String, yTitle: String) {
    self.title = title
    self.series = series
    self.xTitle = xTitle
    self.yTitle = yTitle
  }

  public var drawing: ChartDrawing {
    let key = ChartKey(series.count > 1 ? series.map(\.name) : [])
    // Names of marks stand upright over the frame.
    let room = marks.map { ChartDrawing.width(of: $0.name, size: 11) }.max().map { $0 + 8 } ?? 0
    let top = key.height + min(120, room) + 8
    var drawing = ChartDrawing(width: 760, height: top + 300)
    let frame = ChartFrame(
      x: ChartAxis(series.flatMap { $0.points.map(\.x) } + marks.map(\.x), ticks: 8),
      y: ChartAxis(series.flatMap { $0.points.map(\.y) }, fromZero: isFromZero),
      left: 72, right: 744, top: top, bottom: top + 256)
    frame.draw(on: &drawing, xTitle: xTitle, yTitle: yTitle)
    var last = -Double.infinity
    for mark in marks.sorted(by: { ($0.x, $0.name) < ($1.x, $1.name) }) {
      let place = frame.point(mark.x, frame.y.low).x
      drawing.line(place, top, place, frame.bottom, class: "mark")
      // A name that would run into the one before is left to the tables.
      guard place - last >= 13 else { continue }
      drawing.text(mark.name, x: place + 4, y: top - 4, class: "mark-name", isTurned: true)
      last = place
    }
    for (number, one) in series.enumerated() {
      let points = one.points.filter { $0.x.isFinite && $0.y.isFinite }
        .map { frame.point($0.x, $0.y) }
      drawing.polyline(
        points, color: color(number), width: 2.2, dash: one.isDashed ? "6 4" : "")
      guard points.count <= 60 else { continue }
      for (place, value) in zip(points, one.points.filter { $0.x.isFinite && $0.y.isFinite }) {
        drawing.dot(
          x: place.x, y: place.y, radius: 2.6, fill: color(number),
          title: "\(one.name) · \(frame.x.label(value.x)): \(frame.y.label(value.y))")
      }
    }
    key.draw(on: &drawing, colors: series.indices.map(color))
    return drawing
  }

  private func color(_ number: Int) -> PageColor {
    series[number].color ?? PageColor.distinct[number % PageColor.distinct.count]
  }
}
