import Foundation

/// Figures by name, as a plan's own table gives them: cities and their people, years and shares.
public struct NamedFigures: Hashable, Sendable {
  public struct Figure: Hashable, Sendable {
    public var name: String
    public var value: Double

    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// In the order of the table.
  public var figures: [Figure]

  public init(_ figures: [Figure]) { self.figures = figures }

  /// The largest first; of equals the one that the table has first.
  public var ranked: [Figure] {
    figures.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      .map(\.element)
  }

  /// The largest over the sum of those that follow it, as far as the `cities`-th.
  ///
  /// Of two cities Jefferson's primacy; of four the four-city index. Jefferson (1939), The law of
  /// the primate city, Geographical Review 29(2), 226–232; 周一星 (1995), 城市地理学, ch. 8.
  /// - Returns: nil with fewer figures than `cities`, or where the others sum to nothing.
  public func primacy(of cities: Int) -> Double? {
    let ranked = ranked
    guard cities >= 2, ranked.count >= cities else { return nil }
    let others = ranked[1..<cities].reduce(0) { $0 + $1.value }
    return others > 0 ? ranked[0].value / others : nil
  }

  /// Those from `lower`, which is in, to `upper`, which is not.
  public func within(_ lower: Double, _ upper: Double) -> [Figure] {
    figures.filter { $0.value >= lower && $0.value < upper }
  }

  public var sum: Double { figures.reduce(0) { $0 + $1.value } }

  /// The last less the first, a step of `steps`; nil without two figures.
  public func rise(over steps: Double) -> Double? {
    guard figures.count >= 2, let first = figures.first, let last = figures.last, steps > 0
    else { return nil }
    return (last.value - first.value) / steps
  }

  /// Per cent that, compounded over `steps`, lead from the first to the last.
  ///
  /// - Returns: nil without two figures above nothing.
  public func growth(over steps: Double) -> Double? {
    guard figures.count >= 2, let first = figures.first, let last = figures.last, steps > 0,
      first.value > 0, last.value > 0
    else { return nil }
    return (pow(last.value / first.value, 1 / steps) - 1) * 100
  }

  /// The slope of log size over log rank, by least squares: −1 is Zipf's rule.
  ///
  /// - Returns: nil with fewer than three figures above nothing.
  public func rankSizeSlope() -> Double? {
    let points = ranked.filter { $0.value > 0 }.enumerated().map {
      (x: log(Double($0.offset + 1)), y: log($0.element.value))
    }
    guard points.count >= 3 else { return nil }
    let count = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.x } / count
    let meanY = points.reduce(0) { $0 + $1.y } / count
    let spread = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    return points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / spread
  }
}
