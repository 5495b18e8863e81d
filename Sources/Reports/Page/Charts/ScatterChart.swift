import Shapes

/// Points by two figures, named where there is room: also rank against size, on logarithmic axes.
public struct ScatterChart: PageChart {
  public var title: String
  public var xTitle: String
  public var yTitle: String
  public var groups: [Group]
  public var isXLogarithmic = false
  public var isYLogarithmic = false
  /// Lines to hold the points against, as a fit; each with a name for the key.
  public var lines: [LineChart.Series] = []

  public struct Group: Sendable {
    public var name: String
    /// The first points get their names first.
    public var points: [(x: Double, y: Double, name: String)]
    public var color: PageColor?

    public init(
      _ name: String, _ points: [(x: Double, y: Double, name: String)], color: PageColor? = nil
    ) {
      self.name = name
      self.points = points
      self.color = color
    }
  }

  public init(_ title: String, groups: [Group], xTitle: String, yTitle: String) {
    self.title = title
    self.groups = groups
    self.xTitle = xTitle
    self.yTitle = yTitle
  }

  public var drawing: ChartDrawing {
    let names = groups.map(\.name) + lines.map(\.name)
    let key = ChartKey(names.count > 1 ? names : [])
    let top = key.height + 8
    var drawing = ChartDrawing(width: 760, height: top + 364)
    let shown = groups.map { group in
      group.points.filter {
        $0.x.isFinite && $0.y.isFinite && (!isXLogarithmic || $0.x > 0)
          && (!isYLogarithmic || $0.y > 0)
      }
    }
    let frame = ChartFrame(
      x: ChartAxis(
        shown.joined().map(\.x) + lines.flatMap { $0.points.map(\.x) },
        isLogarithmic: isXLogarithmic, ticks: 8),
      y: ChartAxis(
        shown.joined().map(\.y) + lines.flatMap { $0.points.map(\.y) },
        isLogarithmic: isYLogarithmic),
      left: 84, right: 740, top: top, bottom: top + 320)
    frame.draw(on: &drawing, xTitle: xTitle, yTitle: yTitle)
    for (number, line) in lines.enumerated() {
      drawing.polyline(
        line.points.map { frame.point($0.x, $0.y) }, color: color(line: number), width: 1.6,
        dash: line.isDashed ? "6 4" : "")
    }
    // Names stand clear of points and of each other.
    var taken = shown.joined().map { point in
      let place = frame.point(point.x, point.y)
      return (x: place.x - 3...place.x + 3, y: place.y - 3...place.y + 3)
    }
    for (number, points) in shown.enumerated() {
      for point in points {
        let place = frame.point(point.x, point.y)
        drawing.dot(
          x: place.x, y: place.y, radius: 3.2, fill: color(number),
          title: "\(point.name): \(frame.x.label(point.x)), \(frame.y.label(point.y))")
      }
      for point in points.prefix(60) where !point.name.isEmpty {
        let place = frame.point(point.x, point.y)
        let width = ChartDrawing.width(of: point.name, size: 11)
        let corners = [(5.0, 4.0), (5, -6), (-5 - width, 4), (-5 - width, -6), (5, 14)]
        let spots = corners.map { (place.x + $0.0, place.y + $0.1) }
        let spot = spots.first { x, y in
          let box = (x: x - 1...x + width + 1, y: y - 9...y + 2)
          return x > frame.left && x + width < 756
            && !taken.contains { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }
        }
        guard let (x, y) = spot else { continue }
        taken.append((x - 1...x + width + 1, y - 9...y + 2))
        drawing.text(point.name, x: x, y: y, class: "point-name")
      }
    }
    key.draw(
      on: &drawing, colors: groups.indices.map { color($0) } + lines.indices.map(color(line:)))
    return drawing
  }

  private func color(_ number: Int) -> PageColor {
    groups[number].color ?? PageColor.distinct[number % PageColor.distinct.count]
  }

  private func color(line number: Int) -> PageColor {
    lines[number].color
      ?? PageColor.distinct[(groups.count + number) % PageColor.distinct.count]
  }
}
