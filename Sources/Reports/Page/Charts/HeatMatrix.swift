import Shapes

/// Figures from every row to every column, each cell in the colour of its class.
public struct HeatMatrix: PageChart {
  public var title: String
  public var rows: [String]
  public var columns: [String]
  /// By row, then column; nil is no data.
  public var values: [[Double?]]
  public var scale: ClassScale
  public var decimals: Int

  public init(
    _ title: String, rows: [String], columns: [String], values: [[Double?]], scale: ClassScale,
    decimals: Int = 0
  ) {
    precondition(
      values.count == rows.count && values.allSatisfy { $0.count == columns.count },
      "One value a row and column.")
    self.title = title
    self.rows = rows
    self.columns = columns
    self.values = values
    self.scale = scale
    self.decimals = decimals
  }

  public var drawing: ChartDrawing {
    let left = min(300, 14 + (rows.map { ChartDrawing.width(of: $0, size: 12) }.max() ?? 0))
    let names = min(140, 14 + (columns.map { ChartDrawing.width(of: $0, size: 12) }.max() ?? 0))
    let key = ChartKey(scale.classes.map(\.label))
    let cell = max(14, min(52, (744 - left) / Double(max(1, columns.count))))
    let row = max(16, min(26, cell))
    let top = key.height + names
    // Figures are written where they fit; they are told under the pointer in any case.
    let isFigured = cell >= 30
    var drawing = ChartDrawing(
      width: max(760, left + cell * Double(columns.count) + 16),
      height: top + row * Double(rows.count) + 8)
    for (index, name) in columns.enumerated() {
      drawing.text(
        name, x: left + (Double(index) + 0.5) * cell + 4, y: top - 6, isTurned: true)
    }
    for (index, name) in rows.enumerated() {
      let y = top + Double(index) * row
      drawing.text(name, x: left - 8, y: y + row / 2 + 4, anchor: .end)
      for (number, value) in values[index].enumerated() {
        let x = left + Double(number) * cell
        let words = value.map { Figures.grouped($0.fixed(decimals)) } ?? "–"
        let color = value.map { scale.classes[scale.place(of: $0)].color } ?? .noData
        drawing.rectangle(
          x: x, y: y, width: cell - 1, height: row - 1, fill: color,
          title: "\(name) → \(columns[number]): \(words)")
        guard isFigured else { continue }
        drawing.text(
          words, x: x + cell / 2, y: y + row / 2 + 4, anchor: .middle,
          class: color.brightness < 0.55 ? "on-dark" : "on-light")
      }
    }
    key.draw(on: &drawing, colors: scale.classes.map(\.color))
    return drawing
  }
}
