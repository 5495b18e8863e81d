import Foundation
import Shapes

/// Values along one side of a chart: its range, widened to round numbers, and its ticks.
struct ChartAxis {
  let low: Double
  let high: Double
  let ticks: [Double]
  let isLogarithmic: Bool

  /// Fits all `values`; without any, 0 to 1.
  ///
  /// Bars want 0 to show (`fromZero`). On a logarithmic axis values of 0 and less have no place.
  init(
    _ values: some Sequence<Double>, fromZero: Bool = false, isLogarithmic: Bool = false,
    ticks wanted: Int = 5
  ) {
    self.isLogarithmic = isLogarithmic
    let finite = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    var low = finite.min() ?? (isLogarithmic ? 1 : 0)
    var high = finite.max() ?? (isLogarithmic ? 10 : 1)
    if isLogarithmic {
      let steps = Self.logarithmicSteps(from: low, to: high)
      self.low = steps[0]
      self.high = steps[steps.count - 1]
      ticks = steps
      return
    }
    if fromZero {
      low = min(0, low)
      high = max(0, high)
    }
    if high <= low { high = low + max(1, abs(low) * 0.1) }
    let step = Self.step(for: (high - low) / Double(max(1, wanted)))
    let first = Int((low / step).rounded(.down))
    let last = Int((high / step - 1e-9).rounded(.up))
    self.low = Double(first) * step
    self.high = Double(max(last, first + 1)) * step
    ticks = (first...max(last, first + 1)).map { Double($0) * step }
  }

  /// 1, 2 and 5 times powers of ten around a range, or the powers alone where it is wide.
  private static func logarithmicSteps(from low: Double, to high: Double) -> [Double] {
    let first = Int(floor(log10(low)))
    let last = max(Int(ceil(log10(high))), first + 1)
    let steps = (first...last).flatMap { power in
      (last - first > 4 ? [1] : [1, 2, 5]).map { $0 * pow(10, Double(power)) }
    }
    let start = steps.lastIndex { $0 <= low * 1.000_001 } ?? 0
    let end = steps.firstIndex { $0 >= high * 0.999_999 } ?? steps.count - 1
    return Array(steps[start...max(end, start + 1)])
  }

  /// 1, 2 or 5 times a power of ten, no less than `least`.
  private static func step(for least: Double) -> Double {
    let power = pow(10, floor(log10(least)))
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * 0.999 } ?? 10 * power
  }

  /// From 0 at ``low`` to 1 at ``high``.
  func part(_ value: Double) -> Double {
    isLogarithmic
      ? (log10(max(value, low)) - log10(low)) / (log10(high) - log10(low))
      : (value - low) / (high - low)
  }

  func label(_ value: Double) -> String {
    Figures.grouped(Figures.short(value, places: 4)).replacing("-", with: "−")
  }
}

/// The frame of a chart with two axes: where a value falls, grid lines, ticks and titles.
struct ChartFrame {
  let x: ChartAxis
  let y: ChartAxis
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (left + self.x.part(x) * (right - left), bottom - self.y.part(y) * (bottom - top))
  }

  func draw(on drawing: inout ChartDrawing, xTitle: String, yTitle: String) {
    for tick in y.ticks {
      let place = point(x.low, tick).y
      drawing.line(left, place, right, place, class: "grid")
      drawing.text(y.label(tick), x: left - 6, y: place + 4, anchor: .end)
    }
    for tick in x.ticks {
      let place = point(tick, y.low).x
      drawing.line(place, bottom, place, bottom + 4, class: "axis")
      drawing.text(x.label(tick), x: place, y: bottom + 17, anchor: .middle)
    }
    drawing.line(left, bottom, right, bottom, class: "axis")
    drawing.text(
      xTitle, x: (left + right) / 2, y: bottom + 36, anchor: .middle, class: "axis-title")
    drawing.text(
      yTitle, x: 13, y: (top + bottom) / 2, anchor: .middle, class: "axis-title", isTurned: true)
  }
}
